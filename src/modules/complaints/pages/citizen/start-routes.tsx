import { dayOf } from '../../../../kernel/days.ts'
import { ok } from '../../../../kernel/result.ts'
import type { Tx } from '../../../../platform/db.ts'
import {
  page,
  type Reply,
  type Route,
  redirect,
  submits,
  type Visit,
} from '../../../../platform/http/route.ts'
import { routes } from '../../../../routes.ts'
import type { Agency } from '../../../agencies/index.ts'
import { findNumber, rulebook } from '../../../law/index.ts'
import { listDangerLines } from '../../../places/index.ts'
import { findSpeech } from '../../../voice/index.ts'
import { agencyOfPage } from '../../actions/agency-of-page.ts'
import { draftHours, emptyDraft, holdDraft, openDraft } from '../../actions/draft.ts'
import { complaintTerms } from '../../actions/terms.ts'
import { questionIds } from '../../rules/questions.ts'
import { spokenDanger } from '../../rules/spoken.ts'
import { fieldsOf } from '../questions/shapes.ts'
import {
  type AnswersDraft,
  aboutAgency,
  draftKeyOf,
  forgetInBrowser,
  keepForBrowser,
  newKeyFor,
} from './draft-visit.ts'
import { HistoryPage } from './history-page.tsx'
import { type BeginProps, StartPage } from './start-page.tsx'

const dangerLines = listDangerLines()

export const startRoutes: readonly Route[] = [
  {
    door: 'page',
    method: 'get',
    path: routes.complain.path,
    access: ['public'],
    show: async (visit, tx) => showStart(tx, visit, await heldBy(tx, visit)),
  },
  submits<never>({
    path: routes.complain.path,
    access: ['public'],
    limit: { name: 'complain-start', points: 200, seconds: 3600 },
    submit: async (visit, tx) => {
      const agency = await agencyOfPage(tx, visit.form.agency)
      if (agency && visit.form.anew !== 'yes') return ok(await beginAbout(tx, visit, agency))
      await forgetInBrowser(tx, visit)
      const draft = emptyDraft() as AnswersDraft
      const begun = agency ? aboutAgency(draft, agency, visit.reader) : draft
      await keepForBrowser(tx, visit, { key: newKeyFor(visit), draft: begun })
      return ok(redirect(firstQuestion))
    },
    refused: async () => redirect(routes.complain.href()),
  }),
  submits<never>({
    path: routes.complainForget.path,
    access: ['public'],
    submit: async (visit, tx) => {
      await forgetInBrowser(tx, visit)
      return ok(redirect(routes.complain.href({ deleted: '1' })))
    },
    refused: async () => redirect(routes.complain.href()),
  }),
  {
    door: 'page',
    method: 'get',
    path: routes.clearHistory.path,
    access: ['public'],
    show: async () => page(<HistoryPage />),
  },
]

const firstQuestion = routes.complainQuestion.href({ question: questionIds[0] })

/**
 * From the page of an agency: whatever was answered before stays, and numbers that may not have
 * been written down are not thrown away unasked. The first page says what follows.
 */
async function beginAbout(tx: Tx, visit: Visit, agency: Agency): Promise<Reply> {
  const kept = draftKeyOf(visit)
  const held = kept && (await holdDraft(tx, kept))
  if (held?.kind === 'sent')
    return showStart(tx, visit, { held: 'receipt', about: visit.reader.name(agency.names), agency })
  const draft = held ?? (emptyDraft() as AnswersDraft)
  const key = held && kept ? kept : newKeyFor(visit)
  await keepForBrowser(tx, visit, { key, draft: aboutAgency(draft, agency, visit.reader) })
  return redirect(routes.complain.href())
}

async function showStart(tx: Tx, visit: Visit, begin: BeginProps): Promise<Reply> {
  const book = await rulebook(tx, dayOf(visit.now))
  return page(
    <StartPage
      terms={await complaintTerms(tx, visit.now)}
      most={findNumber(book, 'complaint.max_first_questions') ?? questionIds.length}
      hours={await draftHours(tx, visit.now)}
      dangerLines={dangerLines}
      speech={await findSpeech(tx, visit.reader, spokenDanger(dangerLines[0]?.numbers[0] ?? ''))}
      begin={begin}
    />,
  )
}

const respondentFields = [...fieldsOf('respondent'), ...fieldsOf('agency')]

async function heldBy(tx: Tx, visit: Visit): Promise<BeginProps> {
  const key = draftKeyOf(visit)
  const draft = key && (await openDraft(tx, key))
  if (draft?.kind === 'sent') return { held: 'receipt' }
  const typed = Object.keys(draft?.typed ?? {})
  const words = draft?.typed.respondentWords
  const about = typeof words === 'string' && words !== '' ? words : undefined
  if (typed.some((field) => !respondentFields.includes(field))) return { held: 'answers', about }
  if (typed.length > 0) return { held: 'agency', about }
  return { held: visit.query.deleted === '1' ? 'deleted' : 'nothing' }
}
