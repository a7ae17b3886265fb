import { type Currency, type Money, minorDigits } from '../../../../kernel/money.ts'
import type { CalculationFacts, Charge, ExchangeRate } from './facts.ts'
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
} from './finding.ts'
import { type Fraction, fraction, larger, minus, ofNumber, times, zero } from './fraction.ts'
import type { LawOfDays } from './law-of-days.ts'

/** Which rule caps which kind of charge, and in which money it is written. */
const caps: Readonly<
  Record<Charge['kind'], { readonly key: string; readonly currency: Currency }>
> = {
  recruitment: { key: 'fee_cap_usd', currency: 'USD' },
  'permit-renewal': { key: 'permit_renewal_cap_thb', currency: 'THB' },
}

/** What was charged above the ceiling of the way to this country. The sum stays as it was paid. */
export function chargedTooMuch(facts: CalculationFacts, law: LawOfDays): readonly Finding[] {
  const kinds = [...new Set(facts.charges.map(({ kind }) => kind))]
  return kinds.map((kind) =>
    above(
      facts.charges.filter((charge) => charge.kind === kind),
      { facts, law },
    ),
  )
}

type Ground = { readonly facts: CalculationFacts; readonly law: LawOfDays }

function above(charges: readonly Charge[], { facts, law }: Ground): Finding {
  const [first] = charges as readonly [Charge]
  const head = { head: 'charges', owedBy: 'respondent' } as const
  const lines = charges.map(({ money, on }) =>
    step(on ? 'charge' : 'charge-undated', {
      money: { money },
      ...(on ? { on: { day: on } } : {}),
    }),
  )
  const currencies = [...new Set(charges.map(({ money }) => money.currency))]
  const [currency] = currencies
  if (!currency || currencies.length > 1)
    return { ...head, outcome: unknown('currency'), steps: [...lines, step('charge-mixed')] }
  const paid: Money = { minor: charges.reduce((sum, { money }) => sum + money.minor, 0n), currency }
  if (facts.country === null) return { ...head, outcome: unknown('country', paid), steps: lines }
  const on = charges
    .map((charge) => charge.on)
    .filter((day) => day !== null)
    .sort()
    .at(-1)
  if (!on) return { ...head, outcome: unknown('date', paid), steps: lines }
  const cap = caps[first.kind]
  const basis = basisOf(law.on(on), `${facts.country}.${cap.key}`)
  const most = numberOf(basis)
  if (most === null)
    return {
      ...head,
      outcome: unknown('rule', paid),
      steps: [...lines, step('cap-unknown', {}, [basis])],
    }
  const ceiling = ceilingIn(currency, { most, cap, basis, rate: facts.rate })
  if (!ceiling.minor)
    return { ...head, outcome: unknown('currency', paid), steps: [...lines, ...ceiling.steps] }
  const back = moneyOf(larger(minus(fraction(paid.minor), ceiling.minor), zero), currency)
  const end = step('charge-above', { paid: { money: paid }, above: { money: back } })
  return { ...head, outcome: sumOrNothing(back), steps: [...lines, ...ceiling.steps, end] }
}

type Cap = {
  readonly most: number
  readonly cap: { readonly currency: Currency }
  readonly basis: Basis
  readonly rate: ExchangeRate | null
}

/** The ceiling in the money that was paid: as it is, or by the rate that somebody entered. */
function ceilingIn(
  currency: Currency,
  { most, cap, basis, rate }: Cap,
): { readonly minor: Fraction | null; readonly steps: readonly Step[] } {
  const own = times(ofNumber(most), unitOf(cap.currency))
  const line = step('cap', { cap: { money: moneyOf(own, cap.currency) } }, [basis])
  if (currency === cap.currency) return { minor: own, steps: [line] }
  const minor = rate && converted(own, { from: cap.currency, to: currency, rate })
  if (!rate || !minor)
    return {
      minor: null,
      steps: [line, step('no-rate', { from: { text: cap.currency }, to: { text: currency } })],
    }
  return {
    minor,
    steps: [
      line,
      rateStep(rate),
      step('cap-converted', { cap: { money: moneyOf(minor, currency) } }),
    ],
  }
}

export const rateStep = (rate: ExchangeRate): Step =>
  step('rate', {
    ...{ from: { text: rate.from }, to: { text: rate.to }, rate: { number: rate.rate } },
    ...{ on: { day: rate.on }, source: { text: rate.source } },
  })

/** Minor units of one money in another; null where the rate is for others. */
export function converted(
  minor: Fraction,
  {
    from,
    to,
    rate,
  }: { readonly from: Currency; readonly to: Currency; readonly rate: ExchangeRate },
): Fraction | null {
  const value = rateOf(rate.rate)
  if (!value) return null
  const units = times(minor, inverse(unitOf(from)))
  if (rate.from === from && rate.to === to) return times(times(units, value), unitOf(to))
  if (rate.from === to && rate.to === from) return times(times(units, inverse(value)), unitOf(to))
  return null
}

/** "4,100" or "32.85" as an exact number; null for anything else, and for nothing at all. */
export function rateOf(text: string): Fraction | null {
  const match = /^(\d{1,9})(?:\.(\d{1,8}))?$/.exec(text.trim().replaceAll(',', ''))
  if (!match) return null
  const [, whole = '0', digits = ''] = match
  const value = fraction(BigInt(whole + digits), 10n ** BigInt(digits.length))
  return value.n === 0n ? null : value
}

const unitOf = (currency: Currency): Fraction => fraction(10n ** BigInt(minorDigits[currency]))
const inverse = ({ n, d }: Fraction): Fraction => fraction(d, n)
