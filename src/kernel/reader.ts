import type { Day } from './days.ts'
import type { Money } from './money.ts'

export const langs = ['km', 'en'] as const
export type Lang = (typeof langs)[number]

export type MessageValues = Readonly<Record<string, string | number>>

/** A text that has a message in every language: what rules and forms pass instead of words. */
export type Message = { readonly key: string; readonly values?: MessageValues }

/** The person who reads: the language, and every way to put a value into words. */
export type Reader = {
  readonly lang: Lang
  /** The ICU message of this key; throws for a key that no file has. */
  t(key: string, values?: MessageValues): string
  /** One of two names, the other when the wanted one is missing. */
  name(names: { readonly km: string | null; readonly en: string | null }): string
  day(day: Day): string
  /** Date and time in Phnom Penh. */
  instant(at: Date): string
  number(value: number | bigint): string
  /** "Thailand, Malaysia and Japan". */
  list(words: readonly string[]): string
  /** With its currency code, decimals only where people use them. */
  money(money: Money): string
  /** A path of this site in the reader's language: `/en/…` for English, no prefix for Khmer. */
  link(path: string): string
}
