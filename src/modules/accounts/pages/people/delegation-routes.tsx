import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { hasRole, type Role } from '../../../../kernel/actor.ts'
import { type Day, dayOf } from '../../../../kernel/days.ts'
import { isUuid } from '../../../../kernel/ids.ts'
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
import { foldDay } from '../../../../platform/text/fields.ts'
import { fields } from '../../../../platform/text/index.ts'
import { routes } from '../../../../routes.ts'
import { actAs, delegate, openDelegations, takeBack } from '../../actions/delegate.ts'
import { assignableRoles } from '../../rules/assignment.ts'
import { isHeldOn } from '../../rules/giving-roles.ts'
import { maySeeTo } from '../../rules/people-access.ts'
import { listAssignments } from '../../store/held-roles.ts'
import { listPeople } from '../../store/people-list.ts'
import { tokenHashOf } from '../browser.ts'
import { DelegationsPage } from './delegations-page.tsx'

/** Everybody who works in an office. */
const officeRoles = assignableRoles.filter(
  (role): role is Exclude<typeof role, 'agency-clerk'> => role !== 'agency-clerk',
) satisfies readonly Role[]
const limit = { name: 'people', points: 300, seconds: 600 }
const toDelegations = redirect(routes.delegations.href())

const far = { day: '2100-12-31' as Day, message: 'form.day.wrong' }
const form = z.object({
  role: z.enum(assignableRoles, { error: 'people.role.missing' }),
  to: z.uuid({ error: 'people.delegations.to.missing' }),
  from: fields.day({ missing: 'people.from.missing', latest: far }),
  until: fields.day({ missing: 'people.delegations.until.missing', latest: far }),
  reason: fields.lines({
    max: 1000,
    missing: 'people.reason.missing',
    tooLong: 'people.reason.long',
  }),
})

/** Beside which field a refusal stands; beside the deputy where it is none of these. */
const fieldOf: Readonly<Record<string, string>> = {
  'role-not-held': 'role',
  'delegation-of-a-delegation': 'role',
  'day-in-the-past': 'from',
  'ends-before-it-begins': 'until',
  'delegation-too-long': 'until',
}

export const delegationRoutes: readonly Route[] = [
  {
    door: 'page',
    method: 'get',
    path: routes.delegations.path,
    access: officeRoles,
    show: async (visit, tx) => draw(visit, tx, {}),
  },
  submits<FieldErrors>({
    path: routes.delegations.path,
    access: officeRoles,
    limit,
    submit: async (visit, tx) => {
      const parsed = parseForm(form, foldDay(foldDay(visit.form, 'from'), 'until'))
      if (!parsed.ok) return parsed
      const done = await delegate(tx, visit.actor, { ...parsed.value, now: visit.now })
      if (done.ok) return ok(toDelegations)
      const field = fieldOf[done.refusal] ?? 'to'
      return refuse({ [field]: { key: `people.refusal.${done.refusal}` } })
    },
    refused: draw,
  }),
  submits<'not-found'>({
    path: routes.delegationEnd.path,
    access: officeRoles,
    limit,
    submit: async (visit, tx) => {
      const { id = '' } = visit.params
      const done = await takeBack(tx, visit.actor, { id, now: visit.now })
      return done.ok ? ok(toDelegations) : done
    },
    refused: async () => notFound,
  }),
  submits<'not-found'>({
    path: routes.accountActing.path,
    access: officeRoles,
    limit,
    submit: async (visit, tx) => {
      const { delegation } = visit.form
      const id = typeof delegation === 'string' && isUuid(delegation) ? delegation : null
      const { now } = visit
      const done = await actAs(tx, visit.actor, { id, tokenHash: tokenHashOf(visit), now })
      // To the first page of whoever one now is.
      return done.ok ? ok(id === null ? toDelegations : redirect(routes.work.href())) : done
    },
    refused: async () => notFound,
  }),
]

async function draw(visit: Visit, tx: Tx, errors: FieldErrors): Promise<Reply> {
  const { actor, now } = visit
  const today = dayOf(now)
  const all = hasRole(actor, 'administrator')
  const everybody = { text: '', role: null, officeId: null, area: null, state: 'current' } as const
  const people = await listPeople(tx, everybody, { today, after: '', most: 1_000 })
  const held = await listAssignments(tx, [actor.id])
  const own = held.filter((one) => isHeldOn(one, today) && one.agencyId === null)
  return page(
    <DelegationsPage
      actor={actor}
      delegations={await openDelegations(tx, all ? null : actor.id, now)}
      roles={[...new Set(own.map(({ role }) => role))]}
      people={people.filter(({ id }) => id !== actor.id)}
      today={today}
      mayEnd={maySeeTo(actor, 'end-delegation')}
      state={{ values: typedValues(visit.form), errors }}
      submission={randomUUID()}
    />,
  )
}
