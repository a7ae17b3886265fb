import { createHash } from 'node:crypto'
import type { Db, Tx } from '../db.ts'

/** The two append-only tables that the chain covers. */
export const ledgers = ['event', 'audit'] as const
export type Ledger = (typeof ledgers)[number]

export type Entry = {
  readonly id: string
  readonly happenedAt: Date
  readonly hash: Buffer
}

/** Every column as text in a fixed order: what the hash of an entry is made of. */
const contents: Readonly<Record<Ledger, string>> = {
  event: `id, extract(epoch from happened_at), extract(epoch from recorded_at), record_type,
    record_id, type, actor_kind, actor_id, from_status, to_status, data,
    encode(content_hash, 'hex'), visible_to, area, agency_id`,
  audit: `id, extract(epoch from happened_at), actor_kind, actor_id, act, record_type, record_id,
    reason, data`,
}

type EntryRow = {
  readonly id: string
  readonly happenedAt: Date
  readonly xid: string
  readonly content: string
}

const asEntry = ({ id, happenedAt, content }: EntryRow): Entry => ({
  id,
  happenedAt,
  hash: createHash('sha256').update(content, 'utf8').digest(),
})

const columns = (sql: Db | Tx, ledger: Ledger) => sql`
  id, happened_at as "happenedAt", xid::text as xid,
  json_build_array(${sql.unsafe(contents[ledger])})::text as content`

const most = 5_000

/**
 * Committed entries that no block holds yet, in the order of their transactions. Only those older
 * than every transaction still under way: nothing can slip in before them afterwards.
 */
export async function listEntriesToSeal(
  tx: Tx,
  ledger: Ledger,
  fromXid: string,
): Promise<{ entries: Entry[]; upToXid: string }> {
  const table = tx.unsafe(ledger)
  const [bounds] = await tx<{ first: string; last: string }[]>`
    with edge as (
      select pg_snapshot_xmin(pg_current_snapshot()) as last,
        -- On a restored database the numbers start low again: then look at everything.
        case when ${fromXid}::text::xid8 > pg_snapshot_xmax(pg_current_snapshot())
          then '0'::xid8 else ${fromXid}::text::xid8 end as first),
    found as (select xid from ${table}, edge where xid >= first and xid < last order by xid)
    select first::text as first, greatest(
      coalesce((select xid from found offset ${most} limit 1), last),
      -- What one transaction wrote stays together, however much it is.
      (select (xid::text::numeric + 1)::text::xid8 from found limit 1))::text as last
    from edge`
  if (!bounds) throw new Error('the snapshot has no edges')
  const rows = await tx<EntryRow[]>`
    select ${columns(tx, ledger)} from ${table} entry
    where xid >= ${bounds.first}::text::xid8 and xid < ${bounds.last}::text::xid8
      and not exists (select from seal_entry where entry_id = entry.id)
    order by xid, id`
  return { entries: rows.map(asEntry), upToXid: bounds.last }
}

/** The entries of one block as they stand now, by id. */
export async function readSealed(
  sql: Db | Tx,
  ledger: Ledger,
  sealed: readonly { readonly id: string; readonly happenedAt: Date }[],
): Promise<ReadonlyMap<string, Entry>> {
  const times = sealed.map(({ happenedAt }) => happenedAt.getTime())
  const rows = await sql<EntryRow[]>`
    select ${columns(sql, ledger)} from ${sql.unsafe(ledger)}
    where id = any (${sealed.map(({ id }) => id)})
      and happened_at between ${new Date(Math.min(...times) - 1)} and ${new Date(Math.max(...times) + 1)}`
  return new Map(rows.map((row) => [row.id, asEntry(row)]))
}

/** Entries that were slipped in behind the chain: older than its last block, and in none. */
export async function listUnsealedBehind(sql: Db | Tx, ledger: Ledger): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select id from ${sql.unsafe(ledger)} entry
    where xid < (select max(up_to_xid::text::numeric) from seal_block where ledger = ${ledger})::text::xid8
      and not exists (select from seal_entry where entry_id = entry.id)
    limit 100`
  return rows.map(({ id }) => id)
}
