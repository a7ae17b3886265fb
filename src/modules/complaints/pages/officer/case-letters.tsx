import { dayOf } from '../../../../kernel/days.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { Tx } from '../../../../platform/db.ts'
import { parseForm } from '../../../../platform/http/form.ts'
import {
  notFound,
  type Reply,
  type Route,
  redirect,
  submits,
  type Visit,
} from '../../../../platform/http/route.ts'
import { routes } from '../../../../routes.ts'
import { useReader } from '../../../../ui/index.ts'
import { draftInput, type HandTemplate, LettersPanel } from '../../../letters/index.ts'
import { beginLetter } from '../../actions/begin-letter.ts'
import { openSlip } from '../../actions/case-file-slip.ts'
import { printReceipt } from '../../actions/receipt-paper.ts'
import { findComplaint } from '../../store/complaint.ts'
import type { CasePageProps } from './case-page.tsx'
import { Fold } from './fold.tsx'
import { slipCookie } from './slip-cookie.ts'
import { complaintHandlers, complaintReaders } from './worklist-routes.tsx'

/** The agency is written to only where the register knows it. */
const templatesFor = (agencyId: string | null): HandTemplate[] => [
  'acknowledge-receipt',
  ...(agencyId === null ? [] : (['request-to-agency'] as const)),
  'invite-to-meeting',
  'refer-to-authority',
  'close-case',
  'free',
]

/** Letters about the case, and the way to begin one. */
export function CaseLetters({ view, submission }: CasePageProps) {
  const { t } = useReader()
  if (view.letters === null) return null
  const { complaint, details } = view.file
  return (
    <Fold title={t('complaints.part.letters')} own="one">
      <LettersPanel
        letters={view.letters}
        beginHref={routes.complaintLetters.href({ id: complaint.id })}
        templates={templatesFor(complaint.agencyId)}
        language={details.language}
        submission={submission}
      />
    </Fold>
  )
}

export const caseLetterRoutes: readonly Route[] = [
  submits<'not-found'>({
    path: routes.complaintLetters.path,
    access: complaintHandlers,
    submit: begin,
    refused: async () => notFound,
  }),
  {
    door: 'page',
    method: 'get',
    path: routes.complaintSlipPdf.path,
    access: complaintReaders,
    show: showSlipPdf,
  },
]

async function begin(visit: Visit, tx: Tx): Promise<Result<Reply, 'not-found'>> {
  const parsed = parseForm(draftInput, visit.form)
  const { vault, actor, now: at, params } = visit
  const complaintId = params.id ?? ''
  if (!parsed.ok) return refuse('not-found')
  const begun = await beginLetter(tx, actor, { vault, complaintId, at, ...parsed.value })
  if (!begun.ok) return refuse('not-found')
  return ok(redirect(routes.letter.href({ id: begun.value }, { done: 'drafted' })))
}

/** Only for the browser to which the slip was given, and only as long as that. */
async function showSlipPdf(visit: Visit, tx: Tx): Promise<Reply> {
  const { vault, now, params, cookies } = visit
  const id = params.id ?? ''
  const token = cookies[slipCookie]
  const slip = token ? await openSlip(tx, vault, { token, now }) : null
  const complaint = slip?.id === id ? await findComplaint(tx, id) : null
  if (!slip || !complaint) return redirect(routes.complaint.href({ id }))
  const { number, secret } = slip
  const paper = { number, secret, day: dayOf(complaint.receivedAt), at: now }
  const content = await printReceipt(tx, visit, paper)
  return { kind: 'file', type: 'application/pdf', name: `receipt-${number}.pdf`, content }
}
