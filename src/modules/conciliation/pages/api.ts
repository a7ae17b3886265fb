import { z } from 'zod'
import { apiRoutes } from '../../../api-routes.ts'
import { ok, refuse } from '../../../kernel/result.ts'
import { answers, type Route } from '../../../platform/http/route.ts'
import { isSigningRefusal } from '../../accounts/index.ts'
import { answerProposal } from '../actions/answer-proposal.ts'
import { lodgeAppeal } from '../actions/appeal.ts'
import { type ConciliationView, readConciliation } from '../actions/read-conciliation.ts'
import { listMatters, readSide } from '../actions/read-side.ts'
import { decisionStatuses } from '../rules/decision.ts'
import { meetingStatuses } from '../rules/meeting.ts'
import { doers, steps } from './carry-out.ts'
import { ownAnswerInput, ownAppealInput } from './inputs.ts'
import { conciliationReaders } from './routes.tsx'
import { agencyPeople } from './side-routes.tsx'

const instant = z.string().nullable()
const shownMeeting = z.object({
  ...{ id: z.string(), attempt: z.int(), status: z.enum(meetingStatuses), version: z.int() },
  ...{ way: z.string(), province: z.string().nullable(), meetsAt: z.string() },
  ...{ heldAt: instant, actions: z.array(z.string()), outcomeId: z.string().nullable() },
  minutes: z
    .object({ workerSays: z.string(), agencySays: z.string(), readBy: z.string() })
    .nullable(),
})
const shownDecision = z.object({
  ...{ id: z.string(), kind: z.string(), status: z.enum(decisionStatuses), version: z.int() },
  ...{ finding: z.string(), order: z.string().nullable(), basis: z.string().nullable() },
  ...{ workerUntil: z.string(), agencyUntil: z.string(), mayOrder: z.string() },
  ...{ issuedAt: instant, actions: z.array(z.string()) },
})
const wholeConciliation = z.object({
  meetings: z.array(shownMeeting),
  evidence: z.array(
    z.object({ position: z.int(), what: z.string().nullable(), shown: z.boolean() }),
  ),
  decisions: z.array(shownDecision),
})

const asWhole = ({ meetings, exhibits, decisions }: ConciliationView) => ({
  meetings: meetings.map((one) => ({
    ...{ id: one.id, attempt: one.attempt, status: one.status, version: one.version },
    ...{ way: one.way, province: one.province, meetsAt: one.meetsAt.toISOString() },
    ...{ heldAt: one.heldAt?.toISOString() ?? null, actions: [...one.actions] },
    ...{ outcomeId: one.outcomeId, minutes: one.minutes },
  })),
  evidence: exhibits.map(({ position, what, shown }) => ({ position, what, shown })),
  decisions: decisions.map((one) => ({
    ...{ id: one.id, kind: one.kind, status: one.status, version: one.version },
    ...{ finding: one.finding, order: one.words?.order ?? null, basis: one.words?.basis ?? null },
    ...{ workerUntil: one.workerUntil, agencyUntil: one.agencyUntil, mayOrder: one.mayOrder },
    ...{ issuedAt: one.issuedAt?.toISOString() ?? null, actions: [...one.actions] },
  })),
})

/** A signature needs the browser in which the person signed in. */
const coded = (code: string): string => (isSigningRefusal(code) ? 'sign-in-the-browser' : code)

export const conciliationApiRoutes: readonly Route[] = [
  answers({
    method: 'get',
    path: apiRoutes.conciliation,
    access: conciliationReaders,
    scope: 'complaints:read',
    summary: 'Meetings, evidence and decisions of one complaint',
    params: z.object({ id: z.uuid() }),
    reply: wholeConciliation,
    handle: async (visit, tx) => {
      const { actor, vault, now, params } = visit
      const asked = { vault, now, complaintId: params.id ?? '' }
      const view = await readConciliation(tx, actor, asked)
      if (!view) return refuse('not-found')
      visit.looked({ act: 'looked', recordType: 'complaint', recordId: view.kept.id })
      return ok(asWhole(view))
    },
  }),
  answers({
    method: 'post',
    path: apiRoutes.conciliationAction,
    access: conciliationReaders,
    scope: 'complaints:write',
    summary: 'Takes one step of a conciliation or a decision; its fields are those of the page',
    params: z.object({ id: z.uuid(), action: z.enum(steps) }),
    body: z.looseObject({}),
    reply: z.object({ done: z.literal(true) }),
    handle: async (visit, tx) => {
      const step = steps.find((one) => one === visit.params.action)
      if (!step) return refuse('not-found')
      const done = await doers[step]({ visit, tx, complaintId: visit.params.id ?? '' })
      if (done.ok) return ok({ done: true as const })
      return refuse('errors' in done.refusal ? done.refusal.errors : coded(done.refusal.code))
    },
  }),
  answers({
    method: 'get',
    path: apiRoutes.matters,
    access: agencyPeople,
    scope: 'complaints:read',
    summary: 'The cases in which the caller’s agency is invited or something was decided',
    reply: z.object({
      matters: z.array(
        z.object({
          ...{ id: z.string(), meetsAt: z.string().nullable(), meeting: z.string().nullable() },
          ...{ decision: z.string().nullable(), appealUntil: z.string().nullable() },
          ...{ appealable: z.array(z.string()), toAnswer: z.array(z.string()) },
        }),
      ),
    }),
    handle: async ({ actor, vault, now }, tx) => {
      const matters = await listMatters(tx, actor.agencyId ?? '', { vault, now })
      const shown = []
      for (const { complaintId, meeting, decisionStatus, agencyUntil } of matters) {
        const { decisions } = await readSide(tx, actor, { vault, now, complaintId })
        shown.push({
          ...{ id: complaintId, meetsAt: meeting?.meetsAt.toISOString() ?? null },
          ...{
            meeting: meeting?.status ?? null,
            decision: decisionStatus,
            appealUntil: agencyUntil,
          },
          appealable: decisions.flatMap(({ id, mayAppeal }) => (mayAppeal ? [id] : [])),
          toAnswer: decisions.flatMap(({ id, awaited }) => (awaited?.agency ? [id] : [])),
        })
      }
      return ok({ matters: shown })
    },
  }),
  answers({
    method: 'post',
    path: apiRoutes.matterAnswer,
    access: agencyPeople,
    scope: 'complaints:write',
    summary: 'Says whether the caller’s agency accepts a proposal',
    params: z.object({ id: z.uuid() }),
    body: ownAnswerInput,
    reply: z.object({ done: z.literal(true) }),
    handle: async ({ actor, now: at }, tx, { body: { target: decisionId, answer } }) => {
      const done = await answerProposal(tx, actor, { decisionId, answer, on: null, at })
      return done.ok ? ok({ done: true as const }) : done
    },
  }),
  answers({
    method: 'post',
    path: apiRoutes.matterAppeal,
    access: agencyPeople,
    scope: 'complaints:write',
    summary: 'Appeals against a decision, for the caller’s agency',
    params: z.object({ id: z.uuid() }),
    body: ownAppealInput,
    reply: z.object({ done: z.literal(true) }),
    handle: async ({ actor, vault, now: at }, tx, { body: { target, grounds } }) => {
      const step = { vault, at, decisionId: target, grounds, side: null }
      const done = await lodgeAppeal(tx, actor, step)
      return done.ok ? ok({ done: true as const }) : done
    },
  }),
]
