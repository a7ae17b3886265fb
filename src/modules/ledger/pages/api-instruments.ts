import { z } from 'zod'
import { apiRoutes } from '../../../api-routes.ts'
import { dayOf } from '../../../kernel/days.ts'
import { isUuid } from '../../../kernel/ids.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { answers, type Route, type Visit } from '../../../platform/http/route.ts'
import { isSigningRefusal, signingErrors } from '../../accounts/index.ts'
import { type AgencyId, listAgencies } from '../../agencies/index.ts'
import { depositBlock } from '../actions/blocked.ts'
import { declareWorkers } from '../actions/declare-workers.ts'
import { enterGuarantee, extendGuarantee } from '../actions/enter-guarantee.ts'
import { decideOverride, proposeOverride } from '../actions/overrides.ts'
import { decideRelease, proposeRelease } from '../actions/release-deposit.ts'
import { drawSigners } from '../rules/draw.ts'
import { overrideActions } from '../rules/override.ts'
import { releaseActions } from '../rules/release.ts'
import { depositOf } from '../store/deposits.ts'
import { depositKeepers, depositReaders } from './access.ts'
import {
  decideForm,
  extensionForm,
  guaranteeForm,
  overrideForm,
  releaseForm,
  workersForm,
} from './deposit-forms.ts'

const id = z.object({ id: z.uuid() })
const agencyOf = ({ params }: Visit): AgencyId => (params.id ?? '') as AgencyId
const deciders = [...new Set([...depositKeepers, ...drawSigners])]

/** An agency of the register, or one that has left it and still has a deposit. */
async function isKnown(tx: Tx, visit: Visit): Promise<boolean> {
  const agencyId = agencyOf(visit)
  if (!isUuid(agencyId)) return false
  return (
    (await listAgencies(tx, [agencyId])).length > 0 || (await depositOf(tx, agencyId)).length > 0
  )
}

/** What was made, or why not, where the agency is known. */
async function made<R extends string>(
  visit: Visit,
  tx: Tx,
  work: () => Promise<Result<string, R>>,
): Promise<Result<{ id: string }, R | 'not-found'>> {
  if (!(await isKnown(tx, visit))) return refuse('not-found')
  const done = await work()
  return done.ok ? ok({ id: done.value }) : done
}
const reply = z.object({ id: z.string() })

/** A signature needs a person’s own session: a token gets the same refusals as a page without one. */
const decided = <A extends string>(action: A, done: Result<null, string>) => {
  if (done.ok) return ok({ done: action as string })
  return refuse(isSigningRefusal(done.refusal) ? signingErrors(done.refusal) : done.refusal)
}

export const instrumentApi: readonly Route[] = [
  answers({
    method: 'post',
    path: apiRoutes.depositGuarantees,
    access: depositKeepers,
    scope: 'licences:write',
    summary:
      'Records a guarantee of a bank, also in the place of another; its paper comes by the page',
    ...{ params: id, body: guaranteeForm, reply },
    handle: (visit, tx, { body: { amount: _amount, currency: _currency, ...given } }) =>
      made(visit, tx, () =>
        enterGuarantee(tx, visit.actor, { ...given, agencyId: agencyOf(visit), at: visit.now }),
      ),
  }),
  answers({
    method: 'post',
    path: apiRoutes.depositExtensions,
    access: depositKeepers,
    scope: 'licences:write',
    summary:
      'Records that a bank made a guarantee longer; `guarantee` is its id, a space, its version',
    ...{ params: id, body: extensionForm, reply },
    handle: (visit, tx, { body: { guarantee, expiresOn, reference } }) =>
      made(visit, tx, () =>
        extendGuarantee(tx, visit.actor, {
          ...{ ...guarantee, expiresOn, reference, agencyId: agencyOf(visit), at: visit.now },
        }),
      ),
  }),
  answers({
    method: 'post',
    path: apiRoutes.depositReleases,
    access: depositKeepers,
    scope: 'licences:write',
    summary:
      'Proposes to give back cash or a guarantee; two others sign it with their second factor',
    ...{ params: id, body: releaseForm, reply },
    handle: (visit, tx, { body: { money, guaranteeId, onDay, reference, reason } }) =>
      made(visit, tx, () =>
        proposeRelease(tx, visit.actor, {
          ...{ agencyId: agencyOf(visit), ...money, guaranteeId, onDay, reference, reason },
          at: visit.now,
        }),
      ),
  }),
  answers({
    method: 'post',
    path: apiRoutes.depositReleaseAction,
    access: deciders,
    scope: 'licences:write',
    summary: 'Ends a release; a signature needs a person’s own session and second factor',
    params: z.object({ id: z.uuid(), release: z.uuid(), action: z.enum(releaseActions) }),
    ...{ body: decideForm, reply: z.object({ done: z.string() }) },
    handle: async (visit, tx, { body }) => {
      const action = releaseActions.find((each) => each === visit.params.action)
      if (!action) return refuse('not-found')
      const asked = { agencyId: agencyOf(visit), id: visit.params.release ?? '', action, ...body }
      return decided(action, await decideRelease(tx, visit, asked))
    },
  }),
  answers({
    method: 'post',
    path: apiRoutes.depositOverrides,
    access: depositKeepers,
    scope: 'licences:write',
    summary: 'Proposes to let job orders through for some days although the deposit is short',
    ...{ params: id, body: overrideForm, reply },
    handle: (visit, tx, { body }) =>
      made(visit, tx, () =>
        proposeOverride(tx, visit.actor, { ...body, agencyId: agencyOf(visit), at: visit.now }),
      ),
  }),
  answers({
    method: 'post',
    path: apiRoutes.depositOverrideAction,
    access: deciders,
    scope: 'licences:write',
    summary: 'Ends an override; a signature needs a person’s own session and second factor',
    params: z.object({ id: z.uuid(), override: z.uuid(), action: z.enum(overrideActions) }),
    ...{ body: decideForm, reply: z.object({ done: z.string() }) },
    handle: async (visit, tx, { body }) => {
      const action = overrideActions.find((each) => each === visit.params.action)
      if (!action) return refuse('not-found')
      const asked = { agencyId: agencyOf(visit), id: visit.params.override ?? '', action, ...body }
      return decided(action, await decideOverride(tx, visit, asked))
    },
  }),
  answers({
    method: 'get',
    path: apiRoutes.depositJobOrders,
    access: [...depositReaders, 'agency-clerk'],
    scope: 'licences:read',
    summary: 'Whether new job orders of an agency are refused today because its deposit is short',
    params: id,
    reply: z.object({
      blocked: z.boolean(),
      state: z.string(),
      letThroughUntil: z.string().nullable(),
    }),
    handle: async (visit, tx) => {
      const { actor, now } = visit
      const agencyId = agencyOf(visit)
      if (actor.agencyId !== null && actor.agencyId !== agencyId) return refuse('not-found')
      if (!(await isKnown(tx, visit))) return refuse('not-found')
      const { isBlocked, state, override } = await depositBlock(tx, { agencyId, day: dayOf(now) })
      return ok({ blocked: isBlocked, state, letThroughUntil: override?.untilDay ?? null })
    },
  }),
  answers({
    method: 'post',
    path: apiRoutes.workersAbroad,
    access: ['agency-clerk'],
    scope: 'licences:write',
    summary: 'An agency declares how many of its workers are abroad, as of a day',
    params: id,
    ...{ body: workersForm, reply: z.object({ done: z.string() }) },
    handle: async (visit, tx, { body: { workers, onDay } }) => {
      if (visit.actor.agencyId !== agencyOf(visit)) return refuse('not-found')
      const done = await declareWorkers(tx, visit.actor, { workers, onDay, at: visit.now })
      return done.ok ? ok({ done: 'declared' }) : done
    },
  }),
]
