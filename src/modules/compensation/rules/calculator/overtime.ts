import type { Currency } from '../../../../kernel/money.ts'
import type { CalculationFacts, Overtime, WagePeriod } from './facts.ts'
import {
  type Basis,
  basisOf,
  type Finding,
  moneyOf,
  numberOf,
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
  ofNumber,
  shown,
  sumOf,
  times,
  zero,
} from './fraction.ts'
import type { LawOfDays } from './law-of-days.ts'
import { minimumWage } from './minimum-wage.ts'
import { daysIn, type Stretch, stretchesOf } from './stretches.ts'

/** Hours above the normal day, at the wage of an hour and what the law adds to it. */
export function overtimeShort(facts: CalculationFacts, law: LawOfDays): readonly Finding[] {
  return facts.wages.flatMap((period) =>
    period.overtime ? [overtimeIn(period, period.overtime, { facts, law })] : [],
  )
}

type Ground = { readonly facts: CalculationFacts; readonly law: LawOfDays }

function overtimeIn(period: WagePeriod, overtime: Overtime, ground: Ground): Finding {
  const { hours, restDayHours, paid } = overtime
  const head = { head: 'overtime', owedBy: 'respondent' } as const
  const rest = restDaySteps(period, restDayHours, ground)
  if (hours === null)
    return { ...head, outcome: unknown('hours'), steps: [step('hours-unknown'), ...rest] }
  const reckoned = overtimeDue(period, hours, ground)
  if ('why' in reckoned)
    return { ...head, outcome: unknown(reckoned.why), steps: [...reckoned.steps, ...rest] }
  const { due, currency } = reckoned
  const steps = [...reckoned.steps, ...rest]
  if (paid === null)
    return { ...head, outcome: unknown('paid'), steps: [...steps, step('paid-unknown')] }
  if (paid.currency !== currency)
    return {
      ...head,
      outcome: unknown('currency'),
      steps: [...steps, step('paid-other', { paid: { money: paid } })],
    }
  const open = minus(due, fraction(paid.minor))
  const short = moneyOf(isMore(open, zero) ? open : zero, currency)
  return {
    ...head,
    outcome: sumOrNothing(short, rest.length > 0 ? 'at-least' : 'exact'),
    steps: [
      ...steps,
      step('paid', { paid: { money: paid } }),
      step('short', { short: { money: short } }),
    ],
  }
}

type Reckoned =
  | { readonly due: Fraction; readonly currency: Currency; readonly steps: readonly Step[] }
  | { readonly why: Why; readonly steps: readonly Step[] }

function overtimeDue(period: WagePeriod, hours: number, { facts, law }: Ground): Reckoned {
  const stretches = stretchesOf(period.from, period.to, law)
  const all = BigInt(daysIn(period))
  const pieces = stretches.map((stretch) => ({
    hour: hourWage(stretch, period, { facts, law }),
    hours: fraction(BigInt(hours) * BigInt(daysIn(stretch)), all),
  }))
  const missing = pieces.find(({ hour }) => 'why' in hour)?.hour
  if (missing && 'why' in missing)
    return { why: missing.why, steps: [step('hour-unknown', {}, missing.bases)] }
  const priced = pieces.flatMap(({ hour, hours: own }) => ('why' in hour ? [] : [{ hour, own }]))
  const [first] = priced
  if (!first) return { why: 'agreed-and-minimum', steps: [] }
  const due = sumOf(priced.map(({ hour, own }) => times(own, times(hour.wage, hour.factor))))
  const last = priced.at(-1) ?? first
  const { currency, bases } = last.hour
  const tooMany = weekLimit(period, hours, { facts, law })
  const line = step(
    'overtime',
    {
      ...{ hours: { number: String(hours) }, hour: { money: moneyOf(last.hour.wage, currency) } },
      ...{ percent: { number: shown(times(last.hour.factor, fraction(100n))) } },
      due: { money: moneyOf(due, currency) },
    },
    bases,
  )
  return { due, currency, steps: [line, ...tooMany] }
}

type HourWage =
  | {
      readonly wage: Fraction
      readonly factor: Fraction
      readonly currency: Currency
      readonly bases: readonly Basis[]
    }
  | { readonly why: Why; readonly bases: readonly Basis[] }

/** The wage of a normal hour: by the contract or by the law, whichever is higher. */
function hourWage({ from }: Stretch, { agreed }: WagePeriod, { facts, law }: Ground): HourWage {
  const book = law.on(from)
  const { country } = facts
  const [hours, percent, days] = ['hours_a_day', 'overtime_percent', 'month_wage_days'].map((key) =>
    basisOf(book, `${country}.${key}`),
  ) as [Basis, Basis, Basis]
  const [perDay, factor, perMonth] = [numberOf(hours), numberOf(percent), numberOf(days)]
  if (perDay === null || factor === null)
    return { why: country === null ? 'country' : 'rule', bases: [hours, percent] }
  const least = minimumWage(facts, from, law)
  const rates = [agreed, least.kind === 'rate' ? least : null].flatMap((rate) =>
    rate ? [rate] : [],
  )
  const currency = rates[0]?.money.currency
  if (!currency) return { why: 'agreed-and-minimum', bases: least.bases }
  if (aboveLimit(agreed, { book, country })) return { why: 'rule', bases: [limitOf(book, country)] }
  const own = rates.filter(({ money }) => money.currency === currency)
  if (own.some(({ per }) => per === 'month') && perMonth === null)
    return { why: 'rule', bases: [days] }
  const inHours = own.map(({ money, per }) =>
    times(
      fraction(money.minor),
      fraction(1n, BigInt(perDay * (per === 'month' ? (perMonth ?? 1) : 1))),
    ),
  )
  const usesMonth = own.some(({ per }) => per === 'month')
  return {
    ...{
      wage: inHours.reduce(larger, zero),
      factor: times(ofNumber(factor), fraction(1n, 100n)),
      currency,
    },
    bases: [hours, percent, ...(usesMonth ? [days] : []), ...least.bases],
  }
}

type In = { readonly book: Parameters<typeof basisOf>[0]; readonly country: string | null }

const limitOf = (book: In['book'], country: string | null): Basis =>
  basisOf(book, `${country}.overtime_wage_limit_myr_month`)

/** Above a wage the law of some countries gives no overtime; what the contract gives is not known here. */
function aboveLimit(agreed: WagePeriod['agreed'], { book, country }: In): boolean {
  const limit = numberOf(limitOf(book, country))
  if (limit === null || !agreed || agreed.per !== 'month' || agreed.money.currency !== 'MYR')
    return false
  return agreed.money.minor > BigInt(Math.round(limit * 100))
}

/** More hours a week than the law allows is said; it changes nothing in the sum. */
function weekLimit(period: WagePeriod, hours: number, { facts, law }: Ground): readonly Step[] {
  const basis = basisOf(law.on(period.from), `${facts.country}.overtime_week_hours`)
  const most = numberOf(basis)
  const aWeek = fraction(BigInt(hours) * 7n, BigInt(daysIn(period)))
  if (most === null || !isMore(aWeek, ofNumber(most))) return []
  return [
    step('overtime-too-many', { hours: { number: shown(aWeek) }, most: { number: String(most) } }, [
      basis,
    ]),
  ]
}

function restDaySteps(
  period: WagePeriod,
  hours: number | null,
  { facts, law }: Ground,
): readonly Step[] {
  if (hours === null || hours === 0) return []
  const basis = basisOf(law.on(period.from), `${facts.country}.rest_day_percent`)
  return [step('rest-days-unknown', { hours: { number: String(hours) } }, [basis])]
}
