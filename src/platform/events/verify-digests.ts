import { compactVerify, importJWK } from 'jose'
import type { Db } from '../db.ts'
import type { Vault } from '../vault/vault.ts'
import { digestLine, publicSigningKey } from './digest.ts'
import type { Fault } from './verify.ts'

type Row = {
  readonly day: string
  readonly ledger: string
  readonly block: bigint
  readonly signature: string
  /** The block's hash as the chain has it now; null where the block is gone. */
  readonly sealed: Uint8Array | null
}

/**
 * Every signed daily line against the chain as it stands: whoever rewrites or cuts off the whole
 * chain, so that it agrees with itself again, contradicts what was signed before.
 */
export async function verifyDigests(db: Db, vault: Vault): Promise<Fault[]> {
  const rows = await db<Row[]>`
    select d.day, d.ledger, d.block, d.signature, b.hash as sealed
    from daily_digest d left join seal_block b on b.ledger = d.ledger and b.number = d.block
    order by d.day, d.ledger`
  const key = await importJWK(await publicSigningKey(vault), 'EdDSA')
  const faults: Fault[] = []
  for (const row of rows) {
    const signed = await readSigned(row.signature, key)
    if (row.sealed !== null && signed === digestLine({ ...row, hash: row.sealed })) continue
    faults.push({ kind: 'contradicts-signature', where: row.ledger, id: `day ${row.day}` })
  }
  return faults
}

/** The line that was signed; null when it was not signed with our key. */
async function readSigned(
  signature: string,
  key: Awaited<ReturnType<typeof importJWK>>,
): Promise<string | null> {
  try {
    const { payload } = await compactVerify(signature, key, { algorithms: ['EdDSA'] })
    return new TextDecoder().decode(payload)
  } catch {
    return null
  }
}
