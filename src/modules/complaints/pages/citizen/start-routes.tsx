import { dayOf } from '../../../../kernel/days.ts'
import { ok } from '../../../../kernel/result.ts'
import type { Tx } from '../../../../platform/db.ts'
import { page, type Route, redirect, submits, type Visit } from '../../../../platform/http/route.ts'
import { routes } from '../../../../routes.ts'
import { findNumber, rulebook } from '../../../law/index.ts'
import { draftHours, emptyDraft, openDraft } from '../../actions/draft.ts'
import { complaintTerms } from '../../actions/terms.ts'
import { questionIds } from '../../rules/questions.ts'
import { listDangerLines } from '../../store/help-lines.ts'
import { draftKeyOf, forgetInBrowser, keepForBrowser, newKeyFor } from './draft-visit.ts'
import { HistoryPage } from './history-page.tsx'
import { StartPage, type StartPageProps } from './start-page.tsx'

const dangerLines = listDangerLines()

export const startRoutes: readonly Route[] = [
  {
    door: 'page',
    method: 'get',
    path: routes.complain.path,
    access: ['public'],
    show: async (visit, tx) => {
      const book = await rulebook(tx, dayOf(visit.now))
      return page(
        <StartPage
          terms={await complaintTerms(tx, visit.now)}
          most={findNumber(book, 'complaint.max_first_questions') ?? questionIds.length}
          hours={await draftHours(tx, visit.now)}
          dangerLines={dangerLines}
          held={await heldBy(tx, visit)}
        />,
      )
    },
  },
  submits<never>({
    path: routes.complain.path,
    access: ['public'],
    limit: { name: 'complain-start', points: 200, seconds: 3600 },
    submit: async (visit, tx) => {
      await forgetInBrowser(tx, visit)
      await keepForBrowser(tx, visit, { key: newKeyFor(visit), draft: emptyDraft() })
      return ok(redirect(routes.complainQuestion.href({ question: questionIds[0] })))
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

async function heldBy(tx: Tx, visit: Visit): Promise<StartPageProps['held']> {
  const key = draftKeyOf(visit)
  const draft = key && (await openDraft(tx, key))
  if (draft?.kind === 'sent') return 'receipt'
  if (draft && Object.keys(draft.typed).length > 0) return 'answers'
  return visit.query.deleted === '1' ? 'deleted' : 'nothing'
}
