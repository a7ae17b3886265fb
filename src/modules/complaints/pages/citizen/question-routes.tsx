import { dayOf } from '../../../../kernel/days.ts'
import { ok } from '../../../../kernel/result.ts'
import type { Tx } from '../../../../platform/db.ts'
import type { FieldErrors } from '../../../../platform/http/form.ts'
import {
  notFound,
  page,
  type Reply,
  type Route,
  redirect,
  submits,
  type Visit,
} from '../../../../platform/http/route.ts'
import { routes } from '../../../../routes.ts'
import { draftHours, emptyDraft, holdDraft, openDraft } from '../../actions/draft.ts'
import { matchRespondent } from '../../actions/match-respondent.ts'
import { isQuestionId, type QuestionId, questionAfter } from '../../rules/questions.ts'
import { answersSoFar, faultsOf, firstFaulty } from '../questions/shapes.ts'
import { CheckPage } from './check-page.tsx'
import {
  type AnswersDraft,
  draftKeyOf,
  keepForBrowser,
  newKeyFor,
  situationOf,
  withTyped,
} from './draft-visit.ts'
import { EndedPage } from './ended-page.tsx'
import { hrefOf, QuestionPage } from './question-page.tsx'

export const questionRoutes: readonly Route[] = [
  {
    door: 'page',
    method: 'get',
    path: routes.complainQuestion.path,
    access: ['public'],
    show: async (visit, tx) => {
      const id = visit.params.question ?? ''
      if (id !== 'check' && !isQuestionId(id)) return notFound
      const key = draftKeyOf(visit)
      const draft = key && (await openDraft(tx, key))
      if (!draft) return ended(tx, visit, { kept: null })
      if (draft.kind === 'sent') return redirect(routes.complainReceipt.href())
      return id === 'check' ? showCheck(tx, visit, draft) : showQuestion(tx, visit, { id, draft })
    },
  },
  submits<never>({
    path: routes.complainQuestion.path,
    access: ['public'],
    limit: { name: 'complain-answer', points: 2000, seconds: 3600 },
    submit: async (visit, tx) => {
      const id = visit.params.question ?? ''
      if (!isQuestionId(id)) return ok(notFound)
      const key = draftKeyOf(visit)
      const draft = key && (await holdDraft(tx, key))
      if (!key || !draft) return ok(await keepAlone(tx, visit, id))
      if (draft.kind === 'sent') return ok(redirect(routes.complainReceipt.href()))
      const changed = await answered(tx, visit, { id, draft })
      await keepForBrowser(tx, visit, { key, draft: changed })
      return ok(await afterAnswer(tx, visit, { id, draft: changed }))
    },
    refused: async () => redirect(routes.complain.href()),
  }),
]

type At = { readonly id: QuestionId; readonly draft: AnswersDraft }

async function showQuestion(tx: Tx, visit: Visit, { id, draft }: At): Promise<Reply> {
  const situation = await situationOf(tx, visit, draft)
  if (!situation.asked.includes(id))
    return redirect(hrefOf(firstFaulty(situation.asked, draft.typed, situation.facts) ?? 'check'))
  const fromCheck = visit.query.from === 'check'
  return page(<QuestionPage {...{ id, situation, fromCheck }} errors={{}} />)
}

async function showCheck(tx: Tx, visit: Visit, draft: AnswersDraft): Promise<Reply> {
  const situation = await situationOf(tx, visit, draft)
  const faulty = firstFaulty(situation.asked, draft.typed, situation.facts)
  if (faulty) return redirect(hrefOf(faulty))
  const { submission, files = [] } = draft
  return page(<CheckPage {...{ situation, submission, files }} />)
}

/** The draft with this answer, right or wrong: nothing that was typed is lost. */
async function answered(tx: Tx, visit: Visit, { id, draft }: At): Promise<AnswersDraft> {
  const changed = withTyped(draft, id, visit.form)
  if (id !== 'respondent') return changed
  const { respondentKind, respondentWords } = answersSoFar(changed.typed)
  const words = respondentKind === 'agency' ? respondentWords : null
  const offered = words ? (await matchRespondent(tx, words, dayOf(visit.now))).offered : []
  return { ...changed, matches: offered.map((agency) => agency.id) }
}

async function afterAnswer(tx: Tx, visit: Visit, { id, draft }: At): Promise<Reply> {
  const situation = await situationOf(tx, visit, draft)
  const { asked, bearing, facts } = situation
  const fromCheck = visit.form.from === 'check'
  const errors: FieldErrors = faultsOf(id, draft.typed, facts)
  if (Object.keys(errors).length > 0)
    return page(<QuestionPage {...{ id, situation, errors, fromCheck }} />, 422)
  if (!fromCheck) return redirect(afterQuestion(questionAfter(id, bearing)))
  return redirect(hrefOf(firstFaulty(asked, draft.typed, facts) ?? 'check'))
}

/** After the last question photos and a voice are offered, and only then everything is read again. */
const afterQuestion = (next: QuestionId | 'check'): string =>
  next === 'check' ? routes.complainFiles.href() : hrefOf(next)

/** The rest has ended; the answer that was on its way is kept in a draft of its own. */
async function keepAlone(tx: Tx, visit: Visit, id: QuestionId): Promise<Reply> {
  const draft = withTyped(emptyDraft() as AnswersDraft, id, visit.form)
  const isEmpty = Object.values(draft.typed).every((value) => value === '')
  if (!isEmpty) await keepForBrowser(tx, visit, { key: newKeyFor(visit), draft })
  return ended(tx, visit, { kept: isEmpty ? null : id })
}

export async function ended(
  tx: Tx,
  visit: Visit,
  { kept }: { kept: QuestionId | null },
): Promise<Reply> {
  return page(<EndedPage hours={await draftHours(tx, visit.now)} kept={kept} />, 410)
}
