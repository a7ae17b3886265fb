import type { Id } from '../../../kernel/ids.ts'
import type { Currency } from '../../../kernel/money.ts'

export type AccountId = Id<'ledger-account'>
export type PostingId = Id<'ledger-posting'>

/**
 * What an account holds. Of a due: `owed`, `paid` (somebody said so, she has not), `received`; their
 * counter account is the `debt` of whoever owes. Of a deposit: `deposit`, against what the agency
 * `paid-in`. Counter accounts stand at zero or below, all others at zero or above.
 */
export const accountKinds = ['owed', 'paid', 'received', 'debt', 'deposit', 'paid-in'] as const
export type AccountKind = (typeof accountKinds)[number]

export const postingKinds = [
  'dues-opened',
  'dues-cancelled',
  'payments-recorded',
  'payments-confirmed',
  'payment-rejected',
  'deposit-paid-in',
  'deposit-released',
  'deposit-drawn',
  'guarantee-given',
  'guarantee-ended',
] as const
export type PostingKind = (typeof postingKinds)[number]

/** A record by which money moved: `{ type: 'settlement', id }`. */
export type Source = { readonly type: string; readonly id: string }

/** One line of a posting, in whole minor units of its account's currency; never zero. */
export type Line = { readonly accountId: AccountId; readonly minor: bigint }

/** What moved money, as one whole: its lines sum to zero in every currency. */
export type Posting = {
  readonly id: PostingId
  readonly kind: PostingKind
  readonly source: Source
  readonly lines: readonly Line[]
}

/** A line as it was written: the n-th of its account, with what stood there before and after. */
export type Entry = {
  readonly version: number
  readonly postingId: PostingId
  readonly kind: PostingKind
  readonly source: Source
  readonly postedAt: Date
  readonly minor: bigint
  readonly before: bigint
  readonly after: bigint
}

export type Balance = {
  readonly accountId: AccountId
  readonly kind: AccountKind
  readonly currency: Currency
  readonly minor: bigint
}

/** The largest sum that is entered at once, in minor units; the forms refuse it before. */
const largest = 1_000_000_000_000n

/** A sum that can be owed, paid or held: more than nothing, and not beyond all measure. */
export const isSum = (minor: bigint): boolean => minor > 0n && minor <= largest
