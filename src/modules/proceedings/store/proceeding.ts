import type { Day } from '../../../kernel/days.ts'
import { isUuid } from '../../../kernel/ids.ts'
import type { Tx } from '../../../platform/db.ts'
import type { PersonKeyId } from '../../../platform/vault/person-keys.ts'
import type { Ending, EntryKind, ProceedingId, ProceedingKind, Stage } from '../rules/proceeding.ts'

export type ProceedingRow = {
  readonly id: ProceedingId
  readonly complaintId: string
  readonly area: string
  readonly kind: ProceedingKind
  readonly country: string
  readonly stage: Stage
  readonly version: number
  readonly ownerId: string
  readonly fileBy: Day | null
  readonly filedOn: Day | null
  readonly lookOn: Day | null
  readonly endedHow: Ending | null
  readonly recordedAt: Date
  readonly keyId: PersonKeyId
  readonly authoritySealed: Uint8Array
  readonly numberSealed: Uint8Array | null
}

const columns = (tx: Tx) => tx`
  id, complaint_id as "complaintId", area, kind, country, stage, version, owner_id as "ownerId",
  file_by::text as "fileBy", filed_on::text as "filedOn", look_on::text as "lookOn",
  ended_how as "endedHow", recorded_at as "recordedAt", key_id as "keyId",
  authority_sealed as "authoritySealed", number_sealed as "numberSealed"`

export const listProceedings = (tx: Tx, complaintId: string): Promise<ProceedingRow[]> =>
  tx<ProceedingRow[]>`
    select ${columns(tx)} from proceeding where complaint_id = ${complaintId} order by recorded_at, id`

/** Everything that is open in the cases that one sees, what is due first. */
export const listOpenProceedings = (
  tx: Tx,
  { ownerId, most }: { ownerId: string | null; most: number },
): Promise<ProceedingRow[]> =>
  tx<ProceedingRow[]>`
    select ${columns(tx)} from proceeding
    where look_on is not null and (${ownerId}::uuid is null or owner_id = ${ownerId})
    order by look_on, id limit ${most}`

export async function findProceeding(tx: Tx, id: string): Promise<ProceedingRow | null> {
  if (!isUuid(id)) return null
  const [row] = await tx<ProceedingRow[]>`select ${columns(tx)} from proceeding where id = ${id}`
  return row ?? null
}

export type NewProceeding = Omit<
  ProceedingRow,
  'version' | 'endedHow' | 'authoritySealed' | 'numberSealed'
> & {
  readonly authoritySealed: Buffer
  readonly numberSealed: Buffer | null
  readonly recordedBy: string
}

export async function insertProceeding(
  tx: Tx,
  row: NewProceeding,
  personIds: readonly string[],
): Promise<void> {
  await tx`
    insert into proceeding (id, complaint_id, area, kind, country, stage, owner_id, file_by, filed_on,
      look_on, recorded_by, recorded_at, key_id, authority_sealed, number_sealed)
    values (${row.id}, ${row.complaintId}, ${row.area}, ${row.kind}, ${row.country}, ${row.stage},
      ${row.ownerId}, ${row.fileBy}, ${row.filedOn}, ${row.lookOn}, ${row.recordedBy},
      ${row.recordedAt}, ${row.keyId}, ${row.authoritySealed}, ${row.numberSealed})`
  await tx`
    insert into proceeding_person (proceeding_id, complaint_id, person_id)
    select ${row.id}, ${row.complaintId}, unnest(${[...personIds]}::uuid[])`
}

export type ProceedingMove = {
  readonly stage: Stage
  readonly filedOn: Day | null
  readonly lookOn: Day | null
  readonly endedHow: Ending | null
  readonly numberSealed: Buffer | null
}

/** False when somebody else moved it first. */
export async function moveProceeding(
  tx: Tx,
  { id, version }: Pick<ProceedingRow, 'id' | 'version'>,
  move: ProceedingMove,
): Promise<boolean> {
  const moved = await tx`
    update proceeding set stage = ${move.stage}, version = version + 1, filed_on = ${move.filedOn},
      look_on = ${move.lookOn}, ended_how = ${move.endedHow},
      number_sealed = coalesce(${move.numberSealed}, number_sealed)
    where id = ${id} and version = ${version}`
  return moved.count === 1
}

export const listCovered = (
  tx: Tx,
  complaintId: string,
): Promise<{ proceedingId: string; personId: string }[]> =>
  tx<{ proceedingId: string; personId: string }[]>`
    select proceeding_id as "proceedingId", person_id as "personId" from proceeding_person
    where complaint_id = ${complaintId}`

export type EntryRow = {
  readonly id: string
  readonly proceedingId: string
  readonly kind: EntryKind
  readonly onDay: Day
  readonly atTime: string | null
  readonly until: Day | null
  readonly outcomeId: string | null
  readonly keyId: PersonKeyId
  readonly wordsSealed: Uint8Array | null
}
export const listEntries = (tx: Tx, complaintId: string): Promise<EntryRow[]> =>
  tx<EntryRow[]>`
    select id, proceeding_id as "proceedingId", kind, on_day::text as "onDay", at_time as "atTime",
      until::text as until, outcome_id as "outcomeId", key_id as "keyId",
      words_sealed as "wordsSealed"
    from proceeding_entry where complaint_id = ${complaintId} order by on_day, id`

export async function insertEntry(
  tx: Tx,
  row: Omit<EntryRow, 'id' | 'wordsSealed'> & {
    readonly complaintId: string
    readonly wordsSealed: Buffer | null
    readonly recordedBy: string
    readonly recordedAt: Date
  },
): Promise<void> {
  await tx`
    insert into proceeding_entry (proceeding_id, complaint_id, kind, on_day, at_time, until,
      outcome_id, recorded_by, recorded_at, key_id, words_sealed)
    values (${row.proceedingId}, ${row.complaintId}, ${row.kind}, ${row.onDay}, ${row.atTime},
      ${row.until}, ${row.outcomeId}, ${row.recordedBy}, ${row.recordedAt}, ${row.keyId},
      ${row.wordsSealed})`
}
