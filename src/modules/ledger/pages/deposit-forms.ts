import { z } from 'zod'
import { isUuid } from '../../../kernel/ids.ts'
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

/** What is given back: cash, or the whole of a guarantee; by which paper, and why. */
export const releaseForm = z
  .object({
    ...slip,
    what: z.union([z.uuid(), z.literal('cash')], 'form.not-understood').nullish(),
    reason: reason('ledger.field.why.missing'),
  })
  .transform(({ what, ...form }, ctx) => {
    const guaranteeId = what && what !== 'cash' ? what : null
    const nothing = { minor: 0n, currency: form.currency }
    return { ...form, guaranteeId, money: guaranteeId ? nothing : sumOf(ctx, form) }
  })

/** What a bank promised: on which paper, and until when. */
export const guaranteeForm = z
  .object({
    amount: slip.amount,
    currency: slip.currency,
    number: fields.line({ max: 100, missing: 'ledger.field.guarantee-number.missing', tooLong }),
    bank: fields.line({ max: 200, missing: 'ledger.field.bank.missing', tooLong }),
    issuedOn: fields.day({ missing: 'ledger.field.issued-on.missing' }),
    expiresOn: fields.day({ missing: 'ledger.field.expires-on.missing' }),
    replaces: z.union([z.uuid(), z.literal('')], 'form.not-understood').nullish(),
  })
  .transform(({ replaces, ...form }, ctx) => ({
    ...{ ...form, money: sumOf(ctx, form), replacesId: replaces || null },
  }))

/** "<guarantee> <version>": which one is made longer, as it was seen. */
export const extensionForm = z.object({
  guarantee: z.string({ error: 'ledger.field.guarantee.missing' }).transform((text, ctx) => {
    const [, id, version] = /^(.{36}) (\d{1,9})$/.exec(text) ?? []
    if (id !== undefined && isUuid(id)) return { id, version: Number(version) }
    ctx.addIssue({ code: 'custom', message: 'ledger.field.guarantee.missing' })
    return z.NEVER
  }),
  expiresOn: fields.day({ missing: 'ledger.field.expires-on.missing' }),
  reference: fields.line({ max: 100, missing: 'ledger.field.letter-number.missing', tooLong }),
})

export const overrideForm = z.object({
  fromDay: fields.day({ missing: 'ledger.field.from-day.missing' }),
  untilDay: fields.day({ missing: 'ledger.field.until-day.missing' }),
  reason: reason('ledger.field.why.missing'),
})

/** How many are abroad, and of which day the agency speaks. */
export const workersForm = z.object({
  workers: fields.wholeNumber({ least: 0, most: 1_000_000, wrong: 'ledger.field.workers.wrong' }),
  onDay: fields.day({ missing: 'ledger.field.workers-day.missing' }),
})

export const demandForm = z.object({
  dueOn: fields.day({ missing: 'ledger.field.due-on.missing' }),
  reason: reason('ledger.field.why-this-day.missing'),
})

export const endForm = z.object({ version, reason: reason('ledger.field.why.missing') })

export const letterForm = z.object({
  language: fields.choice(langs, 'letters.field.language.missing'),
})

export const decideForm = z.object({
  version,
  reason: fields.optionalLines({ max: 4_000, tooLong }),
})
