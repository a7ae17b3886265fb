import { systemActor } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import type { Db } from '../../../platform/db.ts'
import { readAs, transact } from '../../../platform/db.ts'
import { type Licence, standingOn } from '../rules/licence.ts'
import { listLapsed } from '../store/licence.ts'
import { decideLicence } from './decide-licence.ts'

const actor = systemActor('licences.follow-the-calendar')

/**
 * Writes down what passed dates have already brought about: licences that expired, suspensions that
 * ended. A daily job. One that fails never stops the others; at the end it is told of all.
 */
export async function followTheCalendar(db: Db, now: Date): Promise<void> {
  const lapsed = await readAs(db, actor, (tx) => listLapsed(tx, dayOf(now)))
  const failures: unknown[] = []
  for (const licence of lapsed) {
    try {
      await follow(db, licence, now)
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'some licences were not followed')
}

async function follow(db: Db, licence: Licence, now: Date): Promise<void> {
  const expired = standingOn(licence, dayOf(now)).kind === 'expired'
  await transact(db, actor, (tx) =>
    decideLicence(tx, actor, {
      licenceId: licence.id,
      version: licence.version,
      action: expired ? 'expire' : 'reinstate',
      reason: 'term-over',
      note: 'The last day has passed.',
      term: null,
      now,
    }),
  )
}
