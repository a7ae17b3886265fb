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
 * ended. A daily job. One that fails never stops the others; returns how many moved.
 */
export async function followTheCalendar(
  { db, now }: { readonly db: Db; readonly now: Date },
  failed: (licenceId: string, error: unknown) => void,
): Promise<number> {
  const lapsed = await readAs(db, actor, (tx) => listLapsed(tx, dayOf(now)))
  let moved = 0
  for (const licence of lapsed) {
    try {
      if (await follow(db, licence, now)) moved += 1
    } catch (error) {
      failed(licence.id, error)
    }
  }
  return moved
}

async function follow(db: Db, licence: Licence, now: Date): Promise<boolean> {
  const expired = standingOn(licence, dayOf(now)).kind === 'expired'
  const done = await transact(db, actor, (tx) =>
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
  return done.ok
}
