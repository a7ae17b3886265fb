import type { Actor } from '../../../kernel/actor.ts'
import { type Day, dayOf } from '../../../kernel/days.ts'
import { type StepRefusal, takeStep } from '../../../kernel/lifecycle.ts'
import { type Currency, moneyText } from '../../../kernel/money.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import { newId } from '../../../platform/new-id.ts'
import { type SigningRefusal, type SigningVisit, sign } from '../../accounts/index.ts'
import type { AgencyId } from '../../agencies/index.ts'
import { appliedRule, findNumber, findRule, type Rule, rulebook } from '../../law/index.ts'
import { isSum } from '../rules/account.ts'
import { type Holding, heldIn, minimumOf, minimumRule } from '../rules/deposit.ts'
import { drawSigners, mayNotSign, type SignatureRefusal } from '../rules/draw.ts'
import { type Guarantee, guaranteedBy, remainingOf } from '../rules/guarantee.ts'
import {
  type GroundRefusal,
  groundOf,
  isGround,
  type Release,
  type ReleaseAction,
  type ReleaseId,
  releaseEventOf,
  releaseLifecycle,
  releaseRule,
} from '../rules/release.ts'
import { listOpenSums } from '../store/cover.ts'
import { depositOf, owesAnything } from '../store/deposits.ts'
import { findGuarantee, listGuarantees } from '../store/guarantees.ts'
import {
  closedOnOf,
  endRelease,
  findRelease,
  insertRelease,
  keepReleaseExecuted,
  keepReleaseSigned,
} from '../store/releases.ts'
import { carryOutRelease } from './carry-out-release.ts'

export type ProposeRelease = {
  readonly agencyId: AgencyId
  readonly currency: Currency
  /** Cash; of a guarantee always the whole that is left. */
  readonly minor: bigint
  readonly guaranteeId: string | null
  readonly onDay: Day
  /** The number of the paper by which it is given back. */
  readonly reference: string
  readonly reason: string
  readonly at: Date
}
export type ReleaseRefusal =
  | 'no-deposit'
  | 'not-a-sum'
  | 'not-in-force'
  | 'day-in-the-future'
  | 'more-than-cash'
  | 'release-under-way'
  | GroundRefusal

/** Proposes to give back what is held of an agency that closed, or what is held beyond the minimum. */
export async function proposeRelease(
  tx: Tx,
  actor: Actor,
  asked: ProposeRelease,
): Promise<Result<ReleaseId, ReleaseRefusal>> {
  const { agencyId, currency, onDay, reference, reason, at } = asked
  if (onDay > dayOf(at)) return refuse('day-in-the-future')
  const holding = (await depositOf(tx, agencyId)).find((each) => each.currency === currency)
  if (!holding) return refuse('no-deposit')
  const what = await whatGoes(tx, asked, holding)
  if (!what.ok) return what
  const { minor, guarantee } = what.value
  const ground = await groundFor(tx, { agencyId, holding, minor, today: dayOf(at) })
  if (!ground.ok) return ground
  const id = newId<ReleaseId>()
  const { rule, closedOn } = ground.value
  const isNew = await insertRelease(tx, {
    ...{ id, depositId: holding.id, guaranteeId: guarantee?.id ?? null, minor },
    ...{
      ground: ground.value.ground,
      closedOn: ground.value.ground === 'closed' ? closedOn : null,
    },
    ...{ ruleApplied: rule && appliedRule(rule), standing: rule?.standing ?? 'unknown' },
    ...{ onDay, reference, reason, proposedBy: actor.id, proposedAt: at },
  })
  if (!isNew) return refuse('release-under-way')
  await recordEvent(tx, actor, {
    ...{ recordType: 'deposit-release', recordId: id, type: 'deposit.release-proposed', at },
    ...{ agencyId, visibleTo: ['officer'], data: { minor: minor.toString(), currency } },
  })
  return ok(id)
}

type Goes = { readonly minor: bigint; readonly guarantee: Guarantee | null }

async function whatGoes(
  tx: Tx,
  { guaranteeId, minor }: ProposeRelease,
  holding: Holding,
): Promise<Result<Goes, ReleaseRefusal>> {
  if (guaranteeId === null) {
    if (!isSum(minor)) return refuse('not-a-sum')
    const guaranteed = guaranteedBy(await listGuarantees(tx, [holding.id]))
    if (minor > holding.held - guaranteed) return refuse('more-than-cash')
    return ok({ minor, guarantee: null })
  }
  const guarantee = await findGuarantee(tx, guaranteeId)
  if (guarantee?.status !== 'in-force' || guarantee.depositId !== holding.id)
    return refuse('not-in-force')
  const remaining = remainingOf(guarantee)
  return remaining > 0n ? ok({ minor: remaining, guarantee }) : refuse('not-a-sum')
}

type Grounds = {
  readonly agencyId: AgencyId
  readonly holding: Holding
  readonly minor: bigint
  readonly today: Day
}
type Ground = {
  readonly ground: Release['ground']
  readonly closedOn: Day | null
  readonly rule: Rule | null
}

/** By the law and what stands open today: asked again with each signature. */
async function groundFor(
  tx: Tx,
  { agencyId, holding, minor, today }: Grounds,
): Promise<Result<Ground, GroundRefusal>> {
  const book = await rulebook(tx, today)
  const rule = findRule(book, releaseRule)
  const minimum = minimumOf(findNumber(book, minimumRule))
  const closedOn = await closedOnOf(tx, agencyId)
  const open = await listOpenSums(tx, [agencyId])
  const holdings = await depositOf(tx, agencyId)
  const isOfMinimum = holding.currency === minimum?.currency
  const held = minimum ? heldIn(holdings, minimum.currency) : 0n
  const ground = groundOf({
    ...{ closedOn, minimum, today, termDays: findNumber(book, releaseRule) },
    owesAnything: await owesAnything(tx, agencyId),
    claimsOpen: open.length > 0,
    heldAfter: isOfMinimum ? held - minor : held,
  })
  return isGround(ground) ? ok({ ground, closedOn, rule }) : refuse(ground)
}

export type DecideRelease = {
  readonly agencyId: AgencyId
  readonly id: string
  readonly version: number
  readonly action: ReleaseAction
  readonly reason: string | null
}
export type DecideReleaseRefusal =
  | 'not-found'
  | 'changed-meanwhile'
  | 'reason-missing'
  | 'only-the-proposer'
  | 'not-in-force'
  | 'more-than-cash'
  | 'not-covered'
  | GroundRefusal
  | StepRefusal
  | SignatureRefusal
  | SigningRefusal

/**
 * Signs a release, carries it out with the second signature, or ends it. What stood in its way when
 * it was proposed may have come since: it is looked at again.
 */
export async function decideRelease(
  tx: Tx,
  visit: SigningVisit,
  { agencyId, id, version, action, reason }: DecideRelease,
): Promise<Result<null, DecideReleaseRefusal>> {
  const { actor, now: at } = visit
  const release = await findRelease(tx, id)
  const holding = (await depositOf(tx, agencyId)).find((each) => each.id === release?.depositId)
  if (!release || !holding) return refuse('not-found')
  const step = takeStep(releaseLifecycle, release.status, { action, roles: actor.roles })
  if (!step.ok) return step
  if (release.version !== version) return refuse('changed-meanwhile')
  const one = { release, holding, action }
  const done =
    action === 'sign' || action === 'countersign'
      ? await signRelease(tx, visit, one)
      : await end(tx, visit, { ...one, reason })
  if (!done.ok) return done
  await recordEvent(tx, actor, {
    ...{ recordType: 'deposit-release', recordId: release.id, at, agencyId },
    ...{ type: releaseEventOf[action], from: release.status, to: step.value },
    visibleTo: step.value === 'executed' ? ['officer', 'agency'] : ['officer'],
  })
  return done
}

type One = {
  readonly release: Release
  readonly holding: Holding
  readonly action: ReleaseAction
}

async function signRelease(
  tx: Tx,
  visit: SigningVisit,
  { release, holding, action }: One,
): Promise<Result<null, DecideReleaseRefusal>> {
  const { actor, now: at } = visit
  const not = mayNotSign(release, actor.id)
  if (not) return refuse(not)
  const { agencyId } = holding
  const still = { agencyId, holding, minor: release.minor, today: dayOf(at) }
  const ground = await groundFor(tx, still)
  if (!ground.ok) return ground
  const role = drawSigners.find((each) => actor.roles.includes(each))
  const signed = await sign(tx, visit, {
    ...{ record: { type: 'deposit-release', id: release.id }, meaning: 'deposit.release' },
    ...(role ? { role } : {}),
    shown: shownOf(release, holding),
  })
  if (!signed.ok) return signed
  const by = { by: actor.id, at }
  if (action === 'sign')
    return (await keepReleaseSigned(tx, release, by)) ? ok(null) : refuse('changed-meanwhile')
  if (!(await keepReleaseExecuted(tx, release, by))) return refuse('changed-meanwhile')
  return carryOutRelease(tx, actor, { release, holding, at })
}

/** What the signer saw, as text that is the same for the same release. */
const shownOf = (release: Release, { agencyId, currency }: Holding): string => {
  const { minor, guaranteeId, ground, closedOn, standing, onDay, reference, reason } = release
  const sum = moneyText({ minor, currency })
  return JSON.stringify({
    ...{
      agencyId,
      sum,
      currency,
      guaranteeId,
      ground,
      closedOn,
      standing,
      onDay,
      reference,
      reason,
    },
  })
}

async function end(
  tx: Tx,
  { actor, now: at }: SigningVisit,
  { release, action, reason }: One & { readonly reason: string | null },
): Promise<Result<null, DecideReleaseRefusal>> {
  if (action === 'withdraw' && release.proposedBy !== actor.id) return refuse('only-the-proposer')
  if (!reason) return refuse('reason-missing')
  const status = action === 'withdraw' ? 'withdrawn' : 'refused'
  const ended = await endRelease(tx, release, { status, reason, by: actor.id, at })
  return ended ? ok(null) : refuse('changed-meanwhile')
}
