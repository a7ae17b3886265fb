import { createHash, randomBytes } from 'node:crypto'
import { networkOf } from '../../../platform/network.ts'
import type { Vault } from '../../../platform/vault/vault.ts'

/** What a browser or a program holds; here stays only its hash. 256 random bits need no salt. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** The browser's cookie that holds an account's session. */
export const sessionCookie = 's'

/** Of the session that this browser holds; null where it holds none. */
export const sessionTokenHash = (
  cookies: Readonly<Record<string, string | undefined>>,
): Buffer | null => {
  const token = cookies[sessionCookie]
  return token ? hashToken(token) : null
}

export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest()

/** An address as a keyed hash: to see "the same one", never to read which. */
export const hashAddress = (vault: Vault, ip: string): Buffer =>
  vault.blindIndex('address', networkOf(ip))
