import type { Db } from '../../../platform/db.ts'

/** As the owner: everybody signs in again. */
export async function endEverySession(db: Db): Promise<void> {
  await db`delete from session`
}
