import { createHash } from 'node:crypto'
import { systemActor } from '../../kernel/actor.ts'
import { ok } from '../../kernel/result.ts'
import { type Db, type Tx, transact } from '../db.ts'
import { type Entry, type Ledger, ledgers, listEntriesToSeal } from './ledger-entries.ts'

const actor = systemActor('seal')

/** Adds a block to the chain of each ledger. Runs every minute, never inside a request. */
export async function sealLedgers(db: Db): Promise<void> {
  for (const ledger of ledgers) await sealLedger(db, ledger)
}

/** Seals what has been committed since the last block; a block is at most some thousand entries. */
async function sealLedger(db: Db, ledger: Ledger): Promise<void> {
  for (let sealed = -1; sealed !== 0; ) {
    const done = await transact<number, never>(db, actor, async (tx) => {
      await tx`select pg_advisory_xact_lock(hashtext(${`become.seal.${ledger}`}))`
      return ok(await sealBlock(tx, ledger))
    })
    sealed = done.ok ? done.value : 0
  }
}

async function sealBlock(tx: Tx, ledger: Ledger): Promise<number> {
  const last = await findLastBlock(tx, ledger)
  const { entries, upToXid } = await listEntriesToSeal(tx, ledger, last?.upToXid ?? '0')
  if (entries.length === 0) return 0
  const number = (last?.number ?? 0n) + 1n
  const previous = last?.hash ?? Buffer.alloc(32)
  const hash = blockHash(
    previous,
    entries.map(({ hash }) => hash),
  )
  await tx`
    insert into seal_block (ledger, number, up_to_xid, entries, previous_hash, hash)
    values (${ledger}, ${number}, ${upToXid}::text::xid8, ${entries.length}, ${previous}, ${hash})`
  await insertSealEntries(tx, { ledger, block: number, entries })
  return entries.length
}

/** The chain's link: everything before, and every entry of this block in its order. */
export function blockHash(previous: Uint8Array, entries: readonly Uint8Array[]): Buffer {
  const hash = createHash('sha256').update(previous)
  for (const entry of entries) hash.update(entry)
  return hash.digest()
}

type LastBlock = { readonly number: bigint; readonly upToXid: string; readonly hash: Uint8Array }

async function findLastBlock(tx: Tx, ledger: Ledger): Promise<LastBlock | null> {
  const [row] = await tx<LastBlock[]>`
    select number, up_to_xid::text as "upToXid", hash from seal_block
    where ledger = ${ledger} order by number desc limit 1`
  return row ?? null
}

async function insertSealEntries(
  tx: Tx,
  { ledger, block, entries }: { ledger: Ledger; block: bigint; entries: readonly Entry[] },
): Promise<void> {
  const rows = entries.map((entry, position) => ({
    ledger,
    entry_id: entry.id,
    happened_at: entry.happenedAt,
    block,
    position,
    entry_hash: entry.hash,
  }))
  for (let from = 0; from < rows.length; from += 2_000)
    await tx`insert into seal_entry ${tx(rows.slice(from, from + 2_000))}`
}
