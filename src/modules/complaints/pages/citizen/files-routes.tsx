import { randomUUID } from 'node:crypto'
import { ok } from '../../../../kernel/result.ts'
import type { Tx } from '../../../../platform/db.ts'
import { page, type Route, redirect, submits, type Visit } from '../../../../platform/http/route.ts'
import { routes } from '../../../../routes.ts'
import { evidenceUploads, givenFiles, refusedReasons } from '../../../evidence/index.ts'
import { holdDraft, letFilesGo, openDraft } from '../../actions/draft.ts'
import { withFiles, withoutFile } from '../../actions/draft-files.ts'
import { draftKeyOf, keepForBrowser, situationOf } from './draft-visit.ts'
import { FilesPage } from './files-page.tsx'
import { hrefOf } from './question-page.tsx'
import { ended } from './question-routes.tsx'

const here = routes.complainFiles.href()

/** Photos, documents and a recording, between the last question and the last look. */
export const filesRoutes: readonly Route[] = [
  {
    door: 'page',
    method: 'get',
    path: routes.complainFiles.path,
    access: ['public'],
    show: async (visit, tx) => {
      const key = draftKeyOf(visit)
      const draft = key && (await openDraft(tx, key))
      if (!draft) return ended(tx, visit, { kept: null })
      if (draft.kind === 'sent') return redirect(routes.complainReceipt.href())
      const { bearing } = await situationOf(tx, visit, draft)
      const refused = refusedReasons.find((reason) => reason === visit.query.refused) ?? null
      const files = draft.files ?? []
      return page(<FilesPage {...{ files, bearing, refused }} submission={randomUUID()} />)
    },
  },
  submits<never>({
    path: routes.complainFiles.path,
    access: ['public'],
    limit: { name: 'complain-files', points: 200, seconds: 3600 },
    uploads: evidenceUploads,
    submit: async (visit, tx) => {
      const key = draftKeyOf(visit)
      const draft = key && (await holdDraft(tx, key))
      if (!key || !draft) return ok(await ended(tx, visit, { kept: null }))
      if (draft.kind === 'sent') return ok(redirect(routes.complainReceipt.href()))
      const given = givenFiles(visit.uploads)
      const added = await withFiles({ key, files: visit.files }, draft, given)
      await keepForBrowser(tx, visit, { key, draft: added.draft })
      const reason = given.length > evidenceUploads.most ? 'too-many' : added.refusal?.reason
      if (reason) return ok(redirect(routes.complainFiles.href({ refused: reason })))
      return ok(redirect(visit.form['go-on'] === 'more' ? here : hrefOf('check')))
    },
    refused: async () => redirect(here),
  }),
  submits<never>({
    path: routes.complainFileRemove.path,
    access: ['public'],
    submit: async (visit, tx) => {
      await remove(tx, visit)
      return ok(redirect(visit.query.from === 'check' ? hrefOf('check') : here))
    },
    refused: async () => redirect(here),
  }),
]

async function remove(tx: Tx, visit: Visit): Promise<void> {
  const key = draftKeyOf(visit)
  const draft = key && (await holdDraft(tx, key))
  if (!key || draft?.kind !== 'answers') return
  const left = withoutFile(draft, visit.params.id ?? '')
  await letFilesGo(tx, key, draft)
  // Those that stay are held again with the draft.
  await keepForBrowser(tx, visit, { key, draft: left })
}
