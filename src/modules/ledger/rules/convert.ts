import type { Day } from '../../../kernel/days.ts'
import { type Currency, minorDigits } from '../../../kernel/money.ts'
import type { DrawnShare } from './draw.ts'
import type { DueId } from './due.ts'
import { shareInProportion } from './share.ts'

/** For one of `base` so much of `currency`, as somebody read it: "4100", "34.5". */
export type Rate = {
  readonly base: Currency
  readonly currency: Currency
  readonly rate: string
  readonly onDay: Day
  readonly source: string
}

/** At most six digits before the point and six after: no currency needs more. */
export const isRate = (text: string): boolean =>
  /^\d{1,6}(\.\d{1,6})?$/.test(text) && /[1-9]/.test(text)

/** So many minor units of the one are so many of the other. */
type Ratio = { readonly base: bigint; readonly currency: bigint }

function ratioOf({ base, currency, rate }: Rate): Ratio {
  const [whole = '0', fraction = ''] = rate.split('.')
  const scale = 10n ** BigInt(fraction.length)
  return {
    base: scale * 10n ** BigInt(minorDigits[base]),
    currency: BigInt(whole + fraction) * 10n ** BigInt(minorDigits[currency]),
  }
}

/** What a sum costs in the base, rounded up: so much pays all of it. */
export function costOf(minor: bigint, rate: Rate): bigint {
  const { base, currency } = ratioOf(rate)
  return (minor * base + currency - 1n) / currency
}

/** What so much of the base pays, rounded down. */
export function paidBy(cost: bigint, rate: Rate): bigint {
  const { base, currency } = ratioOf(rate)
  return (cost * currency) / base
}

export type OwedSum = {
  readonly id: DueId
  readonly owed: bigint
  readonly currency: Currency
}
/** A share with what its whole claim would cost. */
export type SharedDue = DrawnShare & { readonly claimCost: bigint }
export type ShareAsk = {
  /** What the deposit holds, and in what. */
  readonly held: bigint
  readonly base: Currency
  /** One for each other currency of the dues. */
  readonly rates: readonly Rate[]
}

/** The currencies of which the rate is missing. */
export const missingRates = (
  dues: readonly Pick<OwedSum, 'currency'>[],
  { base, rates }: Omit<ShareAsk, 'held'>,
): Currency[] =>
  [...new Set(dues.map(({ currency }) => currency))].filter(
    (currency) => currency !== base && !rates.some((rate) => rate.currency === currency),
  )

/**
 * Shares what a deposit holds among dues in any currency, in the order given. Proportions are those
 * of their costs in the deposit's currency; each gets what its part pays, whole, in its own. What
 * pays not even one unit is not taken.
 */
export function sharesAcross(dues: readonly OwedSum[], asked: ShareAsk): SharedDue[] {
  const rateOf = (currency: Currency) => asked.rates.find((rate) => rate.currency === currency)
  const costs = dues.map(({ owed, currency }) => {
    const rate = rateOf(currency)
    return currency === asked.base || !rate ? owed : costOf(owed, rate)
  })
  const parts = shareInProportion(asked.held, costs)
  return dues.map(({ id, owed, currency }, at) => {
    const part = parts[at] ?? 0n
    const rate = rateOf(currency)
    const share = currency === asked.base || !rate ? part : smaller(owed, paidBy(part, rate))
    return {
      dueId: id,
      claim: owed,
      claimCost: costs[at] ?? 0n,
      share,
      cost: share > 0n ? part : 0n,
    }
  })
}
const smaller = (a: bigint, b: bigint): bigint => (a < b ? a : b)
