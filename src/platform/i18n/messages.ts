import { readdirSync, readFileSync } from 'node:fs'
import { IntlMessageFormat } from 'intl-messageformat'
import { type Lang, langs, type MessageValues } from '../../kernel/reader.ts'

export type Messages = Readonly<Record<Lang, ReadonlyMap<string, string>>>

/** Every message of every module, read once at the start. */
export function loadMessages(folder: URL): Messages {
  const loaded = langs.map((lang) => [lang, loadLanguage(new URL(`${lang}/`, folder))] as const)
  return Object.fromEntries(loaded) as Messages
}

function loadLanguage(folder: URL): ReadonlyMap<string, string> {
  const all = new Map<string, string>()
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.json')) continue
    const texts = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Record<string, string>
    for (const [key, text] of Object.entries(texts)) {
      if (all.has(key)) throw new Error(`message ${key} stands twice, again in ${file}`)
      all.set(key, text)
    }
  }
  return all
}

/** Formats ICU messages of one language; each is compiled once, at first use. */
export function formatter(lang: Lang, texts: ReadonlyMap<string, string>) {
  const compiled = new Map<string, IntlMessageFormat>()
  return (key: string, values: MessageValues = {}): string => {
    const text = texts.get(key)
    if (text === undefined) throw new Error(`no ${lang} message for ${key}`)
    if (!text.includes('{')) return text
    let message = compiled.get(key)
    if (!message) {
      message = new IntlMessageFormat(text, lang, undefined, { ignoreTag: true })
      compiled.set(key, message)
    }
    return String(message.format(values))
  }
}
