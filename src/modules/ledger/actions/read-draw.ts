import type { Actor } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import { isUuid } from '../../../kernel/ids.ts'
import { offeredActions } from '../../../kernel/lifecycle.ts'
import type { Currency } from '../../../kernel/money.ts'
import type { Tx } from '../../../platform/db.ts'
import { listEvents, type TimelineEvent } from '../../../platform/events/record-event.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { type PersonNames, personNames } from '../../accounts/index.ts'
import type { AgencyId, AgencyNames } from '../../agencies/index.ts'
import { findRule, type Rule, rulebook } from '../../law/index.ts'
import { listLettersAbout, openHeadings, type WithHeading } from '../../letters/index.ts'
import { missingRates, type Rate } from '../rules/convert.ts'
import type { Holding } from '../rules/deposit.ts'
import {
  authorityRule,
  type DrawAction,
  type DrawnShare,
  type DrawOrder,
  drawLifecycle,
  mayNotSign,
  mayWithdraw,
} from '../rules/draw.ts'
import type { Due } from '../rules/due.ts'
import { depositOf } from '../store/deposits.ts'
import { findDraw, listDuesInOpenDraws, listShares } from '../store/draws.ts'
import { listDues } from '../store/dues.ts'
import { newestRates } from '../store/rates.ts'
import { namesOf } from './list-deposits.ts'

/** A draw with everything that its page says. */
export type DrawFile = {
  readonly draw: DrawOrder
  readonly names: AgencyNames | null
  readonly shares: readonly (DrawnShare & { readonly due: Due | null })[]
  /** What the deposit holds now. */
  readonly held: bigint
  readonly events: readonly TimelineEvent[]
  readonly people: ReadonlyMap<string, PersonNames>
  readonly letters: readonly WithHeading[]
  readonly actions: readonly DrawAction[]
}

/** Reads a draw for its page; null when there is none that the actor may see. */
export async function readDraw(
  tx: Tx,
  actor: Actor,
  { vault, id }: { readonly vault: Vault; readonly id: string },
): Promise<DrawFile | null> {
  const draw = await findDraw(tx, id)
  if (!draw) return null
  const [names, shares, holdings, events, letters] = await Promise.all([
    namesOf(tx, [draw.agencyId]),
    listShares(tx, draw.id),
    depositOf(tx, draw.agencyId),
    listEvents(tx, draw.id),
    listLettersAbout(tx, draw.id),
  ])
  const dues = await listDues(tx, { ids: shares.map(({ dueId }) => dueId) })
  const byId = new Map(dues.map((due) => [due.id, due]))
  return {
    ...{ draw, events, names: names.get(draw.agencyId) ?? null },
    shares: shares.map((share) => ({ ...share, due: byId.get(share.dueId) ?? null })),
    held: heldIn(holdings, draw.currency),
    people: await personNames(tx, peopleOf(draw, events)),
    letters: await openHeadings(tx, vault, letters),
    actions: offeredTo(actor, draw),
  }
}

const heldIn = (holdings: readonly Holding[], currency: Currency): bigint =>
  holdings.find((each) => each.currency === currency)?.held ?? 0n

const peopleOf = (draw: DrawOrder, events: readonly TimelineEvent[]): string[] => [
  ...[draw.proposedBy, draw.firstSignedBy, draw.secondSignedBy, draw.endedBy].filter(
    (id) => id !== null,
  ),
  ...events.filter(({ actorKind }) => actorKind === 'person').map(({ actorId }) => actorId),
]

/** What this person may do with it now: a signature only where it would be a further person's. */
function offeredTo(actor: Actor, draw: DrawOrder): DrawAction[] {
  const maySign = mayNotSign(draw, actor.id) === null
  return offeredActions(drawLifecycle, draw.status, actor.roles).filter((action) => {
    if (action === 'withdraw') return mayWithdraw(draw, actor.id)
    return maySign || action === 'refuse'
  })
}

/** What an officer chooses from to propose a draw. */
export type DrawChoice = {
  readonly agencyId: AgencyId
  readonly names: AgencyNames | null
  /** The holding that would be drawn on; null where nothing is held. */
  readonly holding: Holding | null
  /** Overdue, in no other draw. */
  readonly dues: readonly Due[]
  /** The currencies of the dues but that of the holding, with the newest rate that is known. */
  readonly others: readonly { readonly currency: Currency; readonly rate: Rate | null }[]
  /** Overdue, in a draw that is under way. */
  readonly inAnotherDraw: number
  readonly authority: Rule | null
}

/** Null for what is no agency's id. */
export async function readDrawChoice(
  tx: Tx,
  { agencyId, currency, now }: { agencyId: string; currency: string | null; now: Date },
): Promise<DrawChoice | null> {
  if (!isUuid(agencyId)) return null
  const id = agencyId as AgencyId
  const [names, holdings, overdue, book] = await Promise.all([
    namesOf(tx, [id]),
    depositOf(tx, id),
    listDues(tx, { debtorAgency: id, overdueOn: dayOf(now) }),
    rulebook(tx, dayOf(now)),
  ])
  const some = holdings.filter(({ held }) => held > 0n)
  const holding = some.find((each) => each.currency === currency) ?? some[0] ?? null
  const open = await listDuesInOpenDraws(
    tx,
    overdue.map((due) => due.id),
  )
  const dues = overdue.filter((due) => !open.has(due.id))
  return {
    ...{ agencyId: id, names: names.get(id) ?? null, holding, dues, inAnotherDraw: open.size },
    others: holding ? await othersOf(tx, { dues, base: holding.currency, now }) : [],
    authority: findRule(book, authorityRule),
  }
}

type Base = { readonly dues: readonly Due[]; readonly base: Currency; readonly now: Date }

async function othersOf(tx: Tx, { dues, base, now }: Base): Promise<DrawChoice['others']> {
  const currencies = dues.map(({ money }) => ({ currency: money.currency }))
  const wanted = missingRates(currencies, { base, rates: [] })
  const known = await newestRates(tx, { base, on: dayOf(now) })
  return wanted.map((currency) => ({
    currency,
    rate: known.find((each) => each.currency === currency) ?? null,
  }))
}
