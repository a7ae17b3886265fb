import type { Actor } from '../../../kernel/actor.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import { findComplaint } from '../store/complaint.ts'
import { keepVerified } from '../store/old-case.ts'

/** An officer has held the case against the old register's file: it is no longer unverified. */
export async function compareOldFile(
  tx: Tx,
  actor: Actor,
  { id, at }: { readonly id: string; readonly at: Date },
): Promise<Result<null, 'not-found'>> {
  const complaint = await findComplaint(tx, id)
  if (!complaint || !(await keepVerified(tx, complaint.id, { by: actor.id, at })))
    return refuse('not-found')
  await recordEvent(tx, actor, {
    ...{ recordType: 'complaint', recordId: complaint.id, type: 'complaint.old-file-compared' },
    ...{ at, visibleTo: ['officer'], area: complaint.area },
  })
  return ok(null)
}
