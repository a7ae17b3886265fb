import { systemActor } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { type Db, type Tx, transact } from '../../../platform/db.ts'
import { newId } from '../../../platform/new-id.ts'
import { cancelDues, type Due, type DueId, listDues, openDues } from '../../ledger/index.ts'
import { afterCredit, type Paid } from '../rules/credit.ts'
import type { EndedWhy } from '../rules/outcome.ts'
import {
  type CreditRow,
  insertCredits,
  listCredits,
  listEndedTerms,
  markEnded,
  releaseTerms,
} from '../store/end-outcome.ts'
import { findOutcome, listTerms } from '../store/read-outcomes.ts'

export type EndOutcome = {
  readonly outcomeId: string
  readonly why: EndedWhy
  readonly at: Date
}
export type EndRefusal = 'not-found' | 'outcome-has-ended' | 'changed-meanwhile'

/**
 * Nothing more is owed by an outcome: an appeal changed it, or the other side refused what was
 * proposed. What was paid stays paid, and counts towards what holds for the same persons instead.
 */
export async function endOutcome(
  tx: Tx,
  { outcomeId, why, at }: EndOutcome,
): Promise<Result<null, EndRefusal>> {
  const outcome = await findOutcome(tx, outcomeId)
  if (!outcome) return refuse('not-found')
  if (!(await markEnded(tx, outcome.id, { on: dayOf(at), why }))) return refuse('outcome-has-ended')
  const terms = await listTerms(tx, { outcomeId: outcome.id })
  const dues = await duesOf(
    tx,
    terms.map(({ id }) => id),
  )
  const open = dues.filter(({ owed }) => owed > 0n).map(({ id }) => id)
  const source = { type: 'outcome', id: outcome.id }
  const cancelled = await cancelDues(tx, { at, ids: open, source })
  if (!cancelled.ok) return refuse('changed-meanwhile')
  await releaseTerms(tx, outcome.id)
  return ok(null)
}

const duesOf = (tx: Tx, sourceIds: readonly string[]) =>
  sourceIds.length === 0 ? [] : listDues(tx, { sourceIds })

const endedDues = async (tx: Tx, complaintId: string) =>
  duesOf(tx, await listEndedTerms(tx, complaintId))

/** What was paid in a case by outcomes that have ended, and counts towards no other. */
export async function paidBefore(tx: Tx, complaintId: string): Promise<Paid[]> {
  const dues = await endedDues(tx, complaintId)
  if (dues.length === 0) return []
  const used = Map.groupBy(await listCredits(tx, complaintId), ({ dueId }) => dueId)
  return dues.map(({ id, beneficiaryId, debtor, money, paid, received }) => ({
    ...{ dueId: id, beneficiaryId, debtor, currency: money.currency },
    minor: paid + received - sumOf(used.get(id) ?? []),
  }))
}

const sumOf = (rows: readonly { readonly minor: bigint }[]): bigint =>
  rows.reduce((sum, { minor }) => sum + minor, 0n)

/**
 * Follows somebody's word that money did not come: what counted towards another outcome is owed by
 * that one again, and no longer by the one that has ended.
 */
export async function recountCredits(
  { db, now }: { readonly db: Db; readonly now: () => Date },
  { recordId }: { readonly recordId: string },
): Promise<void> {
  await transact(db, systemActor('credits'), async (tx) => {
    const dues = await endedDues(tx, recordId)
    if (dues.length === 0) return ok(null)
    const credits = Map.groupBy(await listCredits(tx, recordId), ({ dueId }) => dueId)
    for (const due of dues) await recountDue(tx, { due, of: credits.get(due.id) ?? [], at: now() })
    return ok(null)
  })
}

type OneDue = { readonly due: Due; readonly of: readonly CreditRow[]; readonly at: Date }

async function recountDue(tx: Tx, { due, of, at }: OneDue): Promise<void> {
  let over = sumOf(of) - due.paid - due.received
  for (const { outcomeId, minor } of of) {
    const part = over < minor ? over : minor
    if (part <= 0n) continue
    over -= part
    await owedAgain(tx, { due, outcomeId, minor: part, at })
  }
  if (due.owed === 0n) return
  const source = { type: 'outcome', id: due.source.id }
  const cancelled = await cancelDues(tx, { at, ids: [due.id], source })
  if (!cancelled.ok) throw new Error(`what an ended outcome asks for: ${cancelled.refusal}`)
}

type Again = Pick<CreditRow, 'outcomeId' | 'minor'> & { readonly due: Due; readonly at: Date }

async function owedAgain(tx: Tx, { due, outcomeId, minor, at }: Again): Promise<void> {
  const { caseId: complaintId, beneficiaryId, debtor, dueOn, reference } = due
  const { currency } = due.money
  const terms = await listTerms(tx, { outcomeId })
  const term = terms.find(
    (one) =>
      one.currency === currency &&
      (one.personId === beneficiaryId ||
        one.shares.some(({ personId }) => personId === beneficiaryId)),
  )
  if (!term) throw new Error('what was paid counted towards no term')
  const credited = [{ dueId: due.id, minor: -minor }]
  await insertCredits(tx, { outcomeId, complaintId, at, credited })
  const again = {
    ...{ id: newId<DueId>(), caseId: complaintId, beneficiaryId, debtor, reference },
    ...{ money: { minor, currency }, dueOn: dueOn < term.dueOn ? term.dueOn : dueOn },
    source: { type: 'money-term', id: term.id },
  }
  // Something else that was paid may stand in for it.
  const after = afterCredit([again], await paidBefore(tx, complaintId))
  await insertCredits(tx, { outcomeId, complaintId, at, credited: after.credited })
  const opened = await openDues(tx, { at, dues: after.dues })
  if (!opened.ok) throw new Error('a part of what was paid is a sum')
}
