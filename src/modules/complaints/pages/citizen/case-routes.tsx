import { z } from 'zod'
import { ok, refuse } from '../../../../kernel/result.ts'
import type { Tx } from '../../../../platform/db.ts'
import { parseForm } from '../../../../platform/http/form.ts'
import {
  notFound,
  page,
  type Reply,
  type Route,
  redirect,
  submits,
  type Visit,
} from '../../../../platform/http/route.ts'
import { newId } from '../../../../platform/new-id.ts'
import { fields } from '../../../../platform/text/index.ts'
import { routes } from '../../../../routes.ts'
import { emptyForm, type FormState } from '../../../../ui/index.ts'
import { refusedReasons } from '../../../evidence/index.ts'
import { findSpeech } from '../../../voice/index.ts'
import { giveConsent } from '../../actions/give-consent.ts'
import { readOwnCase } from '../../actions/own-case.ts'
import { readOwnPart } from '../../actions/own-part.ts'
import { sendMessage } from '../../actions/send-message.ts'
import { takeComplaintAction } from '../../actions/take-complaint-action.ts'
import { disclosableItems } from '../../rules/disclosure.ts'
import { isOpen } from '../../rules/lifecycle.ts'
import { spokenCase } from '../../rules/spoken.ts'
import { type CasePanel, type CasePanels, drawCasePanels } from '../case-panel.ts'
import { cutToDraw, withLengths } from '../questions/too-long.ts'
import { ActionPage } from './action-page.tsx'
import { CasePage } from './case-page.tsx'
import { receiptEnded } from './follow-routes.tsx'
import { MemberPage } from './member-page.tsx'
import { isOwnAction } from './own-actions.ts'
import { forgetWords, keptWords } from './receipt-visit.ts'

/** Everybody may knock: whoever has no open receipt is asked for number and secret. */
const access = ['public', 'complainant'] as const
const isOut = ({ actor }: Visit): boolean => actor.kind !== 'complainant'
const toFollow = redirect(routes.follow.href({ ended: '1' }))
const toCase = redirect(routes.followCase.href())

const longestWords = 4000
const messageForm = z.object({
  words: fields.lines({
    max: longestWords,
    missing: 'follow.message.missing',
    tooLong: 'complain.too-long',
  }),
})
const actionForm = z.object({
  version: fields.wholeNumber({ least: 1, most: 1_000_000, wrong: 'form.not-understood' }),
  words: fields.optionalLines({ max: longestWords, tooLong: 'complain.too-long' }),
})
const consentForm = z.object({ change: fields.choice(['give', 'withdraw'], 'form.not-understood') })

/** She lets the agency see one thing, or takes that back. */
const changeConsent = submits<string>({
  path: routes.followConsent.path,
  access,
  limit: { name: 'complainant-consent', points: 60, seconds: 3600 },
  submit: async (visit, tx) => {
    if (isOut(visit)) return ok(receiptEnded(visit))
    const item = disclosableItems.find((each) => each === visit.params.item)
    const form = parseForm(consentForm, visit.form)
    if (!item || !form.ok) return ok(notFound)
    const { vault, now: at, actor } = visit
    const done = await giveConsent(tx, actor, { vault, item, at, change: form.value.change })
    return done.ok ? ok(toCase) : done
  },
  // Not hers to show any more: the page says how it stands now.
  refused: async () => toCase,
})

export const caseRoutes = ({ complainant: panels }: CasePanels): readonly Route[] => [
  {
    door: 'page',
    method: 'get',
    path: routes.followCase.path,
    access,
    show: async (visit, tx) => {
      if (isOut(visit)) return toFollow
      const words = await keptWords(tx, visit)
      const state = words === '' ? emptyForm : { values: { words }, errors: {} }
      return showCase(tx, visit, { state, panels })
    },
  },
  submits<FormState['errors']>({
    path: routes.followMessage.path,
    access,
    limit: { name: 'complainant-message', points: 60, seconds: 3600 },
    submit: async (visit, tx) => {
      if (isOut(visit)) return ok(receiptEnded(visit))
      const form = parseForm(messageForm, visit.form)
      if (!form.ok) return form
      const { vault, now: at, actor } = visit
      const sent = await sendMessage(tx, actor, { vault, at, ...form.value })
      if (!sent.ok) return refuse({ words: { key: `refusal.${sent.refusal}` } })
      await forgetWords(tx, visit)
      return ok(toCase)
    },
    refused: (visit, tx, errors) =>
      showCase(tx, visit, { state: typedWords(visit, errors), panels }),
  }),
  {
    door: 'page',
    method: 'get',
    path: routes.followAction.path,
    access,
    show: async (visit, tx) => (isOut(visit) ? toFollow : showAction(tx, visit, emptyForm)),
  },
  submits<FormState['errors']>({
    path: routes.followAction.path,
    access,
    limit: { name: 'complainant-action', points: 60, seconds: 3600 },
    submit: async (visit, tx) => {
      if (isOut(visit)) return ok(receiptEnded(visit))
      const { action } = visit.params
      if (!isOwnAction(action)) return ok(notFound)
      const form = parseForm(actionForm, visit.form)
      if (!form.ok) return form
      const { vault, now: at, actor } = visit
      const step = { vault, complaintId: actor.id, action, at, ...form.value }
      const taken = await takeComplaintAction(tx, actor, step)
      if (!taken.ok) return refuse({ words: { key: `refusal.${taken.refusal}` } })
      return ok(toCase)
    },
    refused: (visit, tx, errors) => showAction(tx, visit, typedWords(visit, errors)),
  }),
  changeConsent,
]

/** Her words again, with what is wrong with them. */
const typedWords = ({ form }: Visit, errors: FormState['errors']): FormState => ({
  values: cutToDraw(form, { words: longestWords }),
  errors: withLengths(errors, form),
})

type Shown = { readonly state: FormState; readonly panels: readonly CasePanel[] }

async function showCase(tx: Tx, visit: Visit, { state, panels }: Shown): Promise<Reply> {
  const own = await readOwnCase(tx, visit.actor, visit)
  if (!own) return toFollow
  const refused = refusedOf(visit)
  const { number, status } = own.complaint
  const speech = await findSpeech(tx, visit.reader, spokenCase(number, status))
  const complaintId = own.complaint.id
  const told = panels.filter(({ onlyWhileOpen }) => !onlyWhileOpen || isOpen(status))
  const drawn = await drawCasePanels(tx, told, { visit, complaintId })
  const part = await readOwnPart(tx, visit.actor)
  const submission = newId<string>()
  if (part) {
    const hers = { own, part, state, submission, now: visit.now, panels: drawn }
    return page(<MemberPage {...hers} />)
  }
  const facts = { own, state, refused, speech, now: visit.now, panels: drawn }
  const shown = <CasePage {...facts} submission={submission} />
  return page(shown)
}

const refusedOf = ({ query }: Visit) =>
  ([...refusedReasons, 'not-in-this-status'] as const).find((each) => each === query.refused) ??
  null

/** Drawn only while the lifecycle offers it; otherwise the case as it stands now. */
async function showAction(tx: Tx, visit: Visit, state: FormState): Promise<Reply> {
  const { action } = visit.params
  const own = await readOwnCase(tx, visit.actor, visit)
  if (!own || !isOwnAction(action)) return notFound
  if (!own.actions.includes(action)) return toCase
  const { complaint } = own
  const shown = <ActionPage {...{ action, complaint, state }} submission={newId<string>()} />
  return page(shown)
}
