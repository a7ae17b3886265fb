import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { dayOf } from '../../../../kernel/days.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { Tx } from '../../../../platform/db.ts'
import { listEvents } from '../../../../platform/events/record-event.ts'
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
import { giveFirstPassword } from '../../actions/add-somebody.ts'
import { disableSomebody, enableSomebody, endRole } from '../../actions/see-to-person.ts'
import { checkEnd } from '../../rules/giving-roles.ts'
import { maySeeTo, peopleAccess } from '../../rules/people-access.ts'
import { findAssignment, listAssignments } from '../../store/held-roles.ts'
import { personNames } from '../../store/people.ts'
import { findPerson } from '../../store/people-list.ts'
import { listWaiting } from '../../store/requests.ts'
import { readNewPassword, showNewPassword } from '../new-password-cookie.ts'
import { readDirectory } from './directory.ts'
import { PersonPage } from './person-page.tsx'

const limit = { name: 'people', points: 300, seconds: 600 }

const endForm = z.object({
  lastDay: fields.day({
    missing: 'people.end.missing',
    latest: { day: '2100-01-01' as ReturnType<typeof dayOf> },
  }),
})

export const personRoutes: readonly Route[] = [
  {
    door: 'page',
    method: 'get',
    path: routes.person.path,
    access: peopleAccess.look,
    show: async (visit, tx) => draw(visit, tx, { id: visit.params.id ?? '', errors: {} }),
  },
  submits<FieldErrors>({
    path: routes.assignmentEnd.path,
    access: peopleAccess['end-role'],
    limit,
    submit: async (visit, tx) => {
      const form = parseForm(endForm, foldDay(visit.form, 'lastDay'))
      if (!form.ok) return form
      const { lastDay } = form.value
      const done = await endRole(tx, visit.actor, {
        id: visit.params.id ?? '',
        lastDay,
        now: visit.now,
      })
      if (!done.ok) return refuse({ lastDay: { key: `people.refusal.${done.refusal}` } })
      return ok(redirect(routes.person.href({ id: done.value })))
    },
    refused: async (visit, tx, errors) => {
      const held = await findAssignment(tx, visit.params.id ?? '')
      return held ? draw(visit, tx, { id: held.personId, errors, assignment: held.id }) : notFound
    },
  }),
  submits<string>({
    path: routes.personAction.path,
    access: peopleAccess.disable,
    limit,
    submit: async (visit, tx) => carryOut(visit, tx),
    refused: async (visit, tx, refusal) => {
      if (refusal === 'not-found') return notFound
      const errors = { form: { key: `people.refusal.${refusal}` } }
      return draw(visit, tx, { id: visit.params.id ?? '', errors })
    },
  }),
]

async function carryOut(visit: Visit, tx: Tx): Promise<Result<Reply, string>> {
  const { id: personId = '', action = '' } = visit.params
  const { actor, now } = visit
  const back = redirect(routes.person.href({ id: personId }))
  if (action === 'disable' || action === 'enable') {
    const act = action === 'disable' ? disableSomebody : enableSomebody
    const done = await act(tx, actor, { personId, now })
    return done.ok ? ok(back) : done
  }
  if (action !== 'first-password') return refuse('not-found')
  const done = await giveFirstPassword(tx, actor, { personId, now })
  if (!done.ok) return done
  showNewPassword(visit, done.value)
  return ok(back)
}

async function draw(
  visit: Visit,
  tx: Tx,
  {
    id,
    errors,
    assignment,
  }: { readonly id: string; readonly errors: FieldErrors; readonly assignment?: string },
): Promise<Reply> {
  const { actor, now } = visit
  const person = await findPerson(tx, id)
  if (!person) return notFound
  visit.looked({ act: 'looked', recordType: 'person', recordId: person.id })
  const [roles, history] = [await listAssignments(tx, [person.id]), await listEvents(tx, person.id)]
  const today = dayOf(now)
  const endable = roles.filter(
    (one) =>
      checkEnd(actor, one, { lastDay: today, today }).ok ||
      checkEnd(actor, one, { lastDay: one.from, today }).ok,
  )
  const others = history.flatMap(({ actorId, data }) => [actorId, String(data.actingFor ?? '')])
  const values = { ...typedValues(visit.form), ...(assignment ? { assignment } : {}) }
  const isSelf = person.id === actor.id
  return page(
    <PersonPage
      person={person}
      roles={roles}
      directory={await readDirectory(tx)}
      waiting={await listWaiting(tx, person.id)}
      history={history}
      names={await personNames(tx, others)}
      today={today}
      may={{
        role: maySeeTo(actor, 'propose-role'),
        reset: maySeeTo(actor, 'propose-reset'),
        disable: maySeeTo(actor, 'disable') && !isSelf,
        password: maySeeTo(actor, 'give-first-password') && !isSelf,
      }}
      endable={new Set(endable.map((one) => one.id))}
      password={readNewPassword(visit, person.id)}
      state={{ values, errors }}
      submission={randomUUID()}
    />,
  )
}
