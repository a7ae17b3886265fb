import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import { CompactSign, exportJWK, type JWK } from 'jose'
import type { Day } from '../../kernel/days.ts'
import type { Db, Tx } from '../db.ts'
import type { Vault } from '../vault/vault.ts'
import { ledgers } from './ledger-entries.ts'

/** The key that signs what the platform publishes; derived, so that a backup needs no second secret. */
function signingKey(vault: Vault): KeyObject {
  const seed = vault.keyFrom('', 'digest-signing').bytes
  const ed25519 = Buffer.from('302e020100300506032b657004220420', 'hex')
  return createPrivateKey({ key: Buffer.concat([ed25519, seed]), format: 'der', type: 'pkcs8' })
}

/** For everyone who wants to check a digest. */
export async function publicSigningKey(vault: Vault): Promise<JWK> {
  const jwk = await exportJWK(createPublicKey(signingKey(vault)))
  const kid = createHash('sha256').update(String(jwk.x)).digest('base64url').slice(0, 16)
  return { ...jwk, kid, alg: 'EdDSA', use: 'sig' }
}

/** Signs the last link of each chain: whoever changes the past later contradicts this line. */
export async function signDailyDigest(db: Db, vault: Vault, day: Day): Promise<void> {
  const key = signingKey(vault)
  const { kid } = await publicSigningKey(vault)
  for (const ledger of ledgers) {
    const [last] = await db<{ number: bigint; hash: Uint8Array }[]>`
      select number, hash from seal_block where ledger = ${ledger} order by number desc limit 1`
    if (!last) continue
    const line = digestLine({ day, ledger, block: last.number, hash: last.hash })
    const signature = await new CompactSign(Buffer.from(line))
      .setProtectedHeader({ alg: 'EdDSA', ...(kid ? { kid } : {}) })
      .sign(key)
    await db`
      insert into daily_digest (day, ledger, block, hash, signature)
      values (${day}, ${ledger}, ${last.number}, ${last.hash as Buffer}, ${signature})
      on conflict (day, ledger) do nothing`
  }
}

/** What is signed of a day. */
export const digestLine = (of: {
  readonly day: string
  readonly ledger: string
  readonly block: bigint
  readonly hash: Uint8Array
}): string =>
  JSON.stringify({
    day: of.day,
    ledger: of.ledger,
    block: Number(of.block),
    hash: Buffer.from(of.hash).toString('hex'),
  })

export type Digest = {
  readonly day: Day
  readonly ledger: string
  readonly block: bigint
  readonly signature: string
}

/** The published lines, newest first. */
export const listDigests = (tx: Tx): Promise<Digest[]> =>
  tx<Digest[]>`
    select day, ledger, block, signature from daily_digest order by day desc, ledger limit 800`
