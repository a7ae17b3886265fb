import type { Openness, RespondentKind } from './complaint.ts'

/**
 * The first contact, one question a page, in this order. The rule complaint.max_first_questions
 * says how many at most; a test holds the list to it.
 */
export const questionIds = [
  'who',
  'openness',
  'name',
  'contact',
  'respondent',
  'agency',
  'what',
  'where',
  'when',
  'money',
  'asked-before',
  'story',
] as const
export type QuestionId = (typeof questionIds)[number]

/** The answers on which it depends which questions follow. */
export type Bearing = {
  readonly openness: Openness | null
  readonly respondentKind: RespondentKind | null
  /** How many agencies of the register the words about the agency may mean. */
  readonly matches: number
}

const hasIdentity = ({ openness }: Bearing): boolean => openness !== 'anonymous'

/** Questions that not everybody is asked. */
const onlyWhen: Readonly<Partial<Record<QuestionId, (bearing: Bearing) => boolean>>> = {
  name: hasIdentity,
  contact: hasIdentity,
  agency: ({ respondentKind, matches }) => respondentKind === 'agency' && matches > 0,
}

export const isAsked = (id: QuestionId, bearing: Bearing): boolean =>
  onlyWhen[id]?.(bearing) ?? true

/** What this person is asked, in order. */
export const questionsFor = (bearing: Bearing): QuestionId[] =>
  questionIds.filter((id) => isAsked(id, bearing))

/** The next question, or the page where everything is read again before it is sent. */
export function questionAfter(id: QuestionId, bearing: Bearing): QuestionId | 'check' {
  const later = questionIds.slice(questionIds.indexOf(id) + 1)
  return later.find((each) => isAsked(each, bearing)) ?? 'check'
}

/** The question before, or the first page. */
export function questionBefore(id: QuestionId | 'check', bearing: Bearing): QuestionId | 'start' {
  const earlier = id === 'check' ? questionIds : questionIds.slice(0, questionIds.indexOf(id))
  return earlier.findLast((each) => isAsked(each, bearing)) ?? 'start'
}

export const isQuestionId = (text: string): text is QuestionId =>
  questionIds.some((id) => id === text)
