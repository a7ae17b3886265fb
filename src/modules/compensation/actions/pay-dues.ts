import type { Actor } from '../../../kernel/actor.ts'
import { type Day, dayOf } from '../../../kernel/days.ts'
import { isUuid } from '../../../kernel/ids.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import { newId } from '../../../platform/new-id.ts'
import {
  type DueId,
  listDues,
  type NewPayment,
  type Party,
  type PaymentId,
  type RecordRefusal,
  recordPayments,
  type Source,
} from '../../ledger/index.ts'

export type PaidLine = {
  readonly dueId: string
  /** For whom the payer says it was. */
  readonly personId: string
  readonly minor: bigint
}
export type PayDues = {
  readonly lines: readonly PaidLine[]
  readonly paidOn: Day
  readonly channel: NewPayment['channel']
  readonly payer: Party | null
  /** The number of the slip. */
  readonly reference: string | null
  readonly evidenceId: string | null
  /** What they were paid with; a report of its own where none is named. */
  readonly source?: Source
  /** She confirms it in the same step, so that she is not asked whether it came. */
  readonly isConfirmed?: boolean
  readonly at: Date
}
export type PayRefusal = RecordRefusal | 'nothing-paid' | 'paid-in-the-future'
export type PaidDues = { readonly payments: readonly PaymentId[] }

/**
 * Records what somebody says was paid, to one person or to hundreds, all of it or nothing. An agency
 * may say so of its own debts. It counts when each person says that it came.
 */
export async function payDues(
  tx: Tx,
  actor: Actor,
  { lines, paidOn, channel, payer, reference, evidenceId, source, isConfirmed, at }: PayDues,
): Promise<Result<PaidDues, PayRefusal>> {
  if (lines.length === 0) return refuse('nothing-paid')
  if (paidOn > dayOf(at)) return refuse('paid-in-the-future')
  if (lines.some(({ dueId }) => !isUuid(dueId))) return refuse('no-such-due')
  const payments = lines.map(({ dueId, personId, minor }) => ({
    ...{ id: newId<PaymentId>(), dueId: dueId as DueId, beneficiaryId: personId, minor },
    ...{ paidOn, channel, payer, reference, evidenceId },
  }))
  const from = source ?? { type: 'payment-report', id: newId<string>() }
  const recorded = await recordPayments(tx, { at, payments, source: from })
  if (!recorded.ok) return recorded
  if (isConfirmed) return ok({ payments: payments.map(({ id }) => id) })
  const dues = await listDues(tx, { ids: payments.map(({ dueId }) => dueId) })
  const cases = Map.groupBy(dues, ({ caseId }) => caseId)
  for (const [caseId, ofCase] of cases)
    await recordEvent(tx, actor, {
      ...{ recordType: 'complaint', recordId: caseId, type: 'complaint.payment-recorded', at },
      ...{ agencyId: actor.agencyId, data: { count: ofCase.length, channel } },
      visibleTo: ['officer', 'complainant'],
    })
  return ok({ payments: payments.map(({ id }) => id) })
}
