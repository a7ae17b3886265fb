import { hasRole } from '../../../kernel/actor.ts'
import { type Day, dayOf } from '../../../kernel/days.ts'
import type { Currency } from '../../../kernel/money.ts'
import { moneyText } from '../../../kernel/money.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import { newId } from '../../../platform/new-id.ts'
import { publicChanged } from '../../../platform/public-changed.ts'
import { type SigningRefusal, type SigningVisit, sign } from '../../accounts/index.ts'
import type { AgencyId } from '../../agencies/index.ts'
import { isSum, type PostingId } from '../rules/account.ts'
import type { DepositChangeId } from '../rules/deposit.ts'
import { depositOf, insertChange, owesAnything } from '../store/deposits.ts'
import { postAll } from '../store/post.ts'

export type ReleaseDeposit = {
  readonly agencyId: AgencyId
  readonly currency: Currency
  readonly minor: bigint
  readonly onDay: Day
  /** The number of the paper by which it was given back. */
  readonly reference: string
  readonly reason: string
}
/** `debts-open`: as long as the agency owes anything to a worker, nothing is given back. */
export type ReleaseRefusal =
  | 'not-your-role'
  | 'no-deposit'
  | 'not-a-sum'
  | 'day-in-the-future'
  | 'debts-open'
  | 'not-covered'
  | SigningRefusal

/** Gives back what an agency paid in, signed by the head of licensing with the reason. */
export async function releaseDeposit(
  tx: Tx,
  visit: SigningVisit,
  release: ReleaseDeposit,
): Promise<Result<null, ReleaseRefusal>> {
  const { actor, now: at } = visit
  const { agencyId, currency, minor, onDay, reference, reason } = release
  if (!hasRole(actor, 'licensing-head')) return refuse('not-your-role')
  const holding = (await depositOf(tx, agencyId)).find((each) => each.currency === currency)
  if (!holding) return refuse('no-deposit')
  if (!isSum(minor)) return refuse('not-a-sum')
  if (onDay > dayOf(at)) return refuse('day-in-the-future')
  if (await owesAnything(tx, agencyId)) return refuse('debts-open')
  const id = newId<DepositChangeId>()
  const signed = await sign(tx, visit, {
    record: { type: 'deposit', id: holding.id },
    meaning: 'deposit.release',
    role: 'licensing-head',
    shown: JSON.stringify({ agencyId, sum: moneyText({ minor, currency }), currency, reason }),
  })
  if (!signed.ok) return signed
  await insertChange(tx, {
    ...{ id, kind: 'released', minor, onDay, reference, reason },
    ...{ depositId: holding.id, recordedBy: actor.id, at },
  })
  const lines = [
    { accountId: holding.accountId, minor: -minor },
    { accountId: holding.paidInId, minor },
  ]
  const source = { type: 'deposit-change', id }
  const posting = { id: newId<PostingId>(), kind: 'deposit-released', source, lines } as const
  const posted = await postAll(tx, { at, postings: [posting] })
  if (!posted.ok) return posted
  await recordEvent(tx, actor, {
    ...{ recordType: 'deposit', recordId: holding.id, type: 'deposit.released', at, agencyId },
    data: { change: id, minor: minor.toString(), currency },
    visibleTo: ['officer', 'agency'],
  })
  await publicChanged(tx)
  return ok(null)
}
