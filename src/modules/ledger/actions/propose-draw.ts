import type { Actor } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import type { Currency } from '../../../kernel/money.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import { newId } from '../../../platform/new-id.ts'
import type { AgencyId } from '../../agencies/index.ts'
import { appliedRule, findRule, rulebook } from '../../law/index.ts'
import type { Holding } from '../rules/deposit.ts'
import { authorityRule, type DrawnShare, type DrawOrderId, sharesOf } from '../rules/draw.ts'
import type { DueId } from '../rules/due.ts'
import { depositOf } from '../store/deposits.ts'
import { insertDraw, listDuesInOpenDraws, nextDrawNumber } from '../store/draws.ts'
import { type DueRow, listDues } from '../store/dues.ts'

export type ProposeDraw = {
  readonly agencyId: AgencyId
  /** Dues of one currency, all overdue, all of this agency. */
  readonly dueIds: readonly DueId[]
  /** On what the officer rests it: an article, a clause of the contract, an instruction. */
  readonly basis: string
  readonly at: Date
}
export type ProposeRefusal =
  | 'nothing-chosen'
  | 'no-such-due'
  | 'not-its-debt'
  | 'not-overdue'
  | 'several-currencies'
  | 'in-another-draw'
  | 'nothing-held'

/**
 * Proposes to pay overdue dues of one agency out of its deposit. The shares are computed now and
 * stand on the paper that is signed: in proportion where the deposit does not cover all. The dues
 * are taken in the order of their ids, so that the same choice always gives the same shares.
 */
export async function proposeDraw(
  tx: Tx,
  actor: Actor,
  { agencyId, dueIds, basis, at }: ProposeDraw,
): Promise<Result<DrawOrderId, ProposeRefusal>> {
  const ready = await readyToDraw(tx, { agencyId, dueIds, at })
  if (!ready.ok) return ready
  const { holding, shares } = ready.value
  const rule = findRule(await rulebook(tx, dayOf(at)), authorityRule)
  const id = newId<DrawOrderId>()
  const number = await nextDrawNumber(tx)
  const sum = (of: (share: DrawnShare) => bigint) =>
    shares.reduce((total, share) => total + of(share), 0n)
  const covered = sum(({ share }) => share)
  await insertDraw(
    tx,
    {
      ...{ id, number, agencyId, depositId: holding.id, currency: holding.currency, basis },
      ...{ ruleApplied: rule && appliedRule(rule), standing: rule?.standing ?? 'unknown' },
      ...{ claimed: sum(({ claim }) => claim), held: holding.held, covered },
      ...{ proposedBy: actor.id, proposedAt: at },
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

type Ready = { readonly holding: Holding; readonly shares: readonly DrawnShare[] }

async function readyToDraw(
  tx: Tx,
  { agencyId, dueIds, at }: Omit<ProposeDraw, 'basis'>,
): Promise<Result<Ready, ProposeRefusal>> {
  const wanted = [...new Set(dueIds)]
  if (wanted.length === 0) return refuse('nothing-chosen')
  const dues = await listDues(tx, { ids: wanted })
  if (dues.length !== wanted.length) return refuse('no-such-due')
  const fault = faultOf(dues, { agencyId, at })
  if (fault) return refuse(fault)
  if ((await listDuesInOpenDraws(tx, wanted)).size > 0) return refuse('in-another-draw')
  const currency = dues[0]?.money.currency
  const holding = await holdingIn(tx, agencyId, currency)
  if (!holding) return refuse('nothing-held')
  const inOrder = dues.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return ok({ holding, shares: sharesOf(holding.held, inOrder) })
}

function faultOf(
  dues: readonly DueRow[],
  { agencyId, at }: { readonly agencyId: AgencyId; readonly at: Date },
): ProposeRefusal | null {
  const today = dayOf(at)
  if (dues.some(({ debtor }) => debtor.kind !== 'agency' || debtor.id !== agencyId))
    return 'not-its-debt'
  if (dues.some(({ owed, dueOn }) => owed === 0n || dueOn >= today)) return 'not-overdue'
  return dues.some(({ money }) => money.currency !== dues[0]?.money.currency)
    ? 'several-currencies'
    : null
}

/** What is held in this currency; null where nothing is. */
async function holdingIn(
  tx: Tx,
  agencyId: AgencyId,
  currency: Currency | undefined,
): Promise<Holding | null> {
  const holdings = await depositOf(tx, agencyId)
  return holdings.find((each) => each.currency === currency && each.held > 0n) ?? null
}
