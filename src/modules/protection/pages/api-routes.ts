import { z } from 'zod'
import { apiRoutes } from '../../../api-routes.ts'
import { ok, refuse } from '../../../kernel/result.ts'
import { type ApiRefusal, answers, type Route } from '../../../platform/http/route.ts'
import { protectors } from '../actions/about-case.ts'
import { logConcern } from '../actions/concern.ts'
import { listSeenConcerns, readConcern } from '../actions/read-concern.ts'
import { readProtection } from '../actions/read-protection.ts'
import { screenCase } from '../actions/screen-case.ts'
import { concernActions, concernStatuses } from '../rules/concern.ts'
import { screeningOutcomes } from '../rules/screening.ts'
import { protectionStepOf, protectionSteps } from '../rules/steps.ts'
import { listOverseen } from '../store/oversight.ts'
import { findTrack } from '../store/track.ts'
import { asConcern, asOverseen, asProtection, concern, overseen, protection } from './api-shapes.ts'
import { concernInput } from './concern-inputs.ts'
import { carryOutConcernStep, watchers } from './concern-routes.tsx'
import { runStep, type StepFault } from './run-step.ts'
import { readScreening } from './screening-form.ts'

const refusalOf = (fault: StepFault): ApiRefusal => ('code' in fault ? fault.code : fault.errors)
/** As in the forms: every step has fields of its own, and its refusal names them. */
const fieldsOfStep = z
  .record(z.string(), z.union([z.string(), z.number().transform(String), z.array(z.string())]))
  .describe('The fields of the form of this step; days as YYYY-MM-DD.')

const ofCases: readonly Route[] = [
  answers({
    method: 'get',
    path: apiRoutes.complaintProtection,
    access: protectors,
    scope: 'complaints:read',
    summary: 'Somebody’s safety in one case; each look is kept',
    params: z.object({ id: z.uuid() }),
    reply: protection,
    handle: async (visit, tx) => {
      const { actor, vault, now, params } = visit
      const file = await readProtection(tx, actor, { vault, now, complaintId: params.id ?? '' })
      if (!file) return refuse('not-found')
      visit.looked({ act: 'looked', recordType: 'protection', recordId: file.kept.id })
      return ok(asProtection(file))
    },
  }),
  answers({
    method: 'post',
    path: apiRoutes.complaintScreening,
    access: protectors,
    scope: 'complaints:write',
    summary: 'Keeps the answers of the short form: a-<indicator>, p-<indicator>, wants, note',
    params: z.object({ id: z.uuid() }),
    body: fieldsOfStep,
    reply: z.object({ outcome: z.enum(screeningOutcomes), reasons: z.array(z.string()) }),
    handle: async ({ actor, vault, now: at, params }, tx, { body }) => {
      const given = readScreening(body)
      if (!given.ok) return given
      const about = { vault, at, complaintId: params.id ?? '' }
      const done = await screenCase(tx, actor, { ...about, ...given.value })
      return done.ok ? ok({ ...done.value, reasons: [...done.value.reasons] }) : done
    },
  }),
  answers({
    method: 'post',
    path: apiRoutes.complaintProtectionStep,
    access: protectors,
    scope: 'complaints:write',
    summary: 'Takes one step beside a case: a referral, a grant, a child’s best interest …',
    params: z.object({ id: z.uuid(), step: z.enum(protectionSteps) }),
    body: fieldsOfStep,
    reply: z.object({ version: z.int().nullable().describe('Of the track; null where none.') }),
    handle: async ({ actor, vault, now: at, params }, tx, { body }) => {
      const step = protectionStepOf(params.step)
      if (!step) return refuse('not-found')
      const complaintId = params.id ?? ''
      const done = await runStep(tx, actor, { vault, at, complaintId, step, form: body })
      if (!done.ok) return refuse(refusalOf(done.refusal))
      return ok({ version: (await findTrack(tx, complaintId))?.version ?? null })
    },
  }),
]

const ofConcerns: readonly Route[] = [
  answers({
    method: 'get',
    path: apiRoutes.concerns,
    access: watchers,
    scope: 'complaints:read',
    summary: 'People at risk who do not complain, as far as the caller may see them',
    query: z.object({ state: z.enum(['open', 'ended']).default('open') }),
    reply: z.object({ concerns: z.array(concern) }),
    handle: async (_visit, tx, { query }) => {
      const rows = await listSeenConcerns(tx, { open: query.state === 'open' })
      return ok({ concerns: rows.map(asConcern) })
    },
  }),
  answers({
    method: 'post',
    path: apiRoutes.concerns,
    access: watchers,
    scope: 'complaints:write',
    summary: 'Writes down that somebody worries about a person',
    body: concernInput,
    reply: z.object({ id: z.string() }),
    handle: async ({ actor, vault, now: at }, tx, { body }) =>
      ok({ id: await logConcern(tx, actor, { vault, at, ...body }) }),
  }),
  answers({
    method: 'get',
    path: apiRoutes.concern,
    access: watchers,
    scope: 'complaints:read',
    summary: 'One concern with its words; each look is kept',
    params: z.object({ id: z.uuid() }),
    reply: concern.extend({ about: z.string().nullable(), reporter: z.string().nullable() }),
    handle: async (visit, tx) => {
      const file = await readConcern(tx, { vault: visit.vault, id: visit.params.id ?? '' })
      if (!file) return refuse('not-found')
      visit.looked({ act: 'looked', recordType: 'concern', recordId: file.concern.id })
      return ok({ ...asConcern(file.concern), about: file.about, reporter: file.reporter })
    },
  }),
  answers({
    method: 'post',
    path: apiRoutes.concernStep,
    access: watchers,
    scope: 'complaints:write',
    summary: 'Takes one step with a concern',
    params: z.object({ id: z.uuid(), step: z.enum(concernActions) }),
    body: fieldsOfStep,
    reply: z.object({ status: z.enum(concernStatuses) }),
    handle: async (visit, tx, { body }) => {
      const done = await carryOutConcernStep(visit, tx, body)
      return done.ok ? ok({ status: done.value }) : refuse(refusalOf(done.refusal))
    },
  }),
]

export const protectionApiRoutes: readonly Route[] = [
  ...ofCases,
  ...ofConcerns,
  answers({
    method: 'get',
    path: apiRoutes.oversight,
    access: ['oversight'],
    scope: 'complaints:read',
    summary: 'Ageing and decisions of hidden cases: codes and dates, no name and no words',
    reply: z.object({ cases: z.array(overseen) }),
    handle: async (visit, tx) => {
      const rows = await listOverseen(tx, 500)
      visit.looked({ act: 'looked', recordType: 'oversight', data: { rows: rows.length } })
      return ok({ cases: rows.map(asOverseen) })
    },
  }),
]
