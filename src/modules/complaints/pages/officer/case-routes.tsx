import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { Tx } from '../../../../platform/db.ts'
import { parseForm, typedValues } from '../../../../platform/http/form.ts'
import {
  notFound,
  page,
  type Reply,
  type Route,
  redirect,
  submits,
  type Visit,
} from '../../../../platform/http/route.ts'
import { fields } from '../../../../platform/text/index.ts'
import { routes } from '../../../../routes.ts'
import type { AgencyNames } from '../../../agencies/index.ts'
import { findMinistryLine } from '../../../places/index.ts'
import {
  dropSlip,
  type KeptSlip,
  keepSlip,
  openSlip,
  slipMinutes,
} from '../../actions/case-file-slip.ts'
import { findRespondent } from '../../actions/match-respondent.ts'
import { type RevealedContact, revealContact } from '../../actions/reveal-contact.ts'
import { type CaseTask, caseTasks } from '../../rules/case-tasks.ts'
import type { ComplaintId } from '../../rules/complaint.ts'
import { type ComplaintAction, handActions } from '../../rules/lifecycle.ts'
import { findComplaint } from '../../store/complaint.ts'
import { type CasePanel, type CasePanels, drawCasePanels } from '../case-panel.ts'
import { type EvidenceFault, evidenceFaults } from './case-evidence.tsx'
import type { CaseForm } from './case-form.ts'
import { type CaseNotice, CasePage, caseNotices } from './case-page.tsx'
import { carryOutStep, type StepRefusal } from './case-steps.ts'
import { readCaseView } from './case-view.ts'
import { slipCookie } from './slip-cookie.ts'
import { SlipPage } from './slip-page.tsx'
import { complaintHandlers, complaintReaders } from './worklist-routes.tsx'

export const caseRoutes = ({ officer: panels }: CasePanels): readonly Route[] => [
  {
    door: 'page',
    method: 'get',
    path: routes.complaint.path,
    access: complaintReaders,
    show: async (visit, tx) => {
      const notice = caseNotices.find((each) => each === visit.query.done) ?? null
      const refused = evidenceFaults.find((each) => each === visit.query.refused) ?? null
      return drawCase(visit, tx, { panels, notice, refused })
    },
  },
  submits<StepRefusal>({
    path: routes.complaintAction.path,
    access: complaintHandlers,
    submit: takeStep,
    refused: (visit, tx, refusal) => drawRefused(visit, tx, { refusal, panels }),
  }),
  submits<StepRefusal>({
    path: routes.complaintContact.path,
    access: complaintHandlers,
    submit: (visit, tx) => reveal(visit, tx, panels),
    refused: (visit, tx, refusal) =>
      drawRefused({ ...visit, params: { ...visit.params, action: 'reveal-contact' } }, tx, {
        ...{ refusal, panels },
      }),
  }),
  {
    door: 'page',
    method: 'get',
    path: routes.complaintSlip.path,
    access: complaintReaders,
    show: showSlip,
  },
  submits<never>({
    path: routes.complaintSlip.path,
    access: complaintReaders,
    submit: async (visit, tx) => {
      const token = visit.cookies[slipCookie]
      if (token) await dropSlip(tx, token)
      visit.clearCookie(slipCookie)
      return ok(redirect(routes.complaint.href({ id: visit.params.id ?? '' })))
    },
    refused: async () => notFound,
  }),
]

type Drawn = {
  readonly panels: readonly CasePanel[]
  readonly form?: CaseForm
  readonly notice?: CaseNotice | null
  readonly revealed?: RevealedContact
  readonly refused?: EvidenceFault | null
}

async function drawCase(visit: Visit, tx: Tx, drawn: Drawn): Promise<Reply> {
  const view = await readCaseView(visit, tx)
  if (!view) return notFound
  visit.looked({ act: 'looked', recordType: 'complaint', recordId: view.file.complaint.id })
  const { form = null, notice = null, revealed = null, refused = null } = drawn
  const complaintId = view.file.complaint.id
  const panels = await drawCasePanels(tx, drawn.panels, { visit, complaintId })
  const shown = { view, form, notice, revealed, refused, panels }
  const body = <CasePage {...shown} submission={randomUUID()} />
  return page(body)
}

type Step = ComplaintAction | Exclude<CaseTask, 'reveal-contact'>

const isStep = (text: string): text is Step =>
  text !== 'reveal-contact' && [...handActions, ...caseTasks].some((step) => step === text)

async function takeStep(visit: Visit, tx: Tx): Promise<Result<Reply, StepRefusal>> {
  const { id = '', action = '' } = visit.params
  if (!isStep(action)) return refuse({ code: 'not-found' })
  const done = await carryOutStep(action, { visit, tx, complaintId: id })
  if (!done.ok) return done
  if (!done.value) return ok(redirect(afterStep(id, action)))
  await giveSlip(visit, tx, { id, ...done.value })
  return ok(redirect(routes.complaintSlip.href({ id })))
}

/** Puts the slip aside for the page after the redirect; only this browser can open it. */
export async function giveSlip(visit: Visit, tx: Tx, receipt: KeptSlip): Promise<void> {
  const token = await keepSlip(tx, visit.vault, { receipt, now: visit.now })
  visit.setCookie(slipCookie, token, { maxAge: slipMinutes * 60, path: '/' })
}

const notices: Readonly<Partial<Record<Step, CaseNotice>>> = {
  take: 'taken',
  assign: 'assigned',
  answer: 'answered',
  note: 'noted',
  'mark-read': 'read',
  'record-consent': 'consent-kept',
}

/** A case that went to another office may be out of sight: then the list comes next. */
const afterStep = (id: string, step: Step): string =>
  step === 'transfer'
    ? routes.complaints.href({ moved: 'yes' })
    : routes.complaint.href({ id }, { done: notices[step] ?? 'done' })

async function drawRefused(
  visit: Visit,
  tx: Tx,
  { refusal, panels }: { refusal: StepRefusal; panels: readonly CasePanel[] },
): Promise<Reply> {
  const { action = '' } = visit.params
  if (action !== 'reveal-contact' && !isStep(action)) return notFound
  const errors = 'errors' in refusal ? refusal.errors : {}
  return drawCase(visit, tx, {
    panels,
    form: {
      step: action,
      state: { values: typedValues(visit.form), errors },
      refusal: 'code' in refusal ? refusal.code : null,
      seen: seenOf(visit),
    },
  })
}

function seenOf({ form }: Visit): Date | null {
  const seen = new Date(String(form.seen))
  return Number.isNaN(seen.getTime()) ? null : seen
}

const reasonForm = z.object({
  reason: fields.line({
    max: 300,
    missing: 'complaints.field.reason.missing',
    tooLong: 'complaints.field.reason.too-long',
  }),
})

/** Shown on this answer and on no other. */
async function reveal(
  visit: Visit,
  tx: Tx,
  panels: readonly CasePanel[],
): Promise<Result<Reply, StepRefusal>> {
  const form = parseForm(reasonForm, visit.form)
  if (!form.ok) return refuse({ errors: form.refusal })
  const { vault, actor, params } = visit
  const asked = { vault, complaintId: params.id ?? '', reason: form.value.reason }
  const revealed = await revealContact(tx, actor, asked)
  if (!revealed.ok) return refuse({ code: revealed.refusal })
  return ok(await drawCase(visit, tx, { panels, revealed: revealed.value }))
}

const line = findMinistryLine()

async function showSlip(visit: Visit, tx: Tx): Promise<Reply> {
  const { vault, now, params, cookies } = visit
  const token = cookies[slipCookie]
  const slip = token ? await openSlip(tx, vault, { token, now }) : null
  const id = (params.id ?? '') as ComplaintId
  if (!slip || slip.id !== id) return redirect(routes.complaint.href({ id }))
  const against = visit.query.entered === 'yes' ? await respondentOf(tx, id) : null
  return page(
    <SlipPage {...{ slip, against, line }} minutes={slipMinutes} submission={randomUUID()} />,
  )
}

/** After an entry: which agency was understood, since nobody was asked about it. */
async function respondentOf(tx: Tx, id: ComplaintId): Promise<AgencyNames | null> {
  const complaint = await findComplaint(tx, id)
  const agency = await findRespondent(tx, complaint?.agencyId)
  return agency?.names ?? null
}
