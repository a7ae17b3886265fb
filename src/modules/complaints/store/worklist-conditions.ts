import type { Actor } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import { type Sql, sql } from '../../../platform/sql.ts'
import { caseNumbersMeant } from '../rules/receipt.ts'
import {
  isOnlyHelper,
  type WorklistAge,
  type WorklistFilters,
  type WorklistState,
} from '../rules/worklist.ts'

/** What "late", "today" and "a week ago" mean now. */
export type WorklistMoment = {
  readonly now: Date
  /** The first instants of today and tomorrow in Phnom Penh. */
  readonly today: Date
  readonly tomorrow: Date
}

type Asked = { readonly filters: WorklistFilters; readonly moment: WorklistMoment }

/** What a row must be to stand in this list; row-level security comes on top. */
export function conditionsOf(actor: Actor, { filters, moment }: Asked): Sql {
  const { status, category, age, agencyId, openness, number } = filters
  const conditions = [
    stateIs(actor, { state: number === null ? filters.state : null, moment }),
    // Said again beside the policy, so that the index of her own cases serves it.
    isOnlyHelper(actor) ? sql`c.helped_by = ${actor.id}` : null,
    status && sql`c.status = ${status}`,
    category && sql`${category} = any (c.categories)`,
    age && ageIs(age, moment),
    agencyId && sql`c.agency_id = ${agencyId}`,
    openness && sql`c.openness = ${openness}`,
    number === null ? null : sql`c.number = any (${numbersMeant(number, moment)}::text[])`,
  ]
  return conditions.reduce<Sql>((all, one) => (one ? sql`${all} and ${one}` : all), sql`true`)
}

/** The number itself, or the whole ones that a part of it may mean. */
function numbersMeant(number: string, { today }: WorklistMoment): string[] {
  const thisYear = Number(dayOf(today).slice(0, 4))
  return [number, ...caseNumbersMeant(number, thisYear)]
}

/**
 * Provinces to be read one by one, each in the order of its index; null where another index says
 * it all: the whole country, one officer's own cases, one number. The policy holds in any case.
 */
export function areasToRead(actor: Actor, { area, state, number }: WorklistFilters) {
  if (number !== null || state === 'mine' || isOnlyHelper(actor)) return area && [area]
  if (area !== null) return [area]
  return actor.areas && [...actor.areas]
}

function stateIs(
  actor: Actor,
  { state, moment }: { state: WorklistState | null; moment: WorklistMoment },
) {
  switch (state) {
    case null:
      return null
    case 'open':
      return sql`c.next_due_at is not null`
    case 'late':
      return sql`c.next_due_at < ${moment.now}`
    case 'due-today':
      return sql`c.next_due_at >= ${moment.today} and c.next_due_at < ${moment.tomorrow}`
    case 'mine':
      return sql`c.owner_id = ${actor.id} and c.next_due_at is not null`
    case 'unassigned':
      return sql`c.owner_id is null and c.next_due_at is not null`
    case 'unread':
      return sql`c.unread and c.next_due_at is not null`
    case 'finished':
      return sql`c.closed_at is not null`
    case 'awaiting-word':
      return sql`c.awaits_word and c.next_due_at is not null`
    default:
      return sql`c.status = ${state} and c.next_due_at is not null`
  }
}

const dayMs = 86_400_000

function ageIs(age: WorklistAge, { now }: WorklistMoment) {
  const week = new Date(now.getTime() - 7 * dayMs)
  const month = new Date(now.getTime() - 30 * dayMs)
  if (age === 'week') return sql`c.received_at >= ${week}`
  if (age === 'older') return sql`c.received_at < ${month}`
  return sql`c.received_at < ${week} and c.received_at >= ${month}`
}
