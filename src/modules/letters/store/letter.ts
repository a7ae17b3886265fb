import { isUuid } from '../../../kernel/ids.ts'
import type { Tx } from '../../../platform/db.ts'
import type { FileHash } from '../../../platform/files/files.ts'
import { ask, type Sql, sql } from '../../../platform/sql.ts'
import type { PersonKeyId } from '../../../platform/vault/person-keys.ts'
import type { Direction, Letter, LetterId } from '../rules/letter.ts'

/** A letter with what is sealed of it. */
export type LetterRow = Letter & {
  readonly keyId: PersonKeyId
  readonly headingSealed: Buffer
}

export const letterColumns: Sql = sql`
  l.id, l.direction, l.status, l.version, l.office_id as "officeId", l.area, l.year, l.number,
  l.record_type as "recordType", l.record_id as "recordId", l.language, l.edition,
  l.drafted_by as "draftedBy", l.drafted_at as "draftedAt", l.dated, l.received_on as "receivedOn",
  l.holder_office_id as "holderOfficeId", l.held_since as "heldSince", l.signed_by as "signedBy",
  l.signed_at as "signedAt", l.sent_on as "sentOn", l.code, l.pdf_file as "pdfFile", l.replaces,
  l.old_number as "oldNumber", l.compared_by as "comparedBy", l.compared_at as "comparedAt",
  l.key_id as "keyId", l.heading_sealed as "headingSealed"`

export type NewLetter = Pick<
  Letter,
  | 'id'
  | 'direction'
  | 'status'
  | 'officeId'
  | 'area'
  | 'year'
  | 'number'
  | 'recordType'
  | 'recordId'
  | 'language'
  | 'draftedBy'
  | 'draftedAt'
  | 'dated'
  | 'receivedOn'
  | 'holderOfficeId'
  | 'replaces'
> & {
  readonly template: string | null
  readonly keyId: PersonKeyId
  readonly headingSealed: Buffer
}

export async function insertLetter(tx: Tx, letter: NewLetter): Promise<void> {
  const heldSince = letter.holderOfficeId === null ? null : letter.draftedAt
  await tx`
    insert into letter (id, direction, status, office_id, area, year, number, record_type, record_id,
      language, template, key_id, heading_sealed, drafted_by, drafted_at, dated,
      received_on, holder_office_id, held_since, replaces)
    values (${letter.id}, ${letter.direction}, ${letter.status}, ${letter.officeId}, ${letter.area},
      ${letter.year}, ${letter.number}, ${letter.recordType}, ${letter.recordId}, ${letter.language},
      ${letter.template}, ${letter.keyId}, ${letter.headingSealed},
      ${letter.draftedBy}, ${letter.draftedAt}, ${letter.dated}, ${letter.receivedOn},
      ${letter.holderOfficeId}, ${heldSince}, ${letter.replaces})`
}

/** The next number of a register; nobody gets the one after it before this one is safe. */
export async function nextLetterNumber(
  tx: Tx,
  { direction, officeId, year }: { direction: Direction; officeId: string; year: number },
): Promise<number> {
  const [row] = await tx<{ last: number }[]>`
    insert into letter_counter as c (direction, office_id, year, last)
    values (${direction}, ${officeId}, ${year}, 1)
    on conflict (direction, office_id, year) do update set last = c.last + 1
    returning last`
  if (!row) throw new Error('a register gave no number')
  return row.last
}

/** Null when there is none that the actor may see. */
export async function findLetter(tx: Tx, id: string): Promise<LetterRow | null> {
  if (!isUuid(id)) return null
  const [row] = await ask<LetterRow[]>(
    tx,
    sql`select ${letterColumns} from letter l where l.id = ${id}`,
  )
  return row ?? null
}

export async function findLetterByCode(tx: Tx, code: string): Promise<LetterId | null> {
  const [row] = await tx<{ id: LetterId }[]>`select id from letter where code = ${code}`
  return row?.id ?? null
}

export type Move = Pick<Letter, 'status' | 'holderOfficeId' | 'sentOn'> & { readonly at: Date }

/** False when somebody else moved it first. */
export async function moveLetter(tx: Tx, letter: Letter, move: Move): Promise<boolean> {
  const heldSince = move.holderOfficeId === null ? null : move.at
  const moved = await tx`
    update letter set status = ${move.status}, version = version + 1,
      holder_office_id = ${move.holderOfficeId}, held_since = ${heldSince}, sent_on = ${move.sentOn}
    where id = ${letter.id} and version = ${letter.version}`
  return moved.count === 1
}

export type SignedAs = {
  readonly year: number
  readonly number: number
  readonly dated: string
  readonly by: string
  readonly at: Date
  readonly code: string
  readonly pdfFile: FileHash
}

export async function keepSigned(tx: Tx, letter: Letter, signed: SignedAs): Promise<boolean> {
  const kept = await tx`
    update letter set status = 'signed', version = version + 1, holder_office_id = null,
      held_since = null, year = ${signed.year}, number = ${signed.number}, dated = ${signed.dated},
      signed_by = ${signed.by}, signed_at = ${signed.at}, code = ${signed.code},
      pdf_file = ${signed.pdfFile}
    where id = ${letter.id} and version = ${letter.version}`
  return kept.count === 1
}

export async function keepHeading(
  tx: Tx,
  letter: Letter,
  { headingSealed, edition }: { headingSealed: Buffer; edition: number },
): Promise<boolean> {
  const kept = await tx`
    update letter set heading_sealed = ${headingSealed}, edition = ${edition}, version = version + 1
    where id = ${letter.id} and version = ${letter.version} and signed_at is null`
  return kept.count === 1
}
