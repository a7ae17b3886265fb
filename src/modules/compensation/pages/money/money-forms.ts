import { z } from 'zod'
import { type Currency, parseMoney } from '../../../../kernel/money.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { FieldErrors } from '../../../../platform/http/form.ts'
import type { FormBody } from '../../../../platform/http/route.ts'
import { cleanLine, fields, latinDigits } from '../../../../platform/text/index.ts'
import { answerWays } from '../../rules/outcome.ts'
import { heardWays, sayers } from '../../rules/word.ts'

export const payChannels = ['bank', 'wallet', 'cash', 'elsewhere'] as const

export const payForm = z.object({
  paidOn: fields.day({ missing: 'payments.field.paid-on.missing' }),
  channel: fields.choice(payChannels, 'payments.field.channel.missing'),
  reference: fields.optionalLine({ max: 100, tooLong: 'complain.too-long' }),
})

/** By whom and how it was heard; asked once for all the rows of a sheet. */
export const heardForm = z.object({
  saidBy: fields.choice(sayers, 'payments.field.said-by.missing'),
  how: fields.choice(heardWays, 'payments.field.how.missing'),
  on: fields.day({ missing: 'payments.field.on.missing' }),
})

export const answerForm = z.object({
  how: fields.optionalChoice(answerWays),
  on: fields.optionalDay(),
  dueOn: fields.optionalDay(),
})

const textOf = (value: FormBody[string] | undefined): string =>
  typeof value === 'string' ? latinDigits(cleanLine(value)) : ''

/** What stands in the rows of a sheet under `<prefix>-<id>`; empty rows are left out. */
export const rowsOf = (form: FormBody, prefix: string): { id: string; text: string }[] =>
  Object.keys(form)
    .filter((name) => name.startsWith(`${prefix}-`))
    .map((name) => ({ id: name.slice(prefix.length + 1), text: textOf(form[name]) }))
    .filter(({ text }) => text !== '')

type SumRow = { readonly id: string; readonly minor: bigint }

/** The sums of a sheet, each in the currency of its row; what is wrong stands beside its row. */
export function sumsOf(
  form: FormBody,
  prefix: string,
  currencyOf: (id: string) => Currency | undefined,
): Result<readonly SumRow[], FieldErrors> {
  const errors: Record<string, { key: string }> = {}
  const rows = rowsOf(form, prefix).flatMap(({ id, text }) => {
    const money = sumIn(text, currencyOf(id))
    if (money.ok) return [{ id, minor: money.value }]
    errors[`${prefix}-${id}`] = { key: money.refusal }
    return []
  })
  return Object.keys(errors).length > 0 ? refuse(errors) : ok(rows)
}

/** A sum of more than nothing, or the sentence that says what is wrong with it. */
export function sumIn(text: string, currency: Currency | undefined): Result<bigint, string> {
  if (currency === undefined) return refuse('form.money.currency-missing')
  const money = parseMoney(text, currency)
  if (!money.ok) return refuse(`form.money.${money.refusal}`)
  return money.value.minor === 0n ? refuse('refusal.not-a-sum') : ok(money.value.minor)
}
