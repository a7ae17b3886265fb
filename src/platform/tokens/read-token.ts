import { createPublicKey, type KeyObject, verify } from 'node:crypto'
import { keyNameOf, readSigned, type Signed } from '../../kernel/tokens/cose.ts'
import type { Signature } from '../../kernel/tokens/judge.ts'
import { fromText } from '../../kernel/tokens/text-form.ts'
import { decodeToken, type Token } from '../../kernel/tokens/token.ts'
import type { Db, Tx } from '../db.ts'
import type { Vault } from '../vault/vault.ts'
import { listTokenKeys, publicKeyOf } from './token-keys.ts'

export type ReadToken = { readonly token: Token | null; readonly signature: Signature }

/** What a signed text says, and whether its signature is one of ours that still holds. */
export async function readToken(db: Db | Tx, vault: Vault, text: string): Promise<ReadToken> {
  const bytes = fromText(text)
  const signed = bytes && readSigned(bytes)
  const token = signed && decodeToken(signed.payload)
  if (!signed || !token) return { token: null, signature: 'wrong' }
  return { token, signature: await signatureOf(db, vault, signed) }
}

async function signatureOf(db: Db | Tx, vault: Vault, signed: Signed): Promise<Signature> {
  const name = keyNameOf(signed.keyId)
  const row = (await listTokenKeys(db)).find(({ number }) => String(number) === name)
  if (!row) return 'key-unknown'
  if (row.withdrawnAt !== null) return 'key-withdrawn'
  const key = verifying(vault, row.number)
  const how = { key, dsaEncoding: 'ieee-p1363' } as const
  return verify('sha256', signed.covered, how, signed.signature) ? 'right' : 'wrong'
}

const verifying = (vault: Vault, number: number): KeyObject =>
  createPublicKey({ format: 'jwk', key: { ...publicKeyOf(vault, number) } })
