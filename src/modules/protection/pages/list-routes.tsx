import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { hasRole } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { parseForm } from '../../../platform/http/form.ts'
import {
  page,
  type Reply,
  type Route,
  redirect,
  submits,
  type Visit,
} from '../../../platform/http/route.ts'
import { fields } from '../../../platform/text/index.ts'
import { routes } from '../../../routes.ts'
import { emptyForm, type FormState } from '../../../ui/index.ts'
import { listOfficers, listOffices } from '../../accounts/index.ts'
import { protectors } from '../actions/about-case.ts'
import { keepTraining } from '../actions/keep-training.ts'
import { listSeenTracks } from '../actions/list-tracks.ts'
import { caseworkerSexes } from '../rules/track.ts'
import { listOverseen } from '../store/oversight.ts'
import { listCaseworkers } from '../store/track.ts'
import { drawnOf } from './case-routes.tsx'
import { withDays } from './inputs.ts'
import { CaseworkersPage, ProtectedPage } from './lists.tsx'
import { OversightPage } from './oversight-page.tsx'
import type { StepFault } from './run-step.ts'

export const listRoutes: readonly Route[] = [
  {
    door: 'page',
    method: 'get',
    path: routes.protectedCases.path,
    access: protectors,
    show: async (visit, tx) => {
      const rows = await listSeenTracks(tx)
      visit.looked({ act: 'looked', recordType: 'protection', data: { rows: rows.length } })
      const mayKeepTraining = hasRole(visit.actor, 'complaints-head')
      return page(<ProtectedPage {...{ rows, mayKeepTraining }} today={dayOf(visit.now)} />)
    },
  },
  {
    door: 'page',
    method: 'get',
    path: routes.caseworkers.path,
    access: ['complaints-head'],
    show: (visit, tx) => drawCaseworkers(visit, tx, { state: emptyForm, refusal: null }),
  },
  submits<StepFault>({
    path: routes.caseworkers.path,
    access: ['complaints-head'],
    submit: keep,
    refused: (visit, tx, fault) => drawCaseworkers(visit, tx, drawnOf(visit, fault)),
  }),
  {
    door: 'page',
    method: 'get',
    path: routes.oversight.path,
    access: ['oversight'],
    show: async (visit, tx) => {
      const rows = await listOverseen(tx, 500)
      visit.looked({ act: 'looked', recordType: 'oversight', data: { rows: rows.length } })
      const offices = await listOffices(tx)
      return page(<OversightPage {...{ rows, offices }} today={dayOf(visit.now)} />)
    },
  },
]

async function drawCaseworkers(
  { now }: Visit,
  tx: Tx,
  drawn: { readonly state: FormState; readonly refusal: string | null },
): Promise<Reply> {
  const holders = await listOfficers(tx, { role: 'caseworker', today: dayOf(now) })
  const kept = await listCaseworkers(tx)
  const body = <CaseworkersPage {...{ kept, holders, ...drawn }} submission={randomUUID()} />
  return page(body, drawn.state === emptyForm ? 200 : 422)
}

const missing = 'protection.missing'
const training = z.object({
  person: z.uuid({ error: missing }),
  sex: fields.choice(caseworkerSexes, missing),
  course: fields.line({ max: 200, missing, tooLong: 'protection.too-long' }),
  trainedOn: fields.day({ missing: 'form.day.missing' }),
  trainedUntil: fields.optionalDay(),
})

async function keep({ actor, form, now: at }: Visit, tx: Tx): Promise<Result<Reply, StepFault>> {
  const parsed = parseForm(training, withDays(form))
  if (!parsed.ok) return refuse({ errors: parsed.refusal })
  const { person, ...given } = parsed.value
  if (given.trainedUntil !== null && given.trainedUntil < given.trainedOn)
    return refuse({ errors: { trainedUntil: { key: 'form.day.wrong' } } })
  const done = await keepTraining(tx, actor, { ...given, personId: person, at })
  return done.ok ? ok(redirect(routes.caseworkers.href())) : refuse({ code: done.refusal })
}
