import type { Tx } from '../../../platform/db.ts'
import type { PersonKeyId } from '../../../platform/vault/person-keys.ts'

export const broughtBys = ['worker', 'agency', 'office', 'other'] as const
export type BroughtBy = (typeof broughtBys)[number]
export const keptBackReasons = ['safety', 'contact', 'somebody-else', 'no-consent'] as const
export type KeptBackReason = (typeof keptBackReasons)[number]

export type ExhibitRow = {
  readonly id: string
  readonly position: number
  readonly broughtBy: BroughtBy
  readonly evidenceId: string | null
  readonly shown: boolean
  readonly keptBackWhy: KeptBackReason | null
  readonly keyId: PersonKeyId
  readonly whatSealed: Uint8Array
  readonly sortedAt: Date
}

/** As far as the acting person may read of it: an agency only what is shown. */
export const listExhibits = (tx: Tx, complaintId: string): Promise<ExhibitRow[]> =>
  tx<ExhibitRow[]>`
    select id, position, brought_by as "broughtBy", evidence_id as "evidenceId", shown,
      kept_back_why as "keptBackWhy", key_id as "keyId", what_sealed as "whatSealed",
      sorted_at as "sortedAt"
    from exhibit where complaint_id = ${complaintId} order by position`

export type NewExhibit = Omit<ExhibitRow, 'id' | 'position' | 'whatSealed'> & {
  readonly complaintId: string
  readonly agencyIds: readonly string[]
  readonly whatSealed: Buffer
  readonly sortedBy: string
}

/** False when this file stands in the list already; the case is held by whoever asks. */
export async function insertExhibit(tx: Tx, row: NewExhibit): Promise<boolean> {
  const added = await tx`
    insert into exhibit (complaint_id, position, brought_by, evidence_id, shown, kept_back_why,
      agency_ids, key_id, what_sealed, sorted_by, sorted_at)
    select ${row.complaintId}, 1 + coalesce(max(position), 0), ${row.broughtBy}, ${row.evidenceId},
      ${row.shown}, ${row.keptBackWhy}, ${[...row.agencyIds]}::uuid[], ${row.keyId},
      ${row.whatSealed}, ${row.sortedBy}, ${row.sortedAt}
    from exhibit where complaint_id = ${row.complaintId}
    on conflict do nothing`
  return added.count === 1
}
