import type { Lang } from '../../../kernel/reader.ts'
import type { Db, Tx } from '../../../platform/db.ts'
import type { FileHash } from '../../../platform/files/files.ts'
import { inMemory } from '../../../platform/public-changed.ts'
import type { VoiceClip } from '../rules/phrase.ts'

/** The newest recording of every phrase that has not been withdrawn. */
export const listClips = inMemory(
  (db): Promise<readonly VoiceClip[]> => db<VoiceClip[]>`
    select distinct on (phrase, lang) number, phrase, lang, said, seconds::float8 as seconds,
      recorded_by as "recordedBy", recorded_at as "recordedAt"
    from voice_clip where withdrawn_at is null order by phrase, lang, number desc`,
)

/** Every recording of one phrase, the newest first. */
export const listRecordings = (tx: Tx, phrase: string, lang: Lang) =>
  tx<(VoiceClip & { readonly withdrawnAt: Date | null })[]>`
    select number, phrase, lang, said, seconds::float8 as seconds, recorded_by as "recordedBy",
      recorded_at as "recordedAt", withdrawn_at as "withdrawnAt"
    from voice_clip where phrase = ${phrase} and lang = ${lang} order by number desc limit 50`

export type NewClip = Omit<VoiceClip, 'number'> & { readonly fileHash: FileHash }

export async function insertClip(tx: Tx, clip: NewClip): Promise<void> {
  await tx`
    insert into voice_clip (phrase, lang, said, file_hash, seconds, recorded_by, recorded_at)
    values (${clip.phrase}, ${clip.lang}, ${clip.said}, ${clip.fileHash}, ${clip.seconds},
      ${clip.recordedBy}, ${clip.recordedAt})`
}

/** False when it was withdrawn before. */
export async function withdrawClip(
  tx: Tx,
  number: number,
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<boolean> {
  const withdrawn = await tx`
    update voice_clip set withdrawn_by = ${by}, withdrawn_at = ${at}
    where number = ${number} and withdrawn_at is null`
  return withdrawn.count === 1
}

/** In the order asked for; null when one of them is not there any more. */
export async function listFiles(
  db: Db | Tx,
  numbers: readonly number[],
): Promise<FileHash[] | null> {
  const rows = await db<{ number: number; fileHash: FileHash }[]>`
    select number, file_hash as "fileHash" from voice_clip
    where number = any (${numbers as number[]}) and withdrawn_at is null`
  const files = new Map(rows.map((row) => [row.number, row.fileHash]))
  const found = numbers.map((number) => files.get(number))
  return found.every((hash) => hash !== undefined) ? found : null
}
