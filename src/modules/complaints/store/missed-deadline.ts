import type { Day } from '../../../kernel/days.ts'
import type { Tx } from '../../../platform/db.ts'
import type { PersonKeyId } from '../../../platform/vault/person-keys.ts'
import type { Misser } from '../rules/missed-deadline.ts'

export type SealedMissed = {
  readonly id: string
  readonly byWhom: Misser
  readonly since: Day
  readonly keyId: PersonKeyId
  readonly whatSealed: Uint8Array
  readonly whySealed: Uint8Array | null
  readonly thenSealed: Uint8Array | null
  readonly recordedAt: Date
}

export const listSealedMissed = (tx: Tx, complaintId: string): Promise<SealedMissed[]> =>
  tx<SealedMissed[]>`
    select id, by_whom as "byWhom", since, key_id as "keyId", what_sealed as "whatSealed",
      why_sealed as "whySealed", then_sealed as "thenSealed", recorded_at as "recordedAt"
    from missed_deadline where complaint_id = ${complaintId} order by since, id`

export async function insertMissed(
  tx: Tx,
  complaintId: string,
  missed: Omit<SealedMissed, 'id'> & { readonly recordedBy: string },
): Promise<void> {
  await tx`
    insert into missed_deadline (complaint_id, by_whom, since, key_id, what_sealed, why_sealed,
      then_sealed, recorded_by, recorded_at)
    values (${complaintId}, ${missed.byWhom}, ${missed.since}, ${missed.keyId},
      ${missed.whatSealed}, ${missed.whySealed}, ${missed.thenSealed}, ${missed.recordedBy},
      ${missed.recordedAt})`
}
