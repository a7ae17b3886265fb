import { randomUUID } from 'node:crypto'
import { hasRole, type Role } from '../../../kernel/actor.ts'
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
import { routes } from '../../../routes.ts'
import { emptyForm, type FormState } from '../../../ui/index.ts'
import { signingLimit, signingState } from '../../accounts/index.ts'
import { listAgencies } from '../../agencies/index.ts'
import { listLettersAbout, openHeadings } from '../../letters/index.ts'
import { beginDemandLetter } from '../actions/begin-letter.ts'
import { type DepositFile, readDeposit } from '../actions/read-deposit.ts'
import { type Instruments, readInstruments, readOversight } from '../actions/read-instruments.ts'
import { drawProposers, drawSigners } from '../rules/draw.ts'
import { depositOf } from '../store/deposits.ts'
import { depositKeepers, depositReaders } from './access.ts'
import { type DepositStep, depositSteps, openDemand } from './deposit-form-parts.tsx'
import { letterForm } from './deposit-forms.ts'
import { DepositPage } from './deposit-page.tsx'
import {
  agencyOf,
  demand,
  depositNotices,
  endDemand,
  errorsOf,
  extend,
  giveGuarantee,
  override,
  overrideStep,
  payIn,
  release,
  releaseStep,
} from './deposit-steps.ts'
import { proofUploads } from './proof.ts'
import { type Decision, decisionIn } from './waiting-section.tsx'

type Submit = (visit: Visit, tx: Tx) => Promise<Result<Reply, FieldErrors>>

/** Who may sign or end what waits for a signature. */
const deciders = [...new Set<Role>([...depositKeepers, ...drawSigners])]

export const depositRoutes: readonly Route[] = [
  {
    door: 'page',
    method: 'get',
    path: routes.deposit.path,
    access: depositReaders,
    show: (visit, tx) => {
      const step = depositSteps.find((each) => each === visit.query.do) ?? null
      const decision = step ? null : decisionIn(visit.query.act)
      return drawDeposit(visit, tx, { step, decision, state: emptyForm })
    },
  },
  { ...stepRoute(routes.depositChange.path, 'pay-in', payIn), uploads: proofUploads },
  { ...stepRoute(routes.depositGuarantee.path, 'guarantee', giveGuarantee), uploads: proofUploads },
  { ...stepRoute(routes.depositExtension.path, 'extend', extend), uploads: proofUploads },
  stepRoute(routes.depositDemand.path, 'demand', demand),
  stepRoute(routes.depositDemandEnd.path, 'end-demand', endDemand),
  stepRoute(routes.depositRelease.path, 'release', release),
  stepRoute(routes.depositOverride.path, 'override', override),
  decisionRoute(routes.depositReleaseAction.path, releaseStep),
  decisionRoute(routes.depositOverrideAction.path, overrideStep),
  submits<'not-found'>({
    path: routes.depositDemandLetters.path,
    shownAt: routes.deposits.href(),
    access: depositKeepers,
    submit: beginLetter,
    refused: async () => notFound,
  }),
]

function stepRoute(path: string, step: DepositStep, submit: Submit) {
  return formRoute(path, submit, { step, access: depositKeepers })
}

/** A signature, or the end of what waits for one: its form stands where it waits. */
function decisionRoute(path: string, submit: Submit) {
  return formRoute(path, submit, { step: null, access: deciders })
}

type FormRoute = { readonly step: DepositStep | null; readonly access: readonly Role[] }

function formRoute(path: string, submit: Submit, { step, access }: FormRoute) {
  return submits<FieldErrors>({
    ...{ path, access, alsoLimit: signingLimit },
    submit: async (visit, tx) => {
      // Drawn again, what is no agency of the register is not found.
      if (!(await isKnown(tx, visit))) return refuse(errorsOf('not-found'))
      return submit(visit, tx)
    },
    shownAt: routes.deposits.href(),
    refused: (visit, tx, errors) =>
      drawDeposit(visit, tx, {
        ...{ step, decision: step ? null : decisionOf(visit) },
        state: { values: typedValues(visit.form), errors },
      }),
  })
}

function decisionOf({ params }: Visit): Decision | null {
  const { action = '', release: given, override: letThrough } = params
  if (given !== undefined) return { what: 'release', id: given, action }
  return letThrough === undefined ? null : { what: 'override', id: letThrough, action }
}

/** An agency of the register, or one that has left it and still has a deposit. */
async function isKnown(tx: Tx, visit: Visit): Promise<boolean> {
  const id = agencyOf(visit)
  if (!isUuid(id)) return false
  return (await listAgencies(tx, [id])).length > 0 || (await depositOf(tx, id)).length > 0
}

type Drawn = {
  readonly step: DepositStep | null
  readonly decision: Decision | null
  readonly state: FormState
}

async function drawDeposit(visit: Visit, tx: Tx, drawn: Drawn): Promise<Reply> {
  const { params, query, now, actor } = visit
  const { step, decision, state } = drawn
  const file = await readDeposit(tx, {
    ...{ agencyId: params.id ?? '', now, currency: textOf(query.currency) },
    before: wholeOf(query.before),
  })
  if (!file || (file.names === null && file.holdings.length === 0)) return notFound
  const instruments = await readInstruments(tx, file, now)
  const steps = offeredSteps(visit, file, instruments)
  const signing = await signingState(tx, visit)
  const failed = Object.keys(state.errors).length > 0
  return page(
    <DepositPage
      {...{ file, instruments, steps, actor, signing, today: dayOf(now), submission: randomUUID() }}
      oversight={await readOversight(tx, file, { ...instruments, now })}
      chosen={step && (failed || steps.includes(step)) ? { step, state } : null}
      decision={decision && { ...decision, state }}
      mayPropose={mayPropose(visit, file)}
      letters={await lettersAbout(visit, tx, file)}
      done={depositNotices.find((each) => each === query.done) ?? null}
    />,
    failed ? 422 : 200,
  )
}

/** About the demand that is open; null for whoever writes none. */
async function lettersAbout({ actor, vault }: Visit, tx: Tx, file: DepositFile) {
  const open = openDemand(file)
  if (!open || !hasRole(actor, ...depositKeepers)) return null
  return openHeadings(tx, vault, await listLettersAbout(tx, open.id))
}

const textOf = (value: Visit['query'][string] | undefined): string | null =>
  typeof value === 'string' ? value : null
const wholeOf = (value: Visit['query'][string] | undefined): number | null =>
  typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : null

const holdsAnything = ({ holdings }: DepositFile): boolean => holdings.some(({ held }) => held > 0n)

/** A draw is offered where something is overdue and something is held. */
const mayPropose = ({ actor }: Visit, file: DepositFile): boolean =>
  file.overdue.length > 0 && holdsAnything(file) && hasRole(actor, ...drawProposers)

/** What this person may do with this deposit now. */
function offeredSteps(
  { actor }: Visit,
  file: DepositFile,
  { guarantees, block }: Instruments,
): DepositStep[] {
  if (!hasRole(actor, ...depositKeepers)) return []
  const open = openDemand(file) !== null
  const offered: Readonly<Record<DepositStep, boolean>> = {
    'pay-in': true,
    guarantee: true,
    extend: guarantees.some(({ status }) => status === 'in-force'),
    demand: file.missing !== null && !open,
    'end-demand': open,
    override: block.isBlocked,
    release: holdsAnything(file),
  }
  return depositSteps.filter((step) => offered[step])
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
