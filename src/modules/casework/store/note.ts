import type { Tx } from '../../../platform/db.ts'
import type { RecordRef } from './clock.ts'

export type SealedNote = {
  readonly authorId: string
  readonly writtenAt: Date
  readonly keyId: string
  readonly bodySealed: Uint8Array
}

export async function insertNote(tx: Tx, record: RecordRef, note: SealedNote): Promise<void> {
  await tx`
    insert into note (record_type, record_id, area, author_id, written_at, key_id, body_sealed)
    values (${record.type}, ${record.id}, ${record.area}, ${note.authorId}, ${note.writtenAt},
      ${note.keyId}, ${note.bodySealed as Buffer})`
}

export async function listNotes(tx: Tx, recordId: string): Promise<SealedNote[]> {
  return tx<SealedNote[]>`
    select author_id as "authorId", written_at as "writtenAt", key_id as "keyId",
      body_sealed as "bodySealed"
    from note where record_id = ${recordId} order by written_at`
}
