import type { Actor } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import type { Currency } from '../../../kernel/money.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import { newId } from '../../../platform/new-id.ts'
import type { AgencyId } from '../../agencies/index.ts'
import { appliedRule, findRule, rulebook } from '../../law/index.ts'
import { isRate, missingRates, type Rate, type SharedDue, sharesAcross } from '../rules/convert.ts'
import type { Holding } from '../rules/deposit.ts'
import { authorityRule, type DrawOrderId } from '../rules/draw.ts'
import type { DueId } from '../rules/due.ts'
import { depositOf } from '../store/deposits.ts'
import { insertDraw, listDuesInOpenDraws, nextDrawNumber } from '../store/draws.ts'
import { type DueRow, listDues } from '../store/dues.ts'
import { insertRates } from '../store/rates.ts'

export type ProposeDraw = {
  readonly agencyId: AgencyId
  /** All overdue, all of this agency. */
  readonly dueIds: readonly DueId[]
  /** Of which holding: of the first that holds anything where it is left out. */
  readonly from?: Currency | null
  /** For each currency of the dues but that of the holding. */
  readonly rates?: readonly Rate[]
  /** On what the officer rests it: an article, a clause of the contract, an instruction. */
  readonly basis: string
  readonly at: Date
}
export type ProposeRefusal =
  | 'nothing-chosen'
  | 'no-such-due'
  | 'not-its-debt'
  | 'not-overdue'
  | 'rate-missing'
  | 'rate-wrong'
  | 'in-another-draw'
  | 'nothing-held'

/**
 * Proposes to pay overdue dues of one agency out of its deposit. The shares are computed now and
 * stand on the paper that is signed: in proportion where the deposit does not cover all, and by the
 * rates given where a debt is in another currency than the deposit. The dues
 * are taken in the order of their ids, so that the same choice always gives the same shares.
 */
export async function proposeDraw(
  tx: Tx,
  actor: Actor,
  asked: ProposeDraw,
): Promise<Result<DrawOrderId, ProposeRefusal>> {
  const { agencyId, basis, at } = asked
  const ready = await readyToDraw(tx, asked)
  if (!ready.ok) return ready
  const { holding, shares, rates } = ready.value
  const covered = sumOf(shares.map(({ cost }) => cost))
  if (covered === 0n) return refuse('nothing-held')
  const rule = findRule(await rulebook(tx, dayOf(at)), authorityRule)
  const id = newId<DrawOrderId>()
  const number = await nextDrawNumber(tx)
  await insertRates(tx, rates, { by: actor.id, at })
  await insertDraw(
    tx,
    {
      ...{ id, number, agencyId, depositId: holding.id, currency: holding.currency, basis, rates },
      ...{ ruleApplied: rule && appliedRule(rule), standing: rule?.standing ?? 'unknown' },
      claimed: sumOf(shares.map(({ claimCost }) => claimCost)),
      ...{ held: holding.held, covered, proposedBy: actor.id, proposedAt: at },
    },
    shares,
  )
  await recordEvent(tx, actor, {
    ...{ recordType: 'draw', recordId: id, type: 'draw.proposed', at, agencyId },
    ...{ to: 'proposed', visibleTo: ['officer'] },
    data: { dues: shares.length, covered: covered.toString(), currency: holding.currency },
  })
  return ok(id)
}

const sumOf = (sums: readonly bigint[]): bigint => sums.reduce((total, each) => total + each, 0n)

type Ready = {
  readonly holding: Holding
  readonly shares: readonly SharedDue[]
  readonly rates: readonly Rate[]
}

async function readyToDraw(
  tx: Tx,
  { agencyId, dueIds, from = null, rates: given = [], at }: ProposeDraw,
): Promise<Result<Ready, ProposeRefusal>> {
  const wanted = [...new Set(dueIds)]
  if (wanted.length === 0) return refuse('nothing-chosen')
  const dues = await listDues(tx, { ids: wanted })
  if (dues.length !== wanted.length) return refuse('no-such-due')
  const fault = faultOf(dues, { agencyId, at })
  if (fault) return refuse(fault)
  if ((await listDuesInOpenDraws(tx, wanted)).size > 0) return refuse('in-another-draw')
  const sums = dues
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, owed, money: { currency } }) => ({ id, owed, currency }))
  const holding = await holdingFor(tx, agencyId, from ?? sums[0]?.currency)
  if (!holding) return refuse('nothing-held')
  const base = holding.currency
  const rates = given.filter(({ currency }) => sums.some((sum) => sum.currency === currency))
  if (rates.some((rate) => !fits(rate, { base, at }))) return refuse('rate-wrong')
  if (missingRates(sums, { base, rates }).length > 0) return refuse('rate-missing')
  return ok({ holding, rates, shares: sharesAcross(sums, { held: holding.held, base, rates }) })
}

const fits = (rate: Rate, { base, at }: { readonly base: Currency; readonly at: Date }): boolean =>
  rate.base === base && rate.currency !== base && isRate(rate.rate) && rate.onDay <= dayOf(at)

function faultOf(
  dues: readonly DueRow[],
  { agencyId, at }: { readonly agencyId: AgencyId; readonly at: Date },
): ProposeRefusal | null {
  const today = dayOf(at)
  if (dues.some(({ debtor }) => debtor.kind !== 'agency' || debtor.id !== agencyId))
    return 'not-its-debt'
  return dues.some(({ owed, dueOn }) => owed === 0n || dueOn >= today) ? 'not-overdue' : null
}

/** What is held in this currency, or else in the first in which anything is; null where nothing is. */
async function holdingFor(
  tx: Tx,
  agencyId: AgencyId,
  currency: Currency | undefined,
): Promise<Holding | null> {
  const some = (await depositOf(tx, agencyId)).filter((each) => each.held > 0n)
  return some.find((each) => each.currency === currency) ?? some[0] ?? null
}
