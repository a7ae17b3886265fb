import { createECDH, createPrivateKey, type KeyObject, sign } from 'node:crypto'
import type { Db, Tx } from '../db.ts'
import type { Vault } from '../vault/vault.ts'

export type TokenKey = {
  readonly number: number
  readonly begunAt: Date
  readonly withdrawnAt: Date | null
}

/** As it is published: RFC 7517. */
export type PublicKey = {
  readonly kty: 'EC'
  readonly crv: 'P-256'
  readonly x: string
  readonly y: string
  readonly kid: string
  readonly alg: 'ES256'
  readonly use: 'sig'
}

/** Every key that ever signed, the newest first. */
export async function listTokenKeys(db: Db | Tx): Promise<TokenKey[]> {
  const rows = await db<{ number: number; begun_at: Date; withdrawn_at: Date | null }[]>`
    select number, begun_at, withdrawn_at from token_key order by number desc`
  return rows.map((row) => ({
    number: row.number,
    begunAt: row.begun_at,
    withdrawnAt: row.withdrawn_at,
  }))
}

/** The newest that holds: the one that signs. A withdrawal never leaves us without. */
export async function signingKey(db: Db | Tx): Promise<TokenKey> {
  const key = (await listTokenKeys(db)).find(({ withdrawnAt }) => withdrawnAt === null)
  if (!key) throw new Error('no key is left that signs codes')
  return key
}

/** Begins a key that signs from now on; older ones go on holding. Returns its number. */
export async function beginTokenKey(tx: Tx, at: Date): Promise<number> {
  const [row] = await tx<{ number: number }[]>`
    insert into token_key (begun_at) values (${at}) returning number`
  if (!row) throw new Error('no key was begun')
  return row.number
}

/** False where there is no such key, or it was withdrawn before. */
export async function withdrawTokenKey(tx: Tx, number: number, at: Date): Promise<boolean> {
  const done = await tx`
    update token_key set withdrawn_at = greatest(begun_at, ${at})
    where number = ${number} and withdrawn_at is null`
  return done.count === 1
}

/** How a key is called inside a token: one byte, for as long as there are fewer than 256. */
export const keyIdOf = (number: number): Uint8Array =>
  number < 256 ? Uint8Array.of(number) : Uint8Array.of(number >> 8, number & 255)

/** For everyone who checks a code. */
export function publicKeyOf(vault: Vault, number: number): PublicKey {
  const { x, y } = halvesOf(vault, number)
  return { kty: 'EC', crv: 'P-256', x, y, kid: String(number), alg: 'ES256', use: 'sig' }
}

/** Signs as ES256 does: two numbers of 32 bytes. */
export function signerOf(vault: Vault, number: number): (covered: Uint8Array) => Uint8Array {
  const key = privateKeyOf(vault, number)
  return (covered) => sign('sha256', covered, { key, dsaEncoding: 'ieee-p1363' })
}

/** Deriving one takes as long as twenty signatures; a vault lives as long as its process. */
const derived = new WeakMap<Vault, Map<number, KeyObject>>()

function privateKeyOf(vault: Vault, number: number): KeyObject {
  const known = derived.get(vault) ?? new Map<number, KeyObject>()
  derived.set(vault, known)
  const kept = known.get(number)
  if (kept) return kept
  const { d, x, y } = halvesOf(vault, number)
  const key = createPrivateKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', d, x, y } })
  known.set(number, key)
  return key
}

/** One in four thousand million of derived numbers is beyond the curve's: then the next is taken. */
function halvesOf(vault: Vault, number: number, tries = 0): { d: string; x: string; y: string } {
  const secret = vault.keyFrom('', `token-signing/${number}/${tries}`).bytes
  const curve = createECDH('prime256v1')
  try {
    curve.setPrivateKey(secret)
  } catch (error) {
    if (tries > 3) throw error
    return halvesOf(vault, number, tries + 1)
  }
  const point = curve.getPublicKey()
  return {
    d: secret.toString('base64url'),
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
  }
}
