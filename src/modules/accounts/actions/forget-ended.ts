import type { Db } from '../../../platform/db.ts'
import { deleteOldFailures } from '../store/failures.ts'
import { deleteEnded } from '../store/sessions.ts'

/** For an hourly job, as the worker's role: sessions, tokens and failures that are over. */
export async function forgetEndedSignIns(db: Db, now: Date): Promise<void> {
  await deleteEnded(db, now)
  await deleteOldFailures(db, now)
}
