import { z } from 'zod'
import { apiRoutes } from '../../../../api-routes.ts'
import { type Day, isDay } from '../../../../kernel/days.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import { answers, type Route } from '../../../../platform/http/route.ts'
import { readCaseFile } from '../../actions/case-file.ts'
import { takeComplaintAction } from '../../actions/take-complaint-action.ts'
import { calledPeople } from '../../rules/case-tasks.ts'
import { closeReasons, complaintStatuses, opennesses } from '../../rules/complaint.ts'
import { type ComplaintAction, handActions, wordsOf } from '../../rules/lifecycle.ts'
import { parseCaseNumber } from '../../rules/receipt.ts'
import { withdrawalQuestions } from '../../rules/withdrawal.ts'
import { worklistAges, worklistSorts, worklistStates } from '../../rules/worklist.ts'
import { findComplaint } from '../../store/complaint.ts'
import { listWorklist, parseCursor } from '../../store/worklist.ts'
import { words } from '../officer/case-steps.ts'
import { momentOf } from '../officer/moment.ts'
import { complaintHandlers, complaintReaders } from '../officer/worklist-routes.tsx'
import { asListed, asWhole, listedComplaint, wholeComplaint } from './shapes.ts'

const wrong = 'form.not-understood'
const maybe = <T extends z.ZodType>(schema: T) =>
  schema.nullish().transform((value) => value ?? null)

const listQuery = z.object({
  state: z.enum(worklistStates, wrong).default('open'),
  status: maybe(z.enum(complaintStatuses, wrong)),
  area: maybe(z.string().regex(/^\d\d$/, wrong)),
  category: maybe(z.string().regex(/^[a-z_]{1,60}$/, wrong)),
  age: maybe(z.enum(worklistAges, wrong)),
  agencyId: maybe(z.uuid(wrong)),
  openness: maybe(z.enum(opennesses, wrong)),
  number: maybe(z.string().max(30, wrong)).transform((typed) =>
    typed === null ? null : (parseCaseNumber(typed) ?? typed),
  ),
  sort: z.enum(worklistSorts, wrong).default('due'),
  limit: z.coerce.number(wrong).pipe(z.int(wrong).min(1, wrong).max(200, wrong)).default(50),
  cursor: maybe(z.string().max(100, wrong)).transform((text, ctx) => {
    const cursor = text === null ? null : parseCursor(text)
    if (text !== null && !cursor) ctx.addIssue({ code: 'custom', message: wrong })
    return cursor
  }),
})

export const complaintApiRoutes: readonly Route[] = [
  answers({
    method: 'get',
    path: apiRoutes.complaints,
    access: complaintReaders,
    scope: 'complaints:read',
    summary: 'The complaints that the caller may see, page by page',
    query: listQuery,
    reply: z.object({ complaints: z.array(listedComplaint), next: z.string().nullable() }),
    handle: async (visit, tx, { query: { limit, cursor, ...filters } }) => {
      const from = cursor && ({ cursor, direction: 'after' } as const)
      const ask = { filters, from, limit: limit + 1, moment: momentOf(visit.now) }
      const found = await listWorklist(tx, visit.actor, ask)
      const rows = found.slice(0, limit)
      const next = found.length > limit ? (rows.at(-1)?.cursor ?? null) : null
      return ok({ complaints: rows.map(asListed), next })
    },
  }),
  answers({
    method: 'get',
    path: apiRoutes.complaint,
    access: complaintReaders,
    scope: 'complaints:read',
    summary: 'One complaint with its clocks, messages and timeline',
    params: z.object({ id: z.uuid() }),
    reply: wholeComplaint,
    handle: async (visit, tx) => {
      const { actor, vault, params } = visit
      const file = await readCaseFile(tx, actor, { vault, id: params.id ?? '' })
      if (!file) return refuse('not-found')
      visit.looked({ act: 'looked', recordType: 'complaint', recordId: file.complaint.id })
      return ok(asWhole(file))
    },
  }),
  answers({
    method: 'post',
    path: apiRoutes.complaintAction,
    access: complaintHandlers,
    scope: 'complaints:write',
    summary: 'Takes one action of the lifecycle',
    params: z.object({
      id: z.uuid(),
      action: z.enum(handActions as [ComplaintAction, ...ComplaintAction[]]),
    }),
    body: z.object({
      version: z.int(wrong).min(1, wrong).describe('As it was read: another one is refused.'),
      reason: z
        .enum(closeReasons, wrong)
        .nullish()
        .describe('Why it is closed although nobody confirmed; for that action only.'),
      reviewOn: z
        .string(wrong)
        .refine(isDay, wrong)
        .transform((day) => day as Day)
        .nullish()
        .describe('When to look again at what waits elsewhere; else the rule says it.'),
      call: z
        .object({
          spokeWith: z.enum(calledPeople, wrong),
          asked: z.array(z.enum(withdrawalQuestions, wrong)).min(1, wrong),
          calledAt: z.iso.datetime(wrong).transform((at) => new Date(at)),
        })
        .nullish()
        .describe('The private call that confirming a withdrawal asks for.'),
      words: words.nullish().describe('The message, note or question that goes with the action.'),
    }),
    reply: z.object({ status: z.enum(complaintStatuses), version: z.int() }),
    handle: async ({ actor, vault, now, params }, tx, { body }) => {
      const action = handActions.find((each) => each === params.action)
      if (!action) return refuse('not-found')
      const given = wordsOf[action] === null ? null : (body.words ?? null)
      const { version, reason, reviewOn, call } = body
      const step = { vault, action, at: now, version, words: given, reason, reviewOn, call }
      const done = await takeComplaintAction(tx, actor, { ...step, complaintId: params.id ?? '' })
      if (!done.ok) return done
      const after = await findComplaint(tx, params.id ?? '')
      return ok({ status: done.value, version: after?.version ?? body.version + 1 })
    },
  }),
]
