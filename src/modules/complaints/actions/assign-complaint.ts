import type { Actor } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import { listOfficers, type Officer } from '../../accounts/index.ts'
import { type CaseTaskRefusal, checkTask } from '../rules/case-tasks.ts'
import type { Complaint } from '../rules/complaint.ts'
import { assignComplaint, findComplaint } from '../store/complaint.ts'
import { listInConflict } from '../store/conflict.ts'

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
  | 'conflict-of-interest'
  | 'officer-has-a-conflict'

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
  if ((await listInConflict(tx, complaint.id)).includes(ownerId))
    return refuse(ownerId === actor.id ? 'conflict-of-interest' : 'officer-has-a-conflict')
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

type Give = {
  readonly complaint: Complaint
  readonly ownerId: string
  readonly at: Date
  readonly among?: number
}

/** Gives it to this officer; `among` how many a lot was drawn. */
export async function give(
  tx: Tx,
  actor: Actor,
  { complaint, ownerId, at, among }: Give,
): Promise<Result<null, 'changed-meanwhile'>> {
  const { officeId, area } = complaint
  if (!(await assignComplaint(tx, complaint, { officeId, area, ownerId })))
    return refuse('changed-meanwhile')
  await recordEvent(tx, actor, {
    ...{ recordType: 'complaint', recordId: complaint.id, type: 'complaint.assigned', at, area },
    data: { owner: ownerId, ...(among === undefined ? {} : { among }) },
    visibleTo: ['officer'],
  })
  return ok(null)
}
