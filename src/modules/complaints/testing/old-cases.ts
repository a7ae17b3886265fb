import type { Db } from '../../../platform/db.ts'
import type { ComplaintId } from '../rules/complaint.ts'
import { getDetails } from '../store/details.ts'

/** As the case page shows it. */
export async function findOldCaseMark(db: Db, id: string) {
  return db.begin(async (tx) => (await getDetails(tx, id as ComplaintId)).old)
}
