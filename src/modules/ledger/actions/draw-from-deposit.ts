import { dayOf } from '../../../kernel/days.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { newId } from '../../../platform/new-id.ts'
import { publicChanged } from '../../../platform/public-changed.ts'
import type { AgencyId } from '../../agencies/index.ts'
import { isSum, type PostingId } from '../rules/account.ts'
import type { DueId } from '../rules/due.ts'
import type { PaymentId } from '../rules/payment.ts'
import { depositOf } from '../store/deposits.ts'
import { type DueRow, listDues } from '../store/dues.ts'
import { insertPayments } from '../store/payments.ts'
import { postAll } from '../store/post.ts'
import { moved } from './record-payments.ts'

export type DrawShare = { readonly dueId: DueId; readonly minor: bigint }
export type DrawFromDeposit = {
  readonly agencyId: AgencyId
  /** The order by which it is drawn, signed by two. */
  readonly orderId: string
  /** What each due gets, all in one currency; a share of zero moves nothing. */
  readonly shares: readonly DrawShare[]
  readonly at: Date
}
/** `not-its-debt`: another owes it, or in a currency in which nothing is held. */
export type DrawRefusal =
  | 'no-such-due'
  | 'not-its-debt'
  | 'not-a-sum'
  | 'more-than-owed'
  | 'not-covered'

/**
 * Pays dues out of the deposit: it goes down by the whole, each due has its share as paid and waits
 * for the person's word. All of it or nothing; what no longer fits is refused, so two at the same
 * moment never overdraw.
 */
export async function drawFromDeposit(
  tx: Tx,
  { agencyId, orderId, shares, at }: DrawFromDeposit,
): Promise<Result<null, DrawRefusal>> {
  const some = shares.filter(({ minor }) => minor !== 0n)
  const dues = await listDues(tx, { ids: some.map(({ dueId }) => dueId) })
  const byId = new Map(dues.map((due) => [due.id, due]))
  const faults = some.flatMap((share) => faultOf(share, byId.get(share.dueId), agencyId) ?? [])
  if (faults[0]) return refuse(faults[0])
  const currency = dues[0]?.money.currency
  if (currency === undefined) return refuse('not-a-sum')
  const holding = (await depositOf(tx, agencyId)).find((each) => each.currency === currency)
  if (!holding || dues.some(({ money }) => money.currency !== currency))
    return refuse('not-its-debt')
  await insertPayments(tx, { at, payments: some.map((share) => paymentOf(share, { orderId, at })) })
  const total = some.reduce((sum, { minor }) => sum + minor, 0n)
  const source = { type: 'draw', id: orderId }
  const lines = [
    { accountId: holding.accountId, minor: -total },
    { accountId: holding.paidInId, minor: total },
    ...some.flatMap(({ dueId, minor }) => moved(byId.get(dueId), minor)),
  ]
  const posting = { id: newId<PostingId>(), kind: 'deposit-drawn', source, lines } as const
  const posted = await postAll(tx, { at, postings: [posting] })
  if (!posted.ok) return posted
  await publicChanged(tx)
  return ok(null)
}

function faultOf(
  { minor }: DrawShare,
  due: DueRow | undefined,
  agencyId: AgencyId,
): DrawRefusal | null {
  if (!due) return 'no-such-due'
  if (due.debtor.kind !== 'agency' || due.debtor.id !== agencyId) return 'not-its-debt'
  if (!isSum(minor)) return 'not-a-sum'
  return minor > due.owed ? 'more-than-owed' : null
}

const paymentOf = (
  { dueId, minor }: DrawShare,
  { orderId, at }: { readonly orderId: string; readonly at: Date },
) => ({
  ...{ id: newId<PaymentId>(), dueId, minor, paidOn: dayOf(at), channel: 'deposit' as const },
  ...{ payer: null, reference: null, evidenceId: null, orderId },
})
