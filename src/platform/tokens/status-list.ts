import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { makeSigned } from '../../kernel/tokens/cose.ts'
import { encodeList, packStatuses, statusListType } from '../../kernel/tokens/status-list.ts'
import type { Db, Tx } from '../db.ts'
import { publicAddress } from '../documents/public-address.ts'
import type { Vault } from '../vault/vault.ts'
import { keyIdOf, signerOf, signingKey } from './token-keys.ts'

/** Where the list is published, and with what it signs itself as being from. */
const statusListPath = '/.well-known/token-status'

const hour = 3_600_000
/** A list is published anew after a day at the latest; for so long and a little more it is fresh. */
const republishAfter = 23 * hour
const freshFor = 26 * hour
const keptFor = 90 * 24 * hour

export type SignedList = { readonly publishedAt: Date; readonly signed: Buffer }

/** The signed list of all statuses, by place, one byte each. */
export function signStatuses(
  statuses: Uint8Array,
  { vault, key, at }: { readonly vault: Vault; readonly key: number; readonly at: Date },
): Uint8Array {
  const payload = encodeList({
    address: publicAddress(statusListPath),
    issuedAt: at,
    endsAt: new Date(at.getTime() + freshFor),
    compressed: deflateSync(packStatuses(statuses), { level: 9 }),
  })
  return makeSigned({ keyId: keyIdOf(key), type: statusListType, payload }, signerOf(vault, key))
}

/** Publishes what is new: other statuses, another key, or the same a day later. True where it did. */
export async function publishStatuses(
  tx: Tx,
  statuses: Uint8Array,
  { vault, at }: { readonly vault: Vault; readonly at: Date },
): Promise<boolean> {
  const { number: key } = await signingKey(tx)
  const digest = createHash('sha256').update(`${key} `).update(statuses).digest()
  const [last] = await tx<{ published_at: Date; digest: Uint8Array }[]>`
    select published_at, digest from status_list order by published_at desc limit 1`
  const age = last ? at.getTime() - last.published_at.getTime() : republishAfter
  if (last && age < republishAfter && digest.equals(last.digest)) return false
  // Never before the last one, whatever this machine's clock says.
  const publishedAt = new Date(Math.max(at.getTime(), (last?.published_at.getTime() ?? 0) + 1))
  const signed = Buffer.from(signStatuses(statuses, { vault, key, at }))
  await tx`
    insert into status_list (published_at, entries, digest, signed)
    values (${publishedAt}, ${statuses.length}, ${digest}, ${signed})`
  await tx`delete from status_list where published_at < ${new Date(at.getTime() - keptFor)}`
  return true
}

/** The newest list; null before the first was published. */
export async function readStatusList(db: Db | Tx): Promise<SignedList | null> {
  const [row] = await db<{ published_at: Date; signed: Uint8Array }[]>`
    select published_at, signed from status_list order by published_at desc limit 1`
  return row ? { publishedAt: row.published_at, signed: Buffer.from(row.signed) } : null
}
