import { systemActor } from '../../../kernel/actor.ts'
import { ok } from '../../../kernel/result.ts'
import { type Db, transact } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import { proceedingEventOf } from '../rules/proceeding.ts'
import { findProceeding } from '../store/proceeding.ts'

/** Follows a clock that ran out: it stands on the case's own timeline, and its owner is told. */
export async function tellPassedDay(
  { db, now }: { readonly db: Db; readonly now: () => Date },
  { recordId }: { readonly recordId: string },
): Promise<void> {
  const actor = systemActor('proceedings')
  await transact(db, actor, async (tx) => {
    const row = await findProceeding(tx, recordId)
    if (!row || row.stage === 'ended') return ok(null)
    const { complaintId, area, stage, id } = row
    await recordEvent(tx, actor, {
      ...{ recordType: 'complaint', recordId: complaintId, area, at: now() },
      ...{ type: proceedingEventOf['day-passed'], visibleTo: ['officer'] },
      data: { proceeding: id, stage },
    })
    return ok(null)
  })
}
