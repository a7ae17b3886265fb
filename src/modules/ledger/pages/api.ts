import { z } from 'zod'
import { apiRoutes } from '../../../api-routes.ts'
import { dayOf } from '../../../kernel/days.ts'
import { isUuid } from '../../../kernel/ids.ts'
import { ok, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { answers, type Route, type Visit } from '../../../platform/http/route.ts'
import { isSigningRefusal, signingErrors } from '../../accounts/index.ts'
import { type AgencyId, listAgencies } from '../../agencies/index.ts'
import { addToDeposit } from '../actions/add-to-deposit.ts'
import { decideDraw } from '../actions/decide-draw.ts'
import { demandTopUp } from '../actions/demand-top-up.ts'
import { listDeposits } from '../actions/list-deposits.ts'
import { proposeDraw } from '../actions/propose-draw.ts'
import { readDeposit } from '../actions/read-deposit.ts'
import { readDraw } from '../actions/read-draw.ts'
import { readInstruments } from '../actions/read-instruments.ts'
import { alarmKinds } from '../rules/alarm.ts'
import { depositStates } from '../rules/deposit.ts'
import { drawActions, drawProposers } from '../rules/draw.ts'
import type { DueId } from '../rules/due.ts'
import { depositKeepers, depositReaders } from './access.ts'
import { instrumentApi } from './api-instruments.ts'
import {
  asListedDeposit,
  asWholeDeposit,
  asWholeDraw,
  listedDeposit,
  wholeDeposit,
  wholeDraw,
} from './api-shapes.ts'
import { decideForm, demandForm, payInForm } from './deposit-forms.ts'
import { cursorText, parseDepositsQuery } from './deposits-query.ts'
import { proposeBody, ratesOf } from './draw-forms.ts'

const wrong = 'form.not-understood'
const id = z.object({ id: z.uuid() })
const agencyOf = ({ params }: Visit): AgencyId => (params.id ?? '') as AgencyId
const isKnown = async (tx: Tx, visit: Visit): Promise<boolean> =>
  isUuid(agencyOf(visit)) && (await listAgencies(tx, [agencyOf(visit)])).length > 0

const depositApi: readonly Route[] = [
  answers({
    method: 'get',
    path: apiRoutes.deposits,
    access: depositReaders,
    scope: 'licences:read',
    summary: 'The deposits of agencies, the one that holds least first, page by page',
    query: z.object({
      q: z.string(wrong).optional(),
      state: z.enum(depositStates, wrong).optional(),
      demand: z.enum(['open', 'ran-out'], wrong).optional(),
      alarm: z.enum(['any', ...alarmKinds], wrong).optional(),
      after: z.string(wrong).max(60, wrong).optional(),
    }),
    reply: z.object({ deposits: z.array(listedDeposit), next: z.string().nullable() }),
    handle: async (visit, tx) => {
      const asked = parseDepositsQuery(visit.query)
      const list = await listDeposits(tx, { ...asked, today: dayOf(visit.now), limit: 100 })
      const next = list.next && cursorText(list.next)
      return ok({ deposits: list.rows.map(asListedDeposit), next })
    },
  }),
  answers({
    method: 'get',
    path: apiRoutes.deposit,
    access: [...depositReaders, 'agency-clerk'],
    scope: 'licences:read',
    summary: 'The deposit of one agency with its entries; an agency’s own people see its own',
    params: id,
    query: z.object({
      currency: z.string(wrong).max(3, wrong).optional(),
      before: z.coerce.number(wrong).int(wrong).min(1, wrong).optional(),
    }),
    reply: wholeDeposit,
    handle: async (visit, tx, { query: { currency = null, before = null } }) => {
      const { actor, now } = visit
      const agencyId = agencyOf(visit)
      if (actor.agencyId !== null && actor.agencyId !== agencyId) return refuse('not-found')
      const file = await readDeposit(tx, { agencyId, currency, before, now })
      if (!file || (file.names === null && file.holdings.length === 0)) return refuse('not-found')
      return ok(asWholeDeposit(file, await readInstruments(tx, file, now)))
    },
  }),
  answers({
    method: 'post',
    path: apiRoutes.depositChanges,
    access: depositKeepers,
    scope: 'licences:write',
    summary: 'Records what an agency paid into its deposit',
    params: id,
    body: payInForm,
    reply: z.object({ depositId: z.string(), changeId: z.string() }),
    handle: async (visit, tx, { body: { money, onDay, reference } }) => {
      if (!(await isKnown(tx, visit))) return refuse('not-found')
      const paid = { agencyId: agencyOf(visit), money, onDay, reference, at: visit.now }
      const done = await addToDeposit(tx, visit.actor, paid)
      return done.ok ? ok(done.value) : done
    },
  }),
  answers({
    method: 'post',
    path: apiRoutes.depositDemands,
    access: depositKeepers,
    scope: 'licences:write',
    summary: 'Demands that a short deposit is filled up by a day',
    params: id,
    body: demandForm,
    reply: z.object({ demandId: z.string() }),
    handle: async (visit, tx, { body }) => {
      if (!(await isKnown(tx, visit))) return refuse('not-found')
      const asked = { agencyId: agencyOf(visit), ...body, at: visit.now }
      const done = await demandTopUp(tx, visit.actor, asked)
      return done.ok ? ok({ demandId: done.value }) : done
    },
  }),
]

const drawApi: readonly Route[] = [
  answers({
    method: 'post',
    path: apiRoutes.depositDraws,
    access: drawProposers,
    scope: 'licences:write',
    summary: 'Proposes to pay overdue dues of an agency out of its deposit',
    params: id,
    body: proposeBody,
    reply: z.object({ drawId: z.string() }),
    handle: async (visit, tx, { body: { due, basis, from = null, rates } }) => {
      const asked = { agencyId: agencyOf(visit), dueIds: due as DueId[], basis, from }
      const proposed = { ...asked, rates: ratesOf({ from, rates }), at: visit.now }
      const done = await proposeDraw(tx, visit.actor, proposed)
      return done.ok ? ok({ drawId: done.value }) : done
    },
  }),
  answers({
    method: 'get',
    path: apiRoutes.draw,
    access: depositReaders,
    scope: 'licences:read',
    summary: 'One draw on a deposit with the share of each due',
    params: id,
    reply: wholeDraw,
    handle: async ({ actor, vault, params, looked }, tx) => {
      const file = await readDraw(tx, actor, { vault, id: params.id ?? '' })
      if (!file) return refuse('not-found')
      looked({ act: 'looked', recordType: 'draw', recordId: file.draw.id })
      return ok(asWholeDraw(file))
    },
  }),
  answers({
    method: 'post',
    path: apiRoutes.drawAction,
    access: depositReaders,
    scope: 'licences:write',
    summary: 'Ends a draw; a signature needs a person’s own session and second factor',
    params: z.object({ id: z.uuid(), action: z.enum(drawActions) }),
    body: decideForm,
    reply: z.object({ done: z.string() }),
    handle: async (visit, tx, { body }) => {
      const { id: drawId = '', action: asked } = visit.params
      const action = drawActions.find((each) => each === asked)
      if (!action) return refuse('not-found')
      const done = await decideDraw(tx, visit, { id: drawId, action, ...body })
      if (done.ok) return ok({ done: action })
      return refuse(isSigningRefusal(done.refusal) ? signingErrors(done.refusal) : done.refusal)
    },
  }),
]

/** The same actions as on the pages. */
export const ledgerApi: readonly Route[] = [...depositApi, ...instrumentApi, ...drawApi]
