import { isUuid } from '../../../kernel/ids.ts'
import type { Tx } from '../../../platform/db.ts'
import type { PersonKeyId } from '../../../platform/vault/person-keys.ts'
import type { AppliedRule } from '../../law/index.ts'
import type {
  Absence,
  Attendance,
  CostKind,
  CostPayer,
  FailReason,
  Meeting,
  MeetingId,
  MeetingStatus,
  MeetingWay,
  NotHeldReason,
  ReadTo,
  Side,
} from '../rules/meeting.ts'

/** With what only its key opens. */
export type MeetingRow = Meeting & {
  readonly keyId: PersonKeyId
  readonly placeSealed: Uint8Array | null
  readonly reasonSealed: Uint8Array | null
  readonly minutesSealed: Uint8Array | null
  readonly reportSealed: Uint8Array | null
  readonly rulesApplied: readonly AppliedRule[]
}

const columns = (tx: Tx) => tx`
  id, complaint_id as "complaintId", attempt, status, version, way, province,
  meets_at as "meetsAt", conducted_by as "conductedBy", agency_ids as "agencyIds",
  planned_at as "plannedAt", invited_at as "invitedAt", held_at as "heldAt", ended_at as "endedAt",
  not_held_why as "notHeldWhy", failed_why as "failedWhy", read_to as "readTo",
  outcome_id as "outcomeId", key_id as "keyId", place_sealed as "placeSealed",
  reason_sealed as "reasonSealed", minutes_sealed as "minutesSealed",
  report_sealed as "reportSealed", rules_applied as "rulesApplied"`

/** Every attempt of a case that the acting person may see, the first first. */
export const listMeetings = (tx: Tx, complaintId: string): Promise<MeetingRow[]> =>
  tx<MeetingRow[]>`
    select ${columns(tx)} from conciliation where complaint_id = ${complaintId} order by attempt`

/** Those to which the acting agency is invited, the newest first. */
export const listMeetingsOfAgency = (
  tx: Tx,
  agencyId: string,
  most: number,
): Promise<MeetingRow[]> =>
  tx<MeetingRow[]>`
    select ${columns(tx)} from conciliation where ${agencyId}::uuid = any (agency_ids)
    order by meets_at desc limit ${most}`

export async function findMeeting(tx: Tx, id: string): Promise<MeetingRow | null> {
  if (!isUuid(id)) return null
  const [row] = await tx<MeetingRow[]>`select ${columns(tx)} from conciliation where id = ${id}`
  return row ?? null
}

export type NewMeeting = {
  readonly id: MeetingId
  readonly complaintId: string
  readonly attempt: number
  readonly way: MeetingWay
  readonly province: string | null
  readonly meetsAt: Date
  readonly conductedBy: string
  readonly agencyIds: readonly string[]
  readonly rulesApplied: readonly AppliedRule[]
  readonly plannedBy: string
  readonly plannedAt: Date
  readonly keyId: string
  readonly placeSealed: Buffer | null
  readonly reasonSealed: Buffer | null
}

/** False when another attempt was planned at the same moment. */
export async function insertMeeting(tx: Tx, row: NewMeeting): Promise<boolean> {
  const added = await tx`
    insert into conciliation (id, complaint_id, attempt, way, province, meets_at, conducted_by,
      agency_ids, rules_applied, planned_by, planned_at, key_id, place_sealed, reason_sealed)
    values (${row.id}, ${row.complaintId}, ${row.attempt}, ${row.way}, ${row.province},
      ${row.meetsAt}, ${row.conductedBy}, ${[...row.agencyIds]}::uuid[],
      ${tx.json(row.rulesApplied as never)}, ${row.plannedBy}, ${row.plannedAt}, ${row.keyId},
      ${row.placeSealed}, ${row.reasonSealed})
    on conflict do nothing`
  return added.count === 1
}

export type MeetingMove = {
  readonly to: MeetingStatus
  readonly invitedAt?: Date | null
  readonly heldAt?: Date | null
  readonly endedAt?: Date | null
  readonly notHeldWhy?: NotHeldReason | null
  readonly failedWhy?: FailReason | null
  readonly readTo?: readonly ReadTo[]
  readonly minutesSealed?: Buffer | null
  readonly reportSealed?: Buffer | null
  readonly outcomeId?: string | null
}

/** False when somebody else moved it first. What is not named stays. */
export async function moveMeeting(tx: Tx, before: MeetingRow, move: MeetingMove): Promise<boolean> {
  const row = { ...before, ...move }
  const moved = await tx`
    update conciliation set status = ${move.to}, version = version + 1,
      invited_at = ${row.invitedAt}, held_at = ${row.heldAt}, ended_at = ${row.endedAt},
      not_held_why = ${row.notHeldWhy}, failed_why = ${row.failedWhy},
      read_to = ${[...row.readTo]}::text[], minutes_sealed = ${row.minutesSealed as Buffer | null},
      report_sealed = ${row.reportSealed as Buffer | null}, outcome_id = ${row.outcomeId}
    where id = ${before.id} and version = ${before.version}`
  return moved.count === 1
}

/** By the worker of a job, which may touch nothing else. */
export async function callOff(
  tx: Tx,
  { id, version }: Pick<Meeting, 'id' | 'version'>,
  { at, why }: { readonly at: Date; readonly why: NotHeldReason },
): Promise<void> {
  await tx`
    update conciliation set status = 'not-held', version = version + 1, ended_at = ${at},
      not_held_why = ${why}
    where id = ${id} and version = ${version}`
}

export type Rescheduled = Pick<
  NewMeeting,
  'way' | 'province' | 'meetsAt' | 'conductedBy' | 'placeSealed' | 'reasonSealed'
>

export async function rescheduleMeeting(
  tx: Tx,
  { id, version }: Pick<Meeting, 'id' | 'version'>,
  row: Rescheduled,
): Promise<boolean> {
  const moved = await tx`
    update conciliation set status = 'planned', version = version + 1, invited_at = null,
      way = ${row.way}, province = ${row.province}, meets_at = ${row.meetsAt},
      conducted_by = ${row.conductedBy}, place_sealed = ${row.placeSealed},
      reason_sealed = ${row.reasonSealed}
    where id = ${id} and version = ${version}`
  return moved.count === 1
}

export type AttendanceRow = {
  readonly meetingId: MeetingId
  readonly side: Side
  readonly came: Attendance
  readonly why: Absence | null
}
export async function insertAttendance(tx: Tx, rows: readonly AttendanceRow[]): Promise<void> {
  for (const { meetingId, side, came, why } of rows)
    await tx`
      insert into conciliation_attendance (conciliation_id, side, came, why)
      values (${meetingId}, ${side}, ${came}, ${why})`
}

export const listAttendance = (tx: Tx, complaintId: string): Promise<AttendanceRow[]> =>
  tx<AttendanceRow[]>`
    select a.conciliation_id as "meetingId", a.side, a.came, a.why
    from conciliation_attendance a join conciliation m on m.id = a.conciliation_id
    where m.complaint_id = ${complaintId} order by m.attempt, a.side desc`

export type CostRow = {
  readonly id: string
  readonly meetingId: string
  readonly kind: CostKind
  readonly minor: bigint
  readonly currency: string
  readonly payer: CostPayer
  readonly recordedAt: Date
}
export async function insertCost(
  tx: Tx,
  cost: Omit<CostRow, 'id'> & { readonly complaintId: string; readonly recordedBy: string },
): Promise<void> {
  await tx`
    insert into conciliation_cost (complaint_id, conciliation_id, kind, minor, currency, payer,
      recorded_by, recorded_at)
    values (${cost.complaintId}, ${cost.meetingId}, ${cost.kind}, ${cost.minor}, ${cost.currency},
      ${cost.payer}, ${cost.recordedBy}, ${cost.recordedAt})`
}

export const listCosts = (tx: Tx, complaintId: string): Promise<CostRow[]> =>
  tx<CostRow[]>`
    select id, conciliation_id as "meetingId", kind, minor, currency, payer,
      recorded_at as "recordedAt"
    from conciliation_cost where complaint_id = ${complaintId} order by recorded_at, id`
