import { systemActor } from '../../../kernel/actor.ts'
import { ok } from '../../../kernel/result.ts'
import { transact } from '../../../platform/db.ts'
import { listEvents } from '../../../platform/events/record-event.ts'
import { findOwnChat, queueMessage, tellPersons } from '../../messages/index.ts'
import { complaintEventOf } from '../rules/events.ts'
import { findComplaint } from '../store/complaint.ts'
import type { TellDeps, Told } from './tell-complainant.ts'

/** Follows an event: a number and a link to the officer of the case, by the ways that are linked. */
export async function tellOwner(deps: TellDeps, told: Told): Promise<void> {
  const event = complaintEventOf(told.type)
  await transact(deps.db, systemActor('tell-owner'), async (tx) => {
    const complaint = await findComplaint(tx, told.recordId)
    if (!complaint?.ownerId) return ok(null)
    const recorded = (await listEvents(tx, told.recordId)).find(({ id }) => id === told.eventId)
    // Whoever wrote it, or took the case, knows it.
    if (!recorded || recorded.actorId === complaint.ownerId) return ok(null)
    const waiting = {
      ...{ vault: deps.vault, now: deps.now(), cause: `owner ${told.eventId}` },
      record: { type: 'complaint', id: complaint.id },
      kind: event === 'assigned' ? ('case-given' as const) : ('words' as const),
      values: { number: complaint.number, link: deps.links.complaint(complaint.id) },
    }
    await tellPersons(tx, [complaint.ownerId], waiting)
    const chat = await findOwnChat(tx, deps.vault, complaint.ownerId)
    if (!chat) return ok(null)
    await queueMessage(tx, {
      ...waiting,
      to: { channel: 'telegram', address: chat.address },
      ...{ keyId: chat.keyId, language: 'km', safeHours: [] },
    })
    return ok(null)
  })
}
