import type { Money } from '../../../../kernel/money.ts'
import type { CalculationFacts, Death, Injury } from './facts.ts'
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
  yesNoOf,
} from './finding.ts'
import { type Fraction, fraction, ofNumber, times } from './fraction.ts'
import type { LawOfDays } from './law-of-days.ts'
import { wageCurrency } from './wage-table.ts'

type Country = CalculationFacts['country']
const scheme = (head: 'injury' | 'death') => ({ head, owedBy: 'scheme' }) as const

/** What the scheme of the country of work gives to whoever was injured there. */
export function injured({ country, injury }: CalculationFacts, law: LawOfDays): readonly Finding[] {
  if (!injury) return []
  const reckon = country === null ? undefined : ofInjury[country]
  if (!reckon)
    return [
      { ...scheme('injury'), outcome: unknown(country === null ? 'country' : 'rule'), steps: [] },
    ]
  return reckon(injury, law)
}

/** And to the family of whoever died there. */
export function died({ country, death }: CalculationFacts, law: LawOfDays): readonly Finding[] {
  if (!death) return []
  const reckon = country === null ? undefined : ofDeath[country]
  if (!reckon)
    return [
      { ...scheme('death'), outcome: unknown(country === null ? 'country' : 'rule'), steps: [] },
    ]
  return reckon(death, law)
}

const treatment: Finding['outcome'] = { kind: 'in-kind', remedy: 'treatment', mayAsk: null }

const ofInjury: Readonly<Record<string, (injury: Injury, law: LawOfDays) => readonly Finding[]>> = {
  TH: ({ on, daysUnable, monthWage, lasting }, law) => {
    const book = law.on(on)
    const [percent, most, month] = [
      'wcf_indemnity_percent',
      'wcf_month_max_thb',
      'month_wage_days',
    ].map((key) => basisOf(book, `TH.${key}`)) as [Basis, Basis, Basis]
    const aMonth = monthlyShare(monthWage, percent, 'TH')
    const days = numberOf(month)
    const head = { ...scheme('injury'), steps: indemnitySteps(monthWage, aMonth, [percent, most]) }
    const more: Finding[] = lasting
      ? [
          {
            ...scheme('injury'),
            outcome: unknown('rule'),
            steps: [step('lasting', {}, [basisOf(book, 'TH.wcf_lasting_years')])],
          },
        ]
      : []
    const care: Finding = { ...scheme('injury'), outcome: treatment, steps: [step('treatment')] }
    if (!aMonth) return [{ ...head, outcome: unknown(monthWage ? 'rule' : 'wage') }, care, ...more]
    if (daysUnable === null) return [{ ...head, outcome: unknown('days') }, care, ...more]
    if (days === null) return [{ ...head, outcome: unknown('rule') }, care, ...more]
    const sum = times(aMonth, fraction(BigInt(daysUnable), BigInt(days)))
    const line = step(
      'unable',
      { days: { number: String(daysUnable) }, sum: { money: moneyOf(sum, 'THB') } },
      [month],
    )
    const bound = numberOf(most) === null ? 'at-most' : 'exact'
    const outcome = sumOrNothing(moneyOf(sum, 'THB'), bound)
    return [{ ...head, outcome, steps: [...head.steps, line] }, care, ...more]
  },
  MY: ({ on, lasting }, law) => {
    const book = law.on(on)
    const cover = basisOf(book, 'MY.socso_injury_covered')
    const steps = [step(yesNoOf(cover) ? 'socso-covers' : 'socso-not-known', {}, [cover])]
    const day = step('socso-day-unknown', {}, [basisOf(book, 'MY.socso_day_percent')])
    const more = lasting
      ? [step('socso-lasting', {}, [basisOf(book, 'MY.socso_invalidity_covered')])]
      : []
    return [
      { ...scheme('injury'), outcome: unknown('rule'), steps: [...steps, day, ...more] },
      { ...scheme('injury'), outcome: treatment, steps: [step('treatment')] },
      ...homeAgain('injury', on, law),
    ]
  },
}

const ofDeath: Readonly<Record<string, (death: Death, law: LawOfDays) => readonly Finding[]>> = {
  TH: ({ on, monthWage }, law) => {
    const book = law.on(on)
    const [percent, most, years, funeral] = [
      'wcf_indemnity_percent',
      'wcf_month_max_thb',
      'wcf_death_years',
      'wcf_funeral_thb',
    ].map((key) => basisOf(book, `TH.${key}`)) as [Basis, Basis, Basis, Basis]
    const aMonth = monthlyShare(monthWage, percent, 'TH')
    const steps = indemnitySteps(monthWage, aMonth, [percent, most])
    const forYears = numberOf(years)
    const rest: Finding = {
      ...scheme('death'),
      outcome: unknown('rule'),
      steps: [step('funeral', {}, [funeral])],
    }
    if (!aMonth || forYears === null)
      return [{ ...scheme('death'), outcome: unknown(monthWage ? 'rule' : 'wage'), steps }, rest]
    const sum = moneyOf(times(aMonth, fraction(BigInt(forYears * 12))), 'THB')
    const line = step('heirs', { years: { number: String(forYears) }, sum: { money: sum } }, [
      years,
    ])
    return [
      { ...scheme('death'), outcome: sumOrNothing(sum, 'at-most'), steps: [...steps, line] },
      rest,
    ]
  },
  MY: ({ on }, law) => {
    const book = law.on(on)
    const cover = basisOf(book, 'MY.socso_injury_covered')
    const dependants = step('socso-dependants-unknown', {}, [
      basisOf(book, 'MY.socso_dependants_percent'),
    ])
    const steps = [
      step(yesNoOf(cover) ? 'socso-covers' : 'socso-not-known', {}, [cover]),
      dependants,
    ]
    return [{ ...scheme('death'), outcome: unknown('rule'), steps }, ...homeAgain('death', on, law)]
  },
}

/** A share of the monthly wage, in minor units; null where either is not known. */
function monthlyShare(
  wage: Money | null,
  percent: Basis,
  country: Country & string,
): Fraction | null {
  const share = numberOf(percent)
  if (wage === null || share === null || wage.currency !== wageCurrency[country]) return null
  return times(fraction(wage.minor), times(ofNumber(share), fraction(1n, 100n)))
}

function indemnitySteps(
  wage: Money | null,
  aMonth: Fraction | null,
  [percent, most]: readonly [Basis, Basis],
): readonly Step[] {
  if (!wage || !aMonth) return [step('month-wage-unknown', {}, [percent])]
  const share = { number: String(numberOf(percent)) }
  const line = step(
    'indemnity',
    { wage: { money: wage }, percent: share, month: { money: moneyOf(aMonth, wage.currency) } },
    [percent],
  )
  return [line, step('month-limit-unknown', {}, [most])]
}

function homeAgain(head: 'injury' | 'death', on: Injury['on'], law: LawOfDays): readonly Finding[] {
  const basis = basisOf(law.on(on), 'MY.socso_repatriation_myr')
  const most = numberOf(basis)
  if (most === null) return []
  const money: Money = { minor: BigInt(Math.round(most * 100)), currency: 'MYR' }
  const steps = [step('socso-home', { money: { money } }, [basis])]
  return [{ ...scheme(head), outcome: { kind: 'sum', money, bound: 'at-most' }, steps }]
}
