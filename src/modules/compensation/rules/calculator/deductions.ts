import type { Currency } from '../../../../kernel/money.ts'
import type { CalculationFacts, Deduction, DeductionKind } from './facts.ts'
import {
  type Basis,
  basisOf,
  type Finding,
  moneyOf,
  numberOf,
  step,
  sumOrNothing,
  unknown,
  yesNoOf,
} from './finding.ts'
import { type Fraction, fraction, larger, minus, ofNumber, sumOf, times, zero } from './fraction.ts'
import type { LawOfDays } from './law-of-days.ts'
import { wagesDue } from './wages.ts'

/** Kinds of which a rule says that nothing at all may be taken. */
const forbidding: Readonly<Partial<Record<DeductionKind, string>>> = {
  recruitment: 'recruitment_wage_cut_allowed',
  penalty: 'penalty_clause_allowed',
  held: 'worker_money_held_allowed',
}

/** What was taken out of the wages and should not have been. */
export function illegalDeductions(facts: CalculationFacts, law: LawOfDays): readonly Finding[] {
  const on = facts.wages.at(-1)?.to ?? null
  if (facts.deductions.length === 0) return []
  if (on === null) return facts.deductions.map((each) => open(each, [], 'period'))
  const forbidden = facts.deductions.map((each) => ({ each, basis: ruleAgainst(each, facts, law) }))
  const whole = forbidden.flatMap(({ each, basis }) => (basis ? [wholeBack(each, basis)] : []))
  const others = forbidden.flatMap(({ each, basis }) => (basis ? [] : [each]))
  return [...whole, ...aboveShare(others, facts, law)]
}

function ruleAgainst(deduction: Deduction, facts: CalculationFacts, law: LawOfDays): Basis | null {
  const key = forbidding[deduction.kind]
  const on = facts.wages.at(-1)?.to
  if (!key || !on) return null
  const basis = basisOf(law.on(on), `${facts.country}.${key}`)
  return yesNoOf(basis) === false ? basis : null
}

const wholeBack = ({ kind, money }: Deduction, basis: Basis): Finding => ({
  ...{ head: 'deductions', owedBy: 'respondent' },
  outcome: sumOrNothing(money),
  steps: [step('deduction-forbidden', { kind: { code: kind }, money: { money } }, [basis])],
})

const open = (
  { kind, money }: Deduction,
  bases: readonly Basis[],
  why: 'rule' | 'period' | 'currency' | 'wage',
): Finding => ({
  ...{ head: 'deductions', owedBy: 'respondent' },
  outcome: unknown(why, money),
  steps: [step('deduction-unknown', { kind: { code: kind }, money: { money } }, bases)],
})

/** Where the law sets a share of the wage that may be taken, what lies above it comes back. */
function aboveShare(
  all: readonly Deduction[],
  facts: CalculationFacts,
  law: LawOfDays,
): readonly Finding[] {
  const on = facts.wages.at(-1)?.to
  if (!on || all.length === 0) return []
  const suffix = facts.work === 'domestic' ? '_domestic' : ''
  const each = basisOf(law.on(on), `${facts.country}.deduction_item_max${suffix}`)
  const total = basisOf(law.on(on), `${facts.country}.deduction_total_max${suffix}`)
  const [perItem, inAll] = [numberOf(each), numberOf(total)]
  if (perItem === null || inAll === null) return all.map((one) => open(one, [each], 'rule'))
  const gross = grossWages(facts, law)
  if (!gross) return all.map((one) => open(one, [each, total], 'wage'))
  const foreign = all.filter(({ money }) => money.currency !== gross.currency)
  const own = all.filter(({ money }) => money.currency === gross.currency)
  const limit = { item: share(gross.due, perItem), all: share(gross.due, inAll) }
  const aboveItems = sumOf(own.map(({ money }) => above(fraction(money.minor), limit.item)))
  const aboveAll = above(sumOf(own.map(({ money }) => fraction(money.minor))), limit.all)
  const back = moneyOf(larger(aboveItems, aboveAll), gross.currency)
  const finding: Finding = {
    ...{ head: 'deductions', owedBy: 'respondent' },
    outcome: sumOrNothing(back),
    steps: [
      step('deduction-gross', { gross: { money: moneyOf(gross.due, gross.currency) } }),
      step(
        'deduction-share',
        {
          percent: { number: String(perItem) },
          limit: { money: moneyOf(limit.item, gross.currency) },
        },
        [each],
      ),
      step(
        'deduction-share-all',
        {
          percent: { number: String(inAll) },
          limit: { money: moneyOf(limit.all, gross.currency) },
        },
        [total],
      ),
      ...own.map(({ kind, money }) =>
        step('deduction-taken', { kind: { code: kind }, money: { money } }),
      ),
      step('short', { short: { money: back } }),
    ],
  }
  return [
    ...(own.length > 0 ? [finding] : []),
    ...foreign.map((one) => open(one, [each], 'currency')),
  ]
}

const above = (taken: Fraction, limit: Fraction): Fraction => larger(minus(taken, limit), zero)
const share = (gross: Fraction, percent: number): Fraction =>
  times(gross, times(ofNumber(percent), fraction(1n, 100n)))

/** The wages from which it was taken; null where any of them is not known. */
function grossWages(
  facts: CalculationFacts,
  law: LawOfDays,
): { readonly due: Fraction; readonly currency: Currency } | null {
  const dues = facts.wages.map((period) => wagesDue(period, facts, law))
  const known = dues.flatMap((due) => ('due' in due ? [due] : []))
  const [first] = known
  const isWhole =
    known.length === dues.length && known.every(({ currency }) => currency === first?.currency)
  return first && isWhole
    ? { due: sumOf(known.map(({ due }) => due)), currency: first.currency }
    : null
}
