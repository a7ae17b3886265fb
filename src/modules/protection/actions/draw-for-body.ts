import { systemActor } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import { type Db, readAs } from '../../../platform/db.ts'
import { listOffices } from '../../accounts/index.ts'
import { bodyFor } from '../rules/line-of-command.ts'
import { listNamedOffices } from '../store/track.ts'
import { bodyRule } from './name-office.ts'

/** Follows the naming of an office: whether a body inside may deal with the case, or only one outside. */
export const staysInside = (
  { db, now }: { db: Db; now: () => Date },
  { recordId }: { recordId: string },
): Promise<boolean> =>
  readAs(db, systemActor('draw-for-body'), async (tx) => {
    const named = await listNamedOffices(tx, recordId)
    const rule = await bodyRule(tx, dayOf(now()))
    return bodyFor(await listOffices(tx), named, rule).inside
  })
