import type { Tx } from '../../../platform/db.ts'
import type { ComplaintId } from '../rules/complaint.ts'
import type { NewPersonClaim } from '../rules/new-person.ts'
import type { CasePersonId, ClaimDirection, Joining, Sex, Situation } from '../rules/person.ts'

export type PersonRow = {
  readonly id: CasePersonId
  readonly complaintId: ComplaintId
  readonly area: string
  readonly position: number
  readonly keyId: string
  readonly nameSealed: Buffer
  readonly nameIndex: Buffer
  readonly contactKeyId: string | null
  readonly contactSealed: Buffer | null
  readonly contactIndex: Buffer | null
  readonly sex: Sex | null
  readonly minor: boolean | null
  readonly situation: Situation
  readonly joins: Joining
  readonly at: Date
  readonly claims: readonly (NewPersonClaim & { readonly direction: ClaimDirection })[]
}

/** The place of whoever came last; the case is held by whoever asks. */
export async function lastPosition(tx: Tx, id: ComplaintId): Promise<number> {
  const [row] = await tx<{ last: number }[]>`
    select coalesce(max(position), 0) as last from case_person where complaint_id = ${id}`
  return row?.last ?? 0
}

/** One question for all persons, one for all their claims. */
export async function insertPersons(
  tx: Tx,
  rows: readonly PersonRow[],
  recordedBy: string,
): Promise<void> {
  const persons = rows.map((row) => ({
    id: row.id,
    complaint_id: row.complaintId,
    area: row.area,
    position: row.position,
    key_id: row.keyId,
    name_sealed: row.nameSealed,
    name_index: row.nameIndex,
    contact_key_id: row.contactKeyId,
    contact_sealed: row.contactSealed,
    contact_index: row.contactIndex,
    sex: row.sex,
    minor: row.minor,
    situation: row.situation,
    joins: row.joins,
    joins_at: row.joins === 'not-asked' ? null : row.at,
    joined_at: row.at,
  }))
  await tx`insert into case_person ${tx(persons)}`
  const claims = rows.flatMap((row) =>
    row.claims.map(({ kind, direction, minor, currency }) => ({
      ...{ kind, direction, minor, currency, complaint_id: row.complaintId, area: row.area },
      person_id: row.id,
      key_id: row.keyId,
      recorded_by: recordedBy,
      recorded_at: row.at,
    })),
  )
  if (claims.length > 0) await tx`insert into case_claim ${tx(claims)}`
}
