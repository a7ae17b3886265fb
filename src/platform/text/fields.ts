import { z } from 'zod'
import { type Day, isDay } from '../../kernel/days.ts'
import { type Currency, currencies, type Money, parseMoney } from '../../kernel/money.ts'
import type { FormBody } from '../http/route.ts'
import { cleanLine, cleanText, latinDigits } from './clean.ts'
import { phoneKey } from './phone.ts'

/**
 * Pieces of form schemas: each takes message keys and gives a cleaned, typed value. The same
 * schema serves the form and the API.
 */

type TextOptions = {
  readonly max: number
  readonly missing: string
  readonly tooLong: string
}

/** One line that must be there. */
export const line = (options: TextOptions) => requiredText(cleanLine, options)

/** Several lines that must be there. */
export const lines = (options: TextOptions) => requiredText(cleanText, options)

/** One line that may be left out: then null. */
export const optionalLine = (options: Omit<TextOptions, 'missing'>) =>
  optionalText(cleanLine, options)

/** Several lines that may be left out: then null. */
export const optionalLines = (options: Omit<TextOptions, 'missing'>) =>
  optionalText(cleanText, options)

const requiredText = (clean: (text: string) => string, { max, missing, tooLong }: TextOptions) =>
  z
    .string({ error: missing })
    .meta({ maxLength: max })
    .transform(clean)
    .pipe(z.string().min(1, missing).max(max, tooLong))

const optionalText = (
  clean: (text: string) => string,
  { max, tooLong }: Omit<TextOptions, 'missing'>,
) =>
  z
    .string()
    .meta({ maxLength: max })
    .nullish()
    .transform((text) => clean(text ?? ''))
    .pipe(z.string().max(max, tooLong))
    .transform((text) => (text === '' ? null : text))

/** One of these answers. */
export const choice = <const T extends readonly [string, ...string[]]>(
  values: T,
  missing: string,
) => z.enum(values, { error: missing })

/** One of these answers, or none: then null. */
export const optionalChoice = <const T extends readonly [string, ...string[]]>(
  values: T,
  wrong = 'form.not-understood',
) =>
  z
    .union([z.enum(values), z.literal('')], { error: wrong })
    .nullish()
    .transform((value) => (value ? (value as T[number]) : null))

/** Any number of these answers, as checkboxes send them; each once, in the order of `values`. */
export const choices = <const T extends readonly [string, ...string[]]>(
  values: T,
  wrong = 'form.not-understood',
) =>
  z
    .preprocess(asList, z.array(z.enum(values, { error: wrong }), { error: wrong }))
    .transform((chosen) => values.filter((value): value is T[number] => chosen.includes(value)))

const asList = (value: unknown): unknown =>
  value === undefined || value === '' || value === null ? [] : [value].flat()

/** A telephone number in international form, Cambodian unless it says otherwise; or null. */
export const optionalPhone = (wrong = 'form.phone.wrong') =>
  optionalLine({ max: 40, tooLong: wrong }).transform((text, ctx) => {
    const key = text === null ? null : phoneKey(text)
    if (text !== null && key === null) ctx.addIssue({ code: 'custom', message: wrong })
    return key
  })

/** A whole number in Latin or Khmer digits. */
export const wholeNumber = (options: {
  readonly least: number
  readonly most: number
  readonly wrong: string
}) =>
  z
    .union([z.string(), z.number()], { error: options.wrong })
    .transform((value) => latinDigits(cleanLine(String(value))))
    .pipe(z.string().regex(/^\d{1,9}$/, options.wrong))
    .transform(Number)
    .pipe(z.number().min(options.least, options.wrong).max(options.most, options.wrong))

/** What a form carried along as it was drawn, as JSON in a hidden field; empty is null. */
export const carried = <T extends z.ZodType>(schema: T) =>
  z.string().transform((text, ctx): z.output<T> => {
    const parsed = schema.safeParse(text === '' ? null : jsonIn(text))
    if (parsed.success) return parsed.data
    ctx.addIssue({ code: 'custom', message: 'form.not-understood' })
    return z.NEVER
  })

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** The currencies as an answer to choose. */
export const currency = (missing = 'form.money.currency-missing') =>
  z.enum(currencies, { error: missing })

/** An amount as it was typed, in Latin or Khmer digits; null when left empty. See `moneyOf`. */
export const amount = () =>
  z
    .union([z.string(), z.number()], { error: 'form.money.not-a-number' })
    .nullish()
    .transform((value) => latinDigits(cleanLine(String(value ?? ''))))
    .pipe(z.string().max(30, 'form.money.too-large'))
    .transform((text) => (text === '' ? null : text))

type MoneyField = {
  readonly field: string
  readonly text: string | null
  readonly currency: Currency | null
}

/**
 * For the `transform` of a form: the money that amount and currency make, null when no amount was
 * given; what is wrong is said beside `field`.
 */
export function moneyOf(ctx: z.RefinementCtx, { field, text, currency }: MoneyField): Money | null {
  if (text === null) return null
  const money = currency
    ? parseMoney(text, currency)
    : ({ ok: false, refusal: 'currency-missing' } as const)
  if (money.ok) return money.value
  ctx.addIssue({ code: 'custom', path: [field], message: `form.money.${money.refusal}` })
  return null
}

type DayOptions = {
  readonly missing: string
  /** For a day that does not exist. */
  readonly wrong?: string
  /** The last day allowed, and what to say of a later one: that it is in the future when absent. */
  readonly latest?: { readonly day: Day; readonly message?: string }
  readonly earliest?: { readonly day: Day; readonly message: string }
}

/** A legal day, "YYYY-MM-DD". Forms ask it in three fields: put them together with `foldDay`. */
export const day = ({ missing, wrong = 'form.day.wrong', latest, earliest }: DayOptions) =>
  z
    .string({ error: missing })
    .transform((text) => latinDigits(cleanLine(text)))
    .pipe(z.string().min(1, missing))
    .transform((text, ctx): Day => dayIn(text, ctx, { wrong, latest, earliest }))

/** A legal day or null. */
export const optionalDay = ({
  wrong = 'form.day.wrong',
  latest,
  earliest,
}: Omit<DayOptions, 'missing'> = {}) =>
  z
    .string()
    .nullish()
    .transform((text) => latinDigits(cleanLine(text ?? '')))
    .transform((text, ctx) => (text === '' ? null : dayIn(text, ctx, { wrong, latest, earliest })))

type DayLimits = {
  readonly wrong: string
  readonly latest: DayOptions['latest'] | undefined
  readonly earliest: DayOptions['earliest'] | undefined
}

function dayIn(text: string, ctx: z.RefinementCtx, { wrong, latest, earliest }: DayLimits): Day {
  const message = !isDay(text)
    ? wrong
    : latest && text > latest.day
      ? (latest.message ?? 'form.day.in-the-future')
      : earliest && text < earliest.day
        ? earliest.message
        : null
  if (message === null) return text as Day
  ctx.addIssue({ code: 'custom', message })
  return z.NEVER
}

/**
 * Puts `<name>-day`, `<name>-month` and `<name>-year` together under `name`; nothing typed stays
 * nothing, and what is no date stays visibly wrong for `day` to refuse.
 */
export function foldDay(form: FormBody, name: string): FormBody {
  const parts = (['year', 'month', 'day'] as const).map((part) => partOf(form[`${name}-${part}`]))
  if (name in form || parts.every((part) => part === '')) return form
  const [year = '', month = '', dayOfMonth = ''] = parts
  return { ...form, [name]: `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}` }
}

const partOf = (value: FormBody[string] | undefined): string =>
  typeof value === 'string' ? latinDigits(cleanLine(value)) : ''
