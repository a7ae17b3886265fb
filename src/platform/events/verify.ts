import { systemActor } from '../../kernel/actor.ts'
import { type Db, readAs, type Tx } from '../db.ts'
import {
  type Entry,
  type Ledger,
  ledgers,
  listUnsealedBehind,
  readSealed,
} from './ledger-entries.ts'
import { blockHash } from './seal.ts'

/** One thing that is not as it was sealed. */
export type Fault = {
  readonly kind:
    | 'changed'
    | 'missing'
    | 'added'
    | 'chain-broken'
    | 'contradicts-signature'
    | 'differs-from-events'
  readonly where: string
  readonly id: string
}

/** Walks both chains from the first block and names every entry that is not as it was sealed. */
export async function verifyLedgers(db: Db): Promise<Fault[]> {
  const faults: Fault[] = []
  for (const ledger of ledgers)
    faults.push(...(await readAs(db, systemActor('audit'), (tx) => verifyLedger(tx, ledger))))
  return faults
}

async function verifyLedger(tx: Tx, ledger: Ledger): Promise<Fault[]> {
  const faults: Fault[] = []
  let previous: Uint8Array = Buffer.alloc(32)
  for (const block of await listBlocks(tx, ledger)) {
    const sealed = await listSealed(tx, ledger, block.number)
    const chained = blockHash(
      previous,
      sealed.map(({ hash }) => hash),
    )
    if (!chained.equals(block.hash) || sealed.length !== block.entries)
      faults.push({ kind: 'chain-broken', where: ledger, id: `block ${block.number}` })
    faults.push(...compare(ledger, sealed, await readSealed(tx, ledger, sealed)))
    previous = block.hash
  }
  const added = await listUnsealedBehind(tx, ledger)
  return [...faults, ...added.map((id): Fault => ({ kind: 'added', where: ledger, id }))]
}

function compare(
  ledger: Ledger,
  sealed: readonly Sealed[],
  found: ReadonlyMap<string, Entry>,
): Fault[] {
  return sealed.flatMap(({ id, hash }): Fault[] => {
    const entry = found.get(id)
    if (!entry) return [{ kind: 'missing', where: ledger, id }]
    return entry.hash.equals(hash) ? [] : [{ kind: 'changed', where: ledger, id }]
  })
}

type Block = { readonly number: bigint; readonly hash: Uint8Array; readonly entries: number }

const listBlocks = (tx: Tx, ledger: Ledger): Promise<Block[]> =>
  tx<Block[]>`
    select number, hash, entries from seal_block where ledger = ${ledger} order by number`

type Sealed = { readonly id: string; readonly happenedAt: Date; readonly hash: Uint8Array }

const listSealed = (tx: Tx, ledger: Ledger, block: bigint): Promise<Sealed[]> =>
  tx<Sealed[]>`
    select entry_id as id, happened_at as "happenedAt", entry_hash as hash
    from seal_entry where ledger = ${ledger} and block = ${block} order by position`
