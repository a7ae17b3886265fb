import type { Role } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/days.ts'
import type { Id } from '../../../kernel/ids.ts'
import { type Currency, type Money, minorDigits } from '../../../kernel/money.ts'
import type { AgencyId } from '../../agencies/index.ts'
import type { AccountId } from './account.ts'

export type DepositId = Id<'deposit'>
export type DepositChangeId = Id<'deposit-change'>
export type DemandId = Id<'deposit-demand'>

/** Who enters what came in, and demands what is missing. */
export const depositKeeperRoles = [
  'licensing-officer',
  'licensing-head',
] as const satisfies readonly Role[]

/** What an agency must hold (Sub-Decree 190); the rule says in which standing we know it. */
export const minimumRule = 'deposit.minimum_usd'
/** In how many days it fills up again what was drawn. */
export const topUpRule = 'deposit.topup_days'
/** How many days before the last one the agency is reminded. */
export const demandReminderRule = 'deposit.demand_reminder_days'
/** The currency that the rule of the minimum is in. */
export const minimumCurrency: Currency = 'USD'

/** What is held for an agency in one currency: that in which it was paid. */
export type Holding = {
  readonly id: DepositId
  readonly agencyId: AgencyId
  readonly currency: Currency
  readonly accountId: AccountId
  readonly paidInId: AccountId
  readonly held: bigint
}

/** Money that came in or was given back, with the number of the paper that proves it. */
export type DepositChange = {
  readonly id: DepositChangeId
  readonly kind: 'paid-in' | 'released'
  readonly minor: bigint
  readonly onDay: Day
  readonly reference: string
  readonly reason: string | null
  readonly recordedBy: string
  readonly recordedAt: Date
}

/** That a deposit is filled up to `target` by a day that the law or an officer sets. */
export type Demand = {
  readonly id: DemandId
  readonly depositId: DepositId
  readonly target: bigint
  readonly missing: bigint
  readonly dueOn: Day
  readonly reason: string
  readonly status: 'open' | 'met' | 'withdrawn'
  readonly version: number
  readonly madeBy: string
  readonly madeAt: Date
  readonly endedAt: Date | null
}

/** The minimum in minor units, from a rule that speaks of whole dollars; null where it is unknown. */
export const minimumOf = (value: number | null): Money | null =>
  value === null
    ? null
    : {
        minor: BigInt(Math.round(value)) * 10n ** BigInt(minorDigits[minimumCurrency]),
        currency: minimumCurrency,
      }

export const depositStates = ['covered', 'short', 'not-comparable', 'minimum-unknown'] as const
/**
 * Whether what is held is enough. Nobody compares currencies here: where money is held in another
 * than the minimum's, and what is held in its own is not enough, that is said and not judged.
 */
export type DepositState = (typeof depositStates)[number]

type Held = Pick<Holding, 'currency' | 'held'>

export function stateOfDeposit(holdings: readonly Held[], minimum: Money | null): DepositState {
  if (minimum === null) return 'minimum-unknown'
  if (heldIn(holdings, minimum.currency) >= minimum.minor) return 'covered'
  const others = holdings.some(({ currency, held }) => currency !== minimum.currency && held > 0n)
  return others ? 'not-comparable' : 'short'
}

/** What is missing to the minimum; null unless the deposit is known to be short. */
export const shortBy = (holdings: readonly Held[], minimum: Money | null): Money | null =>
  minimum !== null && stateOfDeposit(holdings, minimum) === 'short'
    ? { ...minimum, minor: minimum.minor - heldIn(holdings, minimum.currency) }
    : null

/** What is held in one currency. */
export const heldIn = (holdings: readonly Held[], wanted: Currency): bigint =>
  holdings.find(({ currency }) => currency === wanted)?.held ?? 0n

export type DemandClock = 'running' | 'ran-out' | 'stopped'

/** Its own clock: the last day is still in time. */
export const clockOfDemand = (
  { status, dueOn }: Pick<Demand, 'status' | 'dueOn'>,
  today: Day,
): DemandClock => (status !== 'open' ? 'stopped' : dueOn < today ? 'ran-out' : 'running')
