import type { Tx } from '../../../platform/db.ts'
import type { ComplaintId, Door, Relation } from '../rules/complaint.ts'
import type { NewClaim, NewComplaint } from '../rules/intake.ts'

export type ComplaintRow = {
  readonly id: ComplaintId
  readonly number: string
  readonly secretHash: Buffer
  readonly door: Door
  readonly receivedAt: Date
  readonly enteredAt: Date
  readonly area: string
  readonly officeId: string
  readonly helpedBy: string | null
  readonly paperNumber: string | null
  readonly workerId: string | null
  readonly keyId: string
  readonly respondentSealed: Buffer | null
  readonly respondentIndex: Buffer | null
  readonly askedAnswerSealed: Buffer | null
  readonly storySealed: Buffer | null
  readonly nextDueAt: Date
  readonly aboutOffice: boolean
}

export async function nextComplaintNumber(tx: Tx): Promise<bigint> {
  const [row] = await tx<{ running: bigint }[]>`select nextval('complaint_number') as running`
  if (!row) throw new Error('the sequence gave no number')
  return row.running
}

export async function insertComplaint(
  tx: Tx,
  row: ComplaintRow,
  given: NewComplaint,
): Promise<void> {
  await tx`insert into complaint ${tx({
    id: row.id,
    number: row.number,
    secret_hash: row.secretHash,
    openness: given.openness,
    door: row.door,
    received_at: row.receivedAt,
    entered_at: row.enteredAt,
    area: row.area,
    office_id: row.officeId,
    helped_by: row.helpedBy,
    paper_number: row.paperNumber,
    worker_id: row.workerId,
    key_id: row.keyId,
    people: given.people,
    respondent_kind: given.respondentKind,
    agency_id: given.agencyId,
    respondent_sealed: row.respondentSealed,
    respondent_index: row.respondentIndex,
    categories: [...given.categories],
    happened_country: given.country,
    happened_province: given.province,
    happened_month: given.month,
    asked_before: given.askedBefore,
    asked_answer_sealed: row.askedAnswerSealed,
    story_sealed: row.storySealed,
    language: given.language,
    next_due_at: row.nextDueAt,
    about_office: row.aboutOffice,
  })}`
}

export type ContactRow = {
  readonly complaintId: ComplaintId
  readonly keyId: string
  readonly area: string
  readonly relation: Relation
  readonly nameSealed: Buffer | null
  readonly contactSealed: Buffer | null
  readonly contactIndex: Buffer | null
}

export async function insertContact(tx: Tx, row: ContactRow, given: NewComplaint): Promise<void> {
  await tx`
    insert into complaint_contact (complaint_id, key_id, area, relation, name_sealed,
      contact_sealed, contact_index, way, safe_times, prefers_woman)
    values (${row.complaintId}, ${row.keyId}, ${row.area}, ${row.relation}, ${row.nameSealed},
      ${row.contactSealed}, ${row.contactIndex}, ${given.way}, ${[...given.safeTimes]},
      ${given.prefersWoman})`
}

export async function insertClaims(
  tx: Tx,
  { id, area }: { id: ComplaintId; area: string },
  claims: readonly NewClaim[],
): Promise<void> {
  if (claims.length === 0) return
  const rows = claims.map(({ kind, sum, currency }) => ({
    complaint_id: id,
    area,
    kind,
    minor: sum?.minor ?? null,
    currency,
  }))
  await tx`insert into complaint_claim ${tx(rows)}`
}
