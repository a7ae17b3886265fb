import type { Actor } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/days.ts'
import type { Lang, MessageValues } from '../../../kernel/reader.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { builtInWordings, placeholdersOf, writeWording } from '../../../platform/i18n/wording.ts'
import { countSegments } from '../../../platform/messaging/segments.ts'
import { mostSegments } from '../../../platform/messaging/smpp-sender.ts'
import { checkWording, type WordingContent, type WordingRefusal } from '../rules/wording.ts'
import { addWording, listWordingVersions, withdrawWording } from '../store/wordings.ts'

type Proposed = { readonly content: WordingContent; readonly from: Day }

/** A text as it stands: the ministry's newest, else the one that came with the program. */
export type Wording = {
  readonly key: string
  readonly version: number
  readonly km: string
  readonly en: string
  /** Since when the ministry's own holds; null for the program's. */
  readonly from: Day | null
}

/** Every text that can be worded anew, with its newest version. */
export async function listWordings(tx: Tx): Promise<Wording[]> {
  const versions = (await listWordingVersions(tx, null)).filter(({ withdrawn }) => !withdrawn)
  return builtInWordings().map((built) => {
    const newest = versions.find(({ key }) => key === built.key)
    return newest ?? { ...built, version: 0, from: null }
  })
}

export const findWording = async (tx: Tx, key: string): Promise<Wording | null> =>
  (await listWordings(tx)).find((wording) => wording.key === key) ?? null

/** Whether the text can be worded so as things stand. */
export async function mayChangeWording(
  tx: Tx,
  { content }: Proposed,
): Promise<Result<null, WordingRefusal>> {
  const built = builtInWordings().find(({ key }) => key === content.key)
  const newest = (await findWording(tx, content.key)) ?? { version: 0, km: '', en: '' }
  return checkWording(content, {
    expected: built ? namesIn(built.en, 'en') : null,
    found: { km: namesIn(content.km, 'km'), en: namesIn(content.en, 'en') },
    newest,
    segments: content.key.startsWith('wording.messages.')
      ? { most: mostSegments, km: segmentsIn(content.km, 'km'), en: segmentsIn(content.en, 'en') }
      : null,
  })
}

/** How many text messages it takes, with examples put in. */
const segmentsIn = (text: string, lang: Lang): number =>
  countSegments(withExamples(text, lang) ?? '')

/** The text with invented examples in it, not to be taken for a real case; null where it is broken. */
export function withExamples(text: string, lang: Lang): string | null {
  const names = placeholdersOf(text, lang)
  if (!names) return null
  const values: MessageValues = Object.fromEntries(
    [...names].map(([name, counts]) => [name, counts ? 3 : (examples[name] ?? `(${name})`)]),
  )
  return writeWording(text, lang, values)
}

const examples: Readonly<Record<string, string>> = {
  number: '26-0000000-0',
  link: 'https://example.org/follow',
}

function namesIn(text: string, lang: Lang): string[] | null {
  const found = placeholdersOf(text, lang)
  return found && [...found.keys()].sort()
}

/** Written at the approval with its first day: what is sent from then on is worded so. */
export async function publishWording(
  tx: Tx,
  _actor: Actor,
  { content, from }: Proposed,
): Promise<Result<null, WordingRefusal>> {
  const versions = await listWordingVersions(tx, content.key)
  const { key, km, en } = content
  await addWording(tx, { key, km, en, from, version: (versions[0]?.version ?? 0) + 1 })
  return ok(null)
}

export const takeWordingBack = (
  tx: Tx,
  _actor: Actor,
  { content, from }: Proposed,
): Promise<void> => withdrawWording(tx, content.key, from)
