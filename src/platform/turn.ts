import { setTimeout as wait } from 'node:timers/promises'
import type { Db } from './db.ts'

/**
 * Waits until no other process has this turn, and keeps it until it is given back or this process
 * ends; null where the waiting was ended. It holds one connection.
 */
export async function waitForTurn(
  db: Db,
  turn: number,
  signal: AbortSignal,
): Promise<{ giveBack(): void } | null> {
  while (!signal.aborted) {
    const line = await db.reserve()
    const [row] = await line`select pg_try_advisory_lock(${turn}) as held`
    if (row?.held === true) {
      const giveBack = () => {
        // Unlocked before somebody else is given this connection.
        line`select pg_advisory_unlock(${turn})`.then(
          () => line.release(),
          () => line.release(),
        )
      }
      return { giveBack }
    }
    line.release()
    await wait(30_000, null, { signal }).catch(() => {})
  }
  return null
}
