import type { Db, Tx } from '../../../platform/db.ts'
import { type Failures, memoryHours } from '../rules/attempts.ts'

const none: Failures = { failures: 0, lastAt: new Date(0) }

/** What is counted under a key, and everybody else who asks for it waits until this one is done. */
export async function lockFailures(tx: Tx, key: Buffer, now: Date): Promise<Failures> {
  await tx`
    insert into sign_in_failure (key, last_at) values (${key}, ${now}) on conflict do nothing`
  const [row] = await tx<Failures[]>`
    select failures, last_at as "lastAt" from sign_in_failure where key = ${key} for update`
  return row ?? none
}

export async function findFailures(tx: Tx, key: Buffer): Promise<Failures> {
  const [row] = await tx<Failures[]>`
    select failures, last_at as "lastAt" from sign_in_failure where key = ${key}`
  return row ?? none
}

/** One more; it begins again at one after the time in which failures are remembered. */
export async function addFailure(tx: Tx, key: Buffer, now: Date): Promise<void> {
  await tx`
    insert into sign_in_failure (key, failures, last_at) values (${key}, 1, ${now})
    on conflict (key) do update set last_at = ${now}, failures = case
      when sign_in_failure.last_at <= ${now}::timestamptz - ${`${memoryHours} hours`}::interval then 1
      else sign_in_failure.failures + 1 end`
}

export async function forgetFailures(tx: Tx, key: Buffer): Promise<void> {
  await tx`delete from sign_in_failure where key = ${key}`
}

/** As the worker: failures that no longer count. */
export async function deleteOldFailures(db: Db | Tx, now: Date): Promise<void> {
  await db`
    delete from sign_in_failure
    where last_at < ${now}::timestamptz - ${`${memoryHours} hours`}::interval`
}
