import type { Actor } from '../../../kernel/actor.ts'
import { type StepRefusal, takeStep } from '../../../kernel/lifecycle.ts'
import { type Result, refuse } from '../../../kernel/result.ts'
import type { Complaint, ComplaintStatus } from './complaint.ts'
import { type ComplaintAction, complaintLifecycle, isByHand } from './lifecycle.ts'

/** What still has to come to somebody, so that nobody closes the case as if all were done. */
export const stillOpen = [
  'still-owed',
  'not-confirmed',
  'still-recurring',
  'still-to-be-done',
] as const
export type StillOpen = (typeof stillOpen)[number]

export type ConditionRefusal =
  | StillOpen
  | 'no-registered-agency'
  | 'anonymous-cannot-claim'
  | 'only-anonymous-is-a-warning'
  | 'another-officer-must-call'
  | 'another-officer-must-record'
  | 'digits-of-the-proposer'
  | 'conflict-of-interest'
  | 'case-is-protected'
  | 'proceeding-open'
export type ActionRefusal = StepRefusal | ConditionRefusal

/** What role, status and the case itself cannot say. */
export type Circumstances = {
  /** The acting officer declared something that stands between her and this case. */
  readonly hasConflict: boolean
  /** Who proposed its closure last. */
  readonly proposedBy: string | null
  /** What was promised or decided and has not come yet. */
  readonly stillOpen: StillOpen | null
  /** A court, the police or an authority still has it. */
  readonly hasProceeding: boolean
}
export const noCircumstances: Circumstances = {
  hasConflict: false,
  proposedBy: null,
  stillOpen: null,
  hasProceeding: false,
}

type Around = { readonly actor: Actor; readonly circumstances: Circumstances }
type Condition = (complaint: Complaint, around: Around) => ConditionRefusal | null

/** An anonymous complaint is a warning: nothing can be claimed in nobody's name. */
const needsSomebody: Condition = ({ openness }) =>
  openness === 'anonymous' ? 'anonymous-cannot-claim' : null

/** Whoever may be in danger never meets the other side, and the agency hears nothing. */
const mayMeetOthers: Condition = (complaint, around) =>
  needsSomebody(complaint, around) ?? (complaint.isProtected ? 'case-is-protected' : null)

/** Where money or something else is still to come, only a case closed with a reason ends before. */
const nothingOpen: Condition = (_complaint, { circumstances }) => circumstances.stillOpen

/** What role and status alone cannot decide. */
const conditions: Readonly<Partial<Record<ComplaintAction, Condition>>> = {
  'ask-agency': (complaint, around) =>
    mayMeetOthers(complaint, around) ??
    (complaint.agencyId === null ? 'no-registered-agency' : null),
  'begin-conciliation': mayMeetOthers,
  'keep-as-warning': ({ openness }) =>
    openness === 'anonymous' ? null : 'only-anonymous-is-a-warning',
  // A withdrawal counts only after a private call by an officer who does not handle the case.
  'confirm-withdrawal': ({ ownerId }, { actor }) =>
    ownerId === actor.id ? 'another-officer-must-call' : null,
  'propose-closure': nothingOpen,
  // What a court still has is not over because the money came.
  'close-by-confirmation': (_complaint, { circumstances }) =>
    circumstances.hasProceeding ? 'proceeding-open' : null,
  // Whoever gave out the digits could agree with them in her name.
  'close-with-consent': (complaint, around) =>
    complaint.secretBy === around.actor.id
      ? 'another-officer-must-record'
      : nothingOpen(complaint, around),
  'agree-to-closure': (complaint, around) =>
    isOfProposer(complaint, around) ? 'digits-of-the-proposer' : nothingOpen(complaint, around),
}

const isOfProposer = (
  { secretBy, ownerId }: Complaint,
  { circumstances: { proposedBy } }: Around,
): boolean => secretBy !== null && (secretBy === proposedBy || secretBy === ownerId)

/** The status that this action leads to for this actor and this complaint, or why not. */
export function checkAction(
  complaint: Complaint,
  action: ComplaintAction,
  { actor, circumstances }: Around,
): Result<ComplaintStatus, ActionRefusal> {
  // Somebody of a group follows her own part; the case is moved by whoever speaks for all.
  if (actor.casePerson !== undefined) return refuse('not-your-role')
  const step = takeStep(complaintLifecycle, complaint.status, { action, roles: actor.roles })
  if (!step.ok) return step
  if (circumstances.hasConflict) return refuse('conflict-of-interest')
  const refusal = conditions[action]?.(complaint, { actor, circumstances }) ?? null
  return refusal === null ? step : refuse(refusal)
}

/** The buttons to draw: exactly the actions by hand that checkAction accepts. */
export const offeredComplaintActions = (complaint: Complaint, around: Around): ComplaintAction[] =>
  (Object.keys(complaintLifecycle.steps) as ComplaintAction[]).filter(
    (action) => isByHand(action) && checkAction(complaint, action, around).ok,
  )
