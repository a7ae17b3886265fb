import { randomUUID } from 'node:crypto'
import { hasRole } from '../../../kernel/actor.ts'
import { isUuid } from '../../../kernel/ids.ts'
import type { Currency } from '../../../kernel/money.ts'
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
import { foldDay } from '../../../platform/text/fields.ts'
import { routes } from '../../../routes.ts'
import { emptyForm, type FormState } from '../../../ui/index.ts'
import {
  isSigningRefusal,
  signingErrors,
  signingLimit,
  signingState,
} from '../../accounts/index.ts'
import type { AgencyId } from '../../agencies/index.ts'
import { letterWriters } from '../../letters/index.ts'
import { beginDrawLetter } from '../actions/begin-letter.ts'
import { decideDraw } from '../actions/decide-draw.ts'
import { namesOf } from '../actions/list-deposits.ts'
import { proposeDraw } from '../actions/propose-draw.ts'
import { readDraw, readDrawChoice } from '../actions/read-draw.ts'
import { type DrawAction, drawActions, drawProposers, drawStatuses } from '../rules/draw.ts'
import type { DueId } from '../rules/due.ts'
import { listDraws } from '../store/draws.ts'
import { depositReaders } from './access.ts'
import { decideForm, letterForm } from './deposit-forms.ts'
import { proposeForm, ratesOf } from './draw-forms.ts'
import { DrawNewPage } from './draw-new-page.tsx'
import { DrawPage, type DrawPageProps } from './draw-page.tsx'
import { DrawsPage } from './draws-page.tsx'

const pageRows = 50
const notices = ['proposed', 'sign', 'countersign', 'withdraw', 'refuse'] as const

export const drawRoutes: readonly Route[] = [
  {
    door: 'page',
    method: 'get',
    path: routes.draws.path,
    access: depositReaders,
    show: showDraws,
  },
  {
    door: 'page',
    method: 'get',
    path: routes.drawNew.path,
    access: drawProposers,
    show: (visit, tx) => drawNew(visit, tx, emptyForm),
  },
  submits<FieldErrors>({
    path: routes.drawNew.path,
    access: drawProposers,
    submit: propose,
    refused: (visit, tx, errors) => drawNew(visit, tx, { values: typedValues(visit.form), errors }),
  }),
  {
    door: 'page',
    method: 'get',
    path: routes.draw.path,
    access: depositReaders,
    show: (visit, tx) => drawOne(visit, tx, null),
  },
  submits<FieldErrors>({
    path: routes.drawAction.path,
    access: depositReaders,
    alsoLimit: signingLimit,
    submit: decide,
    refused: async (visit, tx, errors) => {
      const action = actionOf(visit)
      if (!action) return notFound
      return drawOne(visit, tx, { action, state: { values: typedValues(visit.form), errors } })
    },
  }),
  submits<'not-found'>({
    path: routes.drawLetters.path,
    access: letterWriters,
    submit: beginLetter,
    refused: async () => notFound,
  }),
]

async function showDraws({ query }: Visit, tx: Tx): Promise<Reply> {
  const status = drawStatuses.find((each) => each === query.status) ?? null
  const after = typeof query.after === 'string' && isUuid(query.after) ? query.after : null
  const found = await listDraws(tx, { agencyId: null, status, after, limit: pageRows + 1 })
  const draws = found.slice(0, pageRows)
  const names = await namesOf(
    tx,
    draws.map(({ agencyId }) => agencyId),
  )
  const next = found.length > pageRows ? (draws.at(-1)?.id ?? null) : null
  return page(<DrawsPage {...{ draws, names, status, next }} />)
}

async function drawNew(visit: Visit, tx: Tx, state: FormState): Promise<Reply> {
  const { params, query, now } = visit
  const currency = typeof query.currency === 'string' ? query.currency : null
  const choice = await readDrawChoice(tx, { agencyId: params.id ?? '', currency, now })
  if (!choice || (choice.names === null && choice.holding === null)) return notFound
  const failed = Object.keys(state.errors).length > 0
  const body = <DrawNewPage {...{ choice, state }} submission={randomUUID()} />
  return page(body, failed ? 422 : 200)
}

async function propose(visit: Visit, tx: Tx): Promise<Result<Reply, FieldErrors>> {
  const { form, params, actor, now: at } = visit
  const parsed = parseForm(proposeForm, foldDay(form, 'ratesOn'))
  if (!parsed.ok) return parsed
  if (!isUuid(params.id ?? '')) return refuse({ due: { key: 'refusal.not-found' } })
  const done = await proposeDraw(tx, actor, {
    ...{ agencyId: params.id as AgencyId, at, basis: parsed.value.basis },
    ...{ dueIds: parsed.value.due as DueId[], from: parsed.value.from ?? null },
    rates: ratesOf(parsed.value),
  })
  if (!done.ok) return refuse(errorsOfProposal(done.refusal, parsed.value.rates[0]?.currency))
  return ok(redirect(routes.draw.href({ id: done.value }, { done: 'proposed' })))
}

/** Beside the rate where one is missing or does not fit, else beside the dues. */
const errorsOfProposal = (refusal: string, currency: Currency | undefined): FieldErrors => ({
  [refusal === 'rate-wrong' && currency ? `rate-${currency}` : 'due']: {
    key: `refusal.${refusal}`,
  },
})

async function drawOne(visit: Visit, tx: Tx, failed: DrawPageProps['failed']): Promise<Reply> {
  const { actor, vault, params, query } = visit
  const file = await readDraw(tx, actor, { vault, id: params.id ?? '' })
  if (!file) return notFound
  visit.looked({ act: 'looked', recordType: 'draw', recordId: file.draw.id })
  const body = (
    <DrawPage
      {...{ file, failed, signing: await signingState(tx, visit), submission: randomUUID() }}
      mayWrite={hasRole(actor, ...letterWriters)}
      done={notices.find((each) => each === query.done) ?? null}
    />
  )
  return page(body, failed ? 422 : 200)
}

const actionOf = ({ params }: Visit): DrawAction | null =>
  drawActions.find((each) => each === params.action) ?? null

async function decide(visit: Visit, tx: Tx): Promise<Result<Reply, FieldErrors>> {
  const action = actionOf(visit)
  const parsed = parseForm(decideForm, visit.form)
  if (!parsed.ok) return parsed
  const { id = '' } = visit.params
  if (!action) return refuse({ reason: { key: 'refusal.not-found' } })
  const done = await decideDraw(tx, visit, { id, action, ...parsed.value })
  if (done.ok) return ok(redirect(routes.draw.href({ id }, { done: action })))
  const { refusal } = done
  if (isSigningRefusal(refusal)) return refuse(signingErrors(refusal))
  const field = refusal === 'reason-missing' ? 'reason' : action
  return refuse({ [field]: { key: `refusal.${refusal}` } })
}

async function beginLetter(visit: Visit, tx: Tx): Promise<Result<Reply, 'not-found'>> {
  const { vault, now: at, params, actor, form } = visit
  const parsed = parseForm(letterForm, form)
  if (!parsed.ok) return refuse('not-found')
  const { language } = parsed.value
  const begun = await beginDrawLetter(tx, actor, { vault, at, id: params.id ?? '', language })
  if (!begun.ok) return refuse('not-found')
  return ok(redirect(routes.letter.href({ id: begun.value }, { done: 'drafted' })))
}
