import type { Day } from '../../../kernel/days.ts'
import type { Tx } from '../../../platform/db.ts'
import type { Credited } from '../rules/credit.ts'
import type { EndedWhy, OutcomeId } from '../rules/outcome.ts'

/** False where it had ended before. */
export async function markEnded(
  tx: Tx,
  id: OutcomeId,
  { on, why }: { readonly on: Day; readonly why: EndedWhy },
): Promise<boolean> {
  const ended = await tx`
    update outcome set ended_on = ${on}, ended_why = ${why} where id = ${id} and ended_on is null`
  return ended.count === 1
}

/** Nothing more falls due by it; what was done or said to be done stays. */
export async function releaseTerms(tx: Tx, id: OutcomeId): Promise<void> {
  await tx`update money_term set in_force = false, next_on = null where outcome_id = ${id}`
  await tx`
    update remedy set status = 'dropped', version = version + 1
    where outcome_id = ${id} and status in ('agreed', 'due')`
}

/** The terms of all outcomes of a case that have ended. */
export async function listEndedTerms(tx: Tx, complaintId: string): Promise<string[]> {
  const rows = await tx<{ id: string }[]>`
    select t.id from money_term t join outcome o on o.id = t.outcome_id
    where t.complaint_id = ${complaintId} and o.ended_on is not null`
  return rows.map(({ id }) => id)
}

export type CreditRow = {
  readonly outcomeId: OutcomeId
  readonly dueId: string
  readonly minor: bigint
}
/** What counts towards an outcome that holds, by due and outcome. */
export const listCredits = (tx: Tx, complaintId: string): Promise<CreditRow[]> =>
  tx<CreditRow[]>`
    select c.outcome_id as "outcomeId", c.due_id as "dueId", sum(c.minor)::bigint as minor
    from credit c join outcome o on o.id = c.outcome_id
    where c.complaint_id = ${complaintId} and o.ended_on is null
    group by 1, 2 having sum(c.minor) <> 0 order by 1, 2`

export type NewCredits = {
  readonly outcomeId: string
  readonly complaintId: string
  readonly at: Date
  readonly credited: readonly Credited[]
}
export async function insertCredits(
  tx: Tx,
  { outcomeId, complaintId, at, credited }: NewCredits,
): Promise<void> {
  if (credited.length === 0) return
  await tx`
    insert into credit (outcome_id, complaint_id, recorded_at, due_id, minor)
    select ${outcomeId}::uuid, ${complaintId}::uuid, ${at}::timestamptz, * from unnest(
      ${credited.map(({ dueId }) => dueId)}::uuid[],
      ${credited.map(({ minor }) => minor.toString())}::bigint[])`
}

/** How many persons have not said what they say to an outcome. */
export async function countUnanswered(tx: Tx, outcomeId: string): Promise<number> {
  const [row] = await tx<{ count: number }[]>`
    select count(*)::int from outcome_person
    where outcome_id = ${outcomeId} and answer = 'not-reached'`
  return row?.count ?? 0
}
