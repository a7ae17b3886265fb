import { systemActor } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import { ok } from '../../../kernel/result.ts'
import { type Db, transact } from '../../../platform/db.ts'
import { destroyPersonKey } from '../../../platform/vault/person-keys.ts'
import { findNumber, rulebook } from '../../law/index.ts'
import { listConcernsToForget } from '../store/concern.ts'

/** Ends the keys of concerns that ended long ago; while the rule is unknown nothing is forgotten. */
export async function forgetConcerns(db: Db, now: Date): Promise<void> {
  await transact(db, systemActor('forget-concerns'), async (tx) => {
    const months = findNumber(await rulebook(tx, dayOf(now)), 'retention.concern_months')
    if (months === null) return ok(null)
    const before = new Date(now)
    before.setUTCMonth(before.getUTCMonth() - months)
    for (const { keyId } of await listConcernsToForget(tx, before))
      await destroyPersonKey(tx, keyId)
    return ok(null)
  })
}
