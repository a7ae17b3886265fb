import { randomUUID } from 'node:crypto'
import { dayOf } from '../../../../kernel/days.ts'
import { isUuid } from '../../../../kernel/ids.ts'
import { ok } from '../../../../kernel/result.ts'
import type { Tx } from '../../../../platform/db.ts'
import {
  type FormBody,
  notFound,
  page,
  type Reply,
  type Route,
  submits,
  type Visit,
} from '../../../../platform/http/route.ts'
import { routes } from '../../../../routes.ts'
import { type ClaimFacts, findClaimFacts } from '../../../complaints/index.ts'
import { proposeRemedy } from '../../actions/calculate.ts'
import { CalculationPage } from './officer-page.tsx'
import { typedOfCase } from './prefilled.ts'
import { faultsOf } from './shapes.ts'
import { answersIn, situationOf } from './situation.ts'
import { factsOf } from './told-facts.ts'

const handlers = ['complaints-officer', 'complaints-head', 'caseworker', 'counsellor'] as const

/** From a case: what is known of it stands there already, and nothing of the reckoning is kept. */
export const officerCalculatorRoutes: readonly Route[] = [
  {
    ...{ door: 'page', method: 'get', path: routes.complaintCalculation.path, access: handlers },
    show: async (visit, tx) => {
      const facts = await caseOf(visit, tx)
      return facts ? draw(visit, tx, { facts, typed: typedOfCase(facts) }) : notFound
    },
  },
  submits<never>({
    ...{ path: routes.complaintCalculation.path, access: handlers },
    submit: async (visit, tx) => {
      const facts = await caseOf(visit, tx)
      if (!facts) return ok(notFound)
      const { shape } = await situationOf(tx, visit, {})
      return ok(await draw(visit, tx, { facts, typed: answersIn(visit.form, shape), reckon: true }))
    },
    refused: async () => notFound,
  }),
]

const caseOf = (visit: Visit, tx: Tx): Promise<ClaimFacts | null> | null => {
  const { id = '' } = visit.params
  return isUuid(id) ? findClaimFacts(tx, id) : null
}

type Drawn = {
  readonly facts: ClaimFacts
  readonly typed: FormBody
  readonly reckon?: boolean
}

async function draw(visit: Visit, tx: Tx, { facts, typed, reckon = false }: Drawn): Promise<Reply> {
  const situation = await situationOf(tx, visit, typed)
  const errors = reckon
    ? Object.assign({}, ...situation.asked.map((id) => faultsOf(id, typed, situation.shape)))
    : {}
  const right = reckon && Object.keys(errors).length === 0
  const proposal = right ? await proposeRemedy(tx, factsOf(situation.told), visit.now) : null
  const body = (
    <CalculationPage
      {...{ facts, situation, errors, proposal, today: dayOf(visit.now) }}
      submission={randomUUID()}
    />
  )
  return page(body, reckon && !right ? 422 : 200)
}
