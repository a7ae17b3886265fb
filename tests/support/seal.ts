import { setTimeout as wait } from 'node:timers/promises'
import type { Db } from '../../src/platform/db.ts'
import { sealLedgers } from '../../src/platform/events/seal.ts'

/**
 * Seals until every committed entry is sealed. A transaction under way in any database of the
 * server holds sealing back, and other test files have theirs.
 */
export async function sealAll({ jobs, owner }: { jobs: Db; owner: Db }): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    await sealLedgers(jobs)
    const [open] = await owner`
      select 1 from (select id from event union all select id from audit) entry
      where not exists (select from seal_entry where entry_id = entry.id) limit 1`
    if (!open) return
    await wait(100)
  }
  throw new Error('a transaction has been under way for half a minute')
}
