import { z } from 'zod'
import { apiRoutes } from '../../../../api-routes.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import { answers, type Route } from '../../../../platform/http/route.ts'
import { answerInquiry } from '../../actions/answer-inquiry.ts'
import { openInquiries, readInquiry } from '../../actions/inquiry-words.ts'
import { listInquiriesOfAgency } from '../../store/inquiry.ts'
import { parseCursor } from '../../store/worklist.ts'
import { answerForm } from '../agency/inquiry-form.ts'
import { agencyPeople, inquiryRows } from '../agency/routes.tsx'
import { asShown, shownInquiry } from './shapes.ts'

const wrong = 'form.not-understood'

export const inquiryApiRoutes: readonly Route[] = [
  answers({
    method: 'get',
    path: apiRoutes.inquiries,
    access: agencyPeople,
    scope: 'complaints:read',
    summary: 'The questions put to the caller’s agency',
    query: z.object({
      status: z.enum(['asked', 'answered', 'withdrawn'], wrong).default('asked'),
      cursor: z.string().max(100, wrong).optional(),
    }),
    reply: z.object({ inquiries: z.array(shownInquiry), next: z.string().nullable() }),
    handle: async (visit, tx, { query: { status, cursor } }) => {
      const after = cursor === undefined ? null : parseCursor(cursor)
      const found = await listInquiriesOfAgency(tx, { status, after, limit: inquiryRows + 1 })
      const rows = await openInquiries(tx, visit.vault, found.slice(0, inquiryRows))
      const next = found.length > inquiryRows ? (rows.at(-1)?.cursor ?? null) : null
      // Unlike the page's list, this one holds what the complainant lets be shown.
      for (const { id, workerName, story } of rows)
        if (workerName !== null || story !== null)
          visit.looked({ act: 'looked', recordType: 'agency_inquiry', recordId: id })
      return ok({ inquiries: rows.map(asShown), next })
    },
  }),
  answers({
    method: 'get',
    path: apiRoutes.inquiry,
    access: agencyPeople,
    scope: 'complaints:read',
    summary: 'One question put to the caller’s agency',
    params: z.object({ id: z.uuid() }),
    reply: shownInquiry,
    handle: async (visit, tx) => {
      const inquiry = await readInquiry(tx, visit.vault, visit.params.id ?? '')
      if (!inquiry) return refuse('not-found')
      visit.looked({ act: 'looked', recordType: 'agency_inquiry', recordId: inquiry.id })
      return ok(asShown(inquiry))
    },
  }),
  answers({
    method: 'post',
    path: apiRoutes.inquiryAction,
    access: agencyPeople,
    scope: 'complaints:write',
    summary: 'Answers a question of the ministry',
    params: z.object({ id: z.uuid(), action: z.literal('answer') }),
    body: answerForm,
    reply: z.object({ status: z.literal('answered') }),
    handle: async ({ actor, now, params, vault }, tx, { body }) => {
      if (params.action !== 'answer') return refuse('not-found')
      const step = { vault, inquiryId: params.id ?? '', answer: body.words, at: now }
      const done = await answerInquiry(tx, actor, step)
      if (done.ok) return ok({ status: 'answered' as const })
      // Files come by the page only.
      return refuse(typeof done.refusal === 'string' ? done.refusal : 'not-found')
    },
  }),
]
