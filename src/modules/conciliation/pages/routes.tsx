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
import { type SigningRefusal, signingLimit, signingState } from '../../accounts/index.ts'
import { listProvinces } from '../../places/index.ts'
import { readConciliation } from '../actions/read-conciliation.ts'
import { carryOut, type StepRefused, steps } from './carry-out.ts'
import { ConciliationPage } from './conciliation-page.tsx'
import type { SentStep } from './step-form.tsx'

export const conciliationReaders = ['complaints-officer', 'complaints-head'] as const

export const officerConciliationRoutes: readonly Route[] = [
  {
    door: 'page',
    method: 'get',
    path: routes.conciliation.path,
    access: conciliationReaders,
    show: (visit, tx) => draw(visit, tx, null),
  },
  submits<StepRefused>({
    path: routes.conciliationAction.path,
    access: conciliationReaders,
    alsoLimit: signingLimit,
    submit: takeStep,
    refused: async (visit, tx, refusal) => {
      const step = stepOf(visit)
      return step ? draw(visit, tx, sentOf(visit, step, refusal)) : notFound
    },
  }),
]

const stepOf = ({ params }: Visit) => steps.find((step) => step === params.action) ?? null

async function takeStep(visit: Visit, tx: Tx): Promise<Result<Reply, StepRefused>> {
  const step = stepOf(visit)
  const { id = '' } = visit.params
  if (!step) return refuse({ code: 'not-found' })
  const done = await carryOut(step, { visit, tx, complaintId: id })
  return done.ok ? ok(redirect(routes.conciliation.href({ id }, { done: 'yes' }))) : done
}

const signingCodes: readonly SigningRefusal[] = [
  ...(['no-session', 'no-role', 'no-second-factor', 'code-missing'] as const),
  ...(['code-wrong', 'code-used', 'passkey-wrong'] as const),
]
const signingErrorOf = (sent: SentStep | null): SigningRefusal | null =>
  signingCodes.find((code) => code === sent?.refusal) ?? null

const sentOf = (visit: Visit, step: SentStep['step'], refusal: StepRefused): SentStep => ({
  ...{ step, target: String(visit.form.target ?? '') },
  state: {
    values: typedValues(visit.form),
    errors: 'errors' in refusal ? refusal.errors : {},
  },
  refusal: 'code' in refusal ? refusal.code : null,
})

async function draw(visit: Visit, tx: Tx, sent: SentStep | null): Promise<Reply> {
  const { actor, vault, now, params, query } = visit
  const complaintId = params.id ?? ''
  const view = await readConciliation(tx, actor, { vault, complaintId, now })
  if (!view) return notFound
  visit.looked({ act: 'looked', recordType: 'complaint', recordId: view.kept.id })
  const signingError = signingErrorOf(sent)
  const shown = {
    ...{ view, provinces: await listProvinces(tx), done: query.done === 'yes' },
    ...{ signing: await signingState(tx, visit), signingError },
    sent: sent && signingError ? { ...sent, refusal: null } : sent,
  }
  return page(<ConciliationPage {...shown} submission={randomUUID()} />)
}
