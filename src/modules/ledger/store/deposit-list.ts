import type { Day } from '../../../kernel/days.ts'
import type { Money } from '../../../kernel/money.ts'
import type { Tx } from '../../../platform/db.ts'
import { ask, type Sql, sql } from '../../../platform/sql.ts'
import type { AgencyId } from '../../agencies/index.ts'
import type { AlarmKind } from '../rules/alarm.ts'
import type { DepositState } from '../rules/deposit.ts'

/** What narrows the list of deposits; null narrows nothing. */
export type DepositFilters = {
  readonly state: DepositState | null
  readonly demand: 'open' | 'ran-out' | null
  /** Where this, or anything, has to be looked at. */
  readonly alarm: AlarmKind | 'any' | null
  /** Only these agencies: those that a name was found for. */
  readonly agencyIds: readonly AgencyId[] | null
}
/** Where the next page begins: what the last agency held, and which it was. */
export type DepositCursor = { readonly held: bigint; readonly agencyId: AgencyId }
export type DepositListAsk = {
  readonly filters: DepositFilters
  readonly minimum: Money | null
  readonly today: Day
  readonly after: DepositCursor | null
  readonly limit: number
}
export type DepositLine = {
  readonly agencyId: AgencyId
  /** In the currency of the minimum. */
  readonly held: bigint
  /** By when it is to be filled up; null where nothing is demanded. */
  readonly demandDueOn: Day | null
}

/** One page of the deposits, the one that holds least first: keyset, by what is held and the agency. */
export const listDepositLines = (tx: Tx, asked: DepositListAsk): Promise<DepositLine[]> =>
  ask<DepositLine[]>(
    tx,
    sql`
      select "agencyId", held, "demandDueOn" from (${heldByAgency(asked)}) one
      where ${conditionsOf(asked)}
      order by held, "agencyId" limit ${asked.limit}`,
  )

const heldByAgency = (asked: Pick<DepositListAsk, 'minimum'>): Sql => sql`
  select d.agency_id as "agencyId", min(m.due_on) as "demandDueOn",
    coalesce(sum(a.balance) filter (where d.currency = ${currencyOf(asked)}), 0)::bigint as held,
    coalesce(bool_or(d.currency <> ${currencyOf(asked)} and a.balance > 0), false) as others
  from deposit d
  join ledger_account a on a.id = d.account_id
  left join deposit_demand m on m.deposit_id = d.id and m.status = 'open'
  group by d.agency_id`

/** How many agencies stand in each state; those of which nothing is entered are not among them. */
export async function countByState(
  tx: Tx,
  minimum: Money | null,
): Promise<Readonly<Record<DepositState, number>>> {
  const count = async (state: DepositState): Promise<number> => {
    const filters = { state, demand: null, alarm: null, agencyIds: null }
    const condition = stateCondition({ filters, minimum })
    const [row] = await ask<{ count: number }[]>(
      tx,
      sql`select count(*)::int as count from (${heldByAgency({ minimum })}) one where ${condition}`,
    )
    return row?.count ?? 0
  }
  return {
    covered: await count('covered'),
    short: await count('short'),
    'not-comparable': await count('not-comparable'),
    'minimum-unknown': await count('minimum-unknown'),
  }
}

const currencyOf = ({ minimum }: Pick<DepositListAsk, 'minimum'>): string =>
  minimum?.currency ?? 'USD'

function conditionsOf(asked: DepositListAsk): Sql {
  const { filters, after, today } = asked
  const all: Sql[] = [stateCondition(asked)]
  if (filters.demand) all.push(sql`"demandDueOn" is not null`)
  if (filters.demand === 'ran-out') all.push(sql`"demandDueOn" < ${today}`)
  if (filters.alarm)
    all.push(sql`exists (select from deposit_alarm w where w.agency_id = "agencyId"
      and w.ended_at is null and ${filters.alarm} in ('any', w.kind))`)
  if (filters.agencyIds) all.push(sql`"agencyId" = any (${[...filters.agencyIds]}::uuid[])`)
  if (after) all.push(sql`(held, "agencyId") > (${after.held}, ${after.agencyId}::uuid)`)
  return all.reduce((before, one) => sql`${before} and ${one}`)
}

/** The same as `stateOfDeposit`, as a question. */
function stateCondition({
  filters: { state },
  minimum,
}: Pick<DepositListAsk, 'filters' | 'minimum'>): Sql {
  if (state === null) return sql`true`
  if (minimum === null) return state === 'minimum-unknown' ? sql`true` : sql`false`
  if (state === 'covered') return sql`held >= ${minimum.minor}`
  if (state === 'short') return sql`held < ${minimum.minor} and not others`
  return state === 'not-comparable' ? sql`held < ${minimum.minor} and others` : sql`false`
}
