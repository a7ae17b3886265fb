import type { Day } from '../../../kernel/days.ts'
import type { Tx } from '../../../platform/db.ts'
import type { OutcomeId, PersonAnswer, RemedyId, TermId } from '../rules/outcome.ts'

/** False when somebody else wrote down another answer first. */
export async function changeAnswer(
  tx: Tx,
  { outcomeId, version, at }: { outcomeId: OutcomeId; version: number; at: Date },
  { personId, answer, how, on }: PersonAnswer,
): Promise<boolean> {
  const changed = await tx`
    update outcome_person set answer = ${answer}, how = ${how}, answered_on = ${on},
      recorded_by = actor_id(), recorded_at = ${at}, version = version + 1
    where outcome_id = ${outcomeId} and person_id = ${personId} and version = ${version}`
  return changed.count === 1
}

/** Whether a term is in force, from which day, and when the next of what recurs is due. */
export const setTerm = (
  tx: Tx,
  id: TermId,
  { inForce, dueOn, nextOn }: { inForce: boolean; dueOn: Day; nextOn: Day | null },
): Promise<unknown> => tx`
  update money_term set in_force = ${inForce}, due_on = ${dueOn}, next_on = ${nextOn}
  where id = ${id}`

/** False when it had ended, or was never in force. */
export async function endTerm(tx: Tx, id: TermId, day: Day): Promise<boolean> {
  const ended = await tx`
    update money_term set next_on = null, ended_on = ${day}
    where id = ${id} and next_on is not null`
  return ended.count === 1
}

/** Moves the remedies of one person in one outcome between agreed, due and dropped. */
export const setRemediesOf = (
  tx: Tx,
  { outcomeId, personId }: { outcomeId: OutcomeId; personId: string },
  { to, dueOn }: { to: 'due' | 'dropped'; dueOn: Day | null },
): Promise<unknown> => tx`
  update remedy set status = ${to}, version = version + 1, due_on = coalesce(${dueOn}::date, due_on)
  where outcome_id = ${outcomeId} and person_id = ${personId}
    and status in ('agreed', 'due', 'dropped')`

export type RemedyMove =
  | { readonly to: 'reported'; readonly doneOn: Day; readonly evidenceId: string | null }
  | {
      readonly to: 'confirmed'
      readonly doneOn: Day
      readonly by: string
      readonly how: 'by-beneficiary' | 'by-officer'
      readonly at: Date
      readonly evidenceId: string | null
    }
  | { readonly to: 'due' }

/** False when somebody else moved it first, or it is not open. */
export async function moveRemedy(
  tx: Tx,
  { id, version }: { id: RemedyId; version: number },
  move: RemedyMove,
): Promise<boolean> {
  const settled = move.to === 'confirmed' ? move : null
  const reported = move.to === 'reported' ? move : null
  const moved = await tx`
    update remedy set status = ${move.to}, version = version + 1,
      done_on = ${move.to === 'due' ? null : move.doneOn},
      reported_by = case when ${reported !== null} then actor_id() else reported_by end,
      evidence_id = coalesce(${(reported ?? settled)?.evidenceId ?? null}::uuid, evidence_id),
      settled_at = ${settled?.at ?? null}, settled_by = ${settled?.by ?? null},
      settled_how = ${settled?.how ?? null}
    where id = ${id} and version = ${version} and status in ('due', 'reported')`
  return moved.count === 1
}

export type WordRow = {
  readonly complaintId: string
  readonly personId: string
  readonly subject: 'payment' | 'remedy'
  readonly subjectId: string
  readonly answer: 'came' | 'part' | 'not'
  readonly minor: bigint | null
  readonly saidBy: string
  readonly how: string
  readonly saidOn: Day
  readonly at: Date
}
export const insertWords = (tx: Tx, words: readonly WordRow[]): Promise<unknown> =>
  tx`insert into word_given ${tx(
    words.map((word) => ({
      ...{ complaint_id: word.complaintId, person_id: word.personId, subject: word.subject },
      ...{ subject_id: word.subjectId, answer: word.answer, said_by: word.saidBy, how: word.how },
      ...{ minor: word.minor === null ? null : word.minor.toString(), said_on: word.saidOn },
      recorded_at: word.at,
    })),
  )}`

/** A code for what stands between a case and its end; null where nothing does. */
export async function whatKeepsOpen(tx: Tx, complaintId: string): Promise<string | null> {
  const [row] = await tx<{ why: string | null }[]>`
    select what_keeps_case_open(${complaintId}) as why`
  return row?.why ?? null
}
