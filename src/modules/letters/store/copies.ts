import type { Tx } from '../../../platform/db.ts'
import type { FileHash } from '../../../platform/files/files.ts'
import type { LetterId } from '../rules/letter.ts'

export type SealedCopy = {
  readonly position: number
  readonly correspondentSealed: Buffer
  /** Null until it was set. */
  readonly pdfFile: FileHash | null
}

export async function insertCopies(
  tx: Tx,
  letterId: LetterId,
  sealed: readonly Buffer[],
): Promise<void> {
  const all = sealed.map((each) => each.toString('base64'))
  await tx`
    insert into letter_copy (letter_id, position, correspondent_sealed)
    select ${letterId}, position, decode(sealed, 'base64')
    from unnest(${all}::text[]) with ordinality as copy (sealed, position)`
}

export async function listCopies(tx: Tx, letterId: LetterId): Promise<SealedCopy[]> {
  return tx<SealedCopy[]>`
    select position, correspondent_sealed as "correspondentSealed", pdf_file as "pdfFile"
    from letter_copy where letter_id = ${letterId} order by position`
}

/** The next ones that nobody has set yet. */
export async function listUnsetCopies(
  tx: Tx,
  letterId: LetterId,
  limit: number,
): Promise<SealedCopy[]> {
  return tx<SealedCopy[]>`
    select position, correspondent_sealed as "correspondentSealed", pdf_file as "pdfFile"
    from letter_copy where letter_id = ${letterId} and pdf_file is null
    order by position limit ${limit}`
}

export async function keepCopy(
  tx: Tx,
  letterId: LetterId,
  { position, file }: { position: number; file: FileHash },
): Promise<void> {
  await tx`
    update letter_copy set pdf_file = ${file}
    where letter_id = ${letterId} and position = ${position} and pdf_file is null`
}

/** After everything else that waits, and one at a time. */
export async function queueForLater(
  tx: Tx,
  task: string,
  payload: Readonly<Record<string, string>>,
): Promise<void> {
  await tx`
    select queue_job_for_later(${task}, ${tx.json(payload)}::json, ${`${task}/${payload.letterId}`})`
}
