import type { Role } from '../../../kernel/actor.ts'
import type { Id } from '../../../kernel/ids.ts'
import type { Lifecycle } from '../../../kernel/lifecycle.ts'

export type MeetingId = Id<'conciliation'>

export const meetingStatuses = [
  'planned',
  'invited',
  'held',
  'not-held',
  'settled',
  'failed',
] as const
export type MeetingStatus = (typeof meetingStatuses)[number]

export const meetingActions = [
  'invite',
  'postpone',
  'hold',
  'not-held',
  'settle',
  'fail',
  'call-off',
] as const
export type MeetingAction = (typeof meetingActions)[number]

const officers = ['complaints-officer', 'complaints-head'] as const satisfies readonly Role[]

/** One attempt to bring both sides together. Another attempt is another row. */
export const meetingLifecycle: Lifecycle<MeetingStatus, MeetingAction> = {
  initial: 'planned',
  final: ['settled', 'failed'],
  steps: {
    invite: { from: ['planned'], to: 'invited', by: officers },
    // Another day needs another invitation.
    postpone: { from: ['planned', 'invited'], to: 'planned', by: officers },
    hold: { from: ['invited'], to: 'held', by: officers },
    'not-held': { from: ['planned', 'invited'], to: 'not-held', by: officers },
    settle: { from: ['held'], to: 'settled', by: officers },
    // Also after nobody came: then no further attempt is made.
    fail: { from: ['held', 'not-held'], to: 'failed', by: officers },
    // The case came under protection, or went its own way.
    'call-off': { from: ['planned', 'invited', 'held'], to: 'not-held', by: ['system'] },
  },
}

export const meetingEventOf = {
  plan: 'conciliation.planned',
  invite: 'conciliation.invited',
  postpone: 'conciliation.postponed',
  hold: 'conciliation.held',
  'not-held': 'conciliation.not-held',
  settle: 'conciliation.settled',
  fail: 'conciliation.failed',
  'call-off': 'conciliation.called-off',
} as const satisfies Readonly<Record<MeetingAction | 'plan', string>>

export const isUnderWay = (status: MeetingStatus): boolean =>
  status === 'planned' || status === 'invited' || status === 'held'

export const meetingWays = ['phone', 'video', 'in-person'] as const
export type MeetingWay = (typeof meetingWays)[number]

export const sides = ['worker', 'agency'] as const
export type Side = (typeof sides)[number]

/** How somebody took part, or that nobody of this side did. */
export const attendances = ['in-person', 'by-phone', 'represented', 'absent'] as const
export type Attendance = (typeof attendances)[number]

/** Why a side did not come, as far as it is known. */
export const absences = ['abroad', 'not-reached', 'excused', 'refused', 'unknown'] as const
export type Absence = (typeof absences)[number]

export const notHeldReasons = [
  'worker-absent',
  'agency-absent',
  'both-absent',
  'excused',
  'office',
  'protected',
] as const
export type NotHeldReason = (typeof notHeldReasons)[number]

export const failReasons = [
  'no-agreement',
  'agency-refuses',
  'agency-stays-away',
  'worker-wants-decision',
  'other',
] as const
export type FailReason = (typeof failReasons)[number]

/** To whom minutes were read aloud. */
export const readTo = ['worker', 'representative', 'agency'] as const
export type ReadTo = (typeof readTo)[number]

export const costKinds = [
  'travel',
  'lodging',
  'meals',
  'interpreter',
  'lost-wage',
  'other',
] as const
export type CostKind = (typeof costKinds)[number]
export const costPayers = ['ministry', 'agency', 'organisation', 'worker', 'nobody-yet'] as const
export type CostPayer = (typeof costPayers)[number]

export type Meeting = {
  readonly id: MeetingId
  readonly complaintId: string
  readonly attempt: number
  readonly status: MeetingStatus
  readonly version: number
  readonly way: MeetingWay
  /** Where it meets; null by telephone or video. */
  readonly province: string | null
  readonly meetsAt: Date
  readonly conductedBy: string
  readonly agencyIds: readonly string[]
  readonly plannedAt: Date
  readonly invitedAt: Date | null
  readonly heldAt: Date | null
  readonly endedAt: Date | null
  readonly notHeldWhy: NotHeldReason | null
  readonly failedWhy: FailReason | null
  readonly readTo: readonly ReadTo[]
  readonly outcomeId: string | null
}
