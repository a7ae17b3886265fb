import type { Tx } from '../../../platform/db.ts'
import type { ComplaintId } from '../rules/complaint.ts'

/** Null also when the acting person may not see it. */
export async function findByNumber(tx: Tx, number: string): Promise<ComplaintId | null> {
  const [row] = await tx<{ id: ComplaintId }[]>`select id from complaint where number = ${number}`
  return row?.id ?? null
}
