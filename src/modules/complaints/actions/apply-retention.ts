import { systemActor } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import { ok } from '../../../kernel/result.ts'
import { type Db, type Tx, transact } from '../../../platform/db.ts'
import { destroyPersonKey, type PersonKeyId } from '../../../platform/vault/person-keys.ts'
import { findNumber, rulebook } from '../../law/index.ts'
import { listLetterKeys } from '../../letters/index.ts'
import { forgetWorkers } from '../../workers/index.ts'
import { deleteEnded } from '../store/draft.ts'
import { forgetContacts, forgetContents } from '../store/retention.ts'

/**
 * Applies the retention rules to complaints: ended drafts go at once; the way to reach a person
 * and her words are made unreadable when their term has run. An unknown term destroys nothing.
 */
export async function applyComplaintRetention(db: Db, now: Date): Promise<void> {
  await deleteEnded(db, now)
  const book = await rulebook(db, dayOf(now))
  const contactMonths = findNumber(book, 'retention.complaint_contact_months')
  const contentYears = findNumber(book, 'retention.complaint_content_years')
  await transact(db, systemActor('retention'), async (tx) => {
    if (contactMonths !== null)
      await destroyAll(tx, await forgetContacts(tx, monthsBefore(now, contactMonths)))
    if (contentYears !== null) {
      const forgotten = await forgetContents(tx, monthsBefore(now, contentYears * 12))
      await forgetWorkers(tx, forgotten.workerIds)
      await destroyAll(tx, forgotten.keyIds)
      // What was written about the case is forgotten with it; its number stays in the register.
      await destroyAll(tx, await listLetterKeys(tx, forgotten.caseIds))
    }
    return ok(null)
  })
}

async function destroyAll(tx: Tx, keys: readonly PersonKeyId[]): Promise<void> {
  for (const key of keys) await destroyPersonKey(tx, key)
}

function monthsBefore(now: Date, months: number): Date {
  const then = new Date(now)
  then.setUTCMonth(then.getUTCMonth() - months)
  return then
}
