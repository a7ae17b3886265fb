import { randomUUID } from 'node:crypto'
import { hasRole } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
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
import { foldDay } from '../../../platform/text/fields.ts'
import { routes } from '../../../routes.ts'
import { emptyForm, type FormState } from '../../../ui/index.ts'
import {
  isSigningRefusal,
  signingErrors,
  signingLimit,
  signingState,
} from '../../accounts/index.ts'
import { type AgencyId, listAgencies } from '../../agencies/index.ts'
import { listLettersAbout, openHeadings } from '../../letters/index.ts'
import { type AddRefusal, addToDeposit } from '../actions/add-to-deposit.ts'
import { beginDemandLetter } from '../actions/begin-letter.ts'
import {
  type DemandRefusal,
  demandTopUp,
  type WithdrawRefusal,
  withdrawDemand,
} from '../actions/demand-top-up.ts'
import { type DepositFile, readDeposit } from '../actions/read-deposit.ts'
import { type ReleaseRefusal, releaseDeposit } from '../actions/release-deposit.ts'
import { drawProposers } from '../rules/draw.ts'
import { depositOf } from '../store/deposits.ts'
import { depositKeepers, depositReaders } from './access.ts'
import { type DepositStep, depositSteps, openDemand } from './deposit-form-parts.tsx'
import { demandForm, endForm, letterForm, payInForm, releaseForm } from './deposit-forms.ts'
import { DepositPage } from './deposit-page.tsx'

const notices = ['paid-in', 'released', 'demanded', 'demand-withdrawn'] as const

type Submit = (visit: Visit, tx: Tx) => Promise<Result<Reply, FieldErrors>>

export const depositRoutes: readonly Route[] = [
  {
    door: 'page',
    method: 'get',
    path: routes.deposit.path,
    access: depositReaders,
    show: (visit, tx) => {
      const step = depositSteps.find((each) => each === visit.query.do) ?? null
      return drawDeposit(visit, tx, { step, state: emptyForm })
    },
  },
  stepRoute(routes.depositChange.path, 'pay-in', payIn),
  stepRoute(routes.depositDemand.path, 'demand', demand),
  stepRoute(routes.depositDemandEnd.path, 'end-demand', endDemand),
  { ...stepRoute(routes.depositRelease.path, 'release', release), access: ['licensing-head'] },
  submits<'not-found'>({
    path: routes.depositDemandLetters.path,
    shownAt: routes.deposits.href(),
    access: depositKeepers,
    submit: beginLetter,
    refused: async () => notFound,
  }),
]

function stepRoute(path: string, step: DepositStep, submit: Submit) {
  return submits<FieldErrors>({
    ...{ path, access: depositKeepers, alsoLimit: signingLimit },
    submit: async (visit, tx) => {
      // Drawn again, what is no agency of the register is not found.
      if (!(await isKnown(tx, visit))) return refuse(errorsOf('not-found'))
      return submit(visit, tx)
    },
    shownAt: routes.deposits.href(),
    refused: (visit, tx, errors) =>
      drawDeposit(visit, tx, { step, state: { values: typedValues(visit.form), errors } }),
  })
}

/** An agency of the register, or one that has left it and still has a deposit. */
async function isKnown(tx: Tx, visit: Visit): Promise<boolean> {
  const id = agencyOf(visit)
  if (!isUuid(id)) return false
  return (await listAgencies(tx, [id])).length > 0 || (await depositOf(tx, id)).length > 0
}

type Drawn = { readonly step: DepositStep | null; readonly state: FormState }

async function drawDeposit(visit: Visit, tx: Tx, { step, state }: Drawn): Promise<Reply> {
  const { params, query, now, actor, vault } = visit
  const file = await readDeposit(tx, {
    ...{ agencyId: params.id ?? '', now, currency: textOf(query.currency) },
    before: wholeOf(query.before),
  })
  if (!file || (file.names === null && file.holdings.length === 0)) return notFound
  const steps = offeredSteps(visit, file)
  const open = openDemand(file)
  const letters = open && (await openHeadings(tx, vault, await listLettersAbout(tx, open.id)))
  const chosen = step && steps.includes(step) ? step : null
  const failed = Object.keys(state.errors).length > 0
  return page(
    <DepositPage
      {...{ file, steps, today: dayOf(now), submission: randomUUID() }}
      chosen={chosen && { step: chosen, state, signing: await signingState(tx, visit) }}
      mayPropose={file.overdue.length > 0 && hasRole(actor, ...drawProposers)}
      letters={hasRole(actor, ...depositKeepers) ? letters : null}
      done={notices.find((each) => each === query.done) ?? null}
    />,
    failed ? 422 : 200,
  )
}

const textOf = (value: Visit['query'][string] | undefined): string | null =>
  typeof value === 'string' ? value : null
const wholeOf = (value: Visit['query'][string] | undefined): number | null =>
  typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : null

/** What this person may do with this deposit now. */
function offeredSteps({ actor }: Visit, file: DepositFile): DepositStep[] {
  if (!hasRole(actor, ...depositKeepers)) return []
  const open = openDemand(file) !== null
  const held = file.holdings.some((each) => each.held > 0n)
  return depositSteps.filter((step) => {
    if (step === 'pay-in') return true
    if (step === 'demand') return file.missing !== null && !open
    if (step === 'end-demand') return open
    return held && hasRole(actor, 'licensing-head')
  })
}

const agencyOf = ({ params }: Visit): AgencyId => (params.id ?? '') as AgencyId
const back = (visit: Visit, done: (typeof notices)[number]): Reply =>
  redirect(routes.deposit.href({ id: agencyOf(visit) }, { done }))

/** Beside which field a refusal stands. */
const fieldOf: Readonly<Record<string, string>> = {
  'day-in-the-future': 'onDay',
  'reference-used': 'reference',
  'due-day-passed': 'dueOn',
  'already-demanded': 'dueOn',
  'not-short': 'dueOn',
  'changed-meanwhile': 'reason',
  'not-found': 'reason',
}

type Refused = AddRefusal | ReleaseRefusal | DemandRefusal | WithdrawRefusal

function errorsOf(refusal: Refused): FieldErrors {
  if (isSigningRefusal(refusal)) return signingErrors(refusal)
  return { [fieldOf[refusal] ?? 'amount']: { key: `refusal.${refusal}` } }
}

async function payIn(visit: Visit, tx: Tx): Promise<Result<Reply, FieldErrors>> {
  const form = parseForm(payInForm, foldDay(visit.form, 'onDay'))
  if (!form.ok) return form
  const { money, onDay, reference } = form.value
  const paid = { agencyId: agencyOf(visit), money, onDay, reference, at: visit.now }
  const done = await addToDeposit(tx, visit.actor, paid)
  return done.ok ? ok(back(visit, 'paid-in')) : refuse(errorsOf(done.refusal))
}

async function release(visit: Visit, tx: Tx): Promise<Result<Reply, FieldErrors>> {
  const form = parseForm(releaseForm, foldDay(visit.form, 'onDay'))
  if (!form.ok) return form
  const { money, onDay, reference, reason } = form.value
  const given = { agencyId: agencyOf(visit), ...money, onDay, reference, reason }
  const done = await releaseDeposit(tx, visit, given)
  return done.ok ? ok(back(visit, 'released')) : refuse(errorsOf(done.refusal))
}

async function demand(visit: Visit, tx: Tx): Promise<Result<Reply, FieldErrors>> {
  const form = parseForm(demandForm, foldDay(visit.form, 'dueOn'))
  if (!form.ok) return form
  const asked = { agencyId: agencyOf(visit), ...form.value, at: visit.now }
  const done = await demandTopUp(tx, visit.actor, asked)
  return done.ok ? ok(back(visit, 'demanded')) : refuse(errorsOf(done.refusal))
}

async function endDemand(visit: Visit, tx: Tx): Promise<Result<Reply, FieldErrors>> {
  const form = parseForm(endForm, visit.form)
  if (!form.ok) return form
  const ending = { ...form.value, id: visit.params.demand ?? '', at: visit.now }
  const done = await withdrawDemand(tx, visit.actor, ending)
  return done.ok ? ok(back(visit, 'demand-withdrawn')) : refuse(errorsOf(done.refusal))
}

async function beginLetter(visit: Visit, tx: Tx): Promise<Result<Reply, 'not-found'>> {
  const form = parseForm(letterForm, visit.form)
  if (!form.ok) return refuse('not-found')
  const { vault, now: at, params, actor } = visit
  const begun = await beginDemandLetter(tx, actor, {
    ...{ vault, at, id: params.demand ?? '', agencyId: agencyOf(visit) },
    language: form.value.language,
  })
  if (!begun.ok) return refuse('not-found')
  return ok(redirect(routes.letter.href({ id: begun.value }, { done: 'drafted' })))
}
