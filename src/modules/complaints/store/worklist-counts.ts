import type { Actor } from '../../../kernel/actor.ts'
import type { Tx } from '../../../platform/db.ts'
import { countLimit, everyOpenCase, type WorklistFilters } from '../rules/worklist.ts'
import { areasToRead, conditionsOf, type WorklistMoment } from './worklist-conditions.ts'

/** The states whose number stands above the list. */
export const countedStates = ['open', 'late', 'due-today', 'mine', 'unassigned', 'unread'] as const
export type CountedState = (typeof countedStates)[number]
/** A count over the limit says only that there are more. */
export type WorklistCounts = Readonly<Record<CountedState, number>>

/** How many cases of each state the actor may see, each counted to one beyond the limit. */
export async function countWorklist(
  tx: Tx,
  actor: Actor,
  moment: WorklistMoment,
): Promise<WorklistCounts> {
  const counted = countedStates.map(
    (state) => tx`(${countOf(tx, actor, { filters: { ...everyOpenCase, state }, moment })})`,
  )
  const [open, late, today, mine, unassigned, unread] = counted
  const [row] = await tx<WorklistCounts[]>`
    select ${open ?? 0} as open, ${late ?? 0} as late, ${today ?? 0} as "due-today",
      ${mine ?? 0} as mine, ${unassigned ?? 0} as unassigned, ${unread ?? 0} as unread`
  if (!row) throw new Error('the counts gave no row')
  return row
}

/** How many cases these filters hold, to one beyond the limit. */
export async function countFiltered(
  tx: Tx,
  actor: Actor,
  asked: { readonly filters: WorklistFilters; readonly moment: WorklistMoment },
): Promise<number> {
  const [row] = await tx<{ found: number }[]>`select (${countOf(tx, actor, asked)}) as found`
  return row?.found ?? 0
}

function countOf(
  tx: Tx,
  actor: Actor,
  asked: { readonly filters: WorklistFilters; readonly moment: WorklistMoment },
) {
  const areas = areasToRead(actor, asked.filters)
  const found = tx`select from complaint c where ${conditionsOf(tx, actor, asked)}`
  const most = countLimit + 1
  return areas === null
    ? tx`select count(*)::int from (${found} limit ${most}) counted`
    : tx`select count(*)::int from (
        select from unnest(${areas}::text[]) one (area) cross join lateral (
          ${found} and c.area = one.area limit ${most}) part
        limit ${most}) counted`
}
