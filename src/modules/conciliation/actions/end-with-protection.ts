import { systemActor } from '../../../kernel/actor.ts'
import { ok } from '../../../kernel/result.ts'
import { type Db, transact } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import { findGuardedCase } from '../../complaints/index.ts'
import { isUnderWay, meetingEventOf } from '../rules/meeting.ts'
import { callOff, listMeetings } from '../store/meeting.ts'

/** Follows `protection.placed`: whatever was fixed with the other side is off. */
export async function endMeetingsOfProtected(
  { db, now }: { readonly db: Db; readonly now: () => Date },
  { recordId }: { readonly recordId: string },
): Promise<void> {
  const actor = systemActor('protect')
  await transact(db, actor, async (tx) => {
    const kept = await findGuardedCase(tx, recordId)
    if (!kept?.isProtected) return ok(null)
    const meetings = await listMeetings(tx, kept.id)
    for (const meeting of meetings.filter(({ status }) => isUnderWay(status))) {
      await callOff(tx, meeting, { at: now(), why: 'protected' })
      await recordEvent(tx, actor, {
        ...{ recordType: 'complaint', recordId: kept.id, type: meetingEventOf['call-off'] },
        ...{ at: now(), area: kept.area, data: { meeting: meeting.id }, visibleTo: ['officer'] },
      })
    }
    return ok(null)
  })
}
