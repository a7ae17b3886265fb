import type { Tx } from './db.ts'

/**
 * Which transactions are visible to this one. The same text says that nothing whatever was
 * committed in between: what was read then reads the same now.
 */
export async function snapshotOf(tx: Tx): Promise<string> {
  const [row] = await tx<{ snapshot: string }[]>`select pg_current_snapshot()::text as snapshot`
  return row?.snapshot ?? ''
}

type Kept<T> = { readonly version: string; readonly value: T }

/**
 * Keeps what is costly to read for as long as nothing is committed anywhere. `key` names the
 * question and who asks it; where the answer depends on the time, too, `version` holds it beside
 * the snapshot.
 */
export function keepUnchanged<T>(most = 500) {
  const kept = new Map<string, Kept<T>>()
  return async (at: { key: string; version: string }, read: () => Promise<T>): Promise<T> => {
    const known = kept.get(at.key)
    if (known && known.version === at.version) return known.value
    const value = await read()
    if (kept.size >= most) kept.clear()
    kept.set(at.key, { version: at.version, value })
    return value
  }
}
