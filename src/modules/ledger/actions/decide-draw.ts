import type { Actor, Role } from '../../../kernel/actor.ts'
import { type StepRefusal, takeStep } from '../../../kernel/lifecycle.ts'
import { moneyText } from '../../../kernel/money.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import { type SigningRefusal, type SigningVisit, sign } from '../../accounts/index.ts'
import {
  type DrawAction,
  type DrawnShare,
  type DrawOrder,
  drawEventOf,
  drawLifecycle,
  drawSigners,
  mayNotSign,
  mayWithdraw,
  type SignatureRefusal,
} from '../rules/draw.ts'
import { endDraw, findDraw, keepExecuted, keepFirstSignature, listShares } from '../store/draws.ts'
import { type DrawRefusal, drawFromDeposit } from './draw-from-deposit.ts'

export type DecideDraw = {
  readonly id: string
  readonly version: number
  readonly action: DrawAction
  /** Why it is withdrawn or refused; a signature needs none. */
  readonly reason: string | null
}
/** `not-whole`: part of the dues lies outside the signer's area, who cannot sign what is not seen. */
export type DecideDrawRefusal =
  | 'not-found'
  | 'changed-meanwhile'
  | 'reason-missing'
  | 'not-whole'
  | 'only-the-proposer'
  | StepRefusal
  | SignatureRefusal
  | SigningRefusal
  | DrawRefusal

/**
 * Signs a draw, carries it out with the second signature, or ends it. The second factor is asked for;
 * what no longer fits, because the deposit went down or a due was paid, is refused and nothing moves.
 */
export async function decideDraw(
  tx: Tx,
  visit: SigningVisit,
  { id, version, action, reason }: DecideDraw,
): Promise<Result<null, DecideDrawRefusal>> {
  const draw = await findDraw(tx, id)
  if (!draw) return refuse('not-found')
  const step = takeStep(drawLifecycle, draw.status, { action, roles: visit.actor.roles })
  if (!step.ok) return step
  if (draw.version !== version) return refuse('changed-meanwhile')
  if (action === 'withdraw' && !mayWithdraw(draw, visit.actor.id))
    return refuse('only-the-proposer')
  const done =
    action === 'sign' || action === 'countersign'
      ? await signDraw(tx, visit, draw)
      : await end(tx, visit, { draw, status: step.value as 'withdrawn' | 'refused', reason })
  if (!done.ok) return done
  await keepDrawStep(tx, visit.actor, { draw, action, to: step.value, at: visit.now })
  return done
}

async function signDraw(
  tx: Tx,
  visit: SigningVisit,
  draw: DrawOrder,
): Promise<Result<null, DecideDrawRefusal>> {
  const { actor, now: at } = visit
  const not = mayNotSign(draw, actor.id)
  if (not) return refuse(not)
  const shares = await listShares(tx, draw.id)
  if (sumOf(shares) !== draw.covered) return refuse('not-whole')
  const signed = await sign(tx, visit, {
    ...{ record: { type: 'draw', id: draw.id }, meaning: 'draw.sign' },
    ...roleOf(actor),
    shown: shownOf(draw, shares),
  })
  if (!signed.ok) return signed
  if (draw.status === 'proposed')
    return kept(await keepFirstSignature(tx, draw, { by: actor.id, at }))
  if (!(await keepExecuted(tx, draw, { by: actor.id, at }))) return refuse('changed-meanwhile')
  const { agencyId, id: orderId } = draw
  return drawFromDeposit(tx, {
    ...{ agencyId, orderId, at, currency: draw.currency },
    shares: shares.map(({ dueId, share, cost }) => ({ dueId, minor: share, cost })),
  })
}

const kept = (moved: boolean): Result<null, 'changed-meanwhile'> =>
  moved ? ok(null) : refuse('changed-meanwhile')

const sumOf = (shares: readonly DrawnShare[]): bigint =>
  shares.reduce((sum, { cost }) => sum + cost, 0n)

/** The role in which it is signed: the signature names it. */
function roleOf(actor: Actor): { readonly role?: Role } {
  const role = drawSigners.find((each) => actor.roles.includes(each))
  return role ? { role } : {}
}

/** What the signer saw, as text that is the same for the same order. */
const shownOf = (draw: DrawOrder, shares: readonly DrawnShare[]): string => {
  const { number, agencyId, currency, standing, basis, rates } = draw
  return JSON.stringify({
    ...{ number, agencyId, currency, standing, basis, rates },
    covered: moneyText({ minor: draw.covered, currency }),
    // In minor units of the debt's currency, and of the deposit's.
    shares: shares.map(({ dueId, claim, share, cost }) =>
      [dueId, claim, share, cost].map((each) => each.toString()),
    ),
  })
}

type Ending = {
  readonly draw: DrawOrder
  readonly status: 'withdrawn' | 'refused'
  readonly reason: string | null
}

async function end(
  tx: Tx,
  { actor, now: at }: SigningVisit,
  { draw, status, reason }: Ending,
): Promise<Result<null, DecideDrawRefusal>> {
  if (reason === null || reason === '') return refuse('reason-missing')
  return kept(await endDraw(tx, draw, { status, reason, by: actor.id, at }))
}

type Step = {
  readonly draw: DrawOrder
  readonly action: DrawAction
  readonly to: string
  readonly at: Date
}

/** Writes on the draw's own timeline what was done with it. */
export const keepDrawStep = (tx: Tx, actor: Actor, { draw, action, to, at }: Step): Promise<void> =>
  recordEvent(tx, actor, {
    ...{ recordType: 'draw', recordId: draw.id, type: drawEventOf[action], at },
    ...{ from: draw.status, to, agencyId: draw.agencyId },
    data: { covered: draw.covered.toString(), currency: draw.currency },
    visibleTo: to === 'executed' ? ['officer', 'agency'] : ['officer'],
  })
