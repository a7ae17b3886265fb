import type { Actor } from '../../../kernel/actor.ts'
import { type Day, dayOf } from '../../../kernel/days.ts'
import type { Money } from '../../../kernel/money.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import { newId } from '../../../platform/new-id.ts'
import { publicChanged } from '../../../platform/public-changed.ts'
import type { AgencyId } from '../../agencies/index.ts'
import { isSum, type PostingId } from '../rules/account.ts'
import type { DepositChangeId, DepositId, Holding } from '../rules/deposit.ts'
import { insertChange, openDeposit } from '../store/deposits.ts'
import { postAll } from '../store/post.ts'
import { endMetDemands } from './end-met-demands.ts'

export type AddToDeposit = {
  readonly agencyId: AgencyId
  readonly money: Money
  /** The day on the slip. */
  readonly onDay: Day
  /** The number of the slip; each is entered once. */
  readonly reference: string
  readonly at: Date
}
export type AddedToDeposit = { readonly depositId: DepositId; readonly changeId: DepositChangeId }
export type AddRefusal = 'not-a-sum' | 'day-in-the-future' | 'reference-used'

/**
 * Records that an agency paid into its deposit: the first time opens it. A demand that is met by it
 * ends, and the public page hears of it.
 */
export async function addToDeposit(
  tx: Tx,
  actor: Actor,
  { agencyId, money, onDay, reference, at }: AddToDeposit,
): Promise<Result<AddedToDeposit, AddRefusal>> {
  if (!isSum(money.minor)) return refuse('not-a-sum')
  if (onDay > dayOf(at)) return refuse('day-in-the-future')
  const holding = await openDeposit(tx, { agencyId, currency: money.currency, at })
  const id = newId<DepositChangeId>()
  const { minor } = money
  const change = { id, kind: 'paid-in', minor, onDay, reference, reason: null } as const
  const isNew = await insertChange(tx, {
    ...change,
    ...{ depositId: holding.id, recordedBy: actor.id, at },
  })
  if (!isNew) return refuse('reference-used')
  await keepPosting(tx, { holding, minor, id, at })
  await recordEvent(tx, actor, {
    ...{ recordType: 'deposit', recordId: holding.id, at, agencyId },
    type: holding.held === 0n ? 'deposit.opened' : 'deposit.raised',
    data: { change: id, minor: minor.toString(), currency: money.currency },
    visibleTo: ['officer', 'agency'],
  })
  await endMetDemands(tx, actor, { holding, held: holding.held + minor, at })
  await publicChanged(tx)
  return ok({ depositId: holding.id, changeId: id })
}

type Paying = {
  readonly holding: Holding
  readonly minor: bigint
  readonly id: DepositChangeId
  readonly at: Date
}

async function keepPosting(tx: Tx, { holding, minor, id, at }: Paying): Promise<void> {
  const posted = await postAll(tx, {
    at,
    postings: [
      {
        ...{ id: newId<PostingId>(), kind: 'deposit-paid-in' },
        source: { type: 'deposit-change', id },
        lines: [
          { accountId: holding.accountId, minor },
          { accountId: holding.paidInId, minor: -minor },
        ],
      },
    ],
  })
  if (!posted.ok) throw new Error('what is paid in is always covered')
}
