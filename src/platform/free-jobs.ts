import type { Db } from './db.ts'

/**
 * Gives back the jobs of workers that were killed. A worker keeps its jobs for four hours, long
 * after it is gone; only whoever knows that none is at work may say so.
 */
export async function freeJobs(db: Db): Promise<void> {
  await db`
    select graphile_worker.force_unlock_workers(array(
      select distinct locked_by from graphile_worker._private_jobs where locked_by is not null))`
}
