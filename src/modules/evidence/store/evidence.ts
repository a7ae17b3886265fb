import { z } from 'zod'
import { isUuid } from '../../../kernel/ids.ts'
import type { Tx } from '../../../platform/db.ts'
import type { FileHash } from '../../../platform/files/files.ts'
import type { PersonKeyId } from '../../../platform/vault/person-keys.ts'
import {
  type Evidence,
  type EvidenceId,
  type EvidenceRecord,
  type EvidenceStatus,
  evidenceStatuses,
  isRecordType,
  kinds,
  origins,
  type RecordType,
  refusedReasons,
} from '../rules/evidence.ts'

export type NewEvidence = Pick<
  Evidence,
  'id' | 'record' | 'kind' | 'origin' | 'givenBy' | 'givenAt' | 'size' | 'inquiryId'
> & {
  readonly keyId: PersonKeyId
  readonly contentMark: Buffer
  readonly originalHash: FileHash
  readonly nameSealed: Buffer | null
}

/** False where the record has the very same file already. */
export async function insertEvidence(tx: Tx, row: NewEvidence): Promise<boolean> {
  const { id, record, kind, origin, givenBy, givenAt, size } = row
  const added = await tx`
    insert into evidence (id, record_type, record_id, area, key_id, kind, origin, given_by, given_at,
      content_mark, size, original_hash, name_sealed, inquiry_id)
    values (${id}, ${record.type}, ${record.id}, ${record.area}, ${row.keyId}, ${kind}, ${origin},
      ${givenBy}, ${givenAt}, ${row.contentMark}, ${size}, ${row.originalHash}, ${row.nameSealed},
      ${row.inquiryId})
    on conflict do nothing`
  return added.count === 1
}

const hash = z
  .string()
  .transform((text) => text as FileHash)
  .nullable()

const row = z.object({
  id: z.uuid().transform((id) => id as EvidenceId),
  recordType: z.custom<RecordType>((text) => typeof text === 'string' && isRecordType(text)),
  recordId: z.uuid(),
  area: z.string(),
  kind: z.enum(kinds),
  origin: z.enum(origins),
  givenBy: z.string(),
  givenAt: z.date(),
  status: z.enum(evidenceStatuses),
  refusedReason: z.enum(refusedReasons).nullable(),
  size: z.number(),
  keyId: z.string().transform((id) => id as PersonKeyId),
  attempts: z.number(),
  originalHash: hash,
  fileHash: hash,
  smallHash: hash,
  nameSealed: z.custom<Uint8Array>().nullable(),
  summarySealed: z.custom<Uint8Array>().nullable(),
  summaryBy: z.uuid().nullable(),
  summaryAt: z.date().nullable(),
  inquiryId: z.uuid().nullable(),
  releasedAt: z.date().nullable(),
})

/** A row with its sealed columns and the names of its files. */
export type StoredEvidence = Evidence &
  Pick<
    z.output<typeof row>,
    | 'keyId'
    | 'attempts'
    | 'originalHash'
    | 'fileHash'
    | 'smallHash'
    | 'nameSealed'
    | 'summarySealed'
    | 'summaryBy'
    | 'summaryAt'
  >

const columns = (tx: Tx) => tx`
  id, record_type as "recordType", record_id as "recordId", area, kind, origin,
  given_by as "givenBy", given_at as "givenAt", status, refused_reason as "refusedReason", size,
  key_id as "keyId", attempts, original_hash as "originalHash", file_hash as "fileHash",
  small_hash as "smallHash", name_sealed as "nameSealed", summary_sealed as "summarySealed",
  summary_by as "summaryBy", summary_at as "summaryAt", inquiry_id as "inquiryId",
  released_at as "releasedAt"`

function stored(found: unknown): StoredEvidence {
  const { recordType, recordId, area, ...rest } = row.parse(found)
  return { ...rest, record: { type: recordType, id: recordId, area } }
}

/** Null also when the acting person may not see it. */
export async function findEvidence(tx: Tx, id: string): Promise<StoredEvidence | null> {
  if (!isUuid(id)) return null
  const [found] = await tx`select ${columns(tx)} from evidence where id = ${id}`
  return found ? stored(found) : null
}

/** In the order in which it was given. */
export async function listEvidenceRows(tx: Tx, recordId: string): Promise<StoredEvidence[]> {
  const found = await tx`
    select ${columns(tx)} from evidence where record_id = ${recordId} order by given_at, id`
  return found.map(stored)
}

/** How these files stand, for whoever may see them. */
export async function statusesOfEvidence(
  tx: Tx,
  ids: readonly string[],
): Promise<EvidenceStatus[]> {
  const rows = await tx<{ status: EvidenceStatus }[]>`
    select status from evidence where id = any (${ids as string[]}::uuid[])`
  return rows.map(({ status }) => status)
}

/** Which files these records have, and how each stands; for whoever may see them. */
export const filesOfRecords = (tx: Tx, recordIds: readonly string[]): Promise<FileOfRecord[]> =>
  tx<FileOfRecord[]>`
    select id, record_id as "recordId", status from evidence
    where record_id = any (${[...recordIds]}::uuid[]) order by given_at, id`
export type FileOfRecord = {
  readonly id: EvidenceId
  readonly recordId: string
  readonly status: EvidenceStatus
}

export async function countEvidence(tx: Tx, recordId: string): Promise<number> {
  const [found] = await tx<{ count: number }[]>`
    select count(*)::int as count from evidence where record_id = ${recordId}`
  return found?.count ?? 0
}

/** Whether any recording of it was summed up: what might be shown to the other side. */
export async function hasSummary(tx: Tx, recordId: string): Promise<boolean> {
  const [found] = await tx`
    select 1 from evidence where record_id = ${recordId} and summary_sealed is not null limit 1`
  return found !== undefined
}

export async function keepSummary(
  tx: Tx,
  id: EvidenceId,
  { sealed, by, at }: { sealed: Buffer; by: string; at: Date },
): Promise<void> {
  await tx`
    update evidence set summary_sealed = ${sealed}, summary_by = ${by}, summary_at = ${at}
    where id = ${id}`
}

/** Lets the complainant see what an agency brought; false where there is none, or she sees it. */
export async function releaseEvidenceRow(
  tx: Tx,
  { id, recordId, by, at }: { id: string; recordId: string; by: string; at: Date },
): Promise<boolean> {
  if (!isUuid(id)) return false
  const released = await tx`
    update evidence set released_at = ${at}, released_by = ${by}
    where id = ${id} and record_id = ${recordId} and inquiry_id is not null
      and status = 'checked' and released_at is null`
  return released.count === 1
}

/** What hangs on a record follows it to its new area. */
export async function moveEvidenceToArea(
  tx: Tx,
  { id, area }: Pick<EvidenceRecord, 'id' | 'area'>,
): Promise<void> {
  await tx`update evidence set area = ${area} where record_id = ${id}`
}
