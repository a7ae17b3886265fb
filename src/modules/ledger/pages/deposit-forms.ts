import { z } from 'zod'
import { langs } from '../../../kernel/reader.ts'
import { fields } from '../../../platform/text/index.ts'

const tooLong = 'ledger.field.too-long'
const reason = (missing: string) => fields.lines({ max: 4_000, missing, tooLong })
const version = fields.wholeNumber({ least: 1, most: 999_999, wrong: 'form.not-understood' })

const slip = {
  amount: fields.amount(),
  currency: fields.currency(),
  onDay: fields.day({ missing: 'ledger.field.on-day.missing' }),
  reference: fields.line({ max: 100, missing: 'ledger.field.reference.missing', tooLong }),
}
type Typed = { readonly amount: string | null; readonly currency: z.output<typeof slip.currency> }

/** The sum that amount and currency make; what is missing is said beside the amount. */
function sumOf(ctx: z.RefinementCtx, { amount, currency }: Typed) {
  const money = fields.moneyOf(ctx, { field: 'amount', text: amount, currency })
  if (money) return money
  if (amount === null)
    ctx.addIssue({ code: 'custom', path: ['amount'], message: 'ledger.field.amount.missing' })
  return z.NEVER
}

/** What came in: a sum, the day on the slip and its number. */
export const payInForm = z
  .object(slip)
  .transform((form, ctx) => ({ ...form, money: sumOf(ctx, form) }))

/** What is given back: the same, and why. */
export const releaseForm = z
  .object({ ...slip, reason: reason('ledger.field.why.missing') })
  .transform((form, ctx) => ({ ...form, money: sumOf(ctx, form) }))

export const demandForm = z.object({
  dueOn: fields.day({ missing: 'ledger.field.due-on.missing' }),
  reason: reason('ledger.field.why-this-day.missing'),
})

export const endForm = z.object({ version, reason: reason('ledger.field.why.missing') })

export const letterForm = z.object({
  language: fields.choice(langs, 'letters.field.language.missing'),
})

/** The most dues of one draw. */
const mostDues = 5_000
const manyIds = z
  .preprocess(
    (value) => (value === undefined || value === '' ? [] : [value].flat()),
    z.array(z.uuid('form.not-understood')).max(mostDues),
  )
  .pipe(z.array(z.string()).min(1, 'ledger.field.due.missing'))

export const proposeForm = z.object({ due: manyIds, basis: reason('ledger.field.basis.missing') })

export const decideForm = z.object({
  version,
  reason: fields.optionalLines({ max: 4_000, tooLong }),
})
