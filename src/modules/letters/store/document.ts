import type { Day } from '../../../kernel/days.ts'
import type { Db, Tx } from '../../../platform/db.ts'
import type { LetterId } from '../rules/letter.ts'
import type { IssuedDocument } from '../rules/verification.ts'

export type LetterDocument = {
  readonly code: string
  readonly letterId: LetterId
  readonly number: string
  readonly officeId: string
  readonly dated: Day
  readonly issuedAt: Date
  readonly pdfHash: Uint8Array
}

export async function insertLetterDocument(tx: Tx, document: LetterDocument): Promise<void> {
  await tx`
    insert into document (code, kind, letter_id, number, office_id, dated, issued_at, pdf_hash,
      in_force_from)
    values (${document.code}, 'letter', ${document.letterId}, ${document.number},
      ${document.officeId}, ${document.dated}, ${document.issuedAt}, ${document.pdfHash},
      ${document.dated})`
}

/** A day under a code; twice the same is once. */
export async function insertReceiptDocument(
  db: Db | Tx,
  { code, day, at }: { code: string; day: Day; at: Date },
): Promise<void> {
  await db`
    insert into document (code, kind, dated, issued_at, in_force_from)
    values (${code}, 'receipt', ${day}, ${at}, ${day})
    on conflict (code) do nothing`
}

/** From this day on it is not in force any more, perhaps because another took its place. */
export async function endDocument(
  tx: Tx,
  { code, from, replacedBy }: { code: string; from: Day; replacedBy: string | null },
): Promise<void> {
  await tx`
    update document set in_force_until = ${from}, replaced_by = ${replacedBy}
    where code = ${code} and in_force_until is null`
}

/** What anybody may know who holds the paper; null for a code that was never given. */
export async function findDocument(tx: Tx, code: string): Promise<IssuedDocument | null> {
  const [row] = await tx<IssuedDocument[]>`
    select kind, number, office_km as "officeKm", office_en as "officeEn", dated,
      pdf_hash as "pdfHash", in_force_from as "inForceFrom", in_force_until as "inForceUntil",
      replaced_by_number as "replacedByNumber"
    from find_document(${code})`
  return row ?? null
}
