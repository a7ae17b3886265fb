import { dayOf } from '../../../kernel/days.ts'
import { isUuid } from '../../../kernel/ids.ts'
import { ok, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { type FieldErrors, parseForm, typedValues } from '../../../platform/http/form.ts'
import {
  notFound,
  page,
  type Reply,
  type Route,
  redirect,
  submits,
  type Visit,
} from '../../../platform/http/route.ts'
import { foldDay } from '../../../platform/text/fields.ts'
import { cleanLine } from '../../../platform/text/index.ts'
import { routes } from '../../../routes.ts'
import { emptyForm, type FormState } from '../../../ui/index.ts'
import type { AgencyId } from '../../agencies/index.ts'
import { listDestinations } from '../../places/index.ts'
import { type DecideRefusal, decideLicence } from '../actions/decide-licence.ts'
import { listForOfficer } from '../actions/list-for-officer.ts'
import { readForOfficer } from '../actions/read-for-officer.ts'
import { isLicenceAction } from '../rules/lifecycle.ts'
import { findLicence } from '../store/licence.ts'
import { type Chosen, decisionForm } from './decision-form.ts'
import { OfficerAgenciesPage } from './officer-agencies-page.tsx'
import { OfficerAgencyPage } from './officer-agency-page.tsx'

const officers = [
  'complaints-officer',
  'complaints-head',
  'counsellor',
  'licensing-officer',
  'licensing-head',
] as const

type Refusal =
  | { readonly kind: 'form'; readonly errors: FieldErrors }
  | { readonly kind: 'decision'; readonly refusal: DecideRefusal }

export const officerRoutes: readonly Route[] = [
  {
    door: 'page',
    method: 'get',
    path: routes.officerAgencies.path,
    access: officers,
    show: showAgencies,
  },
  {
    door: 'page',
    method: 'get',
    path: routes.officerAgency.path,
    access: officers,
    show: (visit, tx) => {
      const { licence, action } = visit.query
      const chosen = chosenAction(licence, action)
      return showAgencyTo(visit, tx, { id: visit.params.id ?? '', chosen, state: emptyForm })
    },
  },
  submits<Refusal>({
    path: routes.licenceAction.path,
    shownAt: routes.officerAgencies.href(),
    access: ['licensing-officer', 'licensing-head'],
    submit: async (visit, tx) => {
      const { id = '', action = '' } = visit.params
      if (!isLicenceAction(action)) return refuse({ kind: 'decision', refusal: 'not-found' })
      const form = parseForm(decisionForm, foldDay(visit.form, 'until'))
      if (!form.ok) return refuse({ kind: 'form', errors: form.refusal })
      const input = { ...form.value, licenceId: id, action, now: visit.now }
      const decided = await decideLicence(tx, visit.actor, input)
      if (!decided.ok) return refuse({ kind: 'decision', refusal: decided.refusal })
      return ok(redirect(routes.officerAgency.href({ id: decided.value.agencyId })))
    },
    refused: async (visit, tx, refusal) => {
      const licence = await findLicence(tx, visit.params.id ?? '')
      if (!licence) return notFound
      const chosen = chosenAction(licence.id, visit.params.action)
      const state = { values: typedValues(visit.form), errors: errorsOf(refusal) }
      return showAgencyTo(visit, tx, { id: licence.agencyId, chosen, state })
    },
  }),
]

function chosenAction(licence: unknown, action: unknown): Chosen {
  if (typeof licence !== 'string' || typeof action !== 'string') return null
  return isUuid(licence) && isLicenceAction(action) ? { licenceId: licence, action } : null
}

const fieldOf: Readonly<Partial<Record<DecideRefusal, string>>> = {
  'not-a-reason-for-this': 'reason',
  'term-unknown': 'term',
  'term-in-the-past': 'until',
  'term-too-long': 'until',
}

function errorsOf(refusal: Refusal): FormState['errors'] {
  if (refusal.kind === 'form') return refusal.errors
  const field = fieldOf[refusal.refusal] ?? 'note'
  return { [field]: { key: `refusal.${refusal.refusal}` } }
}

async function showAgencies(visit: Visit, tx: Tx): Promise<Reply> {
  const { q, after } = visit.query
  const asked = typeof q === 'string' ? cleanLine(q).slice(0, 200) : ''
  const from = typeof after === 'string' && isUuid(after) ? (after as AgencyId) : null
  const list = await listForOfficer(tx, { asked, after: from, today: dayOf(visit.now) })
  return page(<OfficerAgenciesPage list={list} asked={asked} />)
}

type Shown = {
  readonly id: string
  readonly chosen: Chosen
  readonly state: FormState
}

async function showAgencyTo(visit: Visit, tx: Tx, { id, chosen, state }: Shown): Promise<Reply> {
  const file = await readForOfficer(tx, visit.actor, { id, now: visit.now, vault: visit.vault })
  if (!file) return notFound
  const destinations = await listDestinations(tx)
  return page(
    <OfficerAgencyPage {...{ file, destinations, chosen, state }} submission={visit.submission} />,
  )
}
