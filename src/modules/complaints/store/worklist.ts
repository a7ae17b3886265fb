import type { Actor } from '../../../kernel/actor.ts'
import { isDay } from '../../../kernel/days.ts'
import { isUuid } from '../../../kernel/ids.ts'
import type { Tx } from '../../../platform/db.ts'
import { ask as put, type Sql, sql } from '../../../platform/sql.ts'
import { namesOfPerson } from '../../accounts/index.ts'
import { namesOfAgency } from '../../agencies/index.ts'
import type { Complaint, RespondentKind } from '../rules/complaint.ts'
import { sortOf, type WorklistFilters, type WorklistSort } from '../rules/worklist.ts'
import { areasToRead, conditionsOf, type WorklistMoment } from './worklist-conditions.ts'

export type WorklistRow = Pick<
  Complaint,
  | 'id'
  | 'number'
  | 'status'
  | 'version'
  | 'openness'
  | 'area'
  | 'ownerId'
  | 'agencyId'
  | 'receivedAt'
  | 'nextDueAt'
> & {
  readonly respondentKind: RespondentKind
  readonly categories: readonly string[]
  /** Null where there is nobody, or nobody whom the actor may see. */
  readonly ownerKm: string | null
  readonly ownerEn: string | null
  readonly agencyKm: string | null
  readonly agencyEn: string | null
  /** Messages of the complainant that nobody has read yet. */
  readonly unread: boolean
  /** Where this row stands in the list: goes into the address of the next page. */
  readonly cursor: string
}

export type WorklistAsk = {
  readonly filters: WorklistFilters
  /** The row after which the page begins, or before which it ends. */
  readonly from: { readonly cursor: Cursor; readonly direction: 'after' | 'before' } | null
  readonly limit: number
  readonly moment: WorklistMoment
}

/** A place in the list: the instant to the microsecond, as the database writes it, and the id. */
export type Cursor = { readonly at: string; readonly id: string }

export function parseCursor(text: string): Cursor | null {
  const match =
    /^((\d{4}-\d\d-\d\d) (?:[01]\d|2[0-3])(?::[0-5]\d){2}(?:\.\d{1,6})?[+-](?:0\d|1[0-4])(?::[0-5]\d)?)~([0-9a-f-]{36})$/.exec(
      text,
    )
  const [, at = '', day = '', id = ''] = match ?? []
  // What no calendar has would be an error of the database, and a list is never an error.
  return isDay(day) && !day.startsWith('0000') && isUuid(id) ? { at, id } : null
}

/**
 * One page of the cases that the actor may see, by due date or the newest receipt first. Keyset:
 * the hundredth page costs what the first does. Read area by area, so that each is an index's order.
 */
export async function listWorklist(tx: Tx, actor: Actor, ask: WorklistAsk): Promise<WorklistRow[]> {
  const found = await put<WorklistRow[]>(tx, worklistQuery(actor, ask))
  return ask.from?.direction === 'before' ? found.reverse() : found
}

/** The query itself: a test looks at its plan. */
export function worklistQuery(actor: Actor, ask: WorklistAsk): Sql {
  const order = orderOf(ask)
  const rows = sql`
    select c.id, c.number, c.status, c.version, c.openness, c.area, c.owner_id, c.agency_id,
      c.received_at, c.next_due_at, c.respondent_kind, c.categories, c.unread,
      ${order.column} as place
    from complaint c
    where ${conditionsOf(actor, ask)} and ${order.isBeyond}`
  const areas = areasToRead(actor, ask.filters)
  const page =
    areas === null
      ? sql`${rows} order by ${order.inside} limit ${ask.limit}`
      : sql`select part.* from unnest(${areas}::text[]) one (area) cross join lateral (
            ${rows} and c.area = one.area order by ${order.inside} limit ${ask.limit}) part
          order by ${order.outside} limit ${ask.limit}`
  return sql`
    select page.id, number, status, version, openness, area, owner_id as "ownerId",
      agency_id as "agencyId", received_at as "receivedAt", next_due_at as "nextDueAt",
      respondent_kind as "respondentKind", categories, unread,
      owner.km as "ownerKm", owner.en as "ownerEn", agency.km as "agencyKm", agency.en as "agencyEn",
      place::text || '~' || page.id as cursor
    from (${page}) page
    left join lateral ${namesOfPerson(sql`page.owner_id`)} owner on true
    left join lateral ${namesOfAgency(sql`page.agency_id`)} agency on true
    order by ${order.outside}`
}

function orderOf({ filters, from }: WorklistAsk) {
  const sort: WorklistSort = sortOf(filters)
  const column = sort === 'due' ? sql`c.next_due_at` : sql`c.received_at`
  // Due dates rise, receipts fall; going back turns the order round.
  const rises = (sort === 'due') === (from?.direction !== 'before')
  const way = rises ? sql`asc` : sql`desc`
  const at = from?.cursor
  const isBeyond = !at
    ? sql`true`
    : rises
      ? sql`(${column}, c.id) > (${at.at}::timestamptz, ${at.id}::uuid)`
      : sql`(${column}, c.id) < (${at.at}::timestamptz, ${at.id}::uuid)`
  return {
    column,
    isBeyond,
    inside: sql`${column} ${way}, c.id ${way}`,
    outside: sql`place ${way}, id ${way}`,
  }
}
