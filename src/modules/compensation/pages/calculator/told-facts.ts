import { type Currency, type Money, parseMoney } from '../../../../kernel/money.ts'
import {
  type CalculationFacts,
  deductionKinds,
  noFacts,
  type WagePeriod,
} from '../../rules/calculator/facts.ts'
import type { Head } from '../../rules/calculator/finding.ts'
import type { CalculatorBearing } from '../../rules/calculator/questions.ts'
import type { BarFacts, BarTopic } from '../../rules/calculator/time-bars.ts'
import { divided, type WageTable } from '../../rules/calculator/wage-table.ts'
import type { Told } from './shapes.ts'

/** On which answers it depends what is asked next. */
export const bearingOf = (told: Told, wages: WageTable): CalculatorBearing => ({
  heads: told.heads ?? [],
  country: told.country ?? null,
  work: told.work ?? null,
  isDivided: told.area ? divided(wages).has(told.area) : false,
  needsRate: needsRate(told),
})

const needsRate = ({
  chargeAmount,
  chargeCurrency,
  renewalAmount,
  renewalCurrency,
}: Told): boolean =>
  (Boolean(chargeAmount) && Boolean(chargeCurrency) && chargeCurrency !== 'USD') ||
  (Boolean(renewalAmount) && Boolean(renewalCurrency) && renewalCurrency !== 'THB')

/** What was told, as far as the chosen heads ask for it; what was not said is not known. */
export function factsOf(told: Told): CalculationFacts {
  const chosen = (...any: readonly Head[]): boolean =>
    any.some((head) => told.heads?.includes(head) ?? false)
  return {
    ...{ ...noFacts, ...placeOf(told) },
    wages: chosen('wages', 'overtime', 'deductions') ? periodOf(told, chosen) : [],
    deductions: chosen('deductions') ? deductionsOf(told) : [],
    charges: chosen('charges') ? chargesOf(told) : [],
    documents: chosen('documents') ? documentsOf(told) : [],
    delay: chosen('delay') ? delayOf(told) : null,
    injury: chosen('injury') ? injuryOf(told) : null,
    death: chosen('death') ? deathOf(told) : null,
    rate: rateOf(told),
  }
}

const placeOf = ({ country, area, district, work, small }: Told) => ({
  ...{ country: country ?? null, area: area ?? null, district: district ?? null },
  ...{ work: work ?? null, smallEmployer: yesNo(small) },
})

const documentsOf = ({ documents = [], documentsSince }: Told) =>
  documents.map((kind) => ({ kind, since: documentsSince ?? null }))

const yesNo = (answer: 'yes' | 'no' | null | undefined): boolean | null =>
  answer ? answer === 'yes' : null

function moneyOf(
  amount: string | null | undefined,
  currency: Currency | null | undefined,
): Money | null {
  if (!amount || !currency) return null
  const money = parseMoney(amount, currency)
  return money.ok ? money.value : null
}

/** Nothing at all is zero; whoever does not know, or did not say, says no sum. */
function paidOf(
  how: Told['paidHow'],
  money: Money | null,
  currency: Currency | null,
): Money | null {
  if (how === 'nothing') return currency && { minor: 0n, currency }
  return how === 'some' ? money : null
}

function periodOf(told: Told, chosen: (head: Head) => boolean): readonly WagePeriod[] {
  const { from, to, agreedPer } = told
  if (!from || !to || to < from) return []
  const agreed = moneyOf(told.agreedAmount, told.agreedCurrency)
  const currency = agreed?.currency ?? currencyOf(told.country ?? null)
  const paid = moneyOf(told.paidAmount, told.paidCurrency)
  const overtime = moneyOf(told.overtimeAmount, told.overtimeCurrency)
  return [
    {
      ...{ from, to },
      agreed: agreed && agreedPer ? { money: agreed, per: agreedPer } : null,
      paid: paidOf(told.paidHow, paid, currency),
      ...{ daysAWeek: told.daysAWeek ?? null, daysWorked: told.daysWorked ?? null },
      overtime: chosen('overtime')
        ? {
            ...{ hours: told.overtimeHours ?? null, restDayHours: told.restDayHours ?? null },
            paid: paidOf(told.overtimeHow, overtime, currency),
          }
        : null,
    },
  ]
}

const currencyOf = (country: string | null): Currency | null =>
  country === 'TH' ? 'THB' : country === 'MY' ? 'MYR' : null

const deductionsOf = (told: Told): CalculationFacts['deductions'] =>
  deductionKinds.flatMap((kind) => {
    const money = moneyOf(told[`taken-${kind}`], told.takenCurrency)
    return money && money.minor > 0n ? [{ kind, money }] : []
  })

function chargesOf(told: Told): CalculationFacts['charges'] {
  const on = told.chargedOn ?? null
  const recruitment = moneyOf(told.chargeAmount, told.chargeCurrency)
  const renewal = moneyOf(told.renewalAmount, told.renewalCurrency)
  return [
    ...(recruitment ? [{ kind: 'recruitment', money: recruitment, on } as const] : []),
    ...(renewal ? [{ kind: 'permit-renewal', money: renewal, on } as const] : []),
  ]
}

const delayOf = ({ promisedOn, leftHow, leftOn, beforeAmount, beforeCurrency }: Told) =>
  promisedOn
    ? {
        promisedOn,
        leftOn: leftHow === 'yes' ? (leftOn ?? null) : null,
        paid: moneyOf(beforeAmount, beforeCurrency),
      }
    : null

const injuryOf = ({ injuredOn, daysUnable, lasting, injuryWage, injuryWageCurrency }: Told) =>
  injuredOn
    ? {
        ...{ on: injuredOn, daysUnable: daysUnable ?? null, lasting: lasting === 'yes' },
        monthWage: moneyOf(injuryWage, injuryWageCurrency),
      }
    : null

const deathOf = ({ diedOn, deathWage, deathWageCurrency }: Told) =>
  diedOn ? { on: diedOn, monthWage: moneyOf(deathWage, deathWageCurrency) } : null

const rateOf = ({ rate, rateFrom, rateTo, rateOn, rateSource }: Told): CalculationFacts['rate'] =>
  rate && rateFrom && rateTo && rateOn && rateSource
    ? { from: rateFrom, to: rateTo, rate, on: rateOn, source: rateSource }
    : null

/** What of it a time for filing depends on. */
export function barFactsOf(told: Told): BarFacts {
  const { heads = [], country, injuredOn, diedOn, from } = told
  const has = (...any: readonly Head[]) => any.some((head) => heads.includes(head))
  const topics: BarTopic[] = [
    ...(has('wages', 'overtime', 'deductions') ? (['wages'] as const) : []),
    ...(has('injury') ? (['injury'] as const) : []),
    ...(has('death') ? (['death'] as const) : []),
    ...(has('charges', 'documents', 'delay') ? (['other'] as const) : []),
  ]
  const harmed = [has('injury') ? injuredOn : null, has('death') ? diedOn : null]
  const [earliest] = harmed.filter((day) => !!day).sort()
  return {
    ...{ country: country ?? null, topics, isExact: true, conciliationFailedOn: null, filedOn: {} },
    happenedOn: earliest ?? from ?? null,
  }
}
