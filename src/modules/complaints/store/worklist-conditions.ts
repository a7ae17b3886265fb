import type { Actor } from '../../../kernel/actor.ts'
import type { Tx } from '../../../platform/db.ts'
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
type Fragment = ReturnType<Tx>

/** What a row must be to stand in this list; row-level security comes on top. */
export function conditionsOf(tx: Tx, actor: Actor, { filters, moment }: Asked) {
  const { status, category, age, agencyId, openness, number } = filters
  const conditions = [
    stateIs(tx, actor, { state: number === null ? filters.state : null, moment }),
    // Said again beside the policy, so that the index of her own cases serves it.
    isOnlyHelper(actor) ? tx`c.helped_by = ${actor.id}` : null,
    status && tx`c.status = ${status}`,
    category && tx`${category} = any (c.categories)`,
    age && ageIs(tx, age, moment),
    agencyId && tx`c.agency_id = ${agencyId}`,
    openness && tx`c.openness = ${openness}`,
    number === null ? null : tx`c.number = ${number}`,
  ]
  return conditions.reduce<Fragment>(
    (all, one) => (one ? (tx`${all} and ${one}` as Fragment) : all),
    tx`true` as Fragment,
  )
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
  tx: Tx,
  actor: Actor,
  { state, moment }: { state: WorklistState | null; moment: WorklistMoment },
) {
  switch (state) {
    case null:
      return null
    case 'open':
      return tx`c.next_due_at is not null`
    case 'late':
      return tx`c.next_due_at < ${moment.now}`
    case 'due-today':
      return tx`c.next_due_at >= ${moment.today} and c.next_due_at < ${moment.tomorrow}`
    case 'mine':
      return tx`c.owner_id = ${actor.id} and c.next_due_at is not null`
    case 'unassigned':
      return tx`c.owner_id is null and c.next_due_at is not null`
    case 'unread':
      return tx`c.unread and c.next_due_at is not null`
    case 'finished':
      return tx`c.closed_at is not null`
  }
}

const dayMs = 86_400_000

function ageIs(tx: Tx, age: WorklistAge, { now }: WorklistMoment) {
  const week = new Date(now.getTime() - 7 * dayMs)
  const month = new Date(now.getTime() - 30 * dayMs)
  if (age === 'week') return tx`c.received_at >= ${week}`
  if (age === 'older') return tx`c.received_at < ${month}`
  return tx`c.received_at < ${week} and c.received_at >= ${month}`
}
