import type { Actor } from '../../../kernel/actor.ts'
import { type StepRefusal, takeStep } from '../../../kernel/lifecycle.ts'
import { type Result, refuse } from '../../../kernel/result.ts'
import type { Complaint, ComplaintStatus } from './complaint.ts'
import { type ComplaintAction, complaintLifecycle } from './lifecycle.ts'

export type ConditionRefusal =
  | 'no-registered-agency'
  | 'anonymous-cannot-claim'
  | 'only-anonymous-is-a-warning'
  | 'another-officer-must-call'
export type ActionRefusal = StepRefusal | ConditionRefusal

type Condition = (complaint: Complaint, actor: Actor) => ConditionRefusal | null

/** What role and status alone cannot decide. */
const conditions: Readonly<Partial<Record<ComplaintAction, Condition>>> = {
  // An anonymous complaint is a warning: nothing can be claimed in nobody's name.
  'ask-agency': ({ agencyId, openness }) => {
    if (openness === 'anonymous') return 'anonymous-cannot-claim'
    return agencyId === null ? 'no-registered-agency' : null
  },
  'keep-as-warning': ({ openness }) =>
    openness === 'anonymous' ? null : 'only-anonymous-is-a-warning',
  // A withdrawal counts only after a private call by an officer who does not handle the case.
  'confirm-withdrawal': ({ ownerId }, actor) =>
    ownerId === actor.id ? 'another-officer-must-call' : null,
}

/** The status that this action leads to for this actor and this complaint, or why not. */
export function checkAction(
  complaint: Complaint,
  action: ComplaintAction,
  actor: Actor,
): Result<ComplaintStatus, ActionRefusal> {
  const step = takeStep(complaintLifecycle, complaint.status, { action, roles: actor.roles })
  if (!step.ok) return step
  const refusal = conditions[action]?.(complaint, actor) ?? null
  return refusal === null ? step : refuse(refusal)
}

/** The buttons to draw: exactly the actions that checkAction accepts. */
export const offeredComplaintActions = (complaint: Complaint, actor: Actor): ComplaintAction[] =>
  (Object.keys(complaintLifecycle.steps) as ComplaintAction[]).filter(
    (action) => checkAction(complaint, action, actor).ok,
  )
