import type { Day } from '../../../kernel/days.ts'
import type { Currency, Money } from '../../../kernel/money.ts'
import type { AgencyId } from '../../agencies/index.ts'
import { costOf, type Rate } from './convert.ts'

/** What an agency owes and what is claimed from it, in one currency; of some the sum is open. */
export type OpenSums = {
  readonly agencyId: AgencyId
  readonly currency: Currency | null
  readonly minor: bigint | null
  readonly uncounted: number
}

/** How many of its workers are abroad, as the agency declared of one day. */
export type Declaration = {
  readonly agencyId: AgencyId
  readonly onDay: Day
  readonly workers: number
  readonly declaredAt: Date
}

/** What a deposit stands for on one day, in the currency of the minimum. */
export type Cover = {
  readonly held: Money
  readonly required: bigint | null
  readonly open: bigint
  /** Claims whose sum is open, or in a currency of which no rate is known. */
  readonly uncounted: number
  readonly workers: number | null
}
export type CoverOnDay = Cover & { readonly day: Day }

/** Adds up in one currency what can be added up, and counts what cannot. */
export function openIn(
  base: Currency,
  sums: readonly OpenSums[],
  rates: readonly Rate[],
): Pick<Cover, 'open' | 'uncounted'> {
  let [open, uncounted] = [0n, 0]
  for (const { currency, minor, uncounted: without } of sums) {
    uncounted += without
    if (currency === null || minor === null) continue
    const rate = rates.find((each) => each.base === base && each.currency === currency)
    if (currency === base) open += minor
    else if (rate) open += costOf(minor, rate)
    else uncounted += 1
  }
  return { open, uncounted }
}

/** How many whole per cent of what is open the deposit covers; null where nothing is open. */
export const percentCovered = ({ held, open }: Pick<Cover, 'held' | 'open'>): number | null =>
  open > 0n ? Number((held.minor * 100n) / open) : null

/** What is held for each worker abroad; null where none is, or nothing was declared. */
export const perWorker = ({ held, workers }: Pick<Cover, 'held' | 'workers'>): Money | null =>
  workers ? { ...held, minor: held.minor / BigInt(workers) } : null

/** More is owed and claimed than is held. */
export const isBelowClaims = ({ held, open }: Pick<Cover, 'held' | 'open'>): boolean =>
  open > held.minor
