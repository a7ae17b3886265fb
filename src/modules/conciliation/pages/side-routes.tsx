import { randomUUID } from 'node:crypto'
import { isUuid } from '../../../kernel/ids.ts'
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
import { listProvinces } from '../../places/index.ts'
import { answerProposal } from '../actions/answer-proposal.ts'
import { lodgeAppeal } from '../actions/appeal.ts'
import { listMatters, readSide } from '../actions/read-side.ts'
import { ownAnswerInput, ownAppealInput } from './inputs.ts'
import { MatterPage, MattersPage, OwnDecisionPage } from './side-pages.tsx'

type Refused = { readonly code: string } | { readonly errors: FieldErrors }
const everybody = ['public', 'complainant'] as const
export const agencyPeople = ['agency-clerk'] as const
const isOut = ({ actor }: Visit): boolean => actor.kind !== 'complainant'
const toFollow = redirect(routes.follow.href({ ended: '1' }))

/** Her own door and the agency's: the same things, as far as each may read them. */
export const sideRoutes: readonly Route[] = [
  {
    door: 'page',
    method: 'get',
    path: routes.followDecision.path,
    access: everybody,
    show: async (visit, tx) => (isOut(visit) ? toFollow : drawOwn(visit, tx, null)),
  },
  submits<Refused>({
    path: routes.followDecision.path,
    access: everybody,
    limit: { name: 'complainant-appeal', points: 20, seconds: 3600 },
    submit: async (visit, tx) => {
      if (isOut(visit)) return ok(toFollow)
      return appeal(visit, tx, routes.followDecision.href({ done: 'yes' }))
    },
    refused: (visit, tx, refused) => drawOwn(visit, tx, refused),
  }),
  {
    door: 'page',
    method: 'get',
    path: routes.matters.path,
    access: agencyPeople,
    show: async ({ actor, vault, now }, tx) =>
      page(<MattersPage matters={await listMatters(tx, actor.agencyId ?? '', { vault, now })} />),
  },
  {
    door: 'page',
    method: 'get',
    path: routes.matter.path,
    access: agencyPeople,
    show: (visit, tx) => drawMatter(visit, tx, null),
  },
  submits<Refused>({
    path: routes.matter.path,
    access: agencyPeople,
    submit: (visit, tx) =>
      (visit.form.step === 'answer' ? answer : appeal)(
        visit,
        tx,
        routes.matter.href({ id: visit.params.id ?? '' }, { done: 'yes' }),
      ),
    refused: (visit, tx, refused) => drawMatter(visit, tx, refused),
  }),
]

async function appeal(visit: Visit, tx: Tx, to: string): Promise<Result<Reply, Refused>> {
  const form = parseForm(ownAppealInput, visit.form)
  if (!form.ok) return refuse({ errors: form.refusal })
  const { vault, now: at, actor } = visit
  const { target: decisionId, grounds } = form.value
  const done = await lodgeAppeal(tx, actor, { vault, at, decisionId, grounds, side: null })
  return done.ok ? ok(redirect(to)) : refuse({ code: done.refusal })
}

async function answer(visit: Visit, tx: Tx, to: string): Promise<Result<Reply, Refused>> {
  const form = parseForm(ownAnswerInput, visit.form)
  if (!form.ok) return refuse({ errors: form.refusal })
  const { target: decisionId, answer: said } = form.value
  const asked = { decisionId, answer: said, on: null, at: visit.now }
  const done = await answerProposal(tx, visit.actor, asked)
  return done.ok ? ok(redirect(to)) : refuse({ code: done.refusal })
}

const stateOf = (visit: Visit, refused: Refused | null): FormState =>
  refused === null
    ? emptyForm
    : { values: typedValues(visit.form), errors: 'errors' in refused ? refused.errors : {} }

async function around(visit: Visit, tx: Tx, refused: Refused | null) {
  return {
    ...{ provinces: await listProvinces(tx), state: stateOf(visit, refused) },
    refusal: refused && 'code' in refused ? refused.code : null,
    ...{ submission: randomUUID(), done: visit.query.done === 'yes' },
  }
}

async function drawOwn(visit: Visit, tx: Tx, refused: Refused | null): Promise<Reply> {
  const { actor, vault, now } = visit
  const view = await readSide(tx, actor, { vault, now, complaintId: actor.id })
  return page(<OwnDecisionPage {...(await around(visit, tx, refused))} view={view} />)
}

async function drawMatter(visit: Visit, tx: Tx, refused: Refused | null): Promise<Reply> {
  const { actor, vault, now, params } = visit
  const complaintId = params.id ?? ''
  if (!isUuid(complaintId)) return notFound
  const view = await readSide(tx, actor, { vault, now, complaintId })
  const { meeting, exhibits, decisions } = view
  if (!meeting && exhibits.length + decisions.length === 0) return notFound
  visit.looked({ act: 'looked', recordType: 'complaint', recordId: complaintId })
  const shown = { ...(await around(visit, tx, refused)), view, complaintId }
  return page(<MatterPage {...shown} />)
}
