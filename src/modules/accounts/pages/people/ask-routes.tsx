import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { dayOf } from '../../../../kernel/days.ts'
import { isUuid } from '../../../../kernel/ids.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import type { Tx } from '../../../../platform/db.ts'
import { type FieldErrors, parseForm, typedValues } from '../../../../platform/http/form.ts'
import {
  type FormBody,
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
import { addSomebody } from '../../actions/add-somebody.ts'
import { proposeReset, proposeRole } from '../../actions/person-requests.ts'
import { assignableRoles } from '../../rules/assignment.ts'
import { isOfTheirOffice, peopleAccess } from '../../rules/people-access.ts'
import { findPerson } from '../../store/people-list.ts'
import { showNewPassword } from '../new-password-cookie.ts'
import { readDirectory } from './directory.ts'
import { far, reason } from './form-parts.ts'
import { NewPersonPage } from './new-person-page.tsx'
import { ResetPage, RolePage } from './request-pages.tsx'

const limit = { name: 'people', points: 300, seconds: 600 }
const nameLine = (missing: string) =>
  fields.line({ max: 100, missing, tooLong: 'people.name.long' })

const personForm = z.object({
  km: nameLine('people.name.missing'),
  en: nameLine('people.name.missing'),
  login: fields.line({
    max: 64,
    missing: 'accounts.login.missing',
    tooLong: 'people.refusal.login-not-understood',
  }),
})
const roleForm = z.object({
  role: z.enum(assignableRoles, { error: 'people.role.missing' }),
  office: z.union([z.uuid(), z.literal('')]).transform((id) => id || null),
  areas: z.preprocess(
    (value) => [value ?? []].flat(),
    z.array(z.string().regex(/^\d{2}$/)).max(30),
  ),
  agency: z
    .string()
    .max(300)
    .default('')
    .transform((text) => /[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/.exec(text)?.[0] ?? null),
  from: fields.day({ missing: 'people.from.missing', latest: far }),
  to: fields.optionalDay({ latest: far }),
  reason,
})
const resetForm = z.object({ reason })

/** Beside which field a refusal stands. */
const fieldOf: Readonly<Record<string, string>> = {
  'role-needs-office': 'office',
  'not-your-office': 'office',
  'role-needs-agency': 'agency',
  'day-in-the-past': 'from',
  'ends-before-it-begins': 'to',
  'login-taken': 'login',
  'login-not-understood': 'login',
}
const errorsOf = (refusal: string, otherwise: string): FieldErrors => ({
  [fieldOf[refusal] ?? otherwise]: { key: `people.refusal.${refusal}` },
})

export const askRoutes: readonly Route[] = [
  {
    door: 'page',
    method: 'get',
    path: routes.personNew.path,
    access: peopleAccess.add,
    show: async (visit) => drawNew(visit, {}),
  },
  submits<FieldErrors>({
    path: routes.personNew.path,
    access: peopleAccess.add,
    limit,
    submit: async (visit, tx) => {
      const form = parseForm(personForm, visit.form)
      if (!form.ok) return form
      const made = await addSomebody(tx, visit.actor, { ...form.value, now: visit.now })
      if (!made.ok) return refuse(errorsOf(made.refusal, 'login'))
      showNewPassword(visit, made.value)
      return ok(redirect(routes.person.href({ id: made.value.personId })))
    },
    refused: async (visit, _tx, errors) => drawNew(visit, errors),
  }),
  {
    door: 'page',
    method: 'get',
    path: routes.personRole.path,
    access: peopleAccess['propose-role'],
    show: async (visit, tx) => drawRole(visit, tx, {}),
  },
  submits<FieldErrors>({
    path: routes.personRole.path,
    access: peopleAccess['propose-role'],
    limit,
    submit: async (visit, tx) => {
      const form = parseForm(roleForm, folded(visit.form))
      if (!form.ok) return form
      const { role, office, areas, agency, from, to } = form.value
      const ofAgency = role === 'agency-clerk'
      const asked = await proposeRole(tx, visit.actor, {
        ...{ personId: visit.params.id ?? '', role, from, to, reason: form.value.reason },
        officeId: ofAgency ? null : office,
        areas: ofAgency || areas.length === 0 ? null : areas,
        agencyId: ofAgency ? agency : null,
        now: visit.now,
      })
      if (!asked.ok) return refuse(errorsOf(asked.refusal, 'role'))
      return ok(redirect(routes.personRequest.href({ id: asked.value })))
    },
    refused: drawRole,
  }),
  {
    door: 'page',
    method: 'get',
    path: routes.personReset.path,
    access: peopleAccess['propose-reset'],
    show: async (visit, tx) => drawReset(visit, tx, {}),
  },
  submits<FieldErrors>({
    path: routes.personReset.path,
    access: peopleAccess['propose-reset'],
    limit,
    submit: async (visit, tx) => {
      const form = parseForm(resetForm, visit.form)
      if (!form.ok) return form
      const wanted = { personId: visit.params.id ?? '', reason: form.value.reason, now: visit.now }
      const asked = await proposeReset(tx, visit.actor, wanted)
      if (!asked.ok) return refuse(errorsOf(asked.refusal, 'reason'))
      return ok(redirect(routes.personRequest.href({ id: asked.value })))
    },
    refused: drawReset,
  }),
]

const folded = (form: FormBody): FormBody => foldDay(foldDay(form, 'from'), 'to')
const stateOf = ({ form }: Visit, errors: FieldErrors) => ({ values: typedValues(form), errors })

const drawNew = (visit: Visit, errors: FieldErrors): Reply =>
  page(<NewPersonPage state={stateOf(visit, errors)} submission={randomUUID()} />)

async function drawRole(visit: Visit, tx: Tx, errors: FieldErrors): Promise<Reply> {
  const person = await findPerson(tx, visit.params.id ?? '')
  if (!person) return notFound
  const directory = await readDirectory(tx)
  const offices = directory.offices.filter(({ id }) => isOfTheirOffice(visit.actor, id))
  const { agency } = visit.query
  const state = stateOf(visit, errors)
  const [year = '', month = '', day = ''] = dayOf(visit.now).split('-')
  const today = { 'from-year': year, 'from-month': month, 'from-day': day }
  const asked = typeof agency === 'string' && isUuid(agency) ? { agency } : {}
  const values = { ...today, ...asked, ...state.values }
  const shown = { person, directory, offices, state: { ...state, values } }
  return page(<RolePage {...shown} submission={randomUUID()} />)
}

async function drawReset(visit: Visit, tx: Tx, errors: FieldErrors): Promise<Reply> {
  const person = await findPerson(tx, visit.params.id ?? '')
  if (!person) return notFound
  const shown = { person, state: stateOf(visit, errors), submission: randomUUID() }
  return page(<ResetPage {...shown} />)
}
