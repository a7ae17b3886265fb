import type { Day } from '../../../kernel/days.ts'
import type { Lang } from '../../../kernel/reader.ts'
import type { Tx } from '../../../platform/db.ts'
import type { PersonKeyId } from '../../../platform/vault/person-keys.ts'
import type { Direction, LetterId } from '../rules/letter.ts'
import { oldLetterKey } from '../rules/old-letter.ts'

export type NewOldLetter = {
  readonly id: LetterId
  readonly direction: Direction
  readonly oldNumber: string
  readonly on: Day
  readonly recordType: string | null
  readonly recordId: string | null
  readonly keyId: PersonKeyId
  readonly headingSealed: Buffer
}
type Filing = {
  readonly officeId: string
  readonly area: string
  readonly language: Lang
  readonly runId: string
  readonly by: string | null
  readonly at: Date
}

/** Many at once, as one statement. */
export async function insertOldLetters(
  tx: Tx,
  letters: readonly NewOldLetter[],
  { officeId, area, language, runId, by, at }: Filing,
): Promise<void> {
  const rows = letters.map(({ headingSealed, on, ...letter }) => ({
    ...{ ...letter, on_day: on, heading: headingSealed.toString('base64') },
  }))
  await tx`
    insert into letter (id, direction, status, office_id, area, language, record_type, record_id,
      key_id, heading_sealed, drafted_by, drafted_at, dated, received_on, old_number, import_run_id)
    select r.id, r.direction, 'filed', ${officeId}, ${area}, ${language}, r."recordType",
      r."recordId", r."keyId", decode(r.heading, 'base64'), ${by}, ${at},
      case r.direction when 'outgoing' then r.on_day end,
      case r.direction when 'incoming' then r.on_day end, r."oldNumber", ${runId}
    from json_to_recordset(${tx.json(rows as never)}::json) as r(id uuid, direction text,
      on_day date, "oldNumber" text, "recordType" text, "recordId" uuid, "keyId" uuid, heading text)`
}

/** Enough to add a paper to it. */
export type OldLetterHere = {
  readonly id: LetterId
  readonly area: string
  readonly keyId: PersonKeyId
}

/** The letters of the old register that are here, by `oldLetterKey`. */
export async function listOldLetters(tx: Tx): Promise<ReadonlyMap<string, OldLetterHere>> {
  const rows = await tx<(OldLetterHere & { direction: Direction; oldNumber: string; on: Day })[]>`
    select id, area, key_id as "keyId", direction, old_number as "oldNumber",
      coalesce(received_on, dated) as on
    from letter where status = 'filed'`
  return new Map(rows.map((row) => [oldLetterKey(row), row]))
}

/** False where somebody was first. */
export async function keepCompared(
  tx: Tx,
  id: LetterId,
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<boolean> {
  const kept = await tx`
    update letter set compared_by = ${by}, compared_at = ${at}, version = version + 1
    where id = ${id} and status = 'filed' and compared_at is null`
  return kept.count === 1
}
