import { z } from 'zod'
import type { Reader } from '../../../../kernel/reader.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import { type FieldErrors, parseForm } from '../../../../platform/http/form.ts'
import type { FormBody } from '../../../../platform/http/route.ts'
import { cleanLine, fields, latinDigits } from '../../../../platform/text/index.ts'
import type { AgencyId } from '../../../agencies/index.ts'
import type { Party } from '../../../ledger/index.ts'
import type { OutcomeGround } from '../../actions/read-for-outcome.ts'
import {
  answers,
  answerWays,
  type NewOutcome,
  outcomeKinds,
  type Plan,
} from '../../rules/outcome.ts'
import { type CommonTerms, readRows, type Summed, sumUp } from '../../rules/outcome-rows.ts'
import { type EntryRow, readSheet, type SheetColumn } from '../../rules/outcome-sheet.ts'
import { sumIn } from './money-forms.ts'
import { faultsOfRows, sheetFault, sheetWords } from './outcome-words.ts'

export const planKinds = ['once', 'parts', 'until'] as const
/** What an officer enters by hand: what came of a conciliation comes from its own page. */
export const kindsByHand = outcomeKinds.filter((kind) => kind !== 'proposal')
/** Up to here each person has a row with fields; beyond, a sheet is quicker to fill and to draw. */
export const mostRows = 40
/** What may be typed beside a person. */
const rowColumns = ['answer', 'sum', 'day', 'collector', 'heirs', 'remedy'] as const

const whole = (most: number, wrong: string) =>
  z.union([z.literal('').transform(() => null), fields.wholeNumber({ least: 1, most, wrong })])
/** Cells are cleaned one by one: between them a tab means something. */
const cleanSheet = (text: string): string =>
  text
    .split(/\r\n?|\n/)
    .map((line) => line.split('\t').map(cleanLine).join('\t'))
    .join('\n')
const sheetText = z
  .string()
  .max(200_000, 'complain.too-long')
  .nullish()
  .transform((text) => (text?.trim() ? latinDigits(cleanSheet(text)) : null))

export const outcomeForm = z.object({
  kind: fields.choice(outcomeKinds, 'payments.field.kind.missing'),
  madeOn: fields.day({ missing: 'payments.field.made-on.missing' }),
  basis: fields.lines({
    ...{ max: 2000, missing: 'refusal.basis-missing', tooLong: 'complain.too-long' },
  }),
  answerHow: fields.optionalChoice(answerWays),
  answerAll: fields.optionalChoice(answers),
  debtor: z.string('payments.field.debtor.missing').min(1, 'payments.field.debtor.missing'),
  payer: z.string().optional().default(''),
  currency: fields.currency(),
  dueOn: fields.optionalDay(),
  plan: fields.choice(planKinds, 'payments.field.plan.missing'),
  parts: whole(120, 'refusal.too-many-parts').optional().default(null),
  everyMonths: whole(12, 'refusal.too-many-parts').optional().default(null),
  until: fields.optionalLine({ max: 500, tooLong: 'complain.too-long' }),
  remedyDueOn: fields.optionalDay(),
  remedyWords: fields.optionalLine({ max: 500, tooLong: 'complain.too-long' }),
  collector: fields.optionalLine({ max: 200, tooLong: 'complain.too-long' }),
  sheet: sheetText,
  extra: sheetText,
  total: fields.optionalLine({ max: 30, tooLong: 'form.money.too-large' }),
})
export type OutcomeForm = z.output<typeof outcomeForm>

export const partyValue = (party: Party): string => `${party.kind}:${party.id}`

function partyIn(text: string): Party | null {
  const [kind, id = ''] = text.split(':')
  if (kind === 'agency') return { kind, id: id as AgencyId }
  return kind === 'party' ? { kind, id } : null
}

/** What was sent, read: an outcome, and what it comes to. */
export type ReadForm = { readonly outcome: NewOutcome; readonly summed: Summed }
type Around = Pick<OutcomeGround, 'persons' | 'names'> & { readonly reader: Reader }

/** The outcome that a form describes: what holds for all of them, and rows of unequal terms. */
export function readOutcome(form: FormBody, around: Around): Result<ReadForm, FieldErrors> {
  const folded = ['madeOn', 'dueOn', 'remedyDueOn'].reduce(fields.foldDay, form)
  const parsed = parseForm(outcomeForm, folded)
  if (!parsed.ok) return parsed
  const given = parsed.value
  const debtor = partyIn(given.debtor)
  if (!debtor) return refuse({ debtor: { key: 'payments.field.debtor.missing' } })
  const rows = rowsIn(form, given, around)
  if (!rows.ok) return rows
  const { persons, reader } = around
  const words = sheetWords(reader)
  const read = readRows(rows.value, { persons, words, common: commonOf(given, debtor) })
  if (!read.ok) return refuse(faultsOfRows(read.refusal, around))
  const { kind, madeOn, basis } = given
  const summed = sumUp(read.value)
  const differs = totalFault(given, { summed, reader })
  if (differs) return refuse({ total: differs })
  return ok({ outcome: { kind, madeOn, basis, foundIn: null, ...read.value }, summed })
}

/** The rows of the form with what was added below them, or those of the sheet. */
function rowsIn(
  form: FormBody,
  { sheet, extra }: OutcomeForm,
  { persons, reader }: Around,
): Result<EntryRow[], FieldErrors> {
  if (form.entry === 'sheet') return textRows(sheet ?? '', { field: 'sheet', reader })
  const typed = persons.map(({ id, position }): EntryRow => {
    const cells = rowColumns.map((column) => [column, textOf(form[`${column}-${id}`])])
    return { line: null, number: String(position), cells: Object.fromEntries(cells) }
  })
  if (extra === null) return ok(typed)
  const more = textRows(extra, { field: 'extra', reader })
  return more.ok ? ok([...typed, ...more.value]) : more
}

const unnamed: Readonly<Record<'sheet' | 'extra', readonly SheetColumn[]>> = {
  sheet: ['number', 'sum'],
  extra: ['number', 'sum', 'day'],
}

function textRows(
  text: string,
  { field, reader }: { readonly field: 'sheet' | 'extra'; readonly reader: Reader },
): Result<EntryRow[], FieldErrors> {
  const head = { words: sheetWords(reader).columns, unnamed: unnamed[field] }
  const rows = readSheet(text, head)
  return rows.ok ? rows : refuse({ [field]: sheetFault(rows.refusal) })
}

const textOf = (value: FormBody[string] | undefined): string =>
  typeof value === 'string' ? latinDigits(cleanLine(value)).slice(0, 300) : ''

const commonOf = (given: OutcomeForm, debtor: Party): CommonTerms => ({
  ...{ madeOn: given.madeOn, answer: given.answerAll, how: given.answerHow, debtor },
  ...{ payer: partyIn(given.payer), currency: given.currency, dueOn: given.dueOn },
  ...{ plan: planOf(given), collector: given.collector },
  ...{ remedyDueOn: given.remedyDueOn, remedyWords: given.remedyWords },
})

function planOf({ plan, parts, everyMonths, until }: OutcomeForm): Plan {
  if (plan === 'parts') return { kind: 'parts', parts: parts ?? 0, everyMonths: everyMonths ?? 0 }
  return plan === 'until'
    ? { kind: 'until', until: until ?? '', everyMonths: everyMonths ?? 0 }
    : { kind: 'once' }
}

/** The total that stands on the paper, where somebody typed it. */
function totalFault(
  { total, currency }: OutcomeForm,
  { summed, reader }: { readonly summed: Summed; readonly reader: Reader },
) {
  if (total === null) return null
  const wanted = sumIn(latinDigits(total), currency)
  if (!wanted.ok) return { key: wanted.refusal }
  const minor = summed.totals.find((one) => one.currency === currency)?.minor ?? 0n
  if (minor === wanted.value) return null
  const values = { sum: reader.money({ minor, currency }), typed: total }
  return { key: 'outcomes.total-differs', values }
}
