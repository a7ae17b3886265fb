import { type Day, dayOf } from '../../../../kernel/days.ts'
import type { Reader } from '../../../../kernel/reader.ts'
import type { Tx } from '../../../../platform/db.ts'
import type { FormBody, Visit } from '../../../../platform/http/route.ts'
import type { Agency } from '../../../agencies/index.ts'
import { type AnswerLists, answerLists } from '../../actions/answer-lists.ts'
import {
  type AnswersDraft,
  type Draft,
  type DraftKey,
  forgetDraft,
  keepDraft,
  newDraftToken,
  type Typed,
} from '../../actions/draft.ts'
import { agenciesByIds } from '../../actions/match-respondent.ts'
import type { AnswerFacts, AnswersSoFar } from '../../rules/answers.ts'
import { type Bearing, type QuestionId, questionsFor } from '../../rules/questions.ts'
import type { QuestionProps } from '../questions/question-props.ts'
import { answersSoFar, fieldsOf } from '../questions/shapes.ts'

export type { AnswersDraft }

const draftCookie = 'draft'

/** What opens the draft of this browser; null where it has none. */
export function draftKeyOf({ cookies, vault, now }: Visit): DraftKey | null {
  const token = cookies[draftCookie]
  return token !== undefined && /^[\w-]{43}$/.test(token) ? { vault, token, now } : null
}

/** Keeps the draft, and the browser's key to it for as long. */
export async function keepForBrowser(
  tx: Tx,
  visit: Visit,
  { key, draft }: { key: DraftKey; draft: Draft },
): Promise<void> {
  const maxAge = await keepDraft(tx, key, draft)
  visit.setCookie(draftCookie, key.token, { maxAge })
}

export const newKeyFor = ({ vault, now }: Visit): DraftKey => ({
  ...{ vault, now },
  token: newDraftToken(),
})

export async function forgetInBrowser(tx: Tx, visit: Visit): Promise<void> {
  const key = draftKeyOf(visit)
  if (key) await forgetDraft(tx, key)
  visit.clearCookie(draftCookie)
}

/** Everything that the pages of the questions need to know of a draft. */
export type Situation = Omit<QuestionProps, 'state'> & {
  readonly typed: Typed
  readonly bearing: Bearing
  readonly asked: readonly QuestionId[]
  readonly facts: AnswerFacts
}

export async function situationOf(tx: Tx, visit: Visit, draft: AnswersDraft): Promise<Situation> {
  const { typed, matches } = draft
  const [lists, offered] = await Promise.all([answerLists(tx), agenciesByIds(tx, matches)])
  const answers = answersSoFar(typed)
  const bearing = bearingOf(answers, offered.length)
  return {
    ...{ typed, lists, offered, answers, bearing },
    asked: questionsFor(bearing),
    facts: factsOf(lists, { offered, today: dayOf(visit.now) }),
  }
}

/** What answers are checked against: the lists that people choose from, and the month. */
export const factsOf = (
  lists: AnswerLists,
  { offered, today }: { readonly offered: readonly Agency[]; readonly today: Day },
): AnswerFacts => ({
  thisMonth: today.slice(0, 7),
  categories: new Set(lists.categories.filter(({ retired }) => !retired).map(({ code }) => code)),
  countries: new Set(['KH', ...lists.destinations.map(({ code }) => code)]),
  provinces: new Set(lists.provinces.map(({ code }) => code)),
  agencies: new Set(offered.map(({ id }) => id)),
})

export const bearingOf = (
  { openness, respondentKind }: AnswersSoFar,
  matches: number,
): Bearing => ({ openness: openness ?? null, respondentKind: respondentKind ?? null, matches })

/** The draft about this record of the register: an answer like any other, to be changed at will. */
export function aboutAgency(draft: AnswersDraft, { id, kind, names }: Agency, { name }: Reader) {
  const isAgency = kind === 'agency'
  const respondent: Typed = {
    respondentKind: isAgency ? 'agency' : 'broker',
    respondentWords: name(names),
    ...(isAgency ? { agencyId: id } : {}),
  }
  const others = Object.entries(draft.typed).filter(([field]) => field !== 'agencyId')
  const typed = { ...Object.fromEntries(others), ...respondent }
  return { ...draft, typed, matches: isAgency ? [id] : [] } satisfies AnswersDraft
}

/** The draft with the fields of one question as they came now; a box that is not ticked is gone. */
export function withTyped(draft: AnswersDraft, id: QuestionId, form: FormBody): AnswersDraft {
  const own = fieldsOf(id)
  const others = Object.entries(draft.typed).filter(([field]) => !own.includes(field))
  const sent = own.flatMap((field) => {
    const value = form[field]
    return value === undefined ? [] : [[field, value] as const]
  })
  return { ...draft, typed: Object.fromEntries([...others, ...sent]) }
}
