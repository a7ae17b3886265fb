import { systemActor } from '../../../kernel/actor.ts'
import { type Db, readAs } from '../../../platform/db.ts'
import type { Fault } from '../../../platform/events/verify.ts'
import { listContradictions } from '../store/agrees-with-events.ts'

/** For the audit command: every licence whose status or suspension its events contradict. */
export async function licencesAgreeWithEvents(db: Db): Promise<Fault[]> {
  const found = await readAs(db, systemActor('audit'), listContradictions)
  return found.map(({ id, what }) => ({
    kind: 'differs-from-events',
    where: `licence ${what}`,
    id,
  }))
}
