import { createHash, randomBytes } from 'node:crypto'
import type { Vault } from '../../../platform/vault/vault.ts'

/** What a browser or a program holds; here stays only its hash. 256 random bits need no salt. */
export const newToken = (): string => randomBytes(32).toString('base64url')

export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest()

/** An address as a keyed hash: to see "the same one", never to read which. */
export const hashAddress = (vault: Vault, ip: string): Buffer =>
  vault.blindIndex('address', networkOf(ip))

/** One customer line of IPv6 is a /64: who has one has all of its addresses. */
function networkOf(ip: string): string {
  const v4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1]
  if (v4 || !ip.includes(':')) return v4 ?? ip
  const [head = '', tail = ''] = ip.split('%')[0]?.split('::') ?? []
  const front = head.split(':').filter(Boolean)
  const back = tail.split(':').filter(Boolean)
  const zeros = ip.includes('::')
    ? Array(Math.max(0, 8 - front.length - back.length)).fill('0')
    : []
  return [...front, ...zeros, ...back]
    .slice(0, 4)
    .map((part) => Number.parseInt(part, 16).toString(16))
    .join(':')
}
