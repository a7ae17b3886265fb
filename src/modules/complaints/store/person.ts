import { isUuid } from '../../../kernel/ids.ts'
import type { Db, Tx } from '../../../platform/db.ts'
import type { PersonKeyId } from '../../../platform/vault/person-keys.ts'
import type { ComplaintId } from '../rules/complaint.ts'
import type { CasePerson, CasePersonId } from '../rules/person.ts'

/**
 * The first person of a case, what she seeks, and the first respondent: made when the case is taken
 * up, so that receiving it stays cheap. Nothing happens where they are there.
 */
export async function beginPersons(tx: Tx, id: ComplaintId): Promise<void> {
  await tx`
    insert into case_person (complaint_id, area, position, key_id, name_sealed, name_index, joins,
      joined_at)
    select c.id, c.area, 1, c.key_id, w.name_sealed, w.name_index, 'agreed', c.received_at
    from complaint c left join worker w on w.id = c.worker_id
    where c.id = ${id} and c.openness <> 'anonymous'
    on conflict (complaint_id, position) do nothing`
  await tx`
    with claimed as (
      insert into case_claim (complaint_id, area, person_id, kind, direction, minor, currency,
        key_id, recorded_by, recorded_at)
      select c.id, c.area, p.id, 'sought', 'of-worker', k.minor, k.currency, c.key_id, 'system',
        c.received_at
      from complaint c
      join case_person p on p.complaint_id = c.id and p.position = 1
      join complaint_claim k on k.complaint_id = c.id and k.kind = 'sought'
      where c.id = ${id} and c.people = 1
        and not exists (select from case_claim b where b.complaint_id = c.id))
    insert into case_party (complaint_id, area, role, kind, agency_id, key_id, name_sealed,
      name_index, added_by, added_at)
    select id, area, 'respondent', respondent_kind, agency_id, key_id, respondent_sealed,
      respondent_index, 'system', received_at
    from complaint c where id = ${id}
      and not exists (select from case_party b where b.complaint_id = c.id)`
}

const personColumns = (tx: Db | Tx) => tx`
  id, complaint_id as "complaintId", position, sex, minor, situation, joins,
  name_shown as "nameShown", receipt_number as "receiptNumber", joined_at as "joinedAt",
  left_at as "leftAt", left_why as "leftWhy", version`

/**
 * Everybody whom a case concerns, the first first, in one question; also those who left it. With a
 * receipt one reads only the person to whom it was given. None before the case is registered.
 */
export async function listPersons(db: Db | Tx, complaintId: string): Promise<CasePerson[]> {
  if (!isUuid(complaintId)) return []
  return db<CasePerson[]>`
    select ${personColumns(db)} from case_person
    where complaint_id = ${complaintId} order by position`
}

/** The same by their ids, of whatever cases. */
export const findPersons = (db: Db | Tx, ids: readonly string[]): Promise<CasePerson[]> =>
  db<CasePerson[]>`
    select ${personColumns(db)} from case_person
    where id = any (${[...ids]}::uuid[]) order by complaint_id, position`

export type SealedName = {
  readonly id: CasePersonId
  readonly keyId: PersonKeyId
  readonly nameSealed: Uint8Array | null
}
export const listSealedNames = (tx: Tx, ids: readonly string[]): Promise<SealedName[]> =>
  tx<SealedName[]>`
    select id, key_id as "keyId", name_sealed as "nameSealed" from case_person
    where id = any (${[...ids]}::uuid[])`

/** Of the first person, sealed under the key of the case; null before the case is registered. */
export async function findFirstName(tx: Tx, complaintId: string): Promise<Uint8Array | null> {
  const [row] = await tx<{ nameSealed: Uint8Array | null }[]>`
    select name_sealed as "nameSealed" from case_person
    where complaint_id = ${complaintId} and position = 1`
  return row?.nameSealed ?? null
}

/** How to reach her, sealed under a key of its own; null for the first, who has the case's. */
export async function findSealedContact(
  tx: Tx,
  id: string,
): Promise<{ readonly keyId: PersonKeyId; readonly contactSealed: Uint8Array } | null> {
  const [row] = await tx<{ keyId: PersonKeyId; contactSealed: Uint8Array }[]>`
    select contact_key_id as "keyId", contact_sealed as "contactSealed" from case_person
    where id = ${id} and contact_sealed is not null`
  return row ?? null
}
