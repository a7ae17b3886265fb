import type { Actor } from '../../../kernel/actor.ts'
import { type Day, dayOf } from '../../../kernel/days.ts'
import { type StepRefusal, takeStep } from '../../../kernel/lifecycle.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import { newId } from '../../../platform/new-id.ts'
import { type SigningRefusal, type SigningVisit, sign } from '../../accounts/index.ts'
import type { AgencyId } from '../../agencies/index.ts'
import { drawSigners } from '../rules/draw.ts'
import {
  type Override,
  type OverrideAction,
  type OverrideId,
  overrideEventOf,
  overrideLifecycle,
} from '../rules/override.ts'
import { decideOverrideRow, findOverride, insertOverride } from '../store/overrides.ts'

export type ProposeOverride = {
  readonly agencyId: AgencyId
  readonly fromDay: Day
  readonly untilDay: Day
  readonly reason: string
  readonly at: Date
}

/** Proposes that job orders are let through for some days although the deposit is short. */
export async function proposeOverride(
  tx: Tx,
  actor: Actor,
  { agencyId, fromDay, untilDay, reason, at }: ProposeOverride,
): Promise<Result<OverrideId, 'days-wrong'>> {
  if (untilDay < fromDay || untilDay < dayOf(at)) return refuse('days-wrong')
  const id = newId<OverrideId>()
  const row = { id, agencyId, fromDay, untilDay, reason, proposedBy: actor.id, proposedAt: at }
  await insertOverride(tx, row)
  await recordEvent(tx, actor, {
    ...{ recordType: 'deposit-override', recordId: id, type: 'deposit.override-proposed', at },
    ...{ agencyId, visibleTo: ['officer'], data: { fromDay, untilDay } },
  })
  return ok(id)
}

export type DecideOverride = {
  readonly agencyId: AgencyId
  readonly id: string
  readonly version: number
  readonly action: OverrideAction
  readonly reason: string | null
}
export type OverrideRefusal =
  | 'not-found'
  | 'changed-meanwhile'
  | 'reason-missing'
  | 'only-the-proposer'
  | 'second-person-signs'
  | StepRefusal
  | SigningRefusal

/** A second person signs it with the second factor, or it ends with a reason. */
export async function decideOverride(
  tx: Tx,
  visit: SigningVisit,
  { agencyId, id, version, action, reason }: DecideOverride,
): Promise<Result<null, OverrideRefusal>> {
  const { actor, now: at } = visit
  const found = await findOverride(tx, id)
  if (!found || found.agencyId !== agencyId) return refuse('not-found')
  const step = takeStep(overrideLifecycle, found.status, { action, roles: actor.roles })
  if (!step.ok) return step
  const fault = faultOf({ action, reason, isOwn: found.proposedBy === actor.id })
  if (fault) return refuse(fault)
  const signed = action === 'sign' ? await signOverride(tx, visit, found) : ok(null)
  if (!signed.ok) return signed
  const decided = await decideOverrideRow(
    tx,
    { id: found.id, version },
    {
      ...{ status: step.value as Exclude<Override['status'], 'proposed'>, by: actor.id, at },
      reason: action === 'sign' ? null : reason,
    },
  )
  if (!decided) return refuse('changed-meanwhile')
  await recordEvent(tx, actor, {
    ...{ recordType: 'deposit-override', recordId: found.id, at, agencyId },
    ...{ type: overrideEventOf[action], from: found.status, to: step.value },
    visibleTo: action === 'sign' ? ['officer', 'agency'] : ['officer'],
  })
  return ok(null)
}

type Asked = Pick<DecideOverride, 'action' | 'reason'> & { readonly isOwn: boolean }

function faultOf({ action, reason, isOwn }: Asked): OverrideRefusal | null {
  if (action === 'withdraw' && !isOwn) return 'only-the-proposer'
  if (action !== 'withdraw' && isOwn) return 'second-person-signs'
  return action !== 'sign' && !reason ? 'reason-missing' : null
}

async function signOverride(tx: Tx, visit: SigningVisit, one: Override) {
  const role = drawSigners.find((each) => visit.actor.roles.includes(each))
  const { id, agencyId, fromDay, untilDay, reason, proposedBy } = one
  return sign(tx, visit, {
    ...{ record: { type: 'deposit-override', id }, meaning: 'deposit.override' },
    ...(role ? { role } : {}),
    shown: JSON.stringify({ agencyId, fromDay, untilDay, reason, proposedBy }),
  })
}
