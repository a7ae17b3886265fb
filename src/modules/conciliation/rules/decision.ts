import type { Actor, Role } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/days.ts'
import type { Id } from '../../../kernel/ids.ts'
import { type Lifecycle, type StepRefusal, takeStep } from '../../../kernel/lifecycle.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'

export type DecisionId = Id<'decision'>

/** What it is called: a decision only where a rule says that the ministry may order. */
export const decisionKinds = ['decision', 'proposal'] as const
export type DecisionKind = (typeof decisionKinds)[number]

export const decisionStatuses = [
  'drafted',
  'issued',
  'appealed',
  'upheld',
  'changed',
  'set-aside',
  'dropped',
] as const
export type DecisionStatus = (typeof decisionStatuses)[number]

export const decisionActions = ['sign', 'drop', 'appeal', 'uphold', 'change', 'set-aside'] as const
export type DecisionAction = (typeof decisionActions)[number]

const officers = ['complaints-officer', 'complaints-head'] as const satisfies readonly Role[]

export const decisionLifecycle: Lifecycle<DecisionStatus, DecisionAction> = {
  initial: 'drafted',
  final: ['upheld', 'changed', 'set-aside', 'dropped'],
  steps: {
    sign: { from: ['drafted'], to: 'issued', by: officers },
    drop: { from: ['drafted'], to: 'dropped', by: officers },
    // Both sides may; an officer enters what came on paper.
    appeal: {
      from: ['issued', 'appealed'],
      to: 'appealed',
      by: ['complainant', 'agency-clerk', ...officers],
    },
    uphold: { from: ['appealed'], to: 'upheld', by: officers },
    change: { from: ['appealed'], to: 'changed', by: officers },
    'set-aside': { from: ['appealed'], to: 'set-aside', by: officers },
  },
}

export const decisionEventOf = {
  draft: 'decision.drafted',
  sign: 'decision.issued',
  drop: 'decision.dropped',
  appeal: 'decision.appealed',
  uphold: 'decision.upheld',
  change: 'decision.changed',
  'set-aside': 'decision.set-aside',
  'agency-accepts': 'decision.agency-accepted',
  'agency-refuses': 'decision.agency-refused',
  unanswered: 'decision.unanswered',
} as const satisfies Readonly<Record<DecisionAction | Told, string>>
type Told = 'draft' | 'agency-accepts' | 'agency-refuses' | 'unanswered'

export const rulings = ['uphold', 'change', 'set-aside'] as const
export type Ruling = (typeof rulings)[number]

export const findings = ['for-worker', 'partly', 'against'] as const
export type Finding = (typeof findings)[number]

export const appealSides = ['worker', 'agency'] as const
export type AppealSide = (typeof appealSides)[number]

export const mayOrderRule = 'remedy.order_authority'
export const appealRule = 'complaint.appeal_days'

/** While nobody could say that the ministry may order, its paper is a proposal. */
export const kindFor = (mayOrder: boolean | null): DecisionKind =>
  mayOrder === true ? 'decision' : 'proposal'

export type Decision = {
  readonly id: DecisionId
  readonly complaintId: string
  readonly kind: DecisionKind
  readonly status: DecisionStatus
  readonly version: number
  readonly decidedBy: string
  readonly finding: Finding
  readonly draftedAt: Date
  readonly issuedAt: Date | null
  readonly workerUntil: Day
  readonly agencyUntil: Day
  readonly untilBy: 'rule' | 'officer'
  readonly mayOrder: 'yes' | 'no' | 'unknown'
  readonly agencyIds: readonly string[]
  readonly outcomeId: string | null
  readonly ruledBy: string | null
  readonly ruledAt: Date | null
  /** What whoever should pay said to a proposal. */
  readonly agencyAnswer: AgencyAnswer | null
  readonly agencyAnsweredOn: Day | null
}

export const agencyAnswers = ['accepted', 'refused'] as const
export type AgencyAnswer = (typeof agencyAnswers)[number]

export type AnswerRefusal =
  | 'not-your-role'
  | 'conflict-of-interest'
  | 'only-a-proposal'
  | 'not-in-this-status'
  | 'answered-already'
  | 'answer-in-the-future'

/** Why nobody may write down what the other side says to this proposal; null where somebody may. */
export function refuseAgencyAnswer(
  { kind, status, agencyAnswer, agencyIds }: Decision,
  { actor, hasConflict }: Pick<DecisionFacts, 'actor' | 'hasConflict'>,
): AnswerRefusal | null {
  const isOfficer = officers.some((role) => actor.roles.includes(role))
  const isTheirs = actor.agencyId !== null && agencyIds.includes(actor.agencyId)
  if (!isOfficer && !isTheirs) return 'not-your-role'
  if (isOfficer && hasConflict) return 'conflict-of-interest'
  if (kind !== 'proposal') return 'only-a-proposal'
  if (agencyAnswer !== null) return 'answered-already'
  return status === 'issued' ? null : 'not-in-this-status'
}

/** Whose word a proposal waits for: of so many persons, and of whoever should pay. */
export type Awaited = {
  readonly workers: number
  readonly workerUntil: Day
  readonly agency: boolean
  readonly agencyUntil: Day
}

/** Null where nothing is waited for: it is no proposal, or both sides have said what they say. */
export function awaitedOf(decision: Decision, unanswered: number): Awaited | null {
  const { kind, status, agencyAnswer, workerUntil, agencyUntil } = decision
  if (kind !== 'proposal' || status !== 'issued' || agencyAnswer === 'refused') return null
  const agency = agencyAnswer === null
  return unanswered === 0 && !agency
    ? null
    : { workers: unanswered, workerUntil, agency, agencyUntil }
}

/** By when each side answers a proposal, by the rule or as an officer set it. */
export const answerClocks = { worker: 'worker-answer', agency: 'agency-answer' } as const

export type DraftFacts = {
  readonly actor: Actor
  /** Who conducted a meeting of this case. */
  readonly mediators: readonly string[]
  readonly ownerId: string | null
  readonly hasConflict: boolean
  readonly isProtected: boolean
  readonly hasFailed: boolean
  /** Those for whom a decision stands or is being written. */
  readonly taken: ReadonlySet<string>
  /** Pieces of evidence of which nobody said whether both sides may see them. */
  readonly unsorted: number
}
export type DraftRefusal =
  | 'not-your-role'
  | 'conflict-of-interest'
  | 'mediator-does-not-decide'
  | 'owner-does-not-decide'
  | 'conciliation-first'
  | 'already-decided-for'
  | 'nobody-decided-for'
  | 'evidence-not-sorted'

/** A second officer decides, after conciliation failed or where it must not be tried. */
export function refuseDraft(persons: readonly string[], facts: DraftFacts): DraftRefusal | null {
  const { actor, mediators } = facts
  if (!officers.some((role) => actor.roles.includes(role))) return 'not-your-role'
  if (facts.hasConflict) return 'conflict-of-interest'
  if (mediators.includes(actor.id)) return 'mediator-does-not-decide'
  if (mediators.length === 0 && facts.ownerId === actor.id) return 'owner-does-not-decide'
  if (!facts.hasFailed && !facts.isProtected) return 'conciliation-first'
  if (persons.length === 0) return 'nobody-decided-for'
  if (persons.some((id) => facts.taken.has(id))) return 'already-decided-for'
  return facts.unsorted > 0 ? 'evidence-not-sorted' : null
}

export type UntilRefusal = 'appeal-day-missing' | 'appeal-day-passed' | 'appeal-reason-missing'

/** Until when each side may appeal: by the rule, or as an officer sets it and says why. */
export function appealDays(
  { byRule, today }: { readonly byRule: Day | null; readonly today: Day },
  set: { readonly worker: Day | null; readonly agency: Day | null; readonly reason: string | null },
): Result<{ worker: Day; agency: Day; by: 'rule' | 'officer' }, UntilRefusal> {
  if (byRule !== null && set.worker === null && set.agency === null)
    return ok({ worker: byRule, agency: byRule, by: 'rule' })
  const worker = set.worker ?? byRule
  const agency = set.agency ?? byRule
  if (worker === null || agency === null) return refuse('appeal-day-missing')
  if (worker <= today || agency <= today) return refuse('appeal-day-passed')
  if (set.reason === null) return refuse('appeal-reason-missing')
  return ok({ worker, agency, by: 'officer' })
}

export type DecisionRefusal =
  | StepRefusal
  | 'only-who-decided'
  | 'decider-hears-no-appeal'
  | 'mediator-does-not-decide'
  | 'conflict-of-interest'
  | 'appeal-too-late'
  | 'appealed-already'

export type DecisionFacts = {
  readonly actor: Actor
  readonly mediators: readonly string[]
  readonly hasConflict: boolean
  readonly today: Day
  readonly appealedBy: readonly AppealSide[]
  /** For whom the appeal is made. */
  readonly side?: AppealSide
}

/** The status that this action leads to, or why this actor may not take it now. */
export function checkDecision(
  decision: Decision,
  action: DecisionAction,
  facts: DecisionFacts,
): Result<DecisionStatus, DecisionRefusal> {
  const { actor } = facts
  const step = takeStep(decisionLifecycle, decision.status, { action, roles: actor.roles })
  if (!step.ok) return step
  if (facts.hasConflict) return refuse('conflict-of-interest')
  const refusal =
    action === 'appeal' ? refuseAppeal(decision, facts) : refuseHand(decision, action, facts)
  return refusal === null ? step : refuse(refusal)
}

function refuseHand(
  { decidedBy }: Decision,
  action: DecisionAction,
  { actor, mediators }: DecisionFacts,
): DecisionRefusal | null {
  if (mediators.includes(actor.id)) return 'mediator-does-not-decide'
  if (action === 'sign' || action === 'drop')
    return decidedBy === actor.id ? null : 'only-who-decided'
  return decidedBy === actor.id ? 'decider-hears-no-appeal' : null
}

function refuseAppeal(
  { workerUntil, agencyUntil }: Decision,
  { side, today, appealedBy }: DecisionFacts,
): DecisionRefusal | null {
  if (side === undefined) return 'not-in-this-status'
  if (appealedBy.includes(side)) return 'appealed-already'
  return today > (side === 'worker' ? workerUntil : agencyUntil) ? 'appeal-too-late' : null
}

export const offeredDecisionActions = (
  decision: Decision,
  facts: DecisionFacts,
): DecisionAction[] =>
  (Object.keys(decisionLifecycle.steps) as DecisionAction[]).filter(
    (action) => checkDecision(decision, action, facts).ok,
  )
