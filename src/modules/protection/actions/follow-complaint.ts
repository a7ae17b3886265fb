import { systemActor } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import { ok } from '../../../kernel/result.ts'
import { type Db, transact } from '../../../platform/db.ts'
import { legalTime, startClock } from '../../casework/index.ts'
import { findGuardedCase } from '../../complaints/index.ts'
import { listScreenings } from '../store/screening.ts'
import { screeningClock } from './screen-case.ts'

/** Follows a receipt: from now on somebody has to ask about her safety within a working day. */
export async function startScreeningClock(
  { db }: { db: Db },
  { recordId }: { recordId: string },
): Promise<void> {
  await transact(db, systemActor('start-screening'), async (tx) => {
    const kept = await findGuardedCase(tx, recordId)
    // Somebody was quicker, or this job comes a second time: the running clock is unique.
    if (!kept || (await listScreenings(tx, kept.id)).length > 0) return ok(null)
    const record = { type: 'complaint', id: kept.id, area: kept.area }
    const law = await legalTime(tx, dayOf(kept.receivedAt))
    await startClock(tx, {
      ...{ record, kind: screeningClock, ruleKey: 'complaint.screen_days', law },
      at: kept.receivedAt,
    })
    return ok(null)
  })
}
