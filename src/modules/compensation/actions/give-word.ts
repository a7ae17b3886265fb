import type { Actor } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import { isUuid } from '../../../kernel/ids.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import { newId } from '../../../platform/new-id.ts'
import {
  confirmPayments,
  type DueId,
  listDues,
  listPayments,
  type Payment,
  type PaymentId,
  recordPayments,
  rejectPayment,
  type SettledHow,
} from '../../ledger/index.ts'
import { type Heard, type PaymentWord, type WordFault, wordFault } from '../rules/word.ts'
import { insertWords } from '../store/change-outcomes.ts'

export type GiveWord = {
  readonly dueId: string
  readonly paymentId: string
  readonly word: PaymentWord
  /** How an officer heard it; null where she says so herself with her receipt. */
  readonly heard: Heard | null
  readonly at: Date
}
/** `not-found`: no such payment that the actor may see. `not-waiting`: settled before. */
export type WordRefusal = WordFault | 'not-found' | 'not-waiting'

/**
 * Somebody's word about a payment: it came, only part of it came, or it did not. What did not come
 * is owed again.
 */
export async function giveWord(
  tx: Tx,
  actor: Actor,
  { dueId, paymentId, word, heard, at }: GiveWord,
): Promise<Result<null, WordRefusal>> {
  const found = await findPayment(tx, dueId, paymentId)
  if (!found) return refuse('not-found')
  const { due, payment } = found
  if (payment.status !== 'recorded') return refuse('not-waiting')
  const isHers = actor.kind === 'complainant'
  const around = { paid: payment.minor, heard, isHers, today: dayOf(at) }
  const fault = wordFault(word, around)
  if (fault) return refuse(fault)
  const part = word.answer === 'part' && word.minor !== payment.minor ? word.minor : null
  const settled = await settle(tx, actor, {
    ...{ payment, beneficiaryId: due.beneficiaryId, part, at },
    came: word.answer !== 'not',
    how: isHers ? 'by-beneficiary' : 'by-officer',
  })
  if (!settled.ok) return settled
  await insertWords(tx, [
    {
      ...{ complaintId: due.caseId, personId: due.beneficiaryId, subject: 'payment' },
      ...{ subjectId: payment.id, minor: part, at, ...saidOf(heard, at) },
      answer: part === null ? (word.answer === 'part' ? 'came' : word.answer) : 'part',
    },
  ])
  await recordEvent(tx, actor, {
    ...{ recordType: 'complaint', recordId: due.caseId, at, visibleTo: ['officer'] },
    type: word.answer === 'not' ? 'complaint.payment-rejected' : 'complaint.payment-confirmed',
    data: { person: due.beneficiaryId, payment: payment.id, part: part !== null },
  })
  return ok(null)
}

/** By whom and how it was said; by herself with her receipt where nobody heard it. */
export const saidOf = (heard: Heard | null, at: Date) => ({
  saidBy: heard?.saidBy ?? 'herself',
  how: heard?.how ?? 'receipt',
  saidOn: heard?.on ?? dayOf(at),
})

async function findPayment(tx: Tx, dueId: string, paymentId: string) {
  if (!isUuid(dueId)) return null
  const [due] = await listDues(tx, { ids: [dueId as DueId] })
  if (!due) return null
  const payments = await listPayments(tx, { dueIds: [due.id] })
  const payment = payments.find(({ id }) => id === paymentId)
  return payment ? { due, payment } : null
}

type Settle = {
  readonly payment: Payment
  readonly beneficiaryId: string
  readonly came: boolean
  /** How much of it came; null for the whole. */
  readonly part: bigint | null
  readonly how: SettledHow
  readonly at: Date
}

/** A part that came stands as a payment of its own, and the rest is owed again. */
async function settle(
  tx: Tx,
  actor: Actor,
  { payment, beneficiaryId, came, part, how, at }: Settle,
): Promise<Result<null, 'not-waiting'>> {
  const source = { type: 'payment-word', id: payment.id }
  const { id: paymentId, channel } = payment
  if (came && part === null)
    return confirmPayments(tx, actor, { at, paymentIds: [paymentId], how, source })
  const rejected = await rejectPayment(tx, actor, { at, paymentId, how, source })
  if (!rejected.ok || part === null) return rejected
  const id = newId<PaymentId>()
  const { dueId, paidOn, payer, reference, evidenceId } = payment
  const arrived = {
    ...{ id, dueId, beneficiaryId, minor: part, paidOn, payer, reference, evidenceId },
    channel: channel === 'deposit' ? ('elsewhere' as const) : channel,
  }
  const recorded = await recordPayments(tx, { at, source, payments: [arrived] })
  if (!recorded.ok) throw new Error(`a part of what was paid: ${recorded.refusal}`)
  return confirmPayments(tx, actor, { at, paymentIds: [id], how, source })
}
