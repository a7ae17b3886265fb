import type { Actor } from '../../../kernel/actor.ts'
import { type Day, dayOf } from '../../../kernel/days.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import { complaintLifecycle, findGuardedCase, listPersons } from '../../complaints/index.ts'
import { cancelDues, listDues } from '../../ledger/index.ts'
import { isBound, type PersonAnswer, takesCredit } from '../rules/outcome.ts'
import { addMonths } from '../rules/plan.ts'
import { changeAnswer, setRemediesOf, setTerm } from '../store/change-outcomes.ts'
import {
  findOutcome,
  listAnswers,
  listRemedies,
  listTerms,
  type SealedOutcome,
  type StoredTerm,
} from '../store/read-outcomes.ts'
import { openDuesOfTerms } from './open-terms.ts'

export type RecordAnswer = {
  readonly outcomeId: string
  readonly answer: PersonAnswer
  /** Of her row, as it stood on the page. */
  readonly version: number
  /** From when the terms count for her, where their own day has passed; else as agreed. */
  readonly dueOn: Day | null
  readonly at: Date
}
export type AnswerRefusal =
  | 'not-found'
  | 'person-not-of-case'
  | 'person-left'
  | 'changed-meanwhile'
  | 'answer-without-day'
  | 'answer-in-the-future'
  | 'case-is-finished'
  | 'paid-already'
  | 'outcome-has-ended'

/**
 * A later answer of one person, without touching the others: her yes opens her dues and remedies,
 * her no takes back what nobody has paid yet.
 */
export async function recordAnswer(
  tx: Tx,
  actor: Actor,
  { outcomeId, answer, version, dueOn, at }: RecordAnswer,
): Promise<Result<null, AnswerRefusal>> {
  const outcome = await findOutcome(tx, outcomeId)
  if (!outcome) return refuse('not-found')
  if (outcome.endedOn !== null) return refuse('outcome-has-ended')
  const fault = await faultOf(tx, outcome, { answer, today: dayOf(at) })
  if (fault) return refuse(fault)
  const { personId } = answer
  const answers = await listAnswers(tx, outcome.complaintId)
  const before = answers.find((row) => row.outcomeId === outcome.id && row.personId === personId)
  if (!before) return refuse('person-not-of-case')
  if (!(await changeAnswer(tx, { outcomeId: outcome.id, version, at }, answer)))
    return refuse('changed-meanwhile')
  const wasBound = isBound(outcome.kind, before.answer)
  const isNow = isBound(outcome.kind, answer.answer)
  if (isNow && !wasBound) await bind(tx, { outcome, personId, dueOn, at })
  if (wasBound && !isNow && !(await release(tx, { outcome, personId, at })))
    return refuse('paid-already')
  await recordEvent(tx, actor, {
    ...{ recordType: 'complaint', recordId: outcome.complaintId, at, visibleTo: ['officer'] },
    type: 'complaint.answer-recorded',
    data: { outcome: outcome.position, person: personId, answer: answer.answer },
  })
  return ok(null)
}

async function faultOf(
  tx: Tx,
  { complaintId }: SealedOutcome,
  {
    answer: { personId, answer, how, on },
    today,
  }: { readonly answer: PersonAnswer; readonly today: Day },
): Promise<AnswerRefusal | null> {
  const found = await findGuardedCase(tx, complaintId)
  if (!found) return 'not-found'
  if (complaintLifecycle.final.includes(found.status)) return 'case-is-finished'
  const person = (await listPersons(tx, complaintId)).find(({ id }) => id === personId)
  if (!person) return 'person-not-of-case'
  if (person.leftAt !== null) return 'person-left'
  if ((answer === 'not-reached') !== (on === null || how === null)) return 'answer-without-day'
  return on !== null && on > today ? 'answer-in-the-future' : null
}

type One = { readonly outcome: SealedOutcome; readonly personId: string; readonly at: Date }

async function bind(
  tx: Tx,
  { outcome, personId, dueOn, at }: One & { readonly dueOn: Day | null },
): Promise<void> {
  const found = await findGuardedCase(tx, outcome.complaintId)
  if (!found) return
  const of = { outcomeId: outcome.id, personId }
  const terms = (await listTerms(tx, of)).map((term) => inForceFrom(term, dueOn ?? term.dueOn))
  for (const term of terms) await setTerm(tx, term.id, term)
  await openDuesOfTerms(tx, {
    ...{ terms, kind: outcome.kind, at, persons: await listPersons(tx, outcome.complaintId) },
    reference: `${found.number}/${outcome.position}`,
    takesCredit: takesCredit(outcome.kind),
  })
  await setRemediesOf(tx, of, { to: 'due', dueOn })
}

const inForceFrom = (term: StoredTerm, dueOn: Day): StoredTerm => ({
  ...{ ...term, dueOn, inForce: true },
  nextOn:
    term.untilSealed !== null && term.everyMonths !== null && term.endedOn === null
      ? addMonths(dueOn, term.everyMonths)
      : null,
})

/** False where something was paid or done already: that is not taken back by a word. */
async function release(tx: Tx, { outcome, personId, at }: One): Promise<boolean> {
  const of = { outcomeId: outcome.id, personId }
  const terms = await listTerms(tx, of)
  const remedies = await listRemedies(tx, of)
  if (remedies.some(({ status }) => status === 'reported' || status === 'confirmed')) return false
  const ofTerms =
    terms.length === 0 ? [] : await listDues(tx, { sourceIds: terms.map(({ id }) => id) })
  if (ofTerms.some(({ paid, received }) => paid + received > 0n)) return false
  const open = ofTerms.filter(({ owed }) => owed > 0n)
  if (open.length > 0) {
    const source = { type: 'outcome', id: outcome.id }
    const cancelled = await cancelDues(tx, { at, ids: open.map(({ id }) => id), source })
    if (!cancelled.ok) return false
  }
  for (const term of terms)
    await setTerm(tx, term.id, { inForce: false, dueOn: term.dueOn, nextOn: null })
  await setRemediesOf(tx, of, { to: 'dropped', dueOn: null })
  return true
}
