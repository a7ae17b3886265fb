import { makeSigned } from '../../kernel/tokens/cose.ts'
import { toText } from '../../kernel/tokens/text-form.ts'
import { encodeToken, type Token } from '../../kernel/tokens/token.ts'
import type { Db, Tx } from '../db.ts'
import { publicAddress } from '../documents/public-address.ts'
import type { Vault } from '../vault/vault.ts'
import { keyIdOf, signerOf, signingKey } from './token-keys.ts'

/** Tokens as text, signed with the key of today. */
export async function signTokens(
  db: Db | Tx,
  vault: Vault,
  tokens: readonly Token[],
): Promise<string[]> {
  const { number } = await signingKey(db)
  const keyId = keyIdOf(number)
  const sign = signerOf(vault, number)
  return tokens.map((token) => toText(makeSigned({ keyId, payload: encodeToken(token) }, sign)))
}

/** The address of a token's QR code. What stands behind the `#` never leaves the telephone. */
export const tokenAddress = (token: string): string => `${publicAddress('/check')}#${token}`
