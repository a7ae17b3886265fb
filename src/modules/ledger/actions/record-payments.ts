import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { newId } from '../../../platform/new-id.ts'
import { isSum, type Posting, type Source } from '../rules/account.ts'
import type { NewPayment } from '../rules/payment.ts'
import { type DueRow, listDues } from '../store/dues.ts'
import { insertPayments } from '../store/payments.ts'
import { postAll } from '../store/post.ts'

export type RecordPayments = {
  readonly at: Date
  readonly payments: readonly NewPayment[]
  /** What they were recorded with: a payment report, a pay-out day. */
  readonly source: Source
}
/** `no-such-due`: none that the actor may see. `wrong-person`: the due is for somebody else. */
export type RecordRefusal = 'no-such-due' | 'wrong-person' | 'not-a-sum' | 'more-than-owed'

/**
 * Records what somebody says was paid: it leaves *owed* for *paid* and waits for the person's word.
 * All of them or none; more than is owed of a due is refused.
 */
export async function recordPayments(
  tx: Tx,
  { at, payments, source }: RecordPayments,
): Promise<Result<null, RecordRefusal>> {
  if (payments.length === 0) return ok(null)
  const dues = await listDues(tx, { ids: payments.map(({ dueId }) => dueId) })
  const byId = new Map(dues.map((due) => [due.id, due]))
  const faults = payments.flatMap((payment) => faultOf(payment, byId.get(payment.dueId)) ?? [])
  if (faults[0]) return refuse(faults[0])
  await insertPayments(tx, { at, payments: payments.map((each) => ({ ...each, orderId: null })) })
  const lines = payments.flatMap(({ dueId, minor }) => moved(byId.get(dueId), minor))
  const posting = { id: newId<Posting['id']>(), kind: 'payments-recorded', source, lines } as const
  const posted = await postAll(tx, { at, postings: [posting] })
  return posted.ok ? posted : refuse('more-than-owed')
}

function faultOf(payment: NewPayment, due: DueRow | undefined): RecordRefusal | null {
  if (!due) return 'no-such-due'
  if (due.beneficiaryId !== payment.beneficiaryId) return 'wrong-person'
  return isSum(payment.minor) ? null : 'not-a-sum'
}

/** From what is owed of a due to what was paid and is not confirmed. */
export const moved = (due: DueRow | undefined, minor: bigint): Posting['lines'] =>
  due
    ? [
        { accountId: due.accounts.owed, minor: -minor },
        { accountId: due.accounts.paid, minor },
      ]
    : []
