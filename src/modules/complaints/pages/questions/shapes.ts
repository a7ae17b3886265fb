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
const name = () => fields.optionalLine({ max: 100, tooLong })
const currency = () => fields.optionalChoice(currencies)
const contact = () =>
  fields
    .optionalLine({ max: 200, tooLong })
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
    respondentWords: fields.optionalLine({ max: 300, tooLong }),
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
    askedAnswer: fields.optionalLines({ max: 2000, tooLong }),
  },
  story: { story: fields.optionalLines({ max: 8000, tooLong }) },
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

/** Whatever of these fields is right, field by field; the rest is absent. */
export function answersSoFar(typed: FormBody): AnswersSoFar {
  const form = foldMonth(typed)
  const right = Object.entries(allAnswers.shape).flatMap(([field, shape]) => {
    const parsed = (shape as z.ZodType).safeParse(form[field])
    return parsed.success ? [[field, parsed.data] as const] : []
  })
  return Object.fromEntries(right) as AnswersSoFar
}

/** What is wrong with the answer to one question, beside which field. */
export function faultsOf(id: QuestionId, typed: FormBody, facts: AnswerFacts): FieldErrors {
  const parsed = z.object(shapes[id]).safeParse(foldMonth(typed))
  const wrong = parsed.success ? {} : fieldErrors(parsed.error)
  const missing = checkQuestion(id, answersSoFar(typed), facts)
  return inPageOrder(id, { ...missing, ...underOneName(wrong) })
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
  const parsed = allAnswers.safeParse(foldMonth(Object.fromEntries(own)))
  return parsed.success ? parsed.data : null
}

/** The first question that is not answered rightly yet, of those that are asked. */
export const firstFaulty = (
  asked: readonly QuestionId[],
  typed: FormBody,
  facts: AnswerFacts,
): QuestionId | null =>
  asked.find((id) => Object.keys(faultsOf(id, typed, facts)).length > 0) ?? null
