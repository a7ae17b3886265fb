import { Secret, TOTP } from 'otpauth'
import type { Vault } from '../../../platform/vault/vault.ts'

/** The name under which an authenticator app lists the account. */
const issuer = 'BECOME'
const seconds = 30

export const newSecret = (): string => new Secret({ size: 20 }).base32

/** What the app reads from the QR code. */
export const codeAddress = (secret: string, login: string): string =>
  totpOf(secret, login).toString()

/** The thirty-second step to which a code belongs, one step early or late allowed; else null. */
export function stepOf(secret: string, typed: string, now: Date): number | null {
  const token = latinDigits(typed).replace(/[\s\-\u200b-\u200d]/g, '')
  if (!/^\d{6}$/.test(token)) return null
  const delta = totpOf(secret, '').validate({ token, timestamp: now.getTime(), window: 1 })
  return delta === null ? null : stepNow(now) + delta
}

export const stepNow = (now: Date): number => Math.floor(now.getTime() / 1000 / seconds)

/** What the app shows during this step. */
export const codeOfStep = (secret: string, step: number): string =>
  totpOf(secret, '').generate({ timestamp: step * seconds * 1000 })

export const sealSecret = (vault: Vault, personId: string, secret: string): Buffer =>
  vault.seal(vault.keyFrom(personId, 'totp'), secret)

export const openSecret = (vault: Vault, personId: string, sealed: Uint8Array): string =>
  vault.open(vault.keyFrom(personId, 'totp'), sealed)

const totpOf = (secret: string, label: string): TOTP =>
  new TOTP({
    issuer,
    label: label || issuer,
    algorithm: 'SHA1',
    digits: 6,
    period: seconds,
    secret: Secret.fromBase32(secret),
  })

/** Khmer digits are fine too. */
const latinDigits = (typed: string): string =>
  typed.replace(/[\u17e0-\u17e9]/g, (digit) => String(digit.charCodeAt(0) - 0x17e0))
