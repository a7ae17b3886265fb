import { z } from 'zod'
import { isUuid } from '../../../kernel/ids.ts'
import type { Tx } from '../../../platform/db.ts'
import {
  type CloseReason,
  type Complaint,
  type ComplaintId,
  type ComplaintStatus,
  complaintStatuses,
  doors,
  opennesses,
} from '../rules/complaint.ts'

const complaintRow = z.object({
  id: z.uuid().transform((id) => id as ComplaintId),
  number: z.string(),
  status: z.enum(complaintStatuses),
  version: z.number(),
  openness: z.enum(opennesses),
  door: z.enum(doors),
  area: z.string(),
  officeId: z.uuid(),
  ownerId: z.uuid().nullable(),
  agencyId: z.uuid().nullable(),
  receivedAt: z.date(),
  nextDueAt: z.date().nullable(),
  secretBy: z.uuid().nullable(),
  isProtected: z.boolean(),
  aboutOffice: z.boolean(),
  outsideBody: z.string().nullable(),
})

/** Null also when the acting person may not see it. */
export async function findComplaint(tx: Tx, id: string): Promise<Complaint | null> {
  if (!isUuid(id)) return null
  const [row] = await tx`
    select id, number, status, version, openness, door, area, office_id as "officeId",
      owner_id as "ownerId", agency_id as "agencyId", received_at as "receivedAt",
      next_due_at as "nextDueAt", secret_by as "secretBy",
      is_protected as "isProtected", about_office as "aboutOffice",
      outside_body as "outsideBody"
    from complaint where id = ${id}`
  return row ? complaintRow.parse(row) : null
}

/** The same, held until the end: whoever else changes the case or writes to it waits. */
export async function holdComplaint(tx: Tx, id: string): Promise<Complaint | null> {
  if (!isUuid(id)) return null
  await tx`select from complaint where id = ${id} for no key update`
  return findComplaint(tx, id)
}

export type ComplaintMove = {
  readonly to: ComplaintStatus
  readonly nextDueAt: Date | null
  readonly closedAt: Date | null
  readonly closedHow: ClosedHow | null
  readonly closedReason?: CloseReason | null
}
export const closedHows = [
  'complainant-agreed',
  'consent-recorded',
  'withdrawn',
  'kept-as-warning',
  'confirmed',
  'without-confirmation',
  'late-entry',
  'merged',
] as const
export type ClosedHow = (typeof closedHows)[number]

/** False when someone else changed the complaint first. */
export async function moveComplaint(
  tx: Tx,
  { id, version }: Pick<Complaint, 'id' | 'version'>,
  { to, nextDueAt, closedAt, closedHow, closedReason = null }: ComplaintMove,
): Promise<boolean> {
  const moved = await tx`
    update complaint set status = ${to}, version = version + 1, next_due_at = ${nextDueAt},
      closed_at = ${closedAt}, closed_how = ${closedHow}, closed_reason = ${closedReason}
    where id = ${id} and version = ${version}`
  return moved.count === 1
}

/** False when someone else changed the complaint first. */
export async function assignComplaint(
  tx: Tx,
  { id, version }: Pick<Complaint, 'id' | 'version'>,
  { officeId, area, ownerId }: { officeId: string; area: string; ownerId: string | null },
): Promise<boolean> {
  const moved = await tx`
    update complaint set office_id = ${officeId}, area = ${area}, owner_id = ${ownerId},
      version = version + 1
    where id = ${id} and version = ${version}`
  return moved.count === 1
}

/** What hangs on a case follows it to its new area, so that the same people see it. */
export async function movePartsToArea(tx: Tx, id: ComplaintId, area: string): Promise<void> {
  await tx`update complaint_contact set area = ${area} where complaint_id = ${id}`
  await tx`update complaint_claim set area = ${area} where complaint_id = ${id}`
  await tx`update complaint_message set area = ${area} where complaint_id = ${id}`
  await tx`update agency_inquiry set area = ${area} where complaint_id = ${id}`
  await tx`update case_person set area = ${area} where complaint_id = ${id}`
  await tx`update case_party set area = ${area} where complaint_id = ${id}`
  await tx`update case_statement set area = ${area} where complaint_id = ${id}`
  await tx`update case_claim set area = ${area} where complaint_id = ${id}`
  await tx`update case_representative set area = ${area} where complaint_id = ${id}`
  await tx`update withdrawal_call set area = ${area} where complaint_id = ${id}`
  await tx`update late_entry set area = ${area} where complaint_id = ${id}`
}

/** Of these cases, those where something was paid and waits for somebody's word, and no others. */
export async function setAwaitsWord(
  tx: Tx,
  { caseIds, waiting }: { caseIds: readonly string[]; waiting: readonly string[] },
): Promise<void> {
  await tx`
    update complaint set awaits_word = id = any (${[...waiting]}::uuid[])
    where id = any (${[...caseIds]}::uuid[])
      and awaits_word <> (id = any (${[...waiting]}::uuid[]))`
}

export async function setNextDue(tx: Tx, id: ComplaintId, nextDueAt: Date): Promise<void> {
  await tx`update complaint set next_due_at = ${nextDueAt} where id = ${id} and closed_at is null`
}
