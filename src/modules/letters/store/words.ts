import type { Tx } from '../../../platform/db.ts'
import { newId } from '../../../platform/new-id.ts'
import type { LetterId } from '../rules/letter.ts'
import type { LetterAction } from '../rules/lifecycle.ts'

export type SealedText = {
  readonly edition: number
  readonly writtenAt: Date
  readonly authorId: string
  readonly contentSealed: Buffer
}

export async function insertText(tx: Tx, letterId: LetterId, text: SealedText): Promise<void> {
  await tx`
    insert into letter_text (letter_id, edition, written_at, author_id, content_sealed)
    values (${letterId}, ${text.edition}, ${text.writtenAt}, ${text.authorId}, ${text.contentSealed})`
}

/** The newest first. */
export async function listTexts(tx: Tx, letterId: LetterId): Promise<SealedText[]> {
  return tx<SealedText[]>`
    select edition, written_at as "writtenAt", author_id as "authorId",
      content_sealed as "contentSealed"
    from letter_text where letter_id = ${letterId} order by edition desc`
}

export type SealedAnnotation = {
  readonly step: LetterAction
  readonly writtenAt: Date
  readonly authorId: string
  readonly officeId: string
  readonly toOfficeId: string | null
  readonly bodySealed: Buffer | null
}

export async function insertAnnotation(
  tx: Tx,
  letterId: LetterId,
  note: SealedAnnotation,
): Promise<void> {
  await tx`
    insert into letter_annotation (id, letter_id, step, written_at, author_id, office_id,
      to_office_id, body_sealed)
    values (${newId<string>()}, ${letterId}, ${note.step}, ${note.writtenAt}, ${note.authorId},
      ${note.officeId}, ${note.toOfficeId}, ${note.bodySealed})`
}

/** The oldest first. */
export async function listAnnotations(tx: Tx, letterId: LetterId): Promise<SealedAnnotation[]> {
  return tx<SealedAnnotation[]>`
    select step, written_at as "writtenAt", author_id as "authorId", office_id as "officeId",
      to_office_id as "toOfficeId", body_sealed as "bodySealed"
    from letter_annotation where letter_id = ${letterId} order by written_at, id`
}
