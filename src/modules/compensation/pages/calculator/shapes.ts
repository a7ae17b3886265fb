import { z } from 'zod'
import { addDays, type Day } from '../../../../kernel/days.ts'
import { currencies, type Money, parseMoney } from '../../../../kernel/money.ts'
import { type FieldErrors, fieldErrors } from '../../../../platform/http/form.ts'
import type { FormBody } from '../../../../platform/http/route.ts'
import { cleanLine, fields, latinDigits } from '../../../../platform/text/index.ts'
import { rateOf } from '../../rules/calculator/charges.ts'
import { deductionKinds, documentKinds, wagePers, works } from '../../rules/calculator/facts.ts'
import { heads } from '../../rules/calculator/finding.ts'
import type { CalculatorQuestion } from '../../rules/calculator/questions.ts'

/** What a name of a country or an area must be, and when it is. */
export type ShapeFacts = {
  readonly today: Day
  readonly countries: ReadonlySet<string>
  readonly areas: ReadonlySet<string>
}

const wrongNumber = 'calculator.error.number'
const count = (most: number) =>
  z
    .string()
    .nullish()
    .transform((text, ctx): number | null => {
      const plain = latinDigits(cleanLine(text ?? ''))
      if (plain === '') return null
      if (/^\d{1,6}$/.test(plain) && Number(plain) <= most) return Number(plain)
      ctx.addIssue({ code: 'custom', message: wrongNumber })
      return z.NEVER
    })
const yesNo = () => fields.optionalChoice(['yes', 'no'])
const code = (known: ReadonlySet<string>) =>
  z
    .string()
    .max(10, 'form.not-understood')
    .nullish()
    .transform((text) => text?.trim() || null)
    .refine((text) => text === null || known.has(text), 'form.not-understood')
const currency = () => fields.optionalChoice(currencies)
const past = ({ today }: ShapeFacts) => fields.optionalDay({ latest: { day: today } })

/** Long enough for whatever people work abroad; a year mistyped would make thousands of lines. */
export const longestPeriod = 366 * 10

/** The fields of each question, as its form sends them. */
const shapesOf = (facts: ShapeFacts) =>
  ({
    what: { heads: fields.choices(heads).refine((all) => all.length > 0, 'calculator.error.what') },
    country: { country: code(facts.countries) },
    work: { work: fields.optionalChoice(works) },
    place: { area: code(facts.areas) },
    district: { district: fields.optionalChoice(['special', 'rest']) },
    size: { small: yesNo() },
    period: {
      from: fields.day({ missing: 'form.day.missing', latest: { day: facts.today } }),
      to: fields.day({ missing: 'form.day.missing', latest: { day: facts.today } }),
    },
    days: { daysAWeek: count(7), daysWorked: count(longestPeriod) },
    agreed: {
      agreedAmount: fields.amount(),
      agreedCurrency: currency(),
      agreedPer: fields.optionalChoice(wagePers),
    },
    paid: {
      paidHow: fields.optionalChoice(['nothing', 'some', 'unknown']),
      ...{ paidAmount: fields.amount(), paidCurrency: currency() },
    },
    overtime: {
      ...{ overtimeHours: count(20_000), restDayHours: count(20_000) },
      overtimeHow: fields.optionalChoice(['nothing', 'some', 'unknown']),
      ...{ overtimeAmount: fields.amount(), overtimeCurrency: currency() },
    },
    deductions: {
      ...(Object.fromEntries(
        deductionKinds.map((kind) => [`taken-${kind}`, fields.amount()]),
      ) as Record<`taken-${(typeof deductionKinds)[number]}`, ReturnType<typeof fields.amount>>),
      takenCurrency: currency(),
    },
    charges: {
      ...{ chargeAmount: fields.amount(), chargeCurrency: currency(), chargedOn: past(facts) },
      ...{ renewalAmount: fields.amount(), renewalCurrency: currency() },
    },
    rate: {
      ...{ rateFrom: currency(), rateTo: currency() },
      rate: fields
        .amount()
        .refine((text) => text === null || rateOf(text) !== null, 'calculator.error.rate'),
      ...{
        rateOn: past(facts),
        rateSource: fields.optionalLine({ max: 60, tooLong: wrongNumber }),
      },
    },
    documents: { documents: fields.choices(documentKinds), documentsSince: past(facts) },
    delay: {
      promisedOn: fields.day({ missing: 'form.day.missing', latest: { day: facts.today } }),
      ...{ leftHow: yesNo(), leftOn: past(facts) },
      ...{ beforeAmount: fields.amount(), beforeCurrency: currency() },
    },
    injury: {
      injuredOn: fields.day({ missing: 'form.day.missing', latest: { day: facts.today } }),
      ...{ daysUnable: count(9_999), lasting: yesNo() },
      ...{ injuryWage: fields.amount(), injuryWageCurrency: currency() },
    },
    death: {
      diedOn: fields.day({ missing: 'form.day.missing', latest: { day: facts.today } }),
      ...{ deathWage: fields.amount(), deathWageCurrency: currency() },
    },
  }) as const satisfies Readonly<Record<CalculatorQuestion, Readonly<Record<string, z.ZodType>>>>

const dayFields = [
  'from',
  'to',
  'chargedOn',
  'rateOn',
  'documentsSince',
  'promisedOn',
  'leftOn',
  'injuredOn',
  'diedOn',
]

/** The names of the fields of a question's form: a day comes in three. */
export const fieldNames = (id: CalculatorQuestion, facts: ShapeFacts): string[] =>
  Object.keys(shapesOf(facts)[id]).flatMap((name) =>
    dayFields.includes(name) ? ['day', 'month', 'year'].map((part) => `${name}-${part}`) : [name],
  )

const folded = (typed: FormBody): FormBody => dayFields.reduce(fields.foldDay, typed)

type Shapes = ReturnType<typeof shapesOf>
type FieldsOf<S> = S extends unknown
  ? { [K in keyof S]: S[K] extends z.ZodType ? z.output<S[K]> : never }
  : never
type Union<U> = (U extends unknown ? (u: U) => void : never) extends (i: infer I) => void
  ? I
  : never
/** Every answer by its field; one that is missing or wrong is absent. */
export type Told = Partial<Union<FieldsOf<Shapes[CalculatorQuestion]>>>

export function toldSoFar(typed: FormBody, facts: ShapeFacts): Told {
  const form = folded(typed)
  const right = Object.values(shapesOf(facts)).flatMap((shapes) =>
    Object.entries(shapes).flatMap(([field, shape]) => {
      const parsed = (shape as z.ZodType).safeParse(form[field])
      return parsed.success ? [[field, parsed.data] as const] : []
    }),
  )
  return Object.fromEntries(right) as Told
}

/** What is wrong with the answer to one question, beside which field. */
export function faultsOf(id: CalculatorQuestion, typed: FormBody, facts: ShapeFacts): FieldErrors {
  const parsed = z
    .object(shapesOf(facts)[id] as Readonly<Record<string, z.ZodType>>)
    .safeParse(folded(typed))
  const wrong = parsed.success ? {} : fieldErrors(parsed.error)
  return { ...checks[id]?.(toldSoFar(typed, facts)), ...wrong }
}

const fault = (field: string, key: string): FieldErrors => ({ [field]: { key } })
const sum = (
  field: string,
  amount?: string | null,
  its?: Money['currency'] | null,
): FieldErrors => {
  if (amount === null || amount === undefined) return {}
  if (!its) return fault(`${field}Currency`, 'form.money.currency-missing')
  const money = parseMoney(amount, its)
  return money.ok ? {} : fault(`${field}Amount`, `form.money.${money.refusal}`)
}

/** What a field alone cannot say. */
const checks: Readonly<Partial<Record<CalculatorQuestion, (told: Told) => FieldErrors>>> = {
  period: ({ from, to }) => {
    if (!from || !to) return {}
    if (to < from) return fault('to', 'calculator.error.period')
    return to > addDays(from, longestPeriod) ? fault('to', 'calculator.error.period-long') : {}
  },
  agreed: (told) => ({
    ...sum('agreed', told.agreedAmount, told.agreedCurrency),
    ...(told.agreedAmount && !told.agreedPer ? fault('agreedPer', 'calculator.error.per') : {}),
  }),
  paid: (told) =>
    ofSome('paid', { how: told.paidHow, amount: told.paidAmount, its: told.paidCurrency }),
  overtime: (told) =>
    ofSome('overtime', {
      how: told.overtimeHow,
      amount: told.overtimeAmount,
      its: told.overtimeCurrency,
    }),
  deductions: (told) =>
    Object.assign(
      {},
      ...deductionKinds.map((kind) => {
        const amount = told[`taken-${kind}`]
        const wrong = sum('x', amount, told.takenCurrency)
        if ('xCurrency' in wrong) return fault('takenCurrency', 'form.money.currency-missing')
        return wrong.xAmount ? { [`taken-${kind}`]: wrong.xAmount } : {}
      }),
    ) as FieldErrors,
  charges: (told) => ({
    ...sum('charge', told.chargeAmount, told.chargeCurrency),
    ...sum('renewal', told.renewalAmount, told.renewalCurrency),
  }),
  rate: ({ rate, rateFrom, rateTo, rateOn, rateSource }) => {
    if (!rate) return {}
    if (!rateFrom) return fault('rateFrom', 'form.money.currency-missing')
    if (!rateTo || rateTo === rateFrom) return fault('rateTo', 'form.money.currency-missing')
    if (!rateOn) return fault('rateOn', 'form.day.missing')
    return rateSource ? {} : fault('rateSource', 'calculator.error.rate-source')
  },
  delay: (told) => ({
    ...sum('before', told.beforeAmount, told.beforeCurrency),
    ...(told.leftHow === 'yes' && !told.leftOn ? fault('leftOn', 'form.day.missing') : {}),
  }),
  injury: (told) => ofWage('injuryWage', told.injuryWage, told.injuryWageCurrency),
  death: (told) => ofWage('deathWage', told.deathWage, told.deathWageCurrency),
}

type Some = {
  readonly how: 'nothing' | 'some' | 'unknown' | null | undefined
  readonly amount: string | null | undefined
  readonly its: Money['currency'] | null | undefined
}
const ofSome = (field: string, { how, amount, its }: Some): FieldErrors => {
  if (how !== 'some') return {}
  return amount ? sum(field, amount, its) : fault(`${field}Amount`, 'form.money.not-a-number')
}

const ofWage = (
  field: string,
  amount?: string | null,
  its?: Money['currency'] | null,
): FieldErrors => {
  const wrong = sum('x', amount, its)
  if (wrong.xCurrency) return { [`${field}Currency`]: wrong.xCurrency }
  return wrong.xAmount ? { [field]: wrong.xAmount } : {}
}
