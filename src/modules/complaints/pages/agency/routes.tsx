import { randomUUID } from 'node:crypto'
import { ok, refuse } from '../../../../kernel/result.ts'
import type { Tx } from '../../../../platform/db.ts'
import { type FieldErrors, parseForm, typedValues } from '../../../../platform/http/form.ts'
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
import { emptyForm, type FormState } from '../../../../ui/index.ts'
import {
  evidenceUploads,
  givenFiles,
  listEvidence,
  type RefusedReason,
  serveEvidence,
} from '../../../evidence/index.ts'
import { type AnswerRefusal, answerInquiry } from '../../actions/answer-inquiry.ts'
import { openInquiries, readInquiry } from '../../actions/inquiry-words.ts'
import { readCategories } from '../../store/categories.ts'
import { listInquiriesOfAgency } from '../../store/inquiry.ts'
import { parseCursor } from '../../store/worklist.ts'
import { type CasePanel, type CasePanels, drawCasePanels } from '../case-panel.ts'
import { InquiriesPage, inquiryStates } from './inquiries-page.tsx'
import { answerForm } from './inquiry-form.ts'
import { InquiryPage } from './inquiry-page.tsx'

/** An agency's own people; the rows that they see are their agency's, by row-level security. */
export const agencyPeople = ['agency-clerk'] as const
export const inquiryRows = 50

type Refused =
  | { readonly code: string }
  | { readonly errors: FieldErrors }
  | { readonly file: RefusedReason }

export const agencyInquiryRoutes = ({ agency: panels }: CasePanels): readonly Route[] => [
  {
    door: 'page',
    method: 'get',
    path: routes.inquiries.path,
    access: agencyPeople,
    show: showList,
  },
  {
    door: 'page',
    method: 'get',
    path: routes.inquiry.path,
    access: agencyPeople,
    show: (visit, tx) => drawInquiry(visit, tx, { state: emptyForm, refusal: null, panels }),
  },
  submits<Refused>({
    path: routes.inquiryAnswer.path,
    access: agencyPeople,
    uploads: evidenceUploads,
    submit: async (visit, tx) => {
      const form = parseForm(answerForm, visit.form)
      if (!form.ok) return refuse({ errors: form.refusal })
      const { vault, now: at, files, uploads } = visit
      const proof = { files, given: givenFiles(uploads) }
      const step = { vault, inquiryId: visit.params.id ?? '', answer: form.value.words, proof, at }
      const answered = await answerInquiry(tx, visit.actor, step)
      if (!answered.ok) return refuse(refusedBy(answered.refusal))
      return ok(redirect(routes.inquiries.href({ done: 'answered' })))
    },
    refused: (visit, tx, refused) =>
      drawInquiry(visit, tx, {
        state: {
          values: typedValues(visit.form),
          errors: 'errors' in refused ? refused.errors : {},
        },
        refusal: 'code' in refused ? `refusal.${refused.code}` : fileRefusal(refused),
        panels,
      }),
  }),
  {
    door: 'page',
    method: 'get',
    path: routes.inquiryFile.path,
    access: agencyPeople,
    show: serveEvidence,
  },
]

/** A file that is not taken is said by its reason. */
const refusedBy = (refusal: AnswerRefusal): Refused =>
  typeof refusal === 'string' ? { code: refusal } : { file: refusal.reason }

async function showList({ query, now, vault }: Visit, tx: Tx): Promise<Reply> {
  const state = inquiryStates.find((each) => each === query.state) ?? 'asked'
  const after = typeof query.after === 'string' ? parseCursor(query.after) : null
  const found = await listInquiriesOfAgency(tx, { status: state, after, limit: inquiryRows + 1 })
  const rows = await openInquiries(tx, vault, found.slice(0, inquiryRows))
  const next = found.length > inquiryRows ? (rows.at(-1)?.cursor ?? null) : null
  const answered = query.done === 'answered'
  const categories = await readCategories(tx)
  return page(<InquiriesPage {...{ state, rows, next, answered, categories, now }} />)
}

const fileRefusal = (refused: Refused): string | null =>
  'file' in refused ? `evidence.refused.${refused.file}` : null

type Drawn = {
  readonly state: FormState
  readonly refusal: string | null
  readonly panels: readonly CasePanel[]
}

async function drawInquiry(
  visit: Visit,
  tx: Tx,
  { state, refusal, panels }: Drawn,
): Promise<Reply> {
  const inquiry = await readInquiry(tx, visit.vault, visit.params.id ?? '')
  if (!inquiry) return notFound
  visit.looked({ act: 'looked', recordType: 'agency_inquiry', recordId: inquiry.id })
  const categories = await readCategories(tx)
  const submission = randomUUID()
  const { now } = visit
  const { complaintId } = inquiry
  const proof = (await listEvidence(tx, visit.vault, complaintId)).filter(
    (one) => one.inquiryId === inquiry.id,
  )
  const drawn = await drawCasePanels(tx, panels, { visit, complaintId })
  return page(
    <InquiryPage
      {...{ inquiry, categories, state, refusal, submission, now, proof }}
      panels={drawn}
    />,
  )
}
