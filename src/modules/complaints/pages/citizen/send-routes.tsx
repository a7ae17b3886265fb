import { publicActor } from '../../../../kernel/actor.ts'
import { dayOf } from '../../../../kernel/days.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import { setActor, type Tx } from '../../../../platform/db.ts'
import {
  page,
  type Reply,
  type Route,
  redirect,
  submits,
  type Visit,
} from '../../../../platform/http/route.ts'
import { routes } from '../../../../routes.ts'
import { type DraftKey, holdDraft, letFilesGo, openDraft } from '../../actions/draft.ts'
import { readDraftFiles } from '../../actions/draft-files.ts'
import { printReceipt } from '../../actions/receipt-paper.ts'
import { makeSlip } from '../../actions/receipt-slip.ts'
import { submitComplaint } from '../../actions/submit-complaint.ts'
import { newComplaint } from '../../rules/answers.ts'
import type { QuestionId } from '../../rules/questions.ts'
import { firstFaulty, parseAnswers } from '../questions/shapes.ts'
import {
  type AnswersDraft,
  draftKeyOf,
  forgetInBrowser,
  keepForBrowser,
  situationOf,
} from './draft-visit.ts'
import { hrefOf } from './question-page.tsx'
import { ended } from './question-routes.tsx'
import { ReceiptPage } from './receipt-page.tsx'

/** Several people may send from one address: a centre's, or a telephone company's. */
export const sendLimit = { name: 'complain-send', points: 60, seconds: 3600 } as const

export const sendRoutes: readonly Route[] = [
  submits<QuestionId>({
    path: routes.complainSend.path,
    shownAt: hrefOf('check'),
    access: ['public'],
    limit: sendLimit,
    submit: async (visit, tx) => {
      const key = draftKeyOf(visit)
      // Held until the end: a second press waits here, and then finds the receipt.
      const draft = key && (await holdDraft(tx, key))
      if (!key || !draft) return ok(await ended(tx, visit, { kept: null }))
      if (draft.kind === 'sent') return ok(redirect(routes.complainReceipt.href()))
      return send(tx, visit, { key, draft })
    },
    refused: async (_visit, _tx, faulty) => redirect(hrefOf(faulty)),
  }),
  {
    door: 'page',
    method: 'get',
    path: routes.complainReceipt.path,
    access: ['public'],
    show: async (visit, tx) => {
      const key = draftKeyOf(visit)
      const draft = key && (await openDraft(tx, key))
      if (!draft) return redirect(routes.follow.href())
      if (draft.kind === 'answers') return redirect(hrefOf('check'))
      return page(<ReceiptPage slip={draft.slip} />)
    },
  },
  {
    door: 'page',
    method: 'get',
    path: routes.complainReceiptPdf.path,
    access: ['public'],
    show: async (visit, tx) => {
      const key = draftKeyOf(visit)
      const draft = key && (await openDraft(tx, key))
      if (!draft || draft.kind === 'answers') return redirect(routes.follow.href())
      const { number, secret, receivedAt } = draft.slip
      const paper = { number, secret, day: dayOf(new Date(receivedAt)), at: visit.now }
      // A name that tells nothing: others may look into the same phone.
      const content = await printReceipt(tx, visit, paper)
      return { kind: 'file', type: 'application/pdf', name: 'note.pdf', content }
    },
  },
  submits<never>({
    path: routes.complainReceipt.path,
    access: ['public'],
    submit: async (visit, tx) => {
      await forgetInBrowser(tx, visit)
      return ok(redirect(routes.follow.href()))
    },
    refused: async () => redirect(routes.follow.href()),
  }),
]

type Held = { readonly key: DraftKey; readonly draft: AnswersDraft }

/** Refused with the first question whose answer is missing or wrong. */
async function send(
  tx: Tx,
  visit: Visit,
  { key, draft }: Held,
): Promise<Result<Reply, QuestionId>> {
  const { asked, bearing, facts } = await situationOf(tx, visit, draft)
  const faulty = firstFaulty(asked, draft.typed, facts)
  const answers = parseAnswers(asked, draft.typed)
  if (faulty || !answers) return refuse(faulty ?? 'who')

  const { vault, now } = visit
  const complaint = newComplaint(answers, { language: visit.reader.lang, bearing })
  const entry = { door: 'web', receivedAt: now, helpedBy: null, paperNumber: null } as const
  // Whoever is signed in on this phone: here everybody complains as nobody known.
  await setActor(tx, publicActor)
  const given = await readDraftFiles({ key, files: visit.files }, draft)
  const evidence = { files: visit.files, given }
  const receipt = await submitComplaint(tx, publicActor, { vault, complaint, entry, now, evidence })
  await letFilesGo(tx, key, draft)
  const slip = await makeSlip(tx, receipt, { complaint, receivedAt: now })
  await keepForBrowser(tx, visit, { key, draft: { kind: 'sent', slip } })
  return ok(redirect(routes.complainReceipt.href()))
}
