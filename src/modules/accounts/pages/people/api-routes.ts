import { z } from 'zod'
import { apiRoutes } from '../../../../api-routes.ts'
import { dayOf } from '../../../../kernel/days.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { Tx } from '../../../../platform/db.ts'
import {
  type ApiRefusal,
  answers,
  type Route,
  type Visit,
} from '../../../../platform/http/route.ts'
import { fields } from '../../../../platform/text/index.ts'
import { decidePersonRequest, proposeReset, proposeRole } from '../../actions/person-requests.ts'
import { confirmRoles } from '../../actions/review-access.ts'
import { endRole } from '../../actions/see-to-person.ts'
import { readWaitingRequests } from '../../actions/waiting-requests.ts'
import { assignableRoles } from '../../rules/assignment.ts'
import { peopleAccess } from '../../rules/people-access.ts'
import { peopleStates } from '../../rules/people-filters.ts'
import { isSigningRefusal } from '../../rules/signing.ts'
import { listAssignments } from '../../store/held-roles.ts'
import { listPeople, peopleRows } from '../../store/people-list.ts'
import { findRequest } from '../../store/requests.ts'
import { asPerson, asRequest, listedPerson, listedRequest, waitingRequest } from './api-shapes.ts'
import { far, reason } from './form-parts.ts'

const wrong = 'form.not-understood'
const province = z.string().regex(/^\d{2}$/, wrong)
const limit = { name: 'people', points: 300, seconds: 600 }

const listQuery = z.object({
  text: z.string().max(100, wrong).default(''),
  role: z.enum(assignableRoles, wrong).nullish(),
  office: z.uuid(wrong).nullish(),
  area: province.nullish(),
  state: z.enum(peopleStates, wrong).default('current'),
  after: z.string().max(64, wrong).default(''),
})
const proposal = z.discriminatedUnion(
  'kind',
  [
    z.object({
      kind: z.literal('assignment'),
      personId: z.uuid(wrong),
      role: z.enum(assignableRoles, 'people.role.missing'),
      officeId: z.uuid(wrong).nullish().describe('For every role but that of an agency’s clerk.'),
      areas: z
        .array(province)
        .min(1, wrong)
        .max(30, wrong)
        .nullish()
        .describe('None: the country.'),
      agencyId: z.uuid(wrong).nullish(),
      from: fields.day({ missing: 'people.from.missing', latest: far }),
      to: fields.optionalDay({ latest: far }),
      reason,
    }),
    z.object({ kind: z.literal('second-factor-reset'), personId: z.uuid(wrong), reason }),
  ],
  wrong,
)
const decision = z.object({
  version: z.int(wrong).min(1, wrong).describe('As it was read: another one is refused.'),
})
const requestActions = ['approve', 'refuse', 'withdraw'] as const
const roleActions = ['end', 'confirm'] as const

/** Who works where, and what two persons decide about them: the same actions as in the browser. */
export const peopleApiRoutes: readonly Route[] = [
  answers({
    ...{ method: 'get', path: apiRoutes.people, access: peopleAccess.look, query: listQuery },
    ...{ scope: 'administration:read' },
    summary: 'People with their roles of all times, by sign-in name, page by page',
    reply: z.object({ people: z.array(listedPerson), next: z.string().nullable() }),
    handle: async ({ now }, tx, { query: { after, office, ...asked } }) => {
      const { text, state, role = null, area = null } = asked
      const filters = { text, state, role, area, officeId: office ?? null }
      const today = dayOf(now)
      const found = await listPeople(tx, filters, { today, after, most: peopleRows + 1 })
      const people = found.slice(0, peopleRows)
      const ids = people.map(({ id }) => id)
      const roles = await listAssignments(tx, ids)
      const next = found.length > peopleRows ? (people.at(-1)?.login ?? null) : null
      return ok({ people: people.map((person) => asPerson(person, roles)), next })
    },
  }),
  answers({
    ...{ method: 'get', path: apiRoutes.personRequests, access: peopleAccess.look },
    ...{ scope: 'administration:read' },
    summary: 'What was asked about people and waits for a second person, the oldest first',
    reply: z.object({ requests: z.array(waitingRequest) }),
    handle: async ({ actor, now }, tx) => {
      const waiting = await readWaitingRequests(tx, actor, now)
      const requests = waiting.map(({ request, waitsFor, daysWaiting, mayDecide }) => ({
        ...asRequest(request),
        ...{ waitsFor: [...waitsFor], daysWaiting, mayDecide },
      }))
      return ok({ requests })
    },
  }),
  answers({
    ...{ method: 'get', path: apiRoutes.personRequest, access: peopleAccess.look },
    ...{ scope: 'administration:read' },
    summary: 'One request about a person',
    params: z.object({ id: z.uuid() }),
    reply: listedRequest,
    handle: async ({ params }, tx) => {
      const request = await findRequest(tx, params.id ?? '')
      return request ? ok(asRequest(request)) : refuse('not-found')
    },
  }),
  answers({
    ...{ method: 'post', path: apiRoutes.personRequests, access: peopleAccess['propose-role'] },
    ...{ scope: 'administration:write', body: proposal, limit },
    summary: 'Asks for a role for somebody, or that a lost second step may be set up anew',
    reply: z.object({ id: z.uuid(), status: z.literal('proposed'), version: z.literal(1) }),
    handle: async (visit, tx, { body }) => propose(visit, tx, body),
  }),
  answers({
    ...{ method: 'post', path: apiRoutes.personRequestAction, access: peopleAccess.decide },
    ...{ scope: 'administration:write', body: decision, limit },
    summary: 'Refuses or withdraws a request. Approving is signed, so only in the browser',
    params: z.object({ id: z.uuid(), action: z.enum(requestActions) }),
    reply: z.object({ id: z.uuid(), status: listedRequest.shape.status, version: z.int() }),
    handle: async (visit, tx, { body }) => decide(visit, tx, body.version),
  }),
  answers({
    ...{ method: 'post', path: apiRoutes.roleAction, access: peopleAccess['end-role'], limit },
    ...{ scope: 'administration:write' },
    summary: 'Ends a role with a last day, or confirms it in the review that is open',
    params: z.object({ id: z.uuid(), action: z.enum(roleActions) }),
    body: z.object({
      lastDay: fields.optionalDay({ latest: far }).describe('To end it; yesterday is at once.'),
    }),
    reply: z.object({ id: z.uuid() }),
    handle: async (visit, tx, { body }) => actOnRole(visit, tx, body.lastDay),
  }),
]

async function propose({ actor, now }: Visit, tx: Tx, body: z.output<typeof proposal>) {
  const asked =
    body.kind === 'second-factor-reset'
      ? await proposeReset(tx, actor, { ...body, now })
      : await proposeRole(tx, actor, {
          ...{ ...body, now },
          officeId: body.officeId ?? null,
          areas: body.areas ?? null,
          agencyId: body.agencyId ?? null,
        })
  if (!asked.ok) return refused(asked.refusal)
  return ok({ id: asked.value, status: 'proposed' as const, version: 1 as const })
}

async function decide(visit: Visit, tx: Tx, version: number) {
  const { id = '' } = visit.params
  const action = requestActions.find((each) => each === visit.params.action)
  if (!action) return refuse('not-found')
  const done = await decidePersonRequest(tx, visit, { id, version, action })
  if (!done.ok) return refused(done.refusal)
  const after = await findRequest(tx, id)
  return after ? ok({ id, status: after.status, version: after.version }) : refuse('not-found')
}

async function actOnRole(
  { actor, params, now }: Visit,
  tx: Tx,
  lastDay: z.output<ReturnType<typeof fields.optionalDay>>,
): Promise<Result<{ id: string }, ApiRefusal>> {
  const { id = '', action } = params
  if (action === 'end') {
    if (lastDay === null) return refuse({ lastDay: { key: 'people.end.missing' } })
    const done = await endRole(tx, actor, { id, lastDay, now })
    return done.ok ? ok({ id }) : refused(done.refusal)
  }
  if (action !== 'confirm') return refuse('not-found')
  const done = await confirmRoles(tx, actor, { assignmentIds: [id], now })
  if (!done.ok) return refused(done.refusal)
  const [refusal] = done.value.refused
  if (refusal) return refused(refusal)
  return done.value.done === 1 ? ok({ id }) : refuse('not-found')
}

const general = ['not-found', 'not-your-role', 'changed-meanwhile']

/** A token opens no session, and only there the second factor can be asked for. */
function refused(refusal: string): Result<never, ApiRefusal> {
  if (isSigningRefusal(refusal)) return refuse('sign-in-the-browser')
  return refuse(
    general.includes(refusal) ? refusal : { request: { key: `people.refusal.${refusal}` } },
  )
}
