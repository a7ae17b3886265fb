import { type Db, isPool, type Tx } from './db.ts'

const channel = 'public_changed'

/** Says, once this transaction commits, that public pages may tell something else now. */
export async function publicChanged(tx: Tx): Promise<void> {
  readInside.delete(tx)
  await tx`select pg_notify(${channel}, '')`
}

/** Where this process hears of changes; another object after each of them. */
let hearing: { readonly db: Db } | null = null

/**
 * Empties the cache of public pages whenever any process changed public facts, and after a lost
 * connection, when news may have been missed. From then on `inMemory` keeps what it has read.
 */
export async function listenForChanges(
  db: Db,
  cache: { clear(): void },
): Promise<{ stop(): Promise<void> }> {
  const changed = () => {
    hearing = { db }
    cache.clear()
  }
  const listening = await db.listen(channel, changed, changed)
  return {
    async stop() {
      hearing = null
      await listening.unlisten()
    },
  }
}

/** News can be missed while the connection that hears them is broken. */
const longest = 60_000

/** What one transaction has read of them, until it changes some itself. */
const readInside = new WeakMap<Db | Tx, Map<unknown, unknown>>()

/**
 * For public facts that change rarely, the same for everybody: reads them once, and again after a
 * change. A process that does not listen reads them once a transaction.
 *
 * It is read outside the asking transaction, whose view of the data may be older than the change
 * that was heard last.
 */
export function inMemory<T>(read: (db: Db | Tx) => Promise<T>): (db: Db | Tx) => Promise<T> {
  let kept: { heard: typeof hearing; until: number; value: Promise<T> } | null = null
  return (db) => {
    if (!hearing) return onceInside(db, read)
    if (kept?.heard === hearing && performance.now() < kept.until) return kept.value
    const value = read(hearing.db)
    kept = { heard: hearing, until: performance.now() + longest, value }
    value.catch(() => {
      if (kept?.value === value) kept = null
    })
    return value
  }
}

function onceInside<T>(db: Db | Tx, read: (db: Db | Tx) => Promise<T>): Promise<T> {
  if (isPool(db)) return read(db)
  const known = readInside.get(db) ?? new Map<unknown, unknown>()
  readInside.set(db, known)
  const value = (known.get(read) as Promise<T> | undefined) ?? read(db)
  known.set(read, value)
  return value
}
