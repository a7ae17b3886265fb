import { randomUUID } from 'node:crypto'
import type { Tx } from '../../../platform/db.ts'
import {
  notFound,
  page,
  type Reply,
  type Route,
  submits,
  type Visit,
} from '../../../platform/http/route.ts'
import { routes } from '../../../routes.ts'
import { isSigningRefusal, signingLimit, signingState } from '../../accounts/index.ts'
import { type StepRefused, sentOf, takeCaseStep } from '../../compensation/index.ts'
import { listProvinces } from '../../places/index.ts'
import { readConciliation } from '../actions/read-conciliation.ts'
import { doers, steps } from './carry-out.ts'
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
    submit: (visit, tx) => {
      const step = stepOf(visit)
      const shownAt = (id: string) => routes.conciliation.href({ id }, { done: 'yes' })
      return takeCaseStep(visit, tx, { step: step && doers[step], shownAt })
    },
    refused: async (visit, tx, refusal) => {
      const step = stepOf(visit)
      return step ? draw(visit, tx, sentOf(visit, step, refusal)) : notFound
    },
  }),
]

const stepOf = ({ params }: Visit) => steps.find((step) => step === params.action) ?? null

async function draw(visit: Visit, tx: Tx, sent: SentStep | null): Promise<Reply> {
  const { actor, vault, now, params, query } = visit
  const complaintId = params.id ?? ''
  const view = await readConciliation(tx, actor, { vault, complaintId, now })
  if (!view) return notFound
  visit.looked({ act: 'looked', recordType: 'complaint', recordId: view.kept.id })
  const code = sent?.refusal ?? null
  const signingError = code !== null && isSigningRefusal(code) ? code : null
  const shown = {
    ...{ view, provinces: await listProvinces(tx), done: query.done === 'yes' },
    ...{ signing: await signingState(tx, visit), signingError },
    sent: sent && signingError ? { ...sent, refusal: null } : sent,
  }
  return page(<ConciliationPage {...shown} submission={randomUUID()} />)
}
