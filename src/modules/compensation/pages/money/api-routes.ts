import { z } from 'zod'
import { apiRoutes } from '../../../../api-routes.ts'
import { dayOf } from '../../../../kernel/days.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import { type ApiRefusal, answers, type Route } from '../../../../platform/http/route.ts'
import { findGuardedCase } from '../../../complaints/index.ts'
import { listDues, listPayments } from '../../../ledger/index.ts'
import { closePaid, openReason } from '../../actions/close-paid.ts'
import { endPlan } from '../../actions/end-plan.ts'
import { giveWord } from '../../actions/give-word.ts'
import { payDues } from '../../actions/pay-dues.ts'
import { readCaseMoney } from '../../actions/read-case-money.ts'
import { recordAnswer } from '../../actions/record-answer.ts'
import { recordOutcome } from '../../actions/record-outcome.ts'
import { giveRemedyWord, reportRemedy } from '../../actions/remedies.ts'
import { listRemedies } from '../../store/read-outcomes.ts'
import { moneyHandlers } from './access.ts'
import * as shape from './api-shapes.ts'
import { duesAsked, parsePayments } from './worklist-query.ts'
import { pageRows } from './worklist-routes.tsx'

/** The same actions as the pages', as data. */
const caseIn = z.object({ id: z.uuid() })
const done = z.object({ done: z.literal(true) })
const said = <R extends string>(result: Result<unknown, R>): Result<{ done: true }, ApiRefusal> =>
  result.ok ? ok({ done: true as const }) : refuse(result.refusal)

const officersRoutes: readonly Route[] = [
  answers({
    method: 'get',
    path: apiRoutes.complaintOutcomes,
    access: moneyHandlers,
    scope: 'complaints:read',
    summary: 'What a case ended in, for whom, and what became of it',
    params: caseIn,
    query: z.object({ from: z.coerce.number().int().min(0).default(0) }),
    reply: shape.caseMoney,
    handle: async (visit, tx, { query }) => {
      const complaintId = visit.params.id ?? ''
      const money = await readCaseMoney(tx, visit.vault, { complaintId, from: query.from })
      if (!money) return refuse('not-found')
      visit.looked({ act: 'looked', recordType: 'complaint', recordId: money.found.id })
      return ok(shape.asCaseMoney(money, dayOf(visit.now)))
    },
  }),
  answers({
    method: 'post',
    path: apiRoutes.complaintOutcomes,
    access: moneyHandlers,
    scope: 'complaints:write',
    summary: 'Records an outcome: persons, what each said, and terms',
    params: caseIn,
    body: shape.newOutcome,
    reply: z.object({ id: z.uuid(), kind: z.string(), position: z.number(), dues: z.number() }),
    handle: async ({ params, vault, actor, now: at }, tx, { body }) => {
      const { version, ...outcome } = body
      const asked = { ...outcome, vault, complaintId: params.id ?? '', version, at }
      return recordOutcome(tx, actor, asked)
    },
  }),
  answers({
    method: 'post',
    path: apiRoutes.outcomeAnswers,
    access: moneyHandlers,
    scope: 'complaints:write',
    summary: 'A later answer of one person to an outcome',
    params: caseIn,
    body: shape.newAnswer,
    reply: done,
    handle: async ({ params, actor, now: at }, tx, { body: { version, dueOn, ...answer } }) =>
      said(
        await recordAnswer(tx, actor, { outcomeId: params.id ?? '', answer, version, dueOn, at }),
      ),
  }),
  answers({
    method: 'get',
    path: apiRoutes.payments,
    access: [...moneyHandlers, 'agency-clerk'],
    scope: 'complaints:read',
    summary: 'What is owed, by day: overdue, to confirm, open, all; an agency sees its own',
    query: z.object({
      state: z.string().optional(),
      agency: z.string().optional(),
      currency: z.string().optional(),
      after: z.string().optional(),
    }),
    reply: z.object({ dues: z.array(shape.due), next: z.string().nullable() }),
    handle: async ({ now }, tx, { query }) => {
      const asked = Object.entries(query).filter((entry): entry is [string, string] => !!entry[1])
      const filters = parsePayments(Object.fromEntries(asked))
      const today = dayOf(now)
      const found = await listDues(tx, duesAsked(filters, { today, limit: pageRows + 1 }))
      const rows = found.slice(0, pageRows)
      const last = found.length > pageRows ? rows.at(-1) : undefined
      const next = last ? `${last.dueOn}~${last.id}` : null
      return ok({ dues: rows.map((row) => shape.asDue(row, today)), next })
    },
  }),
  answers({
    method: 'post',
    path: apiRoutes.payments,
    access: [...moneyHandlers, 'agency-clerk'],
    scope: 'complaints:write',
    summary: 'Records what was paid on dues; an agency reports on its own',
    body: shape.newPayments,
    reply: z.object({ payments: z.array(z.uuid()) }),
    handle: async ({ actor, now: at }, tx, { body }) => {
      const paid = await payDues(tx, actor, { ...body, payer: null, evidenceId: null, at })
      return paid.ok ? ok({ payments: [...paid.value.payments] }) : paid
    },
  }),
  answers({
    method: 'post',
    path: apiRoutes.termEnd,
    access: moneyHandlers,
    scope: 'complaints:write',
    summary: 'Ends what is paid again and again: what was waited for is done',
    params: caseIn,
    reply: done,
    handle: async ({ params, actor, now: at }, tx) =>
      said(await endPlan(tx, actor, { termId: params.id ?? '', at })),
  }),
]

const everybodysRoutes: readonly Route[] = [
  answers({
    method: 'post',
    path: apiRoutes.paymentWords,
    access: [...moneyHandlers, 'complainant'],
    scope: 'complaints:write',
    summary: 'Whether a payment came: with a receipt, or as an officer heard it',
    params: caseIn,
    body: shape.newWord,
    reply: done,
    handle: async ({ params, actor, now: at }, tx, { body: { dueId, heard, ...word } }) =>
      said(await giveWord(tx, actor, { dueId, paymentId: params.id ?? '', word, heard, at })),
  }),
  answers({
    method: 'post',
    path: apiRoutes.remedyStep,
    access: [...moneyHandlers, 'complainant', 'agency-clerk'],
    scope: 'complaints:write',
    summary: 'Says that something was done, or gives the worker’s word about it',
    params: z.object({ id: z.uuid(), step: z.enum(['report', 'word']) }),
    body: shape.remedyStep,
    reply: done,
    handle: async ({ params, actor, now: at }, tx, { body }) => {
      const { version, doneOn, heard } = body
      const asked = { remedyId: params.id ?? '', version, doneOn, at }
      if (params.step === 'report' && actor.kind !== 'complainant')
        return said(await reportRemedy(tx, actor, { ...asked, evidenceId: null }))
      if (params.step !== 'word' || actor.agencyId !== null) return refuse('not-found')
      return said(await giveRemedyWord(tx, actor, { ...asked, done: body.done, heard }))
    },
  }),
  answers({
    method: 'post',
    path: apiRoutes.complaintClosing,
    access: ['complainant'],
    scope: null,
    summary: 'The complainant says that everything came',
    params: caseIn,
    reply: z.object({ status: z.string() }),
    handle: async ({ params, actor, vault, now: at }, tx) => {
      if (params.id !== actor.id) return refuse('not-found')
      const closed = await closePaid(tx, actor, { vault, complaintId: actor.id, version: null, at })
      return closed.ok ? ok({ status: closed.value }) : closed
    },
  }),
  answers({
    method: 'get',
    path: apiRoutes.ownMoney,
    access: ['complainant'],
    scope: null,
    summary: 'What the holder of a receipt is to get, and whether it came',
    reply: shape.ownMoney,
    handle: async ({ actor, now }, tx) => {
      const found = await findGuardedCase(tx, actor.id)
      if (!found) return refuse('not-found')
      const dues = await listDues(tx, { caseIds: [found.id] })
      const payments = await listPayments(tx, { dueIds: dues.map(({ id }) => id) })
      const remedies = await listRemedies(tx, { complaintId: found.id })
      const today = dayOf(now)
      return ok({
        dues: dues.map((due) => shape.asDue(due, today)),
        payments: payments.map(shape.asPayment),
        remedies: remedies.map(shape.asRemedy),
        open: await openReason(tx, found.id),
      })
    },
  }),
]

export const moneyApiRoutes: readonly Route[] = [...officersRoutes, ...everybodysRoutes]
