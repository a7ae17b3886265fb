import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { IntlMessageFormat } from 'intl-messageformat'
import type { Day } from '../../kernel/days.ts'
import type { Lang, MessageValues } from '../../kernel/reader.ts'
import type { Db, Tx } from '../db.ts'
import { projectRoot } from '../root.ts'
import { formatter, loadMessages, type Messages } from './messages.ts'

/** Of a text that leaves the house in a message or document; its key begins with `wording.`. */
export type WordingAsked = { readonly key: string; readonly lang: Lang; readonly day: Day }

/** The text as the ministry last worded it for this day, else the one of the locales; ICU syntax. */
export async function wording(db: Db | Tx, { key, lang, day }: WordingAsked): Promise<string> {
  const [row] = await db<{ km: string; en: string }[]>`
    select text_km as km, text_en as en from wording
    where key = ${key} and valid_from <= ${day} and not withdrawn
    order by valid_from desc, version desc limit 1`
  const text = row ? row[lang] : builtIn()[lang].get(key)
  if (text === undefined) throw new Error(`no ${lang} wording for ${key}`)
  return text
}

/** The same, with its values put in. */
export async function worded(
  db: Db | Tx,
  asked: WordingAsked,
  values: MessageValues = {},
): Promise<string> {
  return writeWording(await wording(db, asked), asked.lang, values)
}

/** Puts values into a text in ICU syntax. */
export const writeWording = (text: string, lang: Lang, values: MessageValues): string =>
  formatter(lang, new Map([['text', text]]))('text', values)

/** What is put into a text, with whether it counts; null where the syntax is broken. */
export function placeholdersOf(text: string, lang: Lang): ReadonlyMap<string, boolean> | null {
  try {
    const parts = new IntlMessageFormat(text, lang, undefined, { ignoreTag: true }).getAst()
    return new Map(namesIn(parts as readonly Part[]))
  } catch {
    return null
  }
}

type Part = {
  readonly type: number
  readonly value?: string
  readonly options?: Readonly<Record<string, { readonly value: readonly Part[] }>>
}
const [literal, number, plural, hash] = [0, 2, 6, 7]

const namesIn = (parts: readonly Part[]): [string, boolean][] =>
  parts.flatMap(({ type, value = '', options = {} }) => {
    if (type === literal || type === hash) return []
    const inner = Object.values(options).flatMap((option) => namesIn(option.value))
    return [[value, type === number || type === plural], ...inner]
  })

/** Every text that may be worded anew, as it stands in the locales. */
export const builtInWordings = (): readonly BuiltInWording[] =>
  [...builtIn().km].flatMap(([key, km]) =>
    key.startsWith('wording.') ? [{ key, km, en: builtIn().en.get(key) ?? km }] : [],
  )
export type BuiltInWording = { readonly key: string; readonly km: string; readonly en: string }

let read: Messages | null = null
const builtIn = (): Messages => {
  read ??= loadMessages(pathToFileURL(join(projectRoot, 'locales/')))
  return read
}
