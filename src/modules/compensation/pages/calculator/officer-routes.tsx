import { randomUUID } from 'node:crypto'
import { hasRole } from '../../../../kernel/actor.ts'
import { dayOf } from '../../../../kernel/days.ts'
import { isUuid } from '../../../../kernel/ids.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { Tx } from '../../../../platform/db.ts'
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
import { routes } from '../../../../routes.ts'
import {
  type ClaimFacts,
  findClaimFacts,
  listPersons,
  openNames,
} from '../../../complaints/index.ts'
import { proposeRemedy } from '../../actions/calculate.ts'
import { type TakeClaimsRefusal, takeClaims } from '../../actions/take-claims.ts'
import { claimsOf } from '../../rules/calculator/claims-of.ts'
import { CalculationPage, type CalculationPageProps } from './officer-page.tsx'
import { typedOfCase } from './prefilled.ts'
import { stepText } from './proposal.tsx'
import { faultsOf } from './shapes.ts'
import { answersIn, situationOf } from './situation.ts'
import { factsOf } from './told-facts.ts'

const handlers = ['complaints-officer', 'complaints-head', 'caseworker', 'counsellor'] as const

const claimers = ['complaints-officer', 'complaints-head', 'caseworker'] as const

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
  submits<TakeClaimsRefusal>({
    ...{ path: routes.complaintCalculationClaims.path, access: claimers },
    submit: take,
    refused: drawRefused,
  }),
]

async function take(visit: Visit, tx: Tx): Promise<Result<Reply, TakeClaimsRefusal>> {
  const facts = await caseOf(visit, tx)
  const { person = '' } = visit.form
  if (!facts || typeof person !== 'string') return refuse('not-found')
  const { shape } = await situationOf(tx, visit, {})
  const { told } = await situationOf(tx, visit, answersIn(visit.form, shape))
  const proposal = await proposeRemedy(tx, factsOf(told), visit.now)
  const done = await takeClaims(tx, visit.actor, {
    ...{ vault: visit.vault, complaintId: facts.id, personId: person, at: visit.now },
    claims: claimsOf(proposal),
    basisOf: ({ steps }) => steps.map((step) => stepText(step, visit.reader)).join('\n'),
  })
  return done.ok ? ok(redirect(routes.complaint.href({ id: facts.id }))) : done
}

async function drawRefused(visit: Visit, tx: Tx, refusal: TakeClaimsRefusal): Promise<Reply> {
  const facts = refusal === 'not-found' ? null : await caseOf(visit, tx)
  if (!facts) return notFound
  const { shape } = await situationOf(tx, visit, {})
  return draw(visit, tx, { facts, typed: answersIn(visit.form, shape), reckon: true, refusal })
}

const caseOf = (visit: Visit, tx: Tx): Promise<ClaimFacts | null> | null => {
  const { id = '' } = visit.params
  return isUuid(id) ? findClaimFacts(tx, id) : null
}

type Drawn = {
  readonly facts: ClaimFacts
  readonly typed: FormBody
  readonly reckon?: boolean
  readonly refusal?: TakeClaimsRefusal
}

async function draw(
  visit: Visit,
  tx: Tx,
  { facts, typed, reckon = false, refusal }: Drawn,
): Promise<Reply> {
  const situation = await situationOf(tx, visit, typed)
  const errors = reckon
    ? Object.assign({}, ...situation.asked.map((id) => faultsOf(id, typed, situation.shape)))
    : {}
  const right = reckon && Object.keys(errors).length === 0
  const proposal = right ? await proposeRemedy(tx, factsOf(situation.told), visit.now) : null
  const mayTake = hasRole(visit.actor, ...claimers) && facts.isOpen
  const persons = proposal && mayTake ? await personsOf(visit, tx, facts) : []
  const body = (
    <CalculationPage
      {...{ facts, situation, errors, proposal, persons, today: dayOf(visit.now) }}
      refusal={refusal ?? null}
      submission={randomUUID()}
    />
  )
  return page(body, refusal || (reckon && !right) ? 422 : 200)
}

/** Those who still belong to the case, by name where the officer may read it. */
async function personsOf(
  { vault }: Visit,
  tx: Tx,
  { id }: ClaimFacts,
): Promise<CalculationPageProps['persons']> {
  const own = (await listPersons(tx, id)).filter(({ leftAt }) => leftAt === null)
  const names = await openNames(
    tx,
    vault,
    own.map((person) => person.id),
  )
  return own.map((person) => ({
    id: person.id,
    name: names.get(person.id) ?? null,
    position: person.position,
  }))
}
