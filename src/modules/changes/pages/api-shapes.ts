import { z } from 'zod'
import type { ChangeFile, OpenChange } from '../actions/read-changes.ts'
import { changeStatuses, personActions } from '../rules/lifecycle.ts'

const instant = z.iso.datetime()
const listed = {
  id: z.uuid(),
  kind: z.string(),
  subject: z.string(),
  names: z.object({ km: z.string(), en: z.string() }),
  status: z.enum(changeStatuses),
  version: z.int(),
  inForceFrom: z.iso.date(),
  officeId: z.uuid(),
  proposedBy: z.uuid(),
  proposedAt: instant,
  approvedBy: z.uuid().nullable(),
  approvedAt: instant.nullable(),
  cameIntoForceAt: instant.nullable(),
  endedAt: instant.nullable(),
  /** While it is proposed: persons who could decide, and whether out of the pool. */
  waitsFor: z.array(z.uuid()),
  fromPool: z.boolean(),
  daysWaiting: z.int(),
  isTooLate: z.boolean(),
  /** What the caller may do now; to approve, in the browser. */
  actions: z.array(z.enum(personActions)),
}
export const listedChange = z.object(listed)
export const wholeChange = z.object({
  ...listed,
  reason: z.string(),
  endedReason: z.string().nullable(),
  content: z.unknown(),
  history: z.array(z.object({ type: z.string(), at: instant, by: z.string(), byKind: z.string() })),
})

export function asListed(open: OpenChange): z.output<typeof listedChange> {
  const { change, waitsFor, fromPool, daysWaiting, isTooLate, offered } = open
  const isOpen = change.status === 'proposed'
  const { id, kind, subject, names, status, version, inForceFrom, officeId, proposedBy } = change
  return {
    ...{ id, kind, subject, names, status, version, inForceFrom, officeId, proposedBy },
    proposedAt: change.proposedAt.toISOString(),
    approvedBy: change.approvedBy,
    approvedAt: change.approvedAt?.toISOString() ?? null,
    cameIntoForceAt: change.cameIntoForceAt?.toISOString() ?? null,
    endedAt: change.endedAt?.toISOString() ?? null,
    waitsFor: isOpen ? [...waitsFor] : [],
    fromPool: isOpen ? fromPool : change.fromPool,
    daysWaiting: isOpen ? daysWaiting : 0,
    isTooLate,
    actions: [...offered],
  }
}

export const asWhole = (file: ChangeFile): z.output<typeof wholeChange> => ({
  ...asListed(file),
  reason: file.change.reason,
  endedReason: file.change.endedReason,
  content: file.change.content,
  history: file.events.map(({ type, at, actorId, actorKind }) => ({
    ...{ type, by: actorId, byKind: actorKind, at: at.toISOString() },
  })),
})
