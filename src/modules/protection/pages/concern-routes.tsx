import { randomUUID } from 'node:crypto'
import { dayOf } from '../../../kernel/days.ts'
import { offeredActions } from '../../../kernel/lifecycle.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
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
import { routes } from '../../../routes.ts'
import { emptyForm, type FormState } from '../../../ui/index.ts'
import { listDangerLines, listDestinations, listProvinces, type Names } from '../../places/index.ts'
import { logConcern, takeConcernStep } from '../actions/concern.ts'
import { listSeenConcerns, readConcern } from '../actions/read-concern.ts'
import { type ConcernStatus, concernLifecycle } from '../rules/concern.ts'
import { drawnOf } from './case-routes.tsx'
import { concernActionOf, concernInput, concernStepInput } from './concern-inputs.ts'
import { ConcernNewPage } from './concern-new-page.tsx'
import { ConcernPage } from './concern-page.tsx'
import { ConcernStepPage } from './concern-step-page.tsx'
import { ConcernsPage } from './concerns-page.tsx'
import { withDays } from './inputs.ts'
import type { StepFault } from './run-step.ts'
import { WorriedPage, WorriedSentPage } from './worried-page.tsx'

export const watchers = [
  'counsellor',
  'complaints-officer',
  'complaints-head',
  'caseworker',
] as const
const dangerLines = listDangerLines()

export const concernRoutes: readonly Route[] = [
  {
    door: 'page',
    method: 'get',
    path: routes.worried.path,
    access: ['public'],
    show: (visit, tx) => drawWorried(visit, tx, emptyForm),
  },
  submits<FieldErrors>({
    path: routes.worried.path,
    access: ['public'],
    limit: { name: 'worried', points: 10, seconds: 3600 },
    submit: (visit, tx) => log(visit, tx, () => routes.worriedSent.href()),
    refused: (visit, tx, errors) => drawWorried(visit, tx, stateOf(visit, errors)),
  }),
  {
    door: 'page',
    method: 'get',
    path: routes.worriedSent.path,
    access: ['public'],
    show: async () => page(<WorriedSentPage />),
  },
  {
    door: 'page',
    method: 'get',
    path: routes.concerns.path,
    access: watchers,
    show: async ({ query, now }, tx) => {
      const open = query.state !== 'ended'
      const rows = await listSeenConcerns(tx, { open })
      return page(<ConcernsPage {...{ rows, open }} today={dayOf(now)} />)
    },
  },
  {
    door: 'page',
    method: 'get',
    path: routes.concernNew.path,
    access: watchers,
    show: (visit, tx) => drawNew(visit, tx, emptyForm),
  },
  submits<FieldErrors>({
    path: routes.concernNew.path,
    access: watchers,
    submit: (visit, tx) => log(visit, tx, (id) => routes.concern.href({ id }, { done: 'yes' })),
    refused: (visit, tx, errors) => drawNew(visit, tx, stateOf(visit, errors)),
  }),
  {
    door: 'page',
    method: 'get',
    path: routes.concern.path,
    access: watchers,
    show: showConcern,
  },
  {
    door: 'page',
    method: 'get',
    path: routes.concernStep.path,
    access: watchers,
    show: (visit, tx) => drawStep(visit, tx, { state: emptyForm, refusal: null }),
  },
  submits<StepFault>({
    path: routes.concernStep.path,
    access: watchers,
    submit: takeStep,
    refused: (visit, tx, fault) => drawStep(visit, tx, drawnOf(visit, fault)),
  }),
]

const stateOf = ({ form }: Visit, errors: FieldErrors): FormState => ({
  values: typedValues(form),
  errors,
})

async function placesOf({ reader }: Visit, tx: Tx) {
  const [countries, provinces] = await Promise.all([listDestinations(tx), listProvinces(tx)])
  const option = ({ code, names }: { code: string; names: Names }) => ({
    value: code,
    label: reader.name(names),
  })
  return { countries: countries.map(option), provinces: provinces.map(option) }
}

async function drawWorried(visit: Visit, tx: Tx, state: FormState): Promise<Reply> {
  const places = await placesOf(visit, tx)
  const body = <WorriedPage {...{ state, dangerLines, ...places }} submission={randomUUID()} />
  return page(body, state === emptyForm ? 200 : 422)
}

async function drawNew(visit: Visit, tx: Tx, state: FormState): Promise<Reply> {
  const places = await placesOf(visit, tx)
  const body = <ConcernNewPage {...{ state, ...places }} submission={randomUUID()} />
  return page(body, state === emptyForm ? 200 : 422)
}

async function log(
  visit: Visit,
  tx: Tx,
  next: (id: string) => string,
): Promise<Result<Reply, FieldErrors>> {
  const given = parseForm(concernInput, visit.form)
  if (!given.ok) return given
  const { actor, vault, now: at } = visit
  return ok(redirect(next(await logConcern(tx, actor, { vault, at, ...given.value }))))
}

async function showConcern(visit: Visit, tx: Tx): Promise<Reply> {
  const { vault, params, actor, query } = visit
  const file = await readConcern(tx, { vault, id: params.id ?? '' })
  if (!file) return notFound
  visit.looked({ act: 'looked', recordType: 'concern', recordId: file.concern.id })
  const offered = offeredActions(concernLifecycle, file.concern.status, actor.roles)
  return page(<ConcernPage {...{ file, offered }} done={query.done === 'yes'} />)
}

async function drawStep(
  visit: Visit,
  tx: Tx,
  drawn: { readonly state: FormState; readonly refusal: string | null },
): Promise<Reply> {
  const step = concernActionOf(visit.params.step)
  const file = step && (await readConcern(tx, { vault: visit.vault, id: visit.params.id ?? '' }))
  if (!step || !file) return notFound
  const body = <ConcernStepPage {...{ file, step, ...drawn }} submission={randomUUID()} />
  return page(body, drawn.state === emptyForm ? 200 : 422)
}

async function takeStep(visit: Visit, tx: Tx): Promise<Result<Reply, StepFault>> {
  const done = await carryOutConcernStep(visit, tx, withDays(visit.form))
  if (!done.ok) return done
  const id = visit.params.id ?? ''
  const seen = await readConcern(tx, { vault: visit.vault, id })
  return ok(redirect(seen ? routes.concern.href({ id }, { done: 'yes' }) : routes.concerns.href()))
}

/** The page's door and the API's. */
export async function carryOutConcernStep(
  { actor, vault, now: at, params }: Visit,
  tx: Tx,
  form: Visit['form'],
): Promise<Result<ConcernStatus, StepFault>> {
  const action = concernActionOf(params.step)
  if (!action) return refuse({ code: 'not-found' })
  const parsed = parseForm(concernStepInput, form)
  if (!parsed.ok) return refuse({ errors: parsed.refusal })
  const { help, answer, yesHow, yesOn, number, next, note, version } = parsed.value
  const done = await takeConcernStep(tx, actor, {
    ...{ vault, at, id: params.id ?? '', action, version, note, nextOn: next },
    help: help && answer ? { kind: help, answer } : null,
    yes: yesHow && yesOn && number ? { how: yesHow, on: yesOn, number } : null,
  })
  return done.ok ? done : refuse({ code: done.refusal })
}
