import { z } from 'zod'
import { currencies } from '../../../../kernel/money.ts'
import type { FieldErrors } from '../../../../platform/http/form.ts'
import { fieldErrors } from '../../../../platform/http/form.ts'
import type { FormBody } from '../../../../platform/http/route.ts'
import { cleanLine, fields, latinDigits } from '../../../../platform/text/index.ts'
import {
  type AnswerFacts,
  type Answers,
  type AnswersSoFar,
  checkQuestion,
} from '../../rules/answers.ts'
import {
  askedBefore,
  contactWays,
  opennesses,
  relations,
  respondentKinds,
  safeTimes,
} from '../../rules/complaint.ts'
import type { QuestionId } from '../../rules/questions.ts'
import { cutToDraw, withLengths } from './too-long.ts'

const yes = () => fields.optionalChoice(['yes'])

/** A code of the country pack: whether it exists is checked against the loaded lists. */
const code = (missing: string) =>
  z.string({ error: missing }).trim().min(1, missing).max(60, 'form.not-understood')
const optionalCode = () =>
  z
    .string({ error: 'form.not-understood' })
    .max(60, 'form.not-understood')
    .nullish()
    .transform((text) => text?.trim() || null)

const codes = (missing: string) =>
  z
    .preprocess(
      (value) => (value === undefined || value === '' ? [] : [value].flat()),
      z
        .array(z.string().max(60, 'form.not-understood'), { error: missing })
        .min(1, missing)
        .max(60, 'form.not-understood'),
    )
    .transform((list) => [...new Set(list)])

const people = () =>
  z
    .union([z.string(), z.number()], { error: 'complain.who.people-wrong' })
    .nullish()
    .transform((value) => latinDigits(cleanLine(String(value ?? ''))))
    .pipe(z.string().regex(/^\d{0,6}$/, 'complain.who.people-wrong'))
    .transform((text) => (text === '' ? null : Number(text)))
    .pipe(
      z
        .number()
        .min(1, 'complain.who.people-wrong')
        .max(100_000, 'complain.who.people-wrong')
        .nullable(),
    )

const month = () =>
  z
    .string({ error: 'complain.when.wrong' })
    .nullish()
    .transform((text) => latinDigits(cleanLine(text ?? '')) || null)
    .pipe(
      z
        .string()
        .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, 'complain.when.wrong')
        .nullable(),
    )

const tooLong = 'complain.too-long'
/** The longest of each text; a name of signs alone names nobody. */
const longest = {
  ...{ workerName: 100, complainantName: 100, contact: 200, respondentWords: 300 },
  ...{ askedAnswer: 2000, story: 8000 },
} as const
const name = () =>
  fields
    .optionalLine({ max: longest.workerName, tooLong })
    .refine((text) => text === null || /\p{L}/u.test(text), 'complain.name.no-letters')
const currency = () => fields.optionalChoice(currencies)
const contact = () =>
  fields
    .optionalLine({ max: longest.contact, tooLong })
    .transform((text) => (text === null ? null : latinDigits(text)))

/** The fields of each question. The same shapes are the body of the API. */
const shapes = {
  who: { relation: fields.choice(relations, 'complain.who.missing'), people: people() },
  openness: { openness: fields.choice(opennesses, 'complain.openness.missing') },
  name: { workerName: name(), complainantName: name() },
  contact: {
    way: fields.optionalChoice(contactWays),
    contact: contact(),
    safeTimes: fields.choices(safeTimes),
    prefersWoman: fields.optionalChoice(['yes', 'no']),
  },
  respondent: {
    respondentKind: fields.choice(respondentKinds, 'complain.respondent.missing'),
    respondentWords: fields.optionalLine({ max: longest.respondentWords, tooLong }),
  },
  agency: { agencyId: optionalCode() },
  what: { categories: codes('complain.what.missing') },
  where: { country: code('complain.where.missing'), province: optionalCode() },
  when: { month: month(), monthUnknown: yes() },
  money: {
    ...{ paidAmount: fields.amount(), paidCurrency: currency(), paidOpen: yes() },
    ...{ owedAmount: fields.amount(), owedCurrency: currency(), owedOpen: yes() },
    ...{ soughtAmount: fields.amount(), soughtCurrency: currency(), soughtOpen: yes() },
  },
  'asked-before': {
    askedBefore: fields.choice(askedBefore, 'complain.asked-before.missing'),
    askedAnswer: fields.optionalLines({ max: longest.askedAnswer, tooLong }),
  },
  story: { story: fields.optionalLines({ max: longest.story, tooLong }) },
} as const satisfies Readonly<Record<QuestionId, Readonly<Record<string, z.ZodType>>>>

/** Every field of a first contact, for the API and for the last check before sending. */
export const allAnswers = z.object({
  ...{ ...shapes.who, ...shapes.openness, ...shapes.name, ...shapes.contact },
  ...{ ...shapes.respondent, ...shapes.agency, ...shapes.what, ...shapes.where },
  ...{ ...shapes.when, ...shapes.money, ...shapes['asked-before'], ...shapes.story },
})

/** The fields that a question's form sends; the month comes in two. */
export const fieldsOf = (id: QuestionId): string[] =>
  id === 'when' ? ['month-month', 'month-year', 'monthUnknown'] : Object.keys(shapes[id])

/** Puts `month-year` and `month-month` together; what is no month stays visibly wrong. */
export function foldMonth(form: FormBody): FormBody {
  if ('month' in form) return form
  const [year, number] = ['month-year', 'month-month'].map((field) => {
    const typed = form[field]
    return typeof typed === 'string' ? latinDigits(cleanLine(typed)) : ''
  })
  return year || number ? { ...form, month: `${year}-${number?.padStart(2, '0')}` } : form
}

/** How many they are is asked of a group only: what stands in the hidden field is not judged. */
function withoutHidden(form: FormBody): FormBody {
  if (form.relation === 'group' || form.people === undefined) return form
  const { people: _, ...others } = form
  return others
}

const folded = (form: FormBody): FormBody => withoutHidden(foldMonth(form))

/** Whatever of these fields is right, field by field; the rest is absent. */
export function answersSoFar(typed: FormBody): AnswersSoFar {
  const form = folded(typed)
  const right = Object.entries(allAnswers.shape).flatMap(([field, shape]) => {
    const parsed = (shape as z.ZodType).safeParse(form[field])
    return parsed.success ? [[field, parsed.data] as const] : []
  })
  return Object.fromEntries(right) as AnswersSoFar
}

/** As it is drawn again in its fields. */
export const drawnAgain = (typed: FormBody): FormBody => cutToDraw(typed, longest)

/** What is wrong with the answer to one question, beside which field. */
export function faultsOf(id: QuestionId, typed: FormBody, facts: AnswerFacts): FieldErrors {
  const parsed = z.object(shapes[id]).safeParse(folded(typed))
  const wrong = parsed.success ? {} : fieldErrors(parsed.error)
  const missing = checkQuestion(id, answersSoFar(typed), facts)
  return inPageOrder(id, withLengths({ ...missing, ...underOneName(wrong) }, typed))
}

/** `categories.3` is said beside `categories`: one list, one sentence. */
const underOneName = (errors: FieldErrors): FieldErrors =>
  Object.fromEntries(
    Object.entries(errors).map(([field, error]) => [field.split('.')[0] ?? field, error]),
  )

function inPageOrder(id: QuestionId, errors: FieldErrors): FieldErrors {
  const order = Object.keys(shapes[id])
  return Object.fromEntries(
    Object.entries(errors).sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)),
  )
}

/** All answers to what is asked; what was typed for a question that is asked no more is left out. */
export function parseAnswers(asked: readonly QuestionId[], typed: FormBody): Answers | null {
  const fields = asked.flatMap(fieldsOf)
  const own = Object.entries(typed).filter(([field]) => fields.includes(field))
  const parsed = allAnswers.safeParse(folded(Object.fromEntries(own)))
  return parsed.success ? parsed.data : null
}

/** The first question that is not answered rightly yet, of those that are asked. */
export const firstFaulty = (
  asked: readonly QuestionId[],
  typed: FormBody,
  facts: AnswerFacts,
): QuestionId | null =>
  asked.find((id) => Object.keys(faultsOf(id, typed, facts)).length > 0) ?? null
