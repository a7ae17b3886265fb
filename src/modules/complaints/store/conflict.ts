import type { Tx } from '../../../platform/db.ts'
import type { PersonKeyId } from '../../../platform/vault/person-keys.ts'
import type { ComplaintId } from '../rules/complaint.ts'

/** Ids of officers who declared something that stands between them and this case. */
export async function listInConflict(tx: Tx, complaintId: string): Promise<readonly string[]> {
  const [row] = await tx<{ officers: string[] }[]>`
    select officers_in_conflict(${complaintId}) as officers`
  return row?.officers ?? []
}

export type ConflictRow = {
  readonly personId: string
  readonly agencyId: string | null
  readonly keyId: string
  readonly nameSealed: Buffer | null
  readonly partyIndex: Buffer | null
  readonly workerIndex: Buffer | null
  readonly reasonSealed: Buffer
  readonly since: string
  readonly at: Date
}

export async function insertConflict(tx: Tx, row: ConflictRow): Promise<void> {
  await tx`
    insert into conflict_of_interest (person_id, agency_id, key_id, name_sealed, party_index,
      worker_index, reason_sealed, since, declared_at)
    values (${row.personId}, ${row.agencyId}, ${row.keyId}, ${row.nameSealed}, ${row.partyIndex},
      ${row.workerIndex}, ${row.reasonSealed}, ${row.since}, ${row.at})`
}

/** False where it is not hers, or has ended before. */
export async function endConflictRow(tx: Tx, id: string, at: Date): Promise<boolean> {
  const ended = await tx`
    update conflict_of_interest set ended_at = ${at} where id = ${id} and ended_at is null`
  return ended.count === 1
}

export type SealedConflict = {
  readonly id: string
  readonly personId: string
  readonly agencyId: string | null
  readonly keyId: PersonKeyId
  readonly nameSealed: Uint8Array | null
  readonly reasonSealed: Uint8Array
  readonly since: string
  readonly declaredAt: Date
  readonly endedAt: Date | null
}
/** One's own; a head reads those of all. */
export const listSealedConflicts = (tx: Tx): Promise<SealedConflict[]> =>
  tx<SealedConflict[]>`
    select id, person_id as "personId", agency_id as "agencyId", key_id as "keyId",
      name_sealed as "nameSealed", reason_sealed as "reasonSealed", since,
      declared_at as "declaredAt", ended_at as "endedAt"
    from conflict_of_interest order by ended_at nulls first, declared_at desc limit 500`

/** Open cases of this officer that she must not handle any more. */
export const listOwnInConflict = (
  tx: Tx,
  personId: string,
): Promise<{ id: ComplaintId; version: number }[]> =>
  tx<{ id: ComplaintId; version: number }[]>`
    select id, version from complaint
    where owner_id = ${personId} and next_due_at is not null
      and ${personId}::uuid = any (officers_in_conflict(id))
    for no key update`
