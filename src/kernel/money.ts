import { ok, type Result, refuse } from './result.ts'

/** Whole minor units (cents, satang) with an ISO 4217 code. Riel and yen have no minor unit here. */
export type Money = { readonly minor: bigint; readonly currency: Currency }

export const currencies = ['USD', 'KHR', 'THB', 'MYR', 'JPY', 'KRW', 'SGD', 'HKD', 'SAR'] as const
export type Currency = (typeof currencies)[number]

/** Digits after the point as people use them: ISO lists two for riel, nobody writes them. */
export const minorDigits: Readonly<Record<Currency, 0 | 2>> = {
  USD: 2,
  KHR: 0,
  THB: 2,
  MYR: 2,
  JPY: 0,
  KRW: 0,
  SGD: 2,
  HKD: 2,
  SAR: 2,
}

export type MoneyRefusal =
  | 'not-a-number'
  | 'no-decimals-in-this-currency'
  | 'too-many-decimals'
  | 'negative'
  | 'too-large'
const largest = 1_000_000_000_000n

/** Reads "1,250.50" (Latin digits, commas as thousands) without ever passing through a float. */
export function parseMoney(text: string, currency: Currency): Result<Money, MoneyRefusal> {
  const plain = text.trim().replace(/(?<=\d)[,\s](?=\d{3}(?:\D|$))/g, '')
  if (/^-/.test(plain)) return refuse('negative')
  const match = /^(\d+)(?:\.(\d+))?$/.exec(plain)
  if (!match) return refuse('not-a-number')
  const [, whole = '0', fraction = ''] = match
  const digits = minorDigits[currency]
  if (digits === 0 && Number(fraction) > 0) return refuse('no-decimals-in-this-currency')
  if (Number(fraction.slice(2)) > 0) return refuse('too-many-decimals')
  if (whole.replace(/^0+/, '').length > 16) return refuse('too-large')
  const minor =
    BigInt(whole) * 10n ** BigInt(digits) + BigInt(fraction.padEnd(2, '0').slice(0, digits) || '0')
  return minor > largest ? refuse('too-large') : ok({ minor, currency })
}

/** "1250.50": plain text for CSV, JSON and inputs. */
export function moneyText({ minor, currency }: Money): string {
  const digits = minorDigits[currency]
  if (digits === 0) return minor.toString()
  const sign = minor < 0n ? '-' : ''
  const text = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, '0')
  return `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`
}
