import { systemActor } from '../../../kernel/actor.ts'
import { ok } from '../../../kernel/result.ts'
import { type Db, transact } from '../../../platform/db.ts'
import { queueJob } from '../../../platform/events/record-event.ts'
import { listDue } from '../store/outgoing.ts'
import { deleteEnded } from '../store/tidy.ts'

/** So many at a time: after a day without a centre the rest follows a minute later. */
const atOnce = 1000
const keptFor = 30 * 24 * 3_600_000

/** Every minute: a job for each message whose time has come. The table decides, not the queue. */
export async function queueDueMessages(db: Db, now: Date): Promise<void> {
  await transact(db, systemActor('queue-messages'), async (tx) => {
    for (const { id, queuedAt } of await listDue(tx, now, atOnce))
      await queueJob(tx, 'send_message', { id, queuedAt }, { key: `message ${id}` })
    return ok(null)
  })
}

/** Takes away what served only while a message was under way. */
export async function tidyMessages(db: Db, now: Date): Promise<void> {
  const before = new Date(now.getTime() - keptFor)
  await transact(db, systemActor('tidy-messages'), async (tx) =>
    ok(await deleteEnded(tx, { before, now })),
  )
}
