import { type Currency, parseMoney } from '../../../kernel/money.ts'
import type { Message } from '../../../kernel/reader.ts'
import {
  type AskedBefore,
  type ClaimKind,
  type ContactWay,
  claimKinds,
  type Openness,
  type Relation,
  type RespondentKind,
  type SafeTime,
} from './complaint.ts'
import type { NewClaim, NewComplaint } from './intake.ts'
import { type Bearing, isAsked, type QuestionId, questionIds } from './questions.ts'

/** What a first contact says, each field already cleaned and typed. */
export type Answers = {
  readonly relation: Relation
  readonly people: number | null
  readonly openness: Openness
  readonly workerName: string | null
  readonly complainantName: string | null
  readonly way: ContactWay | null
  readonly contact: string | null
  readonly safeTimes: readonly SafeTime[]
  readonly prefersWoman: 'yes' | 'no' | null
  readonly respondentKind: RespondentKind
  readonly respondentWords: string | null
  /** An agency of the register, or `none` of those that were offered. */
  readonly agencyId: string | null
  readonly categories: readonly string[]
  readonly country: string | null
  readonly province: string | null
  /** "2026-03". */
  readonly month: string | null
  readonly monthUnknown: 'yes' | null
  readonly askedBefore: AskedBefore
  readonly askedAnswer: string | null
  readonly story: string | null
} & { readonly [K in ClaimKind as `${K}Amount`]: string | null } & {
  readonly [K in ClaimKind as `${K}Currency`]: Currency | null
} & {
  /** The sum is not known: it stays open, and is not zero. */
  readonly [K in ClaimKind as `${K}Open`]: 'yes' | null
}

/** What the answers are checked against. */
export type AnswerFacts = {
  /** "2026-11": nothing has happened after this month. */
  readonly thisMonth: string
  readonly categories: ReadonlySet<string>
  readonly countries: ReadonlySet<string>
  readonly provinces: ReadonlySet<string>
  /** The agencies that were offered, or any that the register has. */
  readonly agencies: ReadonlySet<string>
}

export type AnswerFaults = Readonly<Record<string, Message>>
/** Answers given so far: a field that is missing or wrong is absent. */
export type AnswersSoFar = Partial<Answers>
type Check = (answers: AnswersSoFar, facts: AnswerFacts) => AnswerFaults

export const otherCountry = 'other'
export const noAgency = 'none'
/** Before this nobody went abroad under rules that could have been broken. */
const earliestMonth = '1990-01'

const fault = (field: string, key: string): AnswerFaults => ({ [field]: { key } })
const none: AnswerFaults = {}

/** What a field alone cannot say: what must be there given the other answers. */
const checks: Readonly<Partial<Record<QuestionId, Check>>> = {
  who: ({ relation, people }) => {
    if (relation !== 'group') return none
    if (people == null) return fault('people', 'complain.who.people-missing')
    return people < 2 ? fault('people', 'complain.who.people-too-few') : none
  },
  name: ({ relation, workerName, complainantName }) => ({
    ...(workerName == null ? fault('workerName', 'complain.name.worker-missing') : none),
    ...(speaksForAnother(relation) && complainantName == null
      ? fault('complainantName', 'complain.name.own-missing')
      : none),
  }),
  contact: ({ way, contact }) => {
    if (way == null) return fault('way', 'complain.contact.way-missing')
    if (way === 'none') return none
    if (contact == null) return fault('contact', 'complain.contact.missing')
    return way === 'phone' && contact.replace(/\D/g, '').length < 6
      ? fault('contact', 'complain.contact.no-number')
      : none
  },
  respondent: ({ respondentKind, respondentWords }) =>
    respondentKind !== 'unknown' && respondentWords == null
      ? fault('respondentWords', 'complain.respondent.words-missing')
      : none,
  agency: ({ agencyId }, { agencies }) => {
    if (agencyId == null) return fault('agencyId', 'complain.agency.missing')
    return agencyId === noAgency || agencies.has(agencyId)
      ? none
      : fault('agencyId', 'complain.agency.not-offered')
  },
  what: ({ categories = [] }, facts) =>
    categories.every((code) => facts.categories.has(code))
      ? none
      : fault('categories', 'form.not-understood'),
  where: ({ country, province }, facts) => ({
    ...(country == null || country === otherCountry || facts.countries.has(country)
      ? none
      : fault('country', 'form.not-understood')),
    ...(province == null || facts.provinces.has(province)
      ? none
      : fault('province', 'form.not-understood')),
  }),
  when: ({ month, monthUnknown }, { thisMonth }) => {
    if (month == null)
      return monthUnknown === 'yes' ? none : fault('month', 'complain.when.missing')
    if (month > thisMonth) return fault('month', 'complain.when.in-the-future')
    return month < earliestMonth ? fault('month', 'complain.when.too-early') : none
  },
  money: (answers) =>
    Object.assign({}, ...claimKinds.map((kind) => checkClaim(answers, kind))) as AnswerFaults,
}

function checkClaim(answers: AnswersSoFar, kind: ClaimKind): AnswerFaults {
  const [text, currency] = [answers[`${kind}Amount`], answers[`${kind}Currency`]]
  if (text == null) return none
  if (answers[`${kind}Open`] === 'yes') return fault(`${kind}Amount`, 'complain.money.both')
  if (currency == null) return fault(`${kind}Currency`, 'form.money.currency-missing')
  const money = parseMoney(text, currency)
  return money.ok ? none : fault(`${kind}Amount`, `form.money.${money.refusal}`)
}

/** What is wrong with one question, beyond each of its fields. */
export const checkQuestion = (
  id: QuestionId,
  answers: AnswersSoFar,
  facts: AnswerFacts,
): AnswerFaults => checks[id]?.(answers, facts) ?? none

/** What is wrong with all that this person is asked. */
export const checkAnswers = (
  answers: AnswersSoFar,
  bearing: Bearing,
  facts: AnswerFacts,
): AnswerFaults =>
  Object.assign(
    {},
    ...questionIds
      .filter((id) => isAsked(id, bearing))
      .map((id) => checkQuestion(id, answers, facts)),
  ) as AnswerFaults

/** Family and representatives have a name of their own beside the worker's. */
export const speaksForAnother = (relation: Relation | undefined): boolean =>
  relation === 'family' || relation === 'representative'

/** The complaint that these answers make; what was not asked in the end is left out. */
export function newComplaint(
  answers: Answers,
  { language, bearing }: { language: 'km' | 'en'; bearing: Bearing },
): NewComplaint {
  const { relation, openness, respondentKind, agencyId, country } = answers
  return {
    relation,
    people: relation === 'group' ? (answers.people ?? 1) : 1,
    openness,
    workerName: answers.workerName,
    complainantName: speaksForAnother(relation) ? answers.complainantName : null,
    way: answers.way ?? 'none',
    contact: answers.way === 'none' ? null : answers.contact,
    safeTimes: answers.way === 'none' ? [] : answers.safeTimes,
    prefersWoman: answers.way !== 'none' && answers.prefersWoman === 'yes',
    language,
    respondentKind,
    agencyId: isAsked('agency', bearing) && agencyId !== noAgency ? agencyId : null,
    respondentWords: answers.respondentWords,
    categories: answers.categories,
    country: country === otherCountry ? null : country,
    province: answers.province,
    month: answers.monthUnknown === 'yes' ? null : answers.month,
    claims: claimKinds.flatMap((kind) => claimOf(answers, kind)),
    askedBefore: answers.askedBefore,
    // Also beside "nobody": what somebody wrote is never dropped unsaid.
    askedAnswer: answers.askedAnswer,
    story: answers.story,
  }
}

function claimOf(answers: Answers, kind: ClaimKind): NewClaim[] {
  const [text, currency] = [answers[`${kind}Amount`], answers[`${kind}Currency`] ?? 'USD']
  if (answers[`${kind}Open`] === 'yes') return [{ kind, sum: null, currency }]
  const money = text === null ? null : parseMoney(text, currency)
  return money?.ok ? [{ kind, sum: money.value, currency }] : []
}
