import { type Actor, systemActor } from '../../../kernel/actor.ts'
import { addDays, type Day, dayOf, startOfDay } from '../../../kernel/days.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { type Db, type Tx, transact } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import { legalTime, setClockDue, startClock, stopClock } from '../../casework/index.ts'
import { countUnanswered, endOutcome } from '../../compensation/index.ts'
import { findGuardedCase } from '../../complaints/index.ts'
import {
  type AgencyAnswer,
  type AnswerRefusal,
  answerClocks,
  appealRule,
  awaitedOf,
  decisionEventOf,
  refuseAgencyAnswer,
} from '../rules/decision.ts'
import { officersInConflict } from '../store/conflict.ts'
import {
  type DecisionRow,
  findDecision,
  keepAgencyAnswer,
  listDecisions,
  releasePersons,
} from '../store/decision.ts'

/** Two clocks, one for each side: a proposal that nobody answers is not forgotten. */
export async function startAnswerClocks(
  tx: Tx,
  actor: Actor,
  { decision, area, at }: { decision: DecisionRow; area: string; at: Date },
): Promise<void> {
  if (decision.kind !== 'proposal') return
  const law = await legalTime(tx, dayOf(at))
  const record = { type: 'decision', id: decision.id, area }
  const until = { worker: decision.workerUntil, agency: decision.agencyUntil }
  for (const side of ['worker', 'agency'] as const) {
    const kind = answerClocks[side]
    await startClock(tx, { record, kind, ruleKey: appealRule, at, law })
    const dueAt = startOfDay(addDays(until[side], 1))
    await setClockDue(tx, { recordId: decision.id, kind, dueAt, by: actor.id })
  }
}

export async function stopAnswerClocks(
  tx: Tx,
  { id: recordId, kind: of }: Pick<DecisionRow, 'id' | 'kind'>,
  at: Date,
): Promise<void> {
  if (of !== 'proposal') return
  for (const kind of Object.values(answerClocks)) await stopClock(tx, { recordId, kind, at })
}

export type AnswerProposal = {
  readonly decisionId: string
  readonly answer: AgencyAnswer
  /** The day on which it was said; today where the agency says it here. */
  readonly on: Day | null
  readonly at: Date
}
export type AnswerProposalRefusal = AnswerRefusal | 'not-found' | 'changed-meanwhile'

/** What whoever should pay says to a proposal: on its own page, or as an officer heard it. */
export async function answerProposal(
  tx: Tx,
  actor: Actor,
  { decisionId, answer, on, at }: AnswerProposal,
): Promise<Result<null, AnswerProposalRefusal>> {
  const decision = await findDecision(tx, decisionId)
  if (!decision) return refuse('not-found')
  const isOfficer = actor.agencyId === null
  const inConflict = isOfficer ? await officersInConflict(tx, decision.complaintId) : []
  const facts = { actor, hasConflict: inConflict.includes(actor.id) }
  const refusal = refuseAgencyAnswer(decision, facts)
  if (refusal) return refuse(refusal)
  const said = on ?? dayOf(at)
  if (said > dayOf(at)) return refuse('answer-in-the-future')
  if (!(await keepAgencyAnswer(tx, decision, { answer, on: said })))
    return refuse('changed-meanwhile')
  const area = (await findGuardedCase(tx, decision.complaintId))?.area ?? null
  const told = answer === 'accepted' ? 'agency-accepts' : 'agency-refuses'
  await recordEvent(tx, actor, {
    ...{ recordType: 'complaint', recordId: decision.complaintId, at, area },
    type: decisionEventOf[told],
    ...{ agencyId: actor.agencyId, data: { decision: decision.id } },
    visibleTo: ['officer', 'complainant'],
  })
  return ok(null)
}

type Deps = { readonly db: Db; readonly now: () => Date }
type Event = { readonly eventId: string; readonly recordId: string }
const actor = systemActor('proposals')

/** Follows the other side's answer: what it refused is owed by nobody, and may be decided anew. */
export async function followAgencyAnswer({ db, now }: Deps, { recordId }: Event): Promise<void> {
  await transact(db, actor, async (tx) => {
    const at = now()
    for (const decision of await listDecisions(tx, recordId)) {
      if (decision.agencyAnswer === null) continue
      const { id, outcomeId, agencyAnswer } = decision
      await stopClock(tx, { recordId: id, kind: answerClocks.agency, at })
      if (agencyAnswer === 'accepted') continue
      await stopAnswerClocks(tx, decision, at)
      await releasePersons(tx, id)
      if (outcomeId !== null) await endOutcome(tx, { outcomeId, why: 'refused', at })
    }
    return ok(null)
  })
}

/** Follows a day that passed: the owner of the case is told whose word is missing. */
export async function noteUnanswered({ db, now }: Deps, { recordId }: Event): Promise<void> {
  await transact(db, actor, async (tx) => {
    const decision = await findDecision(tx, recordId)
    if (!decision) return ok(null)
    const unanswered =
      decision.outcomeId === null ? 0 : await countUnanswered(tx, decision.outcomeId)
    const awaited = awaitedOf(decision, unanswered)
    if (!awaited) return ok(null)
    const kept = await findGuardedCase(tx, decision.complaintId)
    await recordEvent(tx, actor, {
      ...{ recordType: 'complaint', recordId: decision.complaintId, at: now() },
      ...{ type: decisionEventOf.unanswered, area: kept?.area ?? null, visibleTo: ['officer'] },
      data: { decision: decision.id, workers: awaited.workers, agency: awaited.agency },
    })
    return ok(null)
  })
}
