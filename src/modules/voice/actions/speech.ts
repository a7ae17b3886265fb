import type { Reader } from '../../../kernel/reader.ts'
import type { Db, Tx } from '../../../platform/db.ts'
import { type Phrase, stateOf } from '../rules/phrase.ts'
import { listClips } from '../store/clips.ts'

/** The numbers of the recordings to play; null where one is missing, or its text has changed. */
export type Speech = { readonly clips: readonly number[] | null }

/** What a page can say aloud in the reader's language. Nothing is spoken by a machine. */
export async function findSpeech(
  tx: Db | Tx,
  reader: Reader,
  phrases: readonly Phrase[],
): Promise<Speech> {
  const clips = new Map(
    (await listClips(tx))
      .filter(({ lang }) => lang === reader.lang)
      .map((clip) => [clip.phrase, clip]),
  )
  const numbers = phrases.map((phrase) => {
    const clip = clips.get(phrase.key)
    return clip && stateOf(textOf(reader, phrase), clip) === 'recorded' ? clip.number : null
  })
  return { clips: numbers.every((number) => number !== null) ? numbers : null }
}

/** What is to be read for a phrase, in the reader's language. */
export const textOf = (reader: Reader, { said }: Phrase): string =>
  'key' in said ? reader.t(said.key, said.values) : reader.name(said)
