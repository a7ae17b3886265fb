import type { Actor } from '../../../kernel/actor.ts'
import { type Day, dayOf } from '../../../kernel/days.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import type { AgencyId } from '../../agencies/index.ts'
import { insertDeclaration } from '../store/cover.ts'

export type DeclareWorkers = {
  readonly onDay: Day
  readonly workers: number
  readonly at: Date
}

/** An agency says how many of its workers are abroad on a day: accepted as declared, and kept. */
export async function declareWorkers(
  tx: Tx,
  actor: Actor,
  { onDay, workers, at }: DeclareWorkers,
): Promise<Result<null, 'day-in-the-future' | 'not-found'>> {
  if (actor.agencyId === null) return refuse('not-found')
  if (onDay > dayOf(at)) return refuse('day-in-the-future')
  const agencyId = actor.agencyId as AgencyId
  await insertDeclaration(tx, { agencyId, onDay, workers, declaredAt: at, by: actor.id })
  await recordEvent(tx, actor, {
    ...{ recordType: 'agency', recordId: agencyId, type: 'deposit.workers-declared', at, agencyId },
    ...{ visibleTo: ['officer', 'agency'], data: { onDay, workers } },
  })
  return ok(null)
}
