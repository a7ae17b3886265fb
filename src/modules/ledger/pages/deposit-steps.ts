import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { type FieldErrors, parseForm } from '../../../platform/http/form.ts'
import { type Reply, redirect, type Visit } from '../../../platform/http/route.ts'
import { foldDay } from '../../../platform/text/fields.ts'
import { routes } from '../../../routes.ts'
import { isSigningRefusal, signingErrors } from '../../accounts/index.ts'
import type { AgencyId } from '../../agencies/index.ts'
import { addToDeposit } from '../actions/add-to-deposit.ts'
import { declareWorkers } from '../actions/declare-workers.ts'
import { demandTopUp, withdrawDemand } from '../actions/demand-top-up.ts'
import { enterGuarantee, extendGuarantee } from '../actions/enter-guarantee.ts'
import { decideOverride, proposeOverride } from '../actions/overrides.ts'
import { decideRelease, proposeRelease } from '../actions/release-deposit.ts'
import { overrideActions } from '../rules/override.ts'
import { releaseActions } from '../rules/release.ts'
import {
  decideForm,
  demandForm,
  endForm,
  extensionForm,
  guaranteeForm,
  overrideForm,
  payInForm,
  releaseForm,
  workersForm,
} from './deposit-forms.ts'
import { keepProof, proofMissing, proofOf } from './proof.ts'

export const depositNotices = [
  'paid-in',
  'guarantee-entered',
  'guarantee-extended',
  'release-proposed',
  'release-sign',
  'release-countersign',
  'release-withdraw',
  'release-refuse',
  'override-proposed',
  'override-sign',
  'override-withdraw',
  'override-refuse',
  'demanded',
  'demand-withdrawn',
] as const
type Notice = (typeof depositNotices)[number]
type Step = Promise<Result<Reply, FieldErrors>>

export const agencyOf = ({ params }: Visit): AgencyId => (params.id ?? '') as AgencyId
const back = (visit: Visit, done: Notice): Reply =>
  redirect(routes.deposit.href({ id: agencyOf(visit) }, { done }))

/** Beside which field a refusal stands; beside the sum where nothing is said. */
const fieldOf: Readonly<Record<string, string>> = {
  'day-in-the-future': 'onDay',
  'reference-used': 'reference',
  'due-day-passed': 'dueOn',
  'already-demanded': 'dueOn',
  'not-short': 'dueOn',
  'changed-meanwhile': 'reason',
  'not-found': 'reason',
  'reason-missing': 'reason',
  'already-expired': 'expiresOn',
  'not-longer': 'expiresOn',
  'guarantee-used': 'number',
  'not-in-force': 'replaces',
  'other-currency': 'currency',
  'days-wrong': 'untilDay',
}

type Where = Readonly<Record<string, string>>
export function errorsOf(refusal: string, where: Where = {}): FieldErrors {
  if (isSigningRefusal(refusal)) return signingErrors(refusal)
  return { [where[refusal] ?? fieldOf[refusal] ?? 'amount']: { key: `refusal.${refusal}` } }
}

export async function payIn(visit: Visit, tx: Tx): Step {
  const form = parseForm(payInForm, foldDay(visit.form, 'onDay'))
  if (!form.ok) return withProof(visit, form.refusal)
  if (!proofOf(visit)) return refuse(proofMissing)
  const { money, onDay, reference } = form.value
  const paid = { agencyId: agencyOf(visit), money, onDay, reference, at: visit.now }
  const done = await addToDeposit(tx, visit.actor, paid)
  if (!done.ok) return refuse(errorsOf(done.refusal))
  const kept = await keepProof(tx, visit, done.value.changeId)
  return kept.ok ? ok(back(visit, 'paid-in')) : kept
}

/** What is wrong with the form, and with it that the paper is missing. */
const withProof = (visit: Visit, errors: FieldErrors) =>
  refuse(proofOf(visit) ? errors : { ...errors, ...proofMissing })

export async function giveGuarantee(visit: Visit, tx: Tx): Step {
  const form = parseForm(guaranteeForm, foldDay(foldDay(visit.form, 'issuedOn'), 'expiresOn'))
  if (!form.ok) return withProof(visit, form.refusal)
  if (!proofOf(visit)) return refuse(proofMissing)
  const { money, number, bank, issuedOn, expiresOn, replacesId } = form.value
  const given = { money, number, bank, issuedOn, expiresOn, replacesId }
  const done = await enterGuarantee(tx, visit.actor, {
    ...{ ...given, agencyId: agencyOf(visit), at: visit.now },
  })
  if (!done.ok) return refuse(errorsOf(done.refusal, { 'day-in-the-future': 'issuedOn' }))
  const kept = await keepProof(tx, visit, done.value)
  return kept.ok ? ok(back(visit, 'guarantee-entered')) : kept
}

export async function extend(visit: Visit, tx: Tx): Step {
  const form = parseForm(extensionForm, foldDay(visit.form, 'expiresOn'))
  if (!form.ok) return withProof(visit, form.refusal)
  if (!proofOf(visit)) return refuse(proofMissing)
  const { guarantee, expiresOn, reference } = form.value
  const done = await extendGuarantee(tx, visit.actor, {
    ...{ ...guarantee, expiresOn, reference, agencyId: agencyOf(visit), at: visit.now },
  })
  if (!done.ok)
    return refuse(
      errorsOf(done.refusal, { 'not-in-force': 'guarantee', 'changed-meanwhile': 'guarantee' }),
    )
  const kept = await keepProof(tx, visit, done.value)
  return kept.ok ? ok(back(visit, 'guarantee-extended')) : kept
}

export async function release(visit: Visit, tx: Tx): Step {
  const form = parseForm(releaseForm, foldDay(visit.form, 'onDay'))
  if (!form.ok) return form
  const { money, guaranteeId, onDay, reference, reason } = form.value
  const given = { agencyId: agencyOf(visit), ...money, guaranteeId, onDay, reference, reason }
  const done = await proposeRelease(tx, visit.actor, { ...given, at: visit.now })
  if (done.ok) return ok(back(visit, 'release-proposed'))
  return refuse(errorsOf(done.refusal, { 'not-in-force': 'what' }))
}

export async function releaseStep(visit: Visit, tx: Tx): Step {
  const action = releaseActions.find((each) => each === visit.params.action)
  const form = parseForm(decideForm, visit.form)
  if (!form.ok) return form
  if (!action) return refuse(errorsOf('not-found'))
  const asked = { agencyId: agencyOf(visit), id: visit.params.release ?? '', action }
  const done = await decideRelease(tx, visit, { ...asked, ...form.value })
  if (done.ok) return ok(back(visit, `release-${action}`))
  return refuse(stepErrors(action, done.refusal))
}

/** Beside the reason where one is asked for, else beside what was to be done. */
const stepErrors = (action: string, refusal: string): FieldErrors =>
  isSigningRefusal(refusal)
    ? signingErrors(refusal)
    : { [refusal === 'reason-missing' ? 'reason' : action]: { key: `refusal.${refusal}` } }

export async function override(visit: Visit, tx: Tx): Step {
  const form = parseForm(overrideForm, foldDay(foldDay(visit.form, 'fromDay'), 'untilDay'))
  if (!form.ok) return form
  const asked = { agencyId: agencyOf(visit), ...form.value, at: visit.now }
  const done = await proposeOverride(tx, visit.actor, asked)
  return done.ok ? ok(back(visit, 'override-proposed')) : refuse(errorsOf(done.refusal))
}

export async function overrideStep(visit: Visit, tx: Tx): Step {
  const action = overrideActions.find((each) => each === visit.params.action)
  const form = parseForm(decideForm, visit.form)
  if (!form.ok) return form
  if (!action) return refuse(errorsOf('not-found'))
  const asked = { agencyId: agencyOf(visit), id: visit.params.override ?? '', action }
  const done = await decideOverride(tx, visit, { ...asked, ...form.value })
  if (done.ok) return ok(back(visit, `override-${action}`))
  return refuse(stepErrors(action, done.refusal))
}

export async function demand(visit: Visit, tx: Tx): Step {
  const form = parseForm(demandForm, foldDay(visit.form, 'dueOn'))
  if (!form.ok) return form
  const asked = { agencyId: agencyOf(visit), ...form.value, at: visit.now }
  const done = await demandTopUp(tx, visit.actor, asked)
  return done.ok ? ok(back(visit, 'demanded')) : refuse(errorsOf(done.refusal))
}

export async function endDemand(visit: Visit, tx: Tx): Step {
  const form = parseForm(endForm, visit.form)
  if (!form.ok) return form
  const ending = { ...form.value, id: visit.params.demand ?? '', at: visit.now }
  const done = await withdrawDemand(tx, visit.actor, ending)
  return done.ok ? ok(back(visit, 'demand-withdrawn')) : refuse(errorsOf(done.refusal))
}

/** An agency declares its workers abroad, on its own page. */
export async function declare(visit: Visit, tx: Tx): Step {
  const form = parseForm(workersForm, foldDay(visit.form, 'onDay'))
  if (!form.ok) return form
  const { workers, onDay } = form.value
  const done = await declareWorkers(tx, visit.actor, { workers, onDay, at: visit.now })
  if (!done.ok) return refuse(errorsOf(done.refusal))
  return ok(redirect(routes.ownDeposit.href({ done: 'declared' })))
}
