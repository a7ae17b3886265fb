import type { Day } from '../../../../kernel/days.ts'
import type { Currency, Money } from '../../../../kernel/money.ts'
import { chargedTooMuch, converted, rateStep } from './charges.ts'
import { illegalDeductions } from './deductions.ts'
import { delayedDeparture, documentsWithheld } from './documents.ts'
import type { CalculationFacts } from './facts.ts'
import { type Finding, moneyOf, type Step } from './finding.ts'
import { fraction } from './fraction.ts'
import { died, injured } from './injury.ts'
import type { LawOfDays } from './law-of-days.ts'
import { overtimeShort } from './overtime.ts'
import { wagesShort } from './wages.ts'

/** What may be claimed by what was told: a proposal, never a decision. */
export type Proposal = {
  readonly findings: readonly Finding[]
  readonly totals: readonly Total[]
}
export type Total = {
  readonly owedBy: Finding['owedBy']
  readonly money: Money
  readonly bound: 'exact' | 'at-least' | 'at-most'
  /** In the other money, only where a rate was entered. */
  readonly converted: { readonly money: Money; readonly step: Step } | null
}

/**
 * What may be claimed as well and is not reckoned: no rule with its source stands in the rulebook. It
 * is named, so that nobody takes its absence for nothing.
 */
export const notReckoned = ['severance', 'leave', 'return-fare', 'rest-day'] as const

export function calculate(
  facts: CalculationFacts,
  { law, today }: { readonly law: LawOfDays; readonly today: Day },
): Proposal {
  const findings = [
    ...wagesShort(facts, law),
    ...overtimeShort(facts, law),
    ...illegalDeductions(facts, law),
    ...chargedTooMuch(facts, law),
    ...documentsWithheld(facts, law, today),
    ...delayedDeparture(facts, law, today),
    ...injured(facts, law),
    ...died(facts, law),
  ]
  return { findings, totals: totalsOf(findings, facts) }
}

/** Sums of one money and one debtor; nothing that is unknown, and never one money into another. */
function totalsOf(findings: readonly Finding[], facts: CalculationFacts): readonly Total[] {
  const owed = findings.flatMap(({ owedBy, outcome }) =>
    outcome.kind === 'sum' ? [{ owedBy, ...outcome }] : [],
  )
  const groups = [...new Set(owed.map(({ owedBy, money }) => `${owedBy} ${money.currency}`))].sort()
  return groups.flatMap((group) => {
    const own = owed.filter(({ owedBy, money }) => `${owedBy} ${money.currency}` === group)
    const [first] = own
    if (!first) return []
    const { owedBy, money } = first
    const total: Money = {
      minor: own.reduce((sum, each) => sum + each.money.minor, 0n),
      currency: money.currency,
    }
    const open = findings.some((each) => each.owedBy === owedBy && each.outcome.kind === 'unknown')
    return [
      { owedBy, money: total, bound: boundOf(own, open), converted: otherMoney(total, facts) },
    ]
  })
}

function boundOf(
  own: readonly { readonly bound: Total['bound'] }[],
  open: boolean,
): Total['bound'] {
  if (own.some(({ bound }) => bound === 'at-most')) return 'at-most'
  return open || own.some(({ bound }) => bound === 'at-least') ? 'at-least' : 'exact'
}

function otherMoney(total: Money, { rate }: CalculationFacts): Total['converted'] {
  const to = otherOf(total.currency, rate)
  const minor = rate && to && converted(fraction(total.minor), { from: total.currency, to, rate })
  return rate && to && minor ? { money: moneyOf(minor, to), step: rateStep(rate) } : null
}

function otherOf(currency: Currency, rate: CalculationFacts['rate']): Currency | null {
  if (rate?.from === currency) return rate.to
  return rate?.to === currency ? rate.from : null
}
