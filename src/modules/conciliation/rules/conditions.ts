import type { Actor } from '../../../kernel/actor.ts'
import { type StepRefusal, takeStep } from '../../../kernel/lifecycle.ts'
import { type Result, refuse } from '../../../kernel/result.ts'
import {
  type Attendance,
  type FailReason,
  isUnderWay,
  type Meeting,
  type MeetingAction,
  type MeetingStatus,
  type MeetingWay,
  meetingLifecycle,
  type NotHeldReason,
} from './meeting.ts'

export type PlanRefusal =
  | 'protected-never-meets'
  | 'meeting-under-way'
  | 'nobody-to-invite'
  | 'conductor-in-conflict'
  | 'place-needs-reason'

export type PlanFacts = {
  readonly isProtected: boolean
  readonly earlier: readonly Pick<Meeting, 'status'>[]
  /** Whoever is to conduct it declared something that stands between her and the case. */
  readonly conductorInConflict: boolean
  /** Where the worker is; null where nobody knows. */
  readonly workerProvince: string | null
}
export type PlanWish = {
  readonly way: MeetingWay
  readonly province: string | null
  readonly reason: string | null
}

/** Whether the two sides may be asked to meet like this; null if so. */
export function refusePlan(wish: PlanWish, facts: PlanFacts): PlanRefusal | null {
  if (facts.isProtected) return 'protected-never-meets'
  if (facts.earlier.some(({ status }) => isUnderWay(status))) return 'meeting-under-way'
  if (facts.conductorInConflict) return 'conductor-in-conflict'
  return needsReason(wish, facts.workerProvince) && wish.reason === null
    ? 'place-needs-reason'
    : null
}

/** By telephone or where she is, nobody has to say why; anywhere else somebody does. */
const needsReason = (
  { way, province }: Pick<PlanWish, 'way' | 'province'>,
  workerProvince: string | null,
): boolean => way === 'in-person' && province !== workerProvince

export type MeetingRefusal =
  | StepRefusal
  | 'protected-never-meets'
  | 'conflict-of-interest'
  | 'worker-absence-fails-nothing'
  | 'nobody-of-one-side'

export type StepFacts = {
  readonly actor: Actor
  readonly isProtected: boolean
  readonly hasConflict: boolean
}

/** The status that this action leads to, or why it may not be taken now. */
export function checkMeeting(
  meeting: Meeting,
  action: MeetingAction,
  { actor, isProtected, hasConflict }: StepFacts,
): Result<MeetingStatus, MeetingRefusal> {
  const step = takeStep(meetingLifecycle, meeting.status, { action, roles: actor.roles })
  if (!step.ok) return step
  if (hasConflict) return refuse('conflict-of-interest')
  if (isProtected && !endsOnly.includes(action)) return refuse('protected-never-meets')
  if (action === 'fail' && failsByHerAbsence(meeting)) return refuse('worker-absence-fails-nothing')
  return step
}

const endsOnly: readonly MeetingAction[] = ['not-held', 'call-off', 'fail']

/**
 * Somebody who works abroad, or could not be reached, loses nothing by not coming: the next attempt
 * is by telephone, or somebody decides on another basis.
 */
export const failsByHerAbsence = ({
  status,
  notHeldWhy,
}: Pick<Meeting, 'status' | 'notHeldWhy'>): boolean =>
  status === 'not-held' && notHeldWhy !== null && hersAlone.includes(notHeldWhy)

const hersAlone: readonly NotHeldReason[] = ['worker-absent', 'excused', 'office']

/** A meeting at which one side was nobody was not held; null if it was. */
export const refuseHeld = (came: {
  readonly worker: Attendance
  readonly agency: Attendance
}): 'nobody-of-one-side' | null =>
  came.worker === 'absent' || came.agency === 'absent' ? 'nobody-of-one-side' : null

/** The buttons to draw: exactly what checkMeeting accepts. */
export const offeredMeetingActions = (meeting: Meeting, facts: StepFacts): MeetingAction[] =>
  (Object.keys(meetingLifecycle.steps) as MeetingAction[]).filter(
    (action) => checkMeeting(meeting, action, facts).ok,
  )

/** Whether this reason ends conciliation although it was never held. */
export const failsUnheld = (why: FailReason): boolean =>
  why === 'agency-stays-away' || why === 'agency-refuses' || why === 'worker-wants-decision'
