import { z } from 'zod'
import { ok, type Result, refuse } from '../../../kernel/result.ts'

/** A text of messages or documents, as it is proposed in both languages. */
export const wordingContent = z.object({
  key: z.string(),
  /** The newest version when it was proposed; 0 for the text that came with the program. */
  basedOn: z.int(),
  km: z.string(),
  en: z.string(),
})
export type WordingContent = z.output<typeof wordingContent>

export type WordingRefusal =
  | 'no-such-wording'
  | 'changed-meanwhile'
  | 'text-not-understood'
  | 'other-placeholders'
  | 'too-long-for-a-message'
  | 'nothing-changes'

type Texts = { readonly km: string; readonly en: string }
/** The names of what is put into each text, sorted; null where the syntax is broken. */
type Placeholders = { readonly [lang in 'km' | 'en']: readonly string[] | null }

export type WordingFacts = {
  /** Of the text that came with the program: what the code puts in. Null for an unknown key. */
  readonly expected: readonly string[] | null
  readonly found: Placeholders
  readonly newest: Texts & { readonly version: number }
  /** How many text messages each language takes; null for what is never sent as one. */
  readonly segments: { readonly most: number; readonly km: number; readonly en: number } | null
}

/** A text that puts in something else than the code gives would fail when it is sent. */
export function checkWording(
  content: WordingContent,
  { expected, found, newest, segments }: WordingFacts,
): Result<null, WordingRefusal> {
  if (!expected) return refuse('no-such-wording')
  if (newest.version !== content.basedOn) return refuse('changed-meanwhile')
  if (!found.km || !found.en) return refuse('text-not-understood')
  if ([found.km, found.en].some((names) => names.join() !== expected.join()))
    return refuse('other-placeholders')
  if (segments && Math.max(segments.km, segments.en) > segments.most)
    return refuse('too-long-for-a-message')
  const isSame = newest.km === content.km && newest.en === content.en
  return isSame ? refuse('nothing-changes') : ok(null)
}
