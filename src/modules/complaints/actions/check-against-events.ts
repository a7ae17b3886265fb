import { systemActor } from '../../../kernel/actor.ts'
import { type Db, readAs } from '../../../platform/db.ts'
import type { Fault } from '../../../platform/events/verify.ts'
import { listContradictions } from '../store/agrees-with-events.ts'

/** For the audit command: every complaint whose status or sums its events contradict. */
export async function complaintsAgreeWithEvents(db: Db): Promise<Fault[]> {
  const found = await readAs(db, systemActor('audit'), listContradictions)
  return found.map(({ id, what }) => ({
    kind: 'differs-from-events',
    where: `complaint ${what}`,
    id,
  }))
}
