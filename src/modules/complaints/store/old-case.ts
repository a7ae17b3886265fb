import type { Tx } from '../../../platform/db.ts'
import type { ComplaintId } from '../rules/complaint.ts'

/** The numbers of the old register whose cases are here. */
export async function listOldNumbers(tx: Tx): Promise<ReadonlySet<string>> {
  const rows = await tx<{ old_number: string }[]>`select old_number from old_case`
  return new Set(rows.map((row) => row.old_number))
}

export async function insertOldCase(
  tx: Tx,
  id: ComplaintId,
  { oldNumber, runId }: { readonly oldNumber: string; readonly runId: string },
): Promise<void> {
  await tx`
    insert into old_case (complaint_id, old_number, run_id) values (${id}, ${oldNumber}, ${runId})`
}

export type OldCaseMark = {
  readonly oldNumber: string
  /** As text of the database; null until an officer has compared the case with its old file. */
  readonly verifiedAt: string | null
}

/** False when it was verified before. */
export async function keepVerified(
  tx: Tx,
  id: string,
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<boolean> {
  const kept = await tx`
    update old_case set verified_by = ${by}, verified_at = ${at}
    where complaint_id = ${id} and verified_at is null`
  return kept.count === 1
}
