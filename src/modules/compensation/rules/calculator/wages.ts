import type { Currency, Money } from '../../../../kernel/money.ts'
import type { CalculationFacts, WagePeriod } from './facts.ts'
import {
  type Basis,
  type Finding,
  moneyOf,
  type Step,
  step,
  sumOrNothing,
  unknown,
  type Why,
} from './finding.ts'
import {
  type Fraction,
  fraction,
  isMore,
  larger,
  minus,
  plus,
  shown,
  sumOf,
  times,
  zero,
} from './fraction.ts'
import type { LawOfDays } from './law-of-days.ts'
import { type MinimumWage, minimumWage } from './minimum-wage.ts'
import { daysIn, monthPart, type Stretch, stretchesOf } from './stretches.ts'

/** What is due for one stretch by the contract and by the law; null where it is not known. */
type StretchDue = {
  readonly stretch: Stretch
  readonly days: Fraction | null
  readonly agreed: Fraction | null
  readonly minimum: Fraction | null
  readonly least: MinimumWage
}

type PeriodDue = {
  readonly currency: Currency
  readonly due: Fraction
  /** Something that may raise it is not known. */
  readonly atLeast: boolean
  readonly steps: readonly Step[]
}

/** Wages short of what was agreed or of the least that the law allows: the higher of both. */
export function wagesShort(facts: CalculationFacts, law: LawOfDays): readonly Finding[] {
  if (facts.wages.length === 0) return []
  const parts = facts.wages.map((period) => shortIn(period, facts, law))
  const currencies = [...new Set(parts.map(({ currency }) => currency))]
  return currencies.map((currency) => {
    const own = parts.filter((part) => part.currency === currency)
    const known = own.flatMap(({ short }) => (short === null ? [] : [short]))
    const atLeast = own.some((part) => part.atLeast || part.short === null)
    const first = own.find((part) => part.short === null)
    return {
      head: 'wages',
      owedBy: 'respondent',
      outcome:
        known.length === 0 || currency === null
          ? unknown(first?.why ?? 'agreed-and-minimum')
          : sumOrNothing(moneyOf(sumOf(known), currency), atLeast ? 'at-least' : 'exact'),
      steps: own.flatMap(({ steps }) => steps),
    }
  })
}

type PeriodShort = {
  readonly currency: Currency | null
  readonly short: Fraction | null
  readonly why?: Why
  readonly atLeast: boolean
  readonly steps: readonly Step[]
}

function shortIn(period: WagePeriod, facts: CalculationFacts, law: LawOfDays): PeriodShort {
  const due = wagesDue(period, facts, law)
  if (!('due' in due)) return { currency: null, short: null, atLeast: false, ...due }
  const { currency, atLeast, steps } = due
  const { paid } = period
  if (paid === null)
    return { currency, short: null, why: 'paid', atLeast, steps: [...steps, step('paid-unknown')] }
  if (paid.currency !== currency)
    return {
      currency,
      short: null,
      why: 'currency',
      atLeast,
      steps: [...steps, step('paid-other', { paid: { money: paid } })],
    }
  const rest = minus(due.due, fraction(paid.minor))
  const short = isMore(rest, zero) ? rest : zero
  const last = [
    step('paid', { paid: { money: paid } }),
    step('short', { short: { money: moneyOf(short, currency) } }),
  ]
  return { currency, short, atLeast, steps: [...steps, ...last] }
}

/** What should have been paid for a period: for each stretch of days the higher of contract and law. */
export function wagesDue(
  period: WagePeriod,
  facts: CalculationFacts,
  law: LawOfDays,
): PeriodDue | { readonly why: Why; readonly steps: readonly Step[] } {
  const dues = stretchesOf(period.from, period.to, law).map((stretch) =>
    dueIn(stretch, period, { facts, law }),
  )
  const steps = workingOf(period, dues)
  const currency = period.agreed?.money.currency ?? currencyOf(dues)
  const known = dues.flatMap((each) => (highest(each) === null ? [] : [highest(each) as Fraction]))
  if (currency === null || known.length === 0) return { why: whyNot(period, dues), steps }
  const due = sumOf(known)
  const atLeast = dues.some(
    (each) =>
      highest(each) === null ||
      (each.least.kind === 'unknown' && each.minimum === null) ||
      (each.least.kind === 'rate' && (each.least.lowest || each.minimum === null)),
  )
  const last = step('due', { due: { money: moneyOf(due, currency) } })
  return { currency, due, atLeast, steps: [...steps, last] }
}

const highest = ({ agreed, minimum }: StretchDue): Fraction | null => {
  if (agreed === null) return minimum
  return minimum === null ? agreed : larger(agreed, minimum)
}

function dueIn(
  stretch: Stretch,
  period: WagePeriod,
  { facts, law }: { readonly facts: CalculationFacts; readonly law: LawOfDays },
): StretchDue {
  const days = daysWorkedIn(stretch, period)
  const least = minimumWage(facts, stretch.from, law)
  const { agreed } = period
  const comparable =
    least.kind === 'rate' && (!agreed || agreed.money.currency === least.money.currency)
  return {
    ...{ stretch, days, least },
    agreed: agreed && amountOf(agreed, { stretch, days }),
    minimum: comparable ? amountOf(least, { stretch, days }) : null,
  }
}

type Rate = { readonly money: Money; readonly per: 'day' | 'month' }

function amountOf(
  { money, per }: Rate,
  { stretch, days }: { readonly stretch: Stretch; readonly days: Fraction | null },
): Fraction | null {
  const units = per === 'month' ? monthPart(stretch) : days
  return units && times(units, fraction(money.minor))
}

/** Days counted are spread over the period; otherwise so many of every seven. */
function daysWorkedIn(stretch: Stretch, period: WagePeriod): Fraction | null {
  const days = BigInt(daysIn(stretch))
  if (period.daysWorked !== null)
    return fraction(days * BigInt(period.daysWorked), BigInt(daysIn(period)))
  return period.daysAWeek === null ? null : fraction(days * BigInt(period.daysAWeek), 7n)
}

const currencyOf = (dues: readonly StretchDue[]): Currency | null =>
  dues.flatMap(({ least }) => (least.kind === 'rate' ? [least.money.currency] : []))[0] ?? null

function whyNot(period: WagePeriod, dues: readonly StretchDue[]): Why {
  const [first] = dues
  if (period.daysAWeek === null && period.daysWorked === null && first?.least.kind === 'rate')
    return 'days'
  if (period.agreed !== null) return 'days'
  const unknownOne = dues.find(({ least }) => least.kind === 'unknown')?.least
  return unknownOne?.kind === 'unknown' && unknownOne.why !== 'rule'
    ? unknownOne.why
    : 'agreed-and-minimum'
}

/** The working: stretches with the same wages are one line. */
function workingOf(period: WagePeriod, dues: readonly StretchDue[]): readonly Step[] {
  const { agreed } = period
  const head = step('period', { from: { day: period.from }, to: { day: period.to } })
  const lines = grouped(dues).map((group) => minimumLine(group, period))
  if (!agreed) return [head, step('agreed-unknown'), ...lines]
  const due = addUp(dues.map((each) => each.agreed))
  const units = agreed.per === 'month' ? monthsOf(dues) : addUp(dues.map(({ days }) => days))
  if (due === null || units === null) return [head, step('days-unknown'), ...lines]
  const line = step(`agreed-${agreed.per}`, {
    ...{ wage: { money: agreed.money }, units: { number: shown(units) } },
    due: { money: moneyOf(due, agreed.money.currency) },
  })
  return [head, line, ...lines]
}

function minimumLine(group: readonly StretchDue[], period: WagePeriod): Step {
  const [first] = group as readonly [StretchDue]
  const last = group.at(-1) ?? first
  const { least } = first
  const days = { from: { day: first.stretch.from }, to: { day: last.stretch.to } }
  if (least.kind === 'excluded') return step('minimum-excluded', days, least.bases)
  if (least.kind === 'unknown')
    return step('minimum-unknown', { ...days, why: { code: `why-${least.why}` } }, least.bases)
  const wage = { wage: { money: least.money } }
  const due = addUp(group.map(({ minimum }) => minimum))
  if (period.agreed && period.agreed.money.currency !== least.money.currency)
    return step('minimum-other-currency', { ...days, ...wage }, least.bases)
  const units = least.per === 'month' ? monthsOf(group) : addUp(group.map((each) => each.days))
  if (due === null || units === null)
    return step('minimum-no-days', { ...days, ...wage }, least.bases)
  const id = `minimum-${least.per}${least.lowest ? '-lowest' : ''}`
  const sum = {
    units: { number: shown(units) },
    due: { money: moneyOf(due, least.money.currency) },
  }
  return step(id, { ...days, ...wage, ...sum }, least.bases)
}

const addUp = (all: readonly (Fraction | null)[]): Fraction | null =>
  all.reduce<Fraction | null>((sum, each) => (sum && each ? plus(sum, each) : null), zero)

const monthsOf = (dues: readonly StretchDue[]): Fraction =>
  sumOf(dues.map(({ stretch }) => monthPart(stretch)))

/** Stretches after each other under the same least wage. */
function grouped(dues: readonly StretchDue[]): readonly (readonly StretchDue[])[] {
  const groups: StretchDue[][] = []
  for (const due of dues) {
    const group = groups.at(-1)
    if (group?.[0] && isSame(group[0].least, due.least)) group.push(due)
    else groups.push([due])
  }
  return groups
}

const isSame = (a: MinimumWage, b: MinimumWage): boolean =>
  a.kind === b.kind &&
  a.bases.length === b.bases.length &&
  a.bases.every((basis, index) => basisName(basis) === basisName(b.bases[index]))

const basisName = (basis: Basis | undefined): string => {
  if (!basis) return ''
  if (basis.kind === 'rule') return `${basis.rule.key} ${basis.rule.version}`
  return basis.kind === 'none'
    ? basis.key
    : `${basis.row.area} ${basis.row.district} ${basis.row.validFrom}`
}
