import { systemActor } from '../../../kernel/actor.ts'
import { ok } from '../../../kernel/result.ts'
import { type Db, type Tx, transact } from '../../../platform/db.ts'
import { queueJob, recordEvent } from '../../../platform/events/record-event.ts'
import { listClocksToEscalate, markEscalated } from '../store/clock.ts'

const actor = systemActor('escalate')

/** Queues one job for each clock that has run out, so that one failing never stops the others. */
export async function queueEscalations(db: Db, now: Date): Promise<void> {
  await transact(db, actor, async (tx) => {
    for (const { id } of await listClocksToEscalate(tx, now))
      await queueJob(tx, 'escalate_clock', { clockId: id }, { key: `escalate:${id}` })
    return ok(null)
  })
}

/** Records on the record's own timeline that its clock ran out. */
export async function escalateClock(db: Db, clockId: string, now: Date): Promise<void> {
  await transact(db, actor, async (tx) => {
    await recordRunOut(tx, clockId, now)
    return ok(null)
  })
}

/** Nothing happens when the clock stopped meanwhile, or somebody else was quicker. */
export async function recordRunOut(tx: Tx, clockId: string, at: Date): Promise<void> {
  const clock = await markEscalated(tx, clockId, at)
  if (!clock) return
  await recordEvent(tx, actor, {
    recordType: clock.recordType,
    recordId: clock.recordId,
    type: ranOutOf(clock.recordType),
    at,
    data: { clock: clock.kind },
    visibleTo: ['officer', 'complainant'],
    area: clock.area,
  })
}

/** Whose clocks there are; follow-ups.ts says what each running out leads to. */
const ranOut = [
  'complaint.clock-ran-out',
  'decision.clock-ran-out',
  'proceeding.clock-ran-out',
] as const

function ranOutOf(recordType: string): (typeof ranOut)[number] {
  const type = ranOut.find((each) => each === `${recordType}.clock-ran-out`)
  if (!type) throw new Error(`a clock of what has none: ${recordType}`)
  return type
}
