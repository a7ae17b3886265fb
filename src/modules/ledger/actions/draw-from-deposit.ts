import { dayOf } from '../../../kernel/days.ts'
import type { Currency } from '../../../kernel/money.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { newId } from '../../../platform/new-id.ts'
import { publicChanged } from '../../../platform/public-changed.ts'
import type { AgencyId } from '../../agencies/index.ts'
import { isSum, type PostingId } from '../rules/account.ts'
import type { Holding } from '../rules/deposit.ts'
import type { DueId } from '../rules/due.ts'
import { callsOf } from '../rules/guarantee.ts'
import type { PaymentId } from '../rules/payment.ts'
import { depositOf } from '../store/deposits.ts'
import { type DueRow, listDues } from '../store/dues.ts'
import { addCall, holdGuarantees, listGuarantees } from '../store/guarantees.ts'
import { insertPayments } from '../store/payments.ts'
import { postAll } from '../store/post.ts'
import { moved } from './record-payments.ts'

export type DrawShare = {
  readonly dueId: DueId
  /** What the due gets, in its own currency. */
  readonly minor: bigint
  /** What that takes of the deposit; left out where the deposit is in the same currency. */
  readonly cost?: bigint
}
export type DrawFromDeposit = {
  readonly agencyId: AgencyId
  /** The order by which it is drawn, signed by two. */
  readonly orderId: string
  /** Of which holding; of that in the currency of the dues where it is left out. */
  readonly currency?: Currency
  /** What each due gets; a share of zero moves nothing. */
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
 * Pays dues out of the deposit: it goes down by the whole, cash first and then guarantees; each due
 * has its share as paid, in its own currency, and waits for the person's word. All of it or nothing;
 * what no longer fits is refused, so two at the same moment never overdraw.
 */
export async function drawFromDeposit(
  tx: Tx,
  { agencyId, orderId, currency: asked, shares, at }: DrawFromDeposit,
): Promise<Result<null, DrawRefusal>> {
  const some = shares.filter(({ minor }) => minor !== 0n)
  const dues = await listDues(tx, { ids: some.map(({ dueId }) => dueId) })
  const byId = new Map(dues.map((due) => [due.id, due]))
  const faults = some.flatMap((share) => faultOf(share, byId.get(share.dueId), agencyId) ?? [])
  if (faults[0]) return refuse(faults[0])
  const currency = asked ?? dues[0]?.money.currency
  if (currency === undefined || dues.length === 0) return refuse('not-a-sum')
  const total = totalOf(some, { byId, currency })
  const holding = (await depositOf(tx, agencyId)).find((each) => each.currency === currency)
  if (!holding || total === null) return refuse('not-its-debt')
  await insertPayments(tx, { at, payments: some.map((share) => paymentOf(share, { orderId, at })) })
  await callGuarantees(tx, holding, total)
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

type Totalled = {
  readonly byId: ReadonlyMap<DueId, DueRow>
  readonly currency: Currency
}

/** What all shares take of the deposit; null where a rate is wanted and nobody reckoned with one. */
function totalOf(shares: readonly DrawShare[], { byId, currency }: Totalled): bigint | null {
  let total = 0n
  for (const { dueId, minor, cost } of shares) {
    const isSame = byId.get(dueId)?.money.currency === currency
    const taken = isSame ? minor : cost
    if (taken === undefined || taken <= 0n) return null
    total += taken
  }
  return total
}

/** What cash does not cover is taken of the guarantees; the one that expires first goes first. */
async function callGuarantees(tx: Tx, { id, agencyId }: Holding, total: bigint): Promise<void> {
  if (!(await holdGuarantees(tx, id))) return
  const guarantees = await listGuarantees(tx, [id])
  const held = (await depositOf(tx, agencyId)).find((each) => each.id === id)?.held ?? 0n
  for (const call of callsOf(total, { held, guarantees })) await addCall(tx, call)
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
