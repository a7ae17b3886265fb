import { type Day, dayOf, startOfDay } from '../../../kernel/days.ts'
import { isUuid } from '../../../kernel/ids.ts'
import type { Currency, Money } from '../../../kernel/money.ts'
import type { Tx } from '../../../platform/db.ts'
import { type PersonNames, personNames } from '../../accounts/index.ts'
import type { AgencyId, AgencyNames } from '../../agencies/index.ts'
import { findNumber, findRule, type Rule, rulebook } from '../../law/index.ts'
import type { Entry } from '../rules/account.ts'
import {
  type Demand,
  type DepositChange,
  type DepositState,
  type Holding,
  minimumOf,
  minimumRule,
  shortBy,
  stateOfDeposit,
  topUpRule,
} from '../rules/deposit.ts'
import type { DrawOrder } from '../rules/draw.ts'
import type { Due } from '../rules/due.ts'
import { listEntries } from '../store/accounts.ts'
import { listDemands } from '../store/demands.ts'
import { depositOf, listChanges, shortSince } from '../store/deposits.ts'
import { listDraws, listDrawsByIds } from '../store/draws.ts'
import { listDues } from '../store/dues.ts'
import { namesOf } from './list-deposits.ts'

/** An entry with what it came from: what an officer entered, or a draw. */
export type DepositEntry = Entry & {
  readonly change: DepositChange | null
  readonly order: DrawOrder | null
}

/** Everything that an agency's deposit page says. */
export type DepositFile = {
  readonly agencyId: AgencyId
  readonly names: AgencyNames | null
  readonly holdings: readonly Holding[]
  readonly rule: Rule | null
  /** In how many days it is filled up again: unknown, so officers set the day. */
  readonly topUp: Rule | null
  readonly minimum: Money | null
  readonly state: DepositState | 'not-entered'
  readonly missing: Money | null
  readonly since: Day | null
  /** The open one first. */
  readonly demands: readonly Demand[]
  readonly currency: Currency | null
  readonly entries: readonly DepositEntry[]
  /** The entry before which the next page begins. */
  readonly next: number | null
  readonly draws: readonly DrawOrder[]
  readonly overdue: readonly Due[]
  readonly people: ReadonlyMap<string, PersonNames>
}

export type ReadDeposit = {
  readonly agencyId: string
  /** Which holding's entries are shown; the first where there is none of it. */
  readonly currency?: string | null
  readonly before?: number | null
  readonly now: Date
}

const pageSize = 50
const mostDraws = 20

/** Reads the deposit of one agency as the actor may see it; null for what is no agency's id. */
export async function readDeposit(
  tx: Tx,
  { agencyId, currency, before = null, now }: ReadDeposit,
): Promise<DepositFile | null> {
  if (!isUuid(agencyId)) return null
  const id = agencyId as AgencyId
  const today = dayOf(now)
  const book = await rulebook(tx, today)
  const rule = findRule(book, minimumRule)
  const minimum = minimumOf(findNumber(book, minimumRule))
  const holdings = await depositOf(tx, id)
  const chosen = holdings.find((each) => each.currency === currency) ?? holdings[0] ?? null
  const [names, demands, draws, overdue, page] = await Promise.all([
    namesOf(tx, [id]),
    listDemands(
      tx,
      holdings.map((each) => each.id),
    ),
    listDraws(tx, { agencyId: id, status: null, after: null, limit: mostDraws }),
    listDues(tx, { debtorAgency: id, overdueOn: today }),
    chosen ? entriesOf(tx, chosen, before) : { entries: [], next: null },
  ])
  const entered = holdings.length > 0
  return {
    ...{ agencyId: id, names: names.get(id) ?? null, holdings, rule, minimum, draws, overdue },
    ...{ ...page, currency: chosen?.currency ?? null, topUp: findRule(book, topUpRule) },
    state: entered ? stateOfDeposit(holdings, minimum) : 'not-entered',
    missing: entered ? shortBy(holdings, minimum) : null,
    since: entered ? await sinceOf(tx, { agencyId: id, minimum, rule }) : null,
    demands: demands.toSorted((a, b) => Number(b.status === 'open') - Number(a.status === 'open')),
    people: await personNames(tx, peopleOf(page.entries, demands)),
  }
}

const peopleOf = (entries: readonly DepositEntry[], demands: readonly Demand[]): string[] => [
  ...entries.flatMap(({ change }) => change?.recordedBy ?? []),
  ...demands.map(({ madeBy }) => madeBy),
]

async function entriesOf(tx: Tx, { accountId }: Holding, before: number | null) {
  const found = await listEntries(tx, { accountId, before, limit: pageSize + 1 })
  const shown = found.slice(0, pageSize)
  const ids = shown.map(({ source }) => source.id)
  const [changes, orders] = await Promise.all([listChanges(tx, { ids }), listDrawsByIds(tx, ids)])
  const changeOf = new Map<string, DepositChange>(changes.map((each) => [each.id, each]))
  const orderOf = new Map<string, DrawOrder>(orders.map((each) => [each.id, each]))
  return {
    entries: shown.map((entry) => ({
      ...entry,
      change: changeOf.get(entry.source.id) ?? null,
      order: orderOf.get(entry.source.id) ?? null,
    })),
    next: found.length > pageSize ? (shown.at(-1)?.version ?? null) : null,
  }
}

type Since = {
  readonly agencyId: AgencyId
  readonly minimum: Money | null
  readonly rule: Rule | null
}

/** The day since which it is short: not before the first day of the minimum that it falls below. */
async function sinceOf(tx: Tx, { agencyId, minimum, rule }: Since): Promise<Day | null> {
  const since = minimum && (await shortSince(tx, { agencyId, minimum }))
  if (!since) return null
  const ruled = rule?.validFrom ? startOfDay(rule.validFrom) : since
  return dayOf(ruled > since ? ruled : since)
}

/** For everybody: since when an agency's deposit is short; null where it is not or nobody can say. */
export async function depositShortSince(
  tx: Tx,
  { agencyId, today }: { readonly agencyId: AgencyId; readonly today: Day },
): Promise<Day | null> {
  const book = await rulebook(tx, today)
  const minimum = minimumOf(findNumber(book, minimumRule))
  return sinceOf(tx, { agencyId, minimum, rule: findRule(book, minimumRule) })
}
