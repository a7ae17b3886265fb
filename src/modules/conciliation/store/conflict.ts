import type { Tx } from '../../../platform/db.ts'

/** Who declared that something stands between them and this case; ids only, no reason. */
export async function officersInConflict(tx: Tx, complaintId: string): Promise<readonly string[]> {
  const [row] = await tx<{ ids: string[] }[]>`
    select officers_in_conflict(${complaintId}) as ids`
  return row?.ids ?? []
}
