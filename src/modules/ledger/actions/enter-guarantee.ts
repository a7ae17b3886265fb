import type { Actor } from '../../../kernel/actor.ts'
import { type Day, dayOf } from '../../../kernel/days.ts'
import { isUuid } from '../../../kernel/ids.ts'
import type { Money } from '../../../kernel/money.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import { newId } from '../../../platform/new-id.ts'
import { publicChanged } from '../../../platform/public-changed.ts'
import type { AgencyId } from '../../agencies/index.ts'
import { isSum, type Posting, type PostingId } from '../rules/account.ts'
import type { Holding } from '../rules/deposit.ts'
import { type Guarantee, type GuaranteeId, remainingOf } from '../rules/guarantee.ts'
import { depositOf, openDeposit } from '../store/deposits.ts'
import {
  endGuarantee,
  findGuarantee,
  holdGuarantees,
  insertGuarantee,
  keepExtension,
} from '../store/guarantees.ts'
import { postAll } from '../store/post.ts'
import { endMetDemands } from './end-met-demands.ts'

export type EnterGuarantee = {
  readonly agencyId: AgencyId
  readonly money: Money
  readonly number: string
  readonly bank: string
  readonly issuedOn: Day
  readonly expiresOn: Day
  /** The guarantee in whose place it comes; null for a further one. */
  readonly replacesId: string | null
  readonly at: Date
}
/** `less-than-before`: giving back a part of what is held is a release, signed by two. */
export type GuaranteeRefusal =
  | 'not-a-sum'
  | 'day-in-the-future'
  | 'already-expired'
  | 'guarantee-used'
  | 'not-in-force'
  | 'other-currency'
  | 'less-than-before'

/** Records a guarantee of a bank: it counts as held, and in the place of the one that it replaces. */
export async function enterGuarantee(
  tx: Tx,
  actor: Actor,
  given: EnterGuarantee,
): Promise<Result<GuaranteeId, GuaranteeRefusal>> {
  const fault = faultOf(given)
  if (fault) return refuse(fault)
  const { agencyId, money, number, bank, issuedOn, expiresOn, at } = given
  const holding = await openDeposit(tx, { agencyId, currency: money.currency, at })
  await holdGuarantees(tx, holding.id)
  const before = await replacedBy(tx, given, holding)
  if (!before.ok) return before
  const old = before.value
  const id = newId<GuaranteeId>()
  const replacesId = old?.id ?? null
  const row = { id, depositId: holding.id, number, bank, issuedOn, expiresOn, replacesId }
  const isNew = await insertGuarantee(tx, { ...row, minor: money.minor, by: actor.id, at })
  if (!isNew) return refuse('guarantee-used')
  await post(tx, { holding, id, minor: money.minor, old, at })
  await recordEvent(tx, actor, {
    ...{ recordType: 'deposit', recordId: holding.id, at, agencyId },
    type: old ? 'deposit.guarantee-replaced' : 'deposit.guarantee-given',
    data: { guarantee: id, minor: money.minor.toString(), currency: money.currency, expiresOn },
    visibleTo: ['officer', 'agency'],
  })
  const [now] = (await depositOf(tx, agencyId)).filter((each) => each.id === holding.id)
  await endMetDemands(tx, actor, { holding, held: now?.held ?? 0n, at })
  await publicChanged(tx)
  return ok(id)
}

function faultOf({ money, issuedOn, expiresOn, at }: EnterGuarantee): GuaranteeRefusal | null {
  const today = dayOf(at)
  if (!isSum(money.minor)) return 'not-a-sum'
  if (issuedOn > today) return 'day-in-the-future'
  return expiresOn < today ? 'already-expired' : null
}

type Given = {
  readonly holding: Holding
  readonly id: GuaranteeId
  readonly minor: bigint
  readonly old: Guarantee | null
  readonly at: Date
}

/** The new one comes before the old one goes: what is held never falls between. */
async function post(tx: Tx, { holding, id, minor, old, at }: Given): Promise<void> {
  const postings = [guaranteePosting(holding, { kind: 'guarantee-given', id, minor })]
  const remaining = old ? remainingOf(old) : 0n
  if (old && !(await endGuarantee(tx, old, { status: 'replaced', at })))
    throw new Error('a guarantee that is held in this transaction was moved by another')
  if (old && remaining > 0n)
    postings.push(
      guaranteePosting(holding, { kind: 'guarantee-ended', id: old.id, minor: -remaining }),
    )
  const posted = await postAll(tx, { at, postings })
  if (!posted.ok) throw new Error('what a guarantee adds is more than what it replaces')
}

async function replacedBy(
  tx: Tx,
  { replacesId, agencyId, money }: EnterGuarantee,
  holding: Holding,
): Promise<Result<Guarantee | null, GuaranteeRefusal>> {
  if (replacesId === null) return ok(null)
  const old = isUuid(replacesId) ? await findGuarantee(tx, replacesId) : null
  const holdings = await depositOf(tx, agencyId)
  if (!old || !holdings.some(({ id }) => id === old.depositId)) return refuse('not-in-force')
  if (old.status !== 'in-force') return refuse('not-in-force')
  if (old.depositId !== holding.id) return refuse('other-currency')
  return money.minor < remainingOf(old) ? refuse('less-than-before') : ok(old)
}

type Moved = {
  readonly kind: 'guarantee-given' | 'guarantee-ended'
  readonly id: GuaranteeId
  /** Below nothing where it goes. */
  readonly minor: bigint
}

/** What a guarantee adds to a deposit, or takes from it when it ends. */
export const guaranteePosting = (
  { accountId, paidInId }: Pick<Holding, 'accountId' | 'paidInId'>,
  { kind, id, minor }: Moved,
): Posting => ({
  ...{ id: newId<PostingId>(), kind, source: { type: 'deposit-guarantee', id } },
  lines: [
    { accountId, minor },
    { accountId: paidInId, minor: -minor },
  ],
})

export type ExtendGuarantee = {
  readonly agencyId: AgencyId
  readonly id: string
  readonly version: number
  readonly expiresOn: Day
  /** The number of the bank's letter. */
  readonly reference: string
  readonly at: Date
}
export type ExtendRefusal = 'not-in-force' | 'not-longer' | 'changed-meanwhile'

/** Records that its bank made a guarantee longer; what it was before is kept. */
export async function extendGuarantee(
  tx: Tx,
  actor: Actor,
  { agencyId, id, version, expiresOn, reference, at }: ExtendGuarantee,
): Promise<Result<GuaranteeId, ExtendRefusal>> {
  const found = isUuid(id) ? await findGuarantee(tx, id) : null
  const holdings = await depositOf(tx, agencyId)
  if (found?.status !== 'in-force' || !holdings.some((each) => each.id === found.depositId))
    return refuse('not-in-force')
  if (expiresOn <= found.expiresOn) return refuse('not-longer')
  const kept = await keepExtension(tx, {
    ...{ guaranteeId: found.id, version, expiredOn: found.expiresOn, expiresOn, reference, at },
    enteredBy: actor.id,
  })
  if (!kept) return refuse('changed-meanwhile')
  await recordEvent(tx, actor, {
    ...{ recordType: 'deposit', recordId: found.depositId, type: 'deposit.guarantee-extended', at },
    ...{ agencyId, visibleTo: ['officer', 'agency'] },
    data: { guarantee: found.id, expiresOn },
  })
  return ok(found.id)
}
