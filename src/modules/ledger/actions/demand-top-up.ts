import type { Actor } from '../../../kernel/actor.ts'
import { type Day, dayOf } from '../../../kernel/days.ts'
import { isUuid } from '../../../kernel/ids.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import { newId } from '../../../platform/new-id.ts'
import type { AgencyId } from '../../agencies/index.ts'
import { findNumber, rulebook } from '../../law/index.ts'
import { type DemandId, minimumOf, minimumRule, shortBy } from '../rules/deposit.ts'
import { endDemand, findDemand, insertDemand } from '../store/demands.ts'
import { listHoldings, openDeposit } from '../store/deposits.ts'

export type DemandTopUp = {
  readonly agencyId: AgencyId
  /** The last day that is in time: the law's term is not known, so an officer sets it. */
  readonly dueOn: Day
  /** Why this day. */
  readonly reason: string
  readonly at: Date
}
/** `not-short`: enough is held, or nobody can say that it is not. */
export type DemandRefusal = 'not-short' | 'already-demanded' | 'due-day-passed'

/** Demands that a deposit is filled up to the minimum; its clock runs from now. */
export async function demandTopUp(
  tx: Tx,
  actor: Actor,
  { agencyId, dueOn, reason, at }: DemandTopUp,
): Promise<Result<DemandId, DemandRefusal>> {
  const today = dayOf(at)
  if (dueOn <= today) return refuse('due-day-passed')
  const minimum = minimumOf(findNumber(await rulebook(tx, today), minimumRule))
  const missing = shortBy(await listHoldings(tx, [agencyId]), minimum)
  if (!minimum || !missing) return refuse('not-short')
  const holding = await openDeposit(tx, { agencyId, currency: minimum.currency, at })
  const id = newId<DemandId>()
  const sums = { target: minimum.minor, missing: missing.minor }
  const made = { id, depositId: holding.id, ...sums, dueOn, reason, madeBy: actor.id, at }
  if (!(await insertDemand(tx, made))) return refuse('already-demanded')
  await recordEvent(tx, actor, {
    ...{ recordType: 'deposit', recordId: holding.id, type: 'deposit.demand-made', at },
    ...{ agencyId, visibleTo: ['officer', 'agency'] },
    data: { demand: id, dueOn, missing: missing.minor.toString() },
  })
  return ok(id)
}

export type WithdrawDemand = {
  readonly id: string
  readonly version: number
  readonly reason: string
  readonly at: Date
}
export type WithdrawRefusal = 'not-found' | 'changed-meanwhile'

/** Takes a demand back, with the reason. */
export async function withdrawDemand(
  tx: Tx,
  actor: Actor,
  { id, version, reason, at }: WithdrawDemand,
): Promise<Result<null, WithdrawRefusal>> {
  const demand = isUuid(id) ? await findDemand(tx, id) : null
  if (!demand) return refuse('not-found')
  const ended = await endDemand(tx, { id: demand.id, version }, { status: 'withdrawn', at, reason })
  if (!ended) return refuse('changed-meanwhile')
  await recordEvent(tx, actor, {
    ...{ recordType: 'deposit', recordId: demand.depositId, type: 'deposit.demand-withdrawn', at },
    ...{ visibleTo: ['officer'], data: { demand: demand.id } },
  })
  return ok(null)
}
