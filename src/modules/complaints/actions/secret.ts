import { randomInt } from 'node:crypto'
import type { Vault } from '../../../platform/vault/vault.ts'

/** Ten digits from the system's source of chance. */
export const newSecret = (): string =>
  `${randomInt(100_000).toString().padStart(5, '0')}${randomInt(100_000).toString().padStart(5, '0')}`

/** Keyed: whoever steals the table cannot try ten digits without the master key. */
export const secretHash = (vault: Vault, number: string, secret: string): Buffer =>
  vault.blindIndex('receipt', `${number}\0${secret}`)
