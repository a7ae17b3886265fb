import type { Db, Tx } from '../db.ts'

const channel = 'public_changed'

/** Says, once this transaction commits, that public pages may tell something else now. */
export async function publicChanged(tx: Tx): Promise<void> {
  await tx`select pg_notify(${channel}, '')`
}

/**
 * Empties the cache of public pages whenever any process changed public facts, and after a lost
 * connection, when news may have been missed.
 */
export async function listenForChanges(
  db: Db,
  cache: { clear(): void },
): Promise<{ stop(): Promise<void> }> {
  const listening = await db.listen(
    channel,
    () => cache.clear(),
    () => cache.clear(),
  )
  return { stop: () => listening.unlisten() }
}
