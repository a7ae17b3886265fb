import type { Actor } from '../../../kernel/actor.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import { newId } from '../../../platform/new-id.ts'
import { publicChanged } from '../../../platform/public-changed.ts'
import type { Posting, PostingId } from '../rules/account.ts'
import type { DepositChangeId, Holding } from '../rules/deposit.ts'
import { guaranteedBy, remainingOf } from '../rules/guarantee.ts'
import type { Release } from '../rules/release.ts'
import { depositOf, insertChange } from '../store/deposits.ts'
import { endGuarantee, findGuarantee, holdGuarantees, listGuarantees } from '../store/guarantees.ts'
import { postAll } from '../store/post.ts'
import { guaranteePosting } from './enter-guarantee.ts'

type CarriedOut = {
  readonly release: Release
  readonly holding: Holding
  readonly at: Date
}
type Refused = 'not-in-force' | 'more-than-cash' | 'not-covered'

/** Gives back what two have signed: cash as a change of the deposit, a guarantee as its end. */
export async function carryOutRelease(
  tx: Tx,
  actor: Actor,
  given: CarriedOut,
): Promise<Result<null, Refused>> {
  const { release, holding, at } = given
  const { id: recordId, agencyId, currency } = holding
  await holdGuarantees(tx, holding.id)
  const posting = await (release.guaranteeId === null
    ? giveCash(tx, actor, given)
    : giveGuarantee(tx, given))
  if (!posting.ok) return posting
  const posted = await postAll(tx, { at, postings: [posting.value] })
  if (!posted.ok) return posted
  await recordEvent(tx, actor, {
    ...{ recordType: 'deposit', recordId, type: 'deposit.released', at, agencyId },
    data: { release: release.id, minor: release.minor.toString(), currency },
    visibleTo: ['officer', 'agency'],
  })
  await publicChanged(tx)
  return ok(null)
}

async function giveCash(
  tx: Tx,
  actor: Actor,
  { release, holding, at }: CarriedOut,
): Promise<Result<Posting, Refused>> {
  const held = (await depositOf(tx, holding.agencyId)).find((each) => each.id === holding.id)?.held
  const guaranteed = guaranteedBy(await listGuarantees(tx, [holding.id]))
  const { minor, onDay, reference, reason } = release
  if ((held ?? 0n) - guaranteed < minor) return refuse('more-than-cash')
  const id = newId<DepositChangeId>()
  await insertChange(tx, {
    ...{ id, kind: 'released', minor, onDay, reference, reason, releaseId: release.id },
    ...{ depositId: holding.id, recordedBy: actor.id, at },
  })
  return ok({
    ...{ id: newId<PostingId>(), kind: 'deposit-released', source: { type: 'deposit-change', id } },
    lines: [
      { accountId: holding.accountId, minor: -minor },
      { accountId: holding.paidInId, minor },
    ],
  })
}

async function giveGuarantee(
  tx: Tx,
  { release, holding, at }: CarriedOut,
): Promise<Result<Posting, Refused>> {
  const found = await findGuarantee(tx, release.guaranteeId ?? '')
  if (!found || remainingOf(found) !== release.minor) return refuse('not-in-force')
  if (!(await endGuarantee(tx, found, { status: 'returned', at }))) return refuse('not-in-force')
  const moved = { kind: 'guarantee-ended', id: found.id, minor: -release.minor } as const
  return ok(guaranteePosting(holding, moved))
}
