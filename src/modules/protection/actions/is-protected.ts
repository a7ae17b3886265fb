import type { Db, Tx } from '../../../platform/db.ts'
import { listProtected } from '../../complaints/index.ts'

/** Which of these cases are on the protected track, also of those that the actor does not see. */
export const isProtected = (
  db: Db | Tx,
  complaintIds: readonly string[],
): Promise<ReadonlySet<string>> => listProtected(db, complaintIds)
