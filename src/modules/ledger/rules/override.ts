import type { Day } from '../../../kernel/days.ts'
import type { Id } from '../../../kernel/ids.ts'
import type { Lifecycle } from '../../../kernel/lifecycle.ts'
import type { AgencyId } from '../../agencies/index.ts'
import { depositKeeperRoles } from './deposit.ts'
import { drawSigners } from './draw.ts'

export type OverrideId = Id<'deposit-override'>

/** Whether job orders of an agency whose deposit is short are refused. */
export const blockRule = 'deposit.blocks_job_orders'

export const overrideStatuses = ['proposed', 'signed', 'refused', 'withdrawn'] as const
export type OverrideStatus = (typeof overrideStatuses)[number]
export const overrideActions = ['sign', 'refuse', 'withdraw'] as const
export type OverrideAction = (typeof overrideActions)[number]

/** Proposed by one, signed by a second. */
export const overrideLifecycle: Lifecycle<OverrideStatus, OverrideAction> = {
  initial: 'proposed',
  final: ['signed', 'refused', 'withdrawn'],
  steps: {
    sign: { from: ['proposed'], to: 'signed', by: drawSigners },
    refuse: { from: ['proposed'], to: 'refused', by: drawSigners },
    withdraw: { from: ['proposed'], to: 'withdrawn', by: depositKeeperRoles },
  },
}

export const overrideEventOf = {
  sign: 'deposit.override-signed',
  refuse: 'deposit.override-refused',
  withdraw: 'deposit.override-withdrawn',
} as const satisfies Readonly<Record<OverrideAction, string>>

/** That job orders are let through on these days although the deposit is short. */
export type Override = {
  readonly id: OverrideId
  readonly agencyId: AgencyId
  readonly fromDay: Day
  readonly untilDay: Day
  readonly reason: string
  readonly status: OverrideStatus
  readonly version: number
  readonly proposedBy: string
  readonly proposedAt: Date
  readonly decidedBy: string | null
  readonly decidedAt: Date | null
  readonly decidedReason: string | null
}

/** Whether it holds on a day. */
export const holdsOn = (
  { status, fromDay, untilDay }: Pick<Override, 'status' | 'fromDay' | 'untilDay'>,
  day: Day,
): boolean => status === 'signed' && fromDay <= day && day <= untilDay
