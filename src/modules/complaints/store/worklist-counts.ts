import type { Actor } from '../../../kernel/actor.ts'
import type { Tx } from '../../../platform/db.ts'
import { ask, type Sql, sql } from '../../../platform/sql.ts'
import {
  countLimit,
  everyOpenCase,
  type WorklistFilters,
  worklistStages,
} from '../rules/worklist.ts'
import { areasToRead, conditionsOf, type WorklistMoment } from './worklist-conditions.ts'

/** The states whose number stands above the list. */
export const countedStates = [
  ...(['open', 'late', 'due-today', 'mine', 'unassigned', 'unread'] as const),
  ...worklistStages,
] as const
export type CountedState = (typeof countedStates)[number]
/** A count over the limit says only that there are more. */
export type WorklistCounts = Readonly<Record<CountedState, number>>

type Asked = { readonly filters: WorklistFilters; readonly moment: WorklistMoment }

/** How many cases of each state the actor may see, each counted to one beyond the limit. */
export async function countWorklist(
  tx: Tx,
  actor: Actor,
  moment: WorklistMoment,
): Promise<WorklistCounts> {
  const of = (state: CountedState) =>
    countOf(actor, { filters: { ...everyOpenCase, state }, moment })
  const [row] = await ask<WorklistCounts[]>(
    tx,
    sql`
    select open, late, (${of('due-today')}) as "due-today", (${of('mine')}) as mine,
      (${of('unassigned')}) as unassigned, (${of('unread')}) as unread,
      (${of('in-conciliation')}) as "in-conciliation", (${of('not-settled')}) as "not-settled",
      (${of('performance')}) as performance, (${of('awaiting-word')}) as "awaiting-word",
      (${of('waiting-elsewhere')}) as "waiting-elsewhere"
    from (${openAndLate(actor, moment)}) due`,
  )
  if (!row) throw new Error('the counts gave no row')
  return row
}

/** How many cases these filters hold, to one beyond the limit. */
export async function countFiltered(tx: Tx, actor: Actor, asked: Asked): Promise<number> {
  const [row] = await ask<{ found: number }[]>(tx, sql`select (${countOf(actor, asked)}) as found`)
  return row?.found ?? 0
}

const most = countLimit + 1

const countOf = (actor: Actor, asked: Asked) =>
  sql`select count(*)::int from (${firstOf(actor, asked, sql``)}) first`

/** What is late comes first of what is open: one reading tells both. */
const openAndLate = (actor: Actor, moment: WorklistMoment) => sql`
  select count(*)::int as open,
    (count(*) filter (where next_due_at < ${moment.now}))::int as late
  from (${firstOf(actor, { filters: everyOpenCase, moment }, sql`order by next_due_at`)}) first`

/** As many as are counted at most, area by area. */
function firstOf(actor: Actor, asked: Asked, order: Sql): Sql {
  const areas = areasToRead(actor, asked.filters)
  const found = sql`select c.next_due_at from complaint c where ${conditionsOf(actor, asked)}`
  return areas === null
    ? sql`${found} ${order} limit ${most}`
    : sql`select next_due_at from unnest(${areas}::text[]) one (area) cross join lateral (
        ${found} and c.area = one.area ${order} limit ${most}) part ${order} limit ${most}`
}
