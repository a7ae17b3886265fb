import { z } from 'zod'
import type { Day } from '../../../kernel/days.ts'
import { isUuid } from '../../../kernel/ids.ts'
import { langs } from '../../../kernel/reader.ts'
import { fields, latinDigits } from '../../../platform/text/index.ts'
import {
  answers,
  answerWays,
  remedyKinds,
  type TermsInput,
  termModes,
} from '../../compensation/index.ts'
import type { Party } from '../../ledger/index.ts'
import { agencyAnswers, appealSides, findings, rulings } from '../rules/decision.ts'
import {
  absences,
  attendances,
  costKinds,
  costPayers,
  failReasons,
  meetingWays,
  notHeldReasons,
  readTo,
} from '../rules/meeting.ts'
import { broughtBys, keptBackReasons } from '../store/exhibit.ts'

const missing = 'conciliation.field.missing'
const tooLong = 'conciliation.field.too-long'
const notUnderstood = 'form.not-understood'
const text = (max: number) => fields.lines({ max, missing, tooLong })
const optionalText = (max: number) => fields.optionalLines({ max, tooLong })
const line = (max: number) => fields.line({ max, missing, tooLong })
const optionalLine = (max: number) => fields.optionalLine({ max, tooLong })
const choice = <const T extends readonly [string, ...string[]]>(values: T) =>
  fields.choice(values, missing)
const day = fields.day({ missing })
const language = z.enum(langs, { error: notUnderstood }).default('km')
const version = z.coerce.number({ error: notUnderstood }).pipe(z.int().min(1))
const id = z.string({ error: missing }).refine(isUuid, notUnderstood)

/** What is done to one meeting or one decision, as it was seen. */
const target = { target: id, version }

const clockTime = z
  .string({ error: missing })
  .trim()
  .regex(/^([01]?\d|2[0-3]):[0-5]\d$/, 'conciliation.field.time-wrong')

/** A day and an hour in Phnom Penh. */
export const instantOf = (on: Day, time: string): Date =>
  new Date(`${on}T${time.padStart(5, '0')}:00+07:00`)

const conductorMissing = 'conciliation.field.conductor-missing'

const appointment = {
  way: choice(meetingWays),
  province: fields
    .optionalLine({ max: 2, tooLong: notUnderstood })
    .refine((code) => code === null || /^\d\d$/.test(code), notUnderstood),
  place: optionalLine(300),
  reason: optionalText(1000),
  day,
  time: clockTime,
  conductedBy: z
    .string({ error: conductorMissing })
    .refine((value) => value !== '', { error: conductorMissing, abort: true })
    .refine(isUuid, notUnderstood),
}

export const planInput = z
  .object({ ...appointment, version: version.nullish().transform((one) => one ?? null) })
  .superRefine(needsProvince)
export const postponeInput = z.object({ ...appointment, ...target }).superRefine(needsProvince)

function needsProvince(
  { way, province }: { way: string; province: string | null },
  ctx: z.RefinementCtx,
): void {
  if (way === 'in-person' && province === null)
    ctx.addIssue({ code: 'custom', path: ['province'], message: missing })
}

export const inviteInput = z.object({ ...target, language })
export const holdInput = z.object({
  ...{ ...target, language, day, time: clockTime },
  ...{ worker: choice(attendances), agency: choice(attendances) },
  ...{ workerSays: text(8000), agencySays: text(8000), note: optionalText(4000) },
  ...{ readTo: fields.choices(readTo), readBy: optionalLine(200) },
})
export const notHeldInput = z.object({
  ...{ ...target, why: choice(notHeldReasons) },
  ...{ workerWhy: fields.optionalChoice(absences), agencyWhy: fields.optionalChoice(absences) },
})
export const failInput = z.object({
  ...{ ...target, language, why: choice(failReasons), report: text(8000) },
})
export const costInput = z
  .object({
    ...{ target: id, kind: choice(costKinds), payer: choice(costPayers) },
    ...{ sum: line(30).transform(latinDigits), currency: fields.currency() },
  })
  .transform(({ sum, currency, ...rest }, ctx) => ({
    ...rest,
    money: fields.moneyOf(ctx, { field: 'sum', text: sum, currency }),
  }))
export const sortInput = z
  .object({
    broughtBy: choice(broughtBys),
    evidenceId: z
      .union([z.literal(''), id])
      .nullish()
      .transform((one) => one || null),
    what: text(2000),
    shown: choice(['both', 'kept-back']),
    keptBackWhy: fields.optionalChoice(keptBackReasons),
  })
  .superRefine(({ shown, keptBackWhy }, ctx) => {
    if (shown === 'kept-back' && keptBackWhy === null)
      ctx.addIssue({ code: 'custom', path: ['keptBackWhy'], message: missing })
  })

const party = z
  .string({ error: missing })
  .regex(/^(agency|party):[0-9a-f-]{36}$/, missing)
  .transform((text): Party => {
    const [kind, of = ''] = text.split(':')
    return { kind, id: of } as Party
  })

const termFields = {
  mode: fields.choice(termModes, missing),
  currency: fields.currency(),
  dueOn: day,
  sum: fields.amount(),
  pasted: optionalText(100_000).transform((text) => text && latinDigits(text)),
  chosen: z.preprocess((value) => [value ?? []].flat(), z.array(id)),
}
/** What was typed beside each person: `sum-<id>`, `answer-<id>`; a program sends objects. */
function termsIn(form: Readonly<Record<string, unknown>>, prefix: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const [name, value] of Object.entries(form))
    if (name.startsWith(`${prefix}-`) && typeof value === 'string' && value !== '')
      found.set(name.slice(prefix.length + 1), latinDigits(value))
  return found
}

type TermsForm = z.output<z.ZodObject<typeof termFields>>
const termsOf = (form: TermsForm & Readonly<Record<string, unknown>>): TermsInput => ({
  ...{ mode: form.mode, currency: form.currency, dueOn: form.dueOn, sum: form.sum },
  ...{ pasted: form.pasted, chosen: form.chosen, column: termsIn(form, 'sum') },
  answers: new Map(
    [...termsIn(form, 'answer')].flatMap(([person, said]) => {
      const answer = answers.find((one) => one === said)
      return answer ? [[person, answer] as const] : []
    }),
  ),
})

export const settleInput = z
  .looseObject({
    ...{ ...target, ...termFields, debtor: party, basis: text(4000), how: choice(answerWays) },
    ...{ remedies: fields.choices(remedyKinds), remedyWords: optionalText(1000) },
    others: fields.optionalChoice(answers),
  })
  .transform((form) => ({
    ...{ target: form.target, version: form.version, debtor: form.debtor, how: form.how },
    ...{ basis: form.basis, terms: { ...termsOf(form), others: form.others } },
    remedies: form.remedies.map((remedy) => ({ remedy, words: form.remedyWords })),
  }))

export const draftInput = z
  .looseObject({
    ...{ ...termFields, finding: choice(findings) },
    ...{ basis: text(4000), reasons: text(8000), order: text(4000) },
    ...{ workerUntil: fields.optionalDay(), agencyUntil: fields.optionalDay() },
    untilReason: optionalText(1000),
  })
  .transform((form) => ({
    words: { basis: form.basis, reasons: form.reasons, order: form.order },
    ...{ finding: form.finding, terms: termsOf(form), untilReason: form.untilReason },
    ...{ workerUntil: form.workerUntil, agencyUntil: form.agencyUntil },
  }))
export const signInput = z.object({
  ...{ ...target, language },
  debtor: z
    .union([z.literal('').transform(() => null), party])
    .nullish()
    .transform((one) => one ?? null),
})
export const dropInput = z.object(target)
export const appealInput = z.object({ target: id, side: choice(appealSides), grounds: text(8000) })
export const ruleInput = z.object({ ...target, ruling: choice(rulings), reasons: text(8000) })
export const agencyAnswerInput = z.object({ target: id, answer: choice(agencyAnswers), on: day })
export const ownAnswerInput = z.object({ target: id, answer: choice(agencyAnswers) })
/** With her own receipt, or by the agency's own people: which side they are is known. */
export const ownAppealInput = z.object({ target: id, grounds: text(8000) })
