import type { Day } from '../../../kernel/days.ts'
import type { Currency, Money } from '../../../kernel/money.ts'

/** As much of a due as says how it stands. */
export type OwnDue = {
  readonly money: Money
  readonly dueOn: Day
  readonly owed: bigint
  readonly paid: bigint
  readonly received: bigint
}

/** Where somebody's money stands, one line for each currency: sums are never put together. */
export type OwnMoney = {
  readonly currency: Currency
  readonly awarded: bigint
  readonly received: bigint
  /** Paid, and she has not said that it came. */
  readonly waiting: bigint
  readonly overdue: bigint
}

export function standingOfMoney(dues: readonly OwnDue[], today: Day): OwnMoney[] {
  const sums = new Map<Currency, OwnMoney>()
  for (const { money, dueOn, owed, paid, received } of dues) {
    const { currency } = money
    const so = sums.get(currency) ?? {
      ...{ currency, awarded: 0n, received: 0n, waiting: 0n, overdue: 0n },
    }
    sums.set(currency, {
      currency,
      // What was cancelled is not to come any more.
      awarded: so.awarded + owed + paid + received,
      received: so.received + received,
      waiting: so.waiting + paid,
      overdue: so.overdue + (dueOn < today ? owed : 0n),
    })
  }
  return [...sums.values()].filter(({ awarded }) => awarded > 0n)
}

/** What she can do now: her word first, then nothing but wait, or ask. */
export function nextOfMoney(sums: readonly OwnMoney[]): 'say' | 'overdue' | 'wait' | 'all-came' {
  if (sums.some(({ waiting }) => waiting > 0n)) return 'say'
  if (sums.some(({ overdue }) => overdue > 0n)) return 'overdue'
  return sums.every(({ awarded, received }) => awarded === received) ? 'all-came' : 'wait'
}
