import type { Db } from '../db.ts'

/** Makes the partitions of the coming three months; the worker may call this one function. */
export async function makeComingPartitions(db: Db): Promise<void> {
  await db`select make_coming_partitions()`
}
