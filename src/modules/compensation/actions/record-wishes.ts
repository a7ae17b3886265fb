import type { Actor } from '../../../kernel/actor.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import { findGuardedCase, listPersons } from '../../complaints/index.ts'
import { keepPayWishes, listPayWishes, type PayWish } from '../store/pay-wishes.ts'

export type RecordWishes = {
  readonly complaintId: string
  readonly wishes: readonly PayWish[]
  readonly at: Date
}
export type WishRefusal = 'not-found' | 'person-not-of-case' | 'nothing-entered'

/** How persons of a case want to get their money; only what is new is written. */
export async function recordWishes(
  tx: Tx,
  actor: Actor,
  { complaintId, wishes, at }: RecordWishes,
): Promise<Result<number, WishRefusal>> {
  const found = await findGuardedCase(tx, complaintId)
  if (!found) return refuse('not-found')
  const persons = new Set<string>((await listPersons(tx, found.id)).map(({ id }) => id))
  if (!wishes.every(({ personId }) => persons.has(personId))) return refuse('person-not-of-case')
  const before = await listPayWishes(tx, [...persons])
  const changed = wishes.filter(({ personId, way }) => before.get(personId) !== way)
  if (changed.length === 0) return refuse('nothing-entered')
  await keepPayWishes(tx, { complaintId: found.id, at }, changed)
  await recordEvent(tx, actor, {
    ...{ recordType: 'complaint', recordId: found.id, type: 'complaint.pay-wish-recorded', at },
    ...{ data: { count: changed.length }, visibleTo: ['officer'] },
  })
  return ok(changed.length)
}
