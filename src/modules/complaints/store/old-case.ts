import type { Tx } from '../../../platform/db.ts'
import type { ComplaintId } from '../rules/complaint.ts'

/** The cases of the old register that are here, by their old numbers. */
export async function listOldCases(tx: Tx): Promise<ReadonlyMap<string, ComplaintId>> {
  const rows = await tx<{ oldNumber: string; id: ComplaintId }[]>`
    select old_number as "oldNumber", complaint_id as id from old_case`
  return new Map(rows.map(({ oldNumber, id }) => [oldNumber, id]))
}

/** Their numbers here, of those that came with one file. */
export async function listNumbersOfRun(
  tx: Tx,
  runId: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx<{ oldNumber: string; number: string }[]>`
    select o.old_number as "oldNumber", c.number
    from old_case o join complaint c on c.id = o.complaint_id where o.run_id = ${runId}`
  return new Map(rows.map(({ oldNumber, number }) => [oldNumber, number]))
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
