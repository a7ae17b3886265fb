import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import type { Db } from '../db.ts'
import type { Vault } from '../vault/vault.ts'
import type { Limit } from './route.ts'

/**
 * Counts in the database, so that a limit holds for all processes together. Who is counted stands
 * there under a keyed hash: a table of addresses would tell who complained, and when.
 */
export type Limits = {
  /** Seconds to wait, or 0 when this one is still allowed. */
  consume(limit: Limit, who: string): Promise<number>
  /** The same, with the way to take it back where it turns out that it should not count. */
  take(limit: Limit, who: string): Promise<Try>
}

export type Try = { readonly wait: number; giveBack(): Promise<void> }

export function makeLimits(db: Db, vault: Vault): Limits {
  // The limiter speaks to a pg pool; this is the part of one that it uses.
  const client = {
    query: async ({ text, values }: { text: string; values: unknown[] }) => {
      const rows = await db.unsafe(text, values as never[])
      const plain = rows.map((row) => ({ ...row, expire: Number(row.expire) }))
      return { rows: plain, rowCount: rows.count }
    },
  }
  const known = new Map<string, RateLimiterPostgres>()
  const limiterOf = (limit: Limit): RateLimiterPostgres => {
    const existing = known.get(limit.name)
    if (existing) return existing
    const made = new RateLimiterPostgres({
      storeClient: client,
      storeType: 'pool',
      tableName: 'rate_limit',
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix: limit.name,
      points: limit.points,
      duration: limit.seconds,
    })
    known.set(limit.name, made)
    return made
  }
  const take: Limits['take'] = async (limit, who) => {
    const limiter = limiterOf(limit)
    const key = vault.blindIndex('limit', who).toString('base64url')
    try {
      const { msBeforeNext } = await limiter.consume(key)
      const ends = Date.now() + msBeforeNext
      return { wait: 0, giveBack: () => giveBack(db, { key: limiter.getKey(key), ends, limit }) }
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused
      return { wait: Math.ceil(refused.msBeforeNext / 1000) || 1, giveBack: async () => {} }
    }
  }
  return { take, consume: async (limit, who) => (await take(limit, who)).wait }
}

type Taken = { readonly key: string; readonly ends: number; readonly limit: Limit }

/** To the count that it was taken from, never to the next one: nobody can save up tries. */
async function giveBack(db: Db, { key, ends, limit }: Taken): Promise<void> {
  const before = Math.round(ends + limit.seconds * 500)
  await db`
    update rate_limit set points = points - 1
    where key = ${key} and points > 0 and expire < ${before}`
}

/** A count whose time is over says nothing any more. */
export async function forgetLimits(db: Db, now: Date): Promise<void> {
  await db`delete from rate_limit where expire < ${now.getTime()}`
}
