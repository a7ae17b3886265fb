import type { Day } from '../../../kernel/days.ts'
import type { Money } from '../../../kernel/money.ts'
import type { Tx } from '../../../platform/db.ts'
import { type AgencyId, type AgencyNames, findMatches, listAgencies } from '../../agencies/index.ts'
import { findNumber, findRule, type Rule, rulebook } from '../../law/index.ts'
import type { Alarm } from '../rules/alarm.ts'
import {
  type DepositState,
  type Holding,
  minimumOf,
  minimumRule,
  shortBy,
  stateOfDeposit,
} from '../rules/deposit.ts'
import { listOpenAlarms } from '../store/alarms.ts'
import {
  countByState,
  type DepositCursor,
  type DepositFilters,
  listDepositLines,
} from '../store/deposit-list.ts'
import { listHoldings } from '../store/deposits.ts'
import { type CoverOf, coverOf } from './read-cover.ts'

/** One agency in the list; without holdings where nothing is entered for it yet. */
export type ListedDeposit = {
  readonly agencyId: AgencyId
  /** Null where the register does not know it any more. */
  readonly names: AgencyNames | null
  readonly holdings: readonly Holding[]
  readonly state: DepositState | 'not-entered'
  readonly missing: Money | null
  readonly demandDueOn: Day | null
  /** What it stands for today. */
  readonly cover: CoverOf | null
  readonly alarms: readonly Alarm[]
}
export type DepositList = {
  readonly rows: readonly ListedDeposit[]
  readonly next: DepositCursor | null
  /** What every agency has to hold, and how sure that is. */
  readonly rule: Rule | null
  readonly minimum: Money | null
  /** How many agencies there are of each state. */
  readonly counts: Readonly<Record<DepositState, number>>
}
export type DepositListAsked = {
  readonly filters: Omit<DepositFilters, 'agencyIds'>
  /** A name, telephone number or page of an agency; empty for all. */
  readonly q: string
  readonly after: DepositCursor | null
  readonly today: Day
  readonly limit: number
}

/** The deposits that officers see, the one that holds least first; or those of the agencies named. */
export async function listDeposits(tx: Tx, asked: DepositListAsked): Promise<DepositList> {
  const { q, after, today, limit } = asked
  const book = await rulebook(tx, today)
  const minimum = minimumOf(findNumber(book, minimumRule))
  const named = q === '' ? null : await agenciesNamed(tx, q, today)
  const filters = { ...asked.filters, agencyIds: named }
  const lines = await listDepositLines(tx, { filters, minimum, today, after, limit: limit + 1 })
  const shown = lines.slice(0, limit)
  const known = new Set(lines.map(({ agencyId }) => agencyId))
  const isNarrowed = Object.values(asked.filters).some((each) => each !== null) || after !== null
  const others = isNarrowed ? [] : (named ?? []).filter((id) => !known.has(id))
  const agencyIds = [...shown.map(({ agencyId }) => agencyId), ...others]
  const [names, holdings] = await Promise.all([namesOf(tx, agencyIds), listHoldings(tx, agencyIds)])
  const byAgency = Map.groupBy(holdings, ({ agencyId }) => agencyId)
  const [covers, alarms, counts] = await Promise.all([
    coverOf(tx, { agencyIds, holdings, minimum, today }),
    listOpenAlarms(tx, agencyIds),
    countByState(tx, minimum),
  ])
  const alarmsOf = Map.groupBy(alarms, ({ agencyId }) => agencyId)
  const demands = new Map(shown.map((line) => [line.agencyId, line.demandDueOn]))
  const rows = agencyIds.map((agencyId): ListedDeposit => {
    const own = byAgency.get(agencyId) ?? []
    const entered = own.length > 0
    return {
      ...{ agencyId, names: names.get(agencyId) ?? null, holdings: own },
      state: entered ? stateOfDeposit(own, minimum) : 'not-entered',
      missing: entered ? shortBy(own, minimum) : null,
      demandDueOn: demands.get(agencyId) ?? null,
      ...{ cover: covers.get(agencyId) ?? null, alarms: alarmsOf.get(agencyId) ?? [] },
    }
  })
  const last = lines.length > limit ? shown.at(-1) : undefined
  return {
    ...{ rows, minimum, counts, rule: findRule(book, minimumRule) },
    next: last ? { held: last.held, agencyId: last.agencyId } : null,
  }
}

async function agenciesNamed(tx: Tx, q: string, today: Day): Promise<AgencyId[]> {
  const matches = await findMatches(tx, q, today)
  return [...new Set(matches.map(({ agencyId }) => agencyId))]
}

/** The names of these agencies, as far as the register has them. */
export const namesOf = async (
  tx: Tx,
  ids: readonly AgencyId[],
): Promise<ReadonlyMap<AgencyId, AgencyNames>> =>
  new Map((await listAgencies(tx, ids)).map(({ id, names }) => [id, names]))
