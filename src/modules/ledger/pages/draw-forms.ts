import { z } from 'zod'
import type { Day } from '../../../kernel/days.ts'
import { type Currency, currencies } from '../../../kernel/money.ts'
import { cleanLine, fields, latinDigits } from '../../../platform/text/index.ts'
import { isRate, type Rate } from '../rules/convert.ts'

const tooLong = 'ledger.field.too-long'

/** The most dues of one draw. */
const mostDues = 5_000
const manyIds = z
  .preprocess(
    (value) => (value === undefined || value === '' ? [] : [value].flat()),
    z.array(z.uuid('form.not-understood')).max(mostDues),
  )
  .pipe(z.array(z.string()).min(1, 'ledger.field.due.missing'))

const rateText = z
  .union([z.string(), z.number()], { error: 'ledger.field.rate.wrong' })
  .transform((value) => latinDigits(cleanLine(String(value))).replace(/,/g, ''))
  .pipe(z.string().refine(isRate, 'ledger.field.rate.wrong'))

/** A rate as a program gives it: for one of the deposit's currency so much of this one. */
const givenRate = z.object({
  currency: fields.currency(),
  rate: rateText,
  onDay: fields.day({ missing: 'ledger.field.rate-day.missing' }),
  source: fields.line({ max: 300, missing: 'ledger.field.rate-source.missing', tooLong }),
})
const basis = fields.lines({ max: 4_000, missing: 'ledger.field.basis.missing', tooLong })

export const proposeBody = z.object({
  ...{ due: manyIds, basis, from: fields.currency().nullish() },
  rates: z.array(givenRate).max(currencies.length).default([]),
})

/** The same from a page: a field for each currency, one day and one source for all of them. */
export const proposeForm = z
  .object({
    ...{ due: manyIds, basis, from: fields.currency().nullish() },
    ...Object.fromEntries(currencies.map((each) => [`rate-${each}`, z.string().default('')])),
    ratesOn: fields.optionalDay(),
    ratesSource: fields.optionalLine({ max: 300, tooLong }),
  })
  .transform((form, ctx) => ({ ...form, rates: ratesIn(form, ctx) }))

type RateFields = {
  readonly ratesOn: Day | null
  readonly ratesSource: string | null
  readonly [field: string]: unknown
}

function ratesIn(form: RateFields, ctx: z.RefinementCtx): z.output<typeof givenRate>[] {
  const { ratesOn: onDay, ratesSource: source } = form
  const typed = currencies.filter((each) => form[`rate-${each}`])
  const wrong = (path: string, message: string) =>
    ctx.addIssue({ code: 'custom', path: [path], message })
  if (typed.length > 0 && !onDay) wrong('ratesOn', 'ledger.field.rate-day.missing')
  if (typed.length > 0 && !source) wrong('ratesSource', 'ledger.field.rate-source.missing')
  return typed.flatMap((currency) => {
    const rate = rateText.safeParse(form[`rate-${currency}`])
    if (!rate.success) wrong(`rate-${currency}`, 'ledger.field.rate.wrong')
    return rate.success && onDay && source ? [{ currency, rate: rate.data, onDay, source }] : []
  })
}

type Proposed = {
  readonly from?: Currency | null | undefined
  readonly rates: readonly z.output<typeof givenRate>[]
}

/** The rates with what they are rates of: the holding's currency. */
export const ratesOf = ({ from, rates }: Proposed): Rate[] =>
  rates.map((rate) => ({ ...rate, base: from ?? 'USD' }))
