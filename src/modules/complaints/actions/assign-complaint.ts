import { type Actor, systemActor } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { type Db, type Tx, transact } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import { listOfficers, type Officer } from '../../accounts/index.ts'
import { type CaseTaskRefusal, checkTask } from '../rules/case-tasks.ts'
import type { Complaint } from '../rules/complaint.ts'
import { isOpen } from '../rules/lifecycle.ts'
import { countOpenCases } from '../store/case-file.ts'
import { assignComplaint, findComplaint } from '../store/complaint.ts'

export type AssignComplaint = {
  readonly complaintId: string
  /** As it stood on the page. */
  readonly version: number
  /** The officer who is to have it; the acting one takes it. */
  readonly ownerId: string
  readonly at: Date
}
export type AssignRefusal =
  | CaseTaskRefusal
  | 'not-found'
  | 'changed-meanwhile'
  | 'officer-not-of-this-area'

/** Gives an open case to one officer, who may see its area. */
export async function assignTo(
  tx: Tx,
  actor: Actor,
  { complaintId, version, ownerId, at }: AssignComplaint,
): Promise<Result<null, AssignRefusal>> {
  const complaint = await findComplaint(tx, complaintId)
  if (!complaint) return refuse('not-found')
  if (complaint.version !== version) return refuse('changed-meanwhile')
  const task = ownerId === actor.id ? 'take' : 'assign'
  const allowed = checkTask(task, { complaint, actor, facts: { way: 'none', unread: 0 } })
  if (!allowed.ok) return allowed
  const officers = await listAssignable(tx, complaint, at)
  if (!officers.some(({ id }) => id === ownerId)) return refuse('officer-not-of-this-area')
  return give(tx, actor, { complaint, ownerId, at })
}

/**
 * Everybody who may have a case of this area, the nearest first, then the heads; what is about an
 * office only those of the body that has it.
 */
export async function listAssignable(
  tx: Tx,
  { area, officeId, aboutOffice }: Pick<Complaint, 'area' | 'officeId' | 'aboutOffice'>,
  at: Date,
): Promise<Officer[]> {
  const today = dayOf(at)
  const officers = await listOfficers(tx, { role: 'complaints-officer', area, today })
  const heads = await listOfficers(tx, { role: 'complaints-head', area, today })
  const all = [...officers, ...heads.filter(({ id }) => !officers.some((each) => each.id === id))]
  return aboutOffice ? all.filter((one) => one.officeId === officeId) : all
}

/** Follows a receipt or a transfer: the officer of the owning office with the fewest open cases. */
export async function assignToLeastBusy(
  { db, now }: { db: Db; now: () => Date },
  { recordId }: { recordId: string },
): Promise<void> {
  const actor = systemActor('assign-complaint')
  await transact(db, actor, async (tx) => {
    const complaint = await findComplaint(tx, recordId)
    if (!complaint || complaint.ownerId !== null || !isOpen(complaint.status)) return ok(null)
    const officer = await leastBusy(tx, complaint, now())
    return officer ? give(tx, actor, { complaint, ownerId: officer.id, at: now() }) : ok(null)
  })
}

/** Of the office itself; where it has nobody, of those who see its area. */
async function leastBusy(tx: Tx, complaint: Complaint, at: Date): Promise<Officer | null> {
  const able = await listAssignable(tx, complaint, at)
  const ofOffice = able.filter(({ officeId }) => officeId === complaint.officeId)
  const candidates = ofOffice.length > 0 ? ofOffice : able
  const open = await countOpenCases(
    tx,
    candidates.map(({ id }) => id),
  )
  const load = ({ id }: Officer): number => open.get(id) ?? 0
  return candidates.reduce<Officer | null>(
    (best, one) => (best === null || load(one) < load(best) ? one : best),
    null,
  )
}

async function give(
  tx: Tx,
  actor: Actor,
  { complaint, ownerId, at }: { complaint: Complaint; ownerId: string; at: Date },
): Promise<Result<null, 'changed-meanwhile'>> {
  const { officeId, area } = complaint
  if (!(await assignComplaint(tx, complaint, { officeId, area, ownerId })))
    return refuse('changed-meanwhile')
  await recordEvent(tx, actor, {
    ...{ recordType: 'complaint', recordId: complaint.id, type: 'complaint.assigned', at, area },
    data: { owner: ownerId },
    visibleTo: ['officer'],
  })
  return ok(null)
}
