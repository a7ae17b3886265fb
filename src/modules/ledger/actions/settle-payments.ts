import type { Actor } from '../../../kernel/actor.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { newId } from '../../../platform/new-id.ts'
import type { Posting, PostingKind, Source } from '../rules/account.ts'
import type { PaymentId, SettledHow } from '../rules/payment.ts'
import { type DueAccounts, listDues } from '../store/dues.ts'
import { settlePayments } from '../store/payments.ts'
import { postAll } from '../store/post.ts'

export type ConfirmPayments = {
  readonly at: Date
  readonly paymentIds: readonly PaymentId[]
  readonly how: SettledHow
  readonly source: Source
}
/** One of them was settled already, by her or by somebody else, or is not for the actor to see. */
export type SettleRefusal = 'not-waiting'

/** The money came: it leaves *paid* for *received*. All of them or none; twice is refused. */
export const confirmPayments = (
  tx: Tx,
  actor: Actor,
  asked: ConfirmPayments,
): Promise<Result<null, SettleRefusal>> =>
  settle(tx, actor, { ...asked, status: 'confirmed', kind: 'payments-confirmed', to: 'received' })

/** The worker says that it did not come: it is owed again. A drawn sum does not return by itself. */
export const rejectPayment = (
  tx: Tx,
  actor: Actor,
  { paymentId, ...asked }: Omit<ConfirmPayments, 'paymentIds'> & { readonly paymentId: PaymentId },
): Promise<Result<null, SettleRefusal>> =>
  settle(tx, actor, {
    ...{ ...asked, paymentIds: [paymentId] },
    ...{ status: 'rejected', kind: 'payment-rejected', to: 'owed' },
  })

type Settle = ConfirmPayments & {
  readonly status: 'confirmed' | 'rejected'
  readonly kind: PostingKind
  /** The account of the due to which the money goes. */
  readonly to: keyof DueAccounts
}

async function settle(
  tx: Tx,
  actor: Actor,
  { at, paymentIds, how, source, status, kind, to }: Settle,
): Promise<Result<null, SettleRefusal>> {
  const ids = [...new Set(paymentIds)]
  const settled = await settlePayments(tx, { ids, status, at, by: actor.id, how })
  if (settled.length !== ids.length) return refuse('not-waiting')
  const dues = await listDues(tx, { ids: settled.map(({ dueId }) => dueId) })
  const byId = new Map(dues.map((due) => [due.id, due.accounts]))
  const lines = settled.flatMap(({ dueId, minor }): Posting['lines'] => {
    const accounts = byId.get(dueId)
    if (!accounts) throw new Error('a payment of a due that nobody sees')
    return [
      { accountId: accounts.paid, minor: -minor },
      { accountId: accounts[to], minor },
    ]
  })
  if (lines.length === 0) return ok(null)
  const posted = await postAll(tx, {
    at,
    postings: [{ id: newId<Posting['id']>(), kind, source, lines }],
  })
  if (!posted.ok) throw new Error('a payment that waits is always covered')
  return ok(null)
}
