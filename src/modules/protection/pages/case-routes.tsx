import { randomUUID } from 'node:crypto'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { typedValues } from '../../../platform/http/form.ts'
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
import { protectors } from '../actions/about-case.ts'
import { type ProtectionFile, readProtection } from '../actions/read-protection.ts'
import { screenCase } from '../actions/screen-case.ts'
import { offeredSteps, protectionStepOf } from '../rules/steps.ts'
import { withDays } from './inputs.ts'
import { ProtectionPage } from './protection-page.tsx'
import { runStep, type StepFault } from './run-step.ts'
import { readScreening } from './screening-form.ts'
import { ScreeningPage } from './screening-page.tsx'
import { StepPage } from './step-page.tsx'

export const caseRoutes: readonly Route[] = [
  {
    door: 'page',
    method: 'get',
    path: routes.complaintProtection.path,
    access: protectors,
    show: async (visit, tx) => {
      const file = await read(visit, tx)
      if (!file) return notFound
      const offered = offeredSteps(visit.actor, { ...file.kept, track: file.track })
      return page(<ProtectionPage {...{ file, offered }} done={visit.query.done === 'yes'} />)
    },
  },
  {
    door: 'page',
    method: 'get',
    path: routes.complaintScreening.path,
    access: protectors,
    show: (visit, tx) => drawScreening(visit, tx, { state: emptyForm, refusal: null }),
  },
  submits<StepFault>({
    path: routes.complaintScreening.path,
    access: protectors,
    submit: screen,
    refused: (visit, tx, fault) => drawScreening(visit, tx, drawnOf(visit, fault)),
  }),
  {
    door: 'page',
    method: 'get',
    path: routes.complaintProtectionStep.path,
    access: protectors,
    show: (visit, tx) => drawStep(visit, tx, { state: emptyForm, refusal: null }),
  },
  submits<StepFault>({
    path: routes.complaintProtectionStep.path,
    access: protectors,
    submit: takeStep,
    refused: (visit, tx, fault) => drawStep(visit, tx, drawnOf(visit, fault)),
  }),
]

type Drawn = { readonly state: FormState; readonly refusal: string | null }

export const drawnOf = (visit: Visit, fault: StepFault): Drawn => ({
  state: {
    values: typedValues(visit.form),
    errors: 'errors' in fault ? fault.errors : {},
  },
  refusal: 'code' in fault ? fault.code : null,
})

/** Every look at somebody's safety is kept. */
async function read(visit: Visit, tx: Tx): Promise<ProtectionFile | null> {
  const { actor, vault, now, params } = visit
  const file = await readProtection(tx, actor, { vault, now, complaintId: params.id ?? '' })
  if (file) visit.looked({ act: 'looked', recordType: 'protection', recordId: file.kept.id })
  return file
}

async function drawScreening(visit: Visit, tx: Tx, drawn: Drawn): Promise<Reply> {
  const file = await read(visit, tx)
  if (!file) return notFound
  const body = <ScreeningPage {...{ file, ...drawn }} submission={randomUUID()} />
  return page(body, drawn.state === emptyForm ? 200 : 422)
}

async function screen(visit: Visit, tx: Tx): Promise<Result<Reply, StepFault>> {
  const given = readScreening(visit.form)
  if (!given.ok) return refuse({ errors: given.refusal })
  const { actor, vault, now: at, params } = visit
  const about = { vault, at, complaintId: params.id ?? '' }
  const done = await screenCase(tx, actor, { ...about, ...given.value })
  if (!done.ok) return refuse({ code: done.refusal })
  return ok(await after(visit, tx))
}

async function drawStep(visit: Visit, tx: Tx, drawn: Drawn): Promise<Reply> {
  const step = protectionStepOf(visit.params.step)
  const file = step && (await read(visit, tx))
  if (!step || !file) return notFound
  const sent = visit.form.on ?? visit.query.on
  const on = typeof sent === 'string' ? sent : ''
  const body = <StepPage {...{ file, step, on, ...drawn }} submission={randomUUID()} />
  return page(body, drawn.state === emptyForm ? 200 : 422)
}

async function takeStep(visit: Visit, tx: Tx): Promise<Result<Reply, StepFault>> {
  const step = protectionStepOf(visit.params.step)
  if (!step) return refuse({ code: 'not-found' })
  const { actor, vault, now: at, params, form } = visit
  const about = { vault, at, complaintId: params.id ?? '' }
  const done = await runStep(tx, actor, { ...about, step, form: withDays(form) })
  return done.ok ? ok(await after(visit, tx)) : done
}

/** Whoever lost sight of the case by this step is led to the list. */
async function after(visit: Visit, tx: Tx): Promise<Reply> {
  const { actor, vault, now, params } = visit
  const id = params.id ?? ''
  const file = await readProtection(tx, actor, { vault, now, complaintId: id })
  return redirect(
    file
      ? routes.complaintProtection.href({ id }, { done: 'yes' })
      : routes.complaints.href({ moved: 'yes' }),
  )
}
