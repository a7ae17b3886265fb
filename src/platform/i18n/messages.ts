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

type Write = (values: MessageValues) => string

/** Formats ICU messages of one language; each is compiled once, at first use. */
export function formatter(lang: Lang, texts: ReadonlyMap<string, string>) {
  const compiled = new Map<string, Write>()
  return (key: string, values: MessageValues = {}): string => {
    const text = texts.get(key)
    if (text === undefined) throw new Error(`no ${lang} message for ${key}`)
    if (!text.includes('{')) return text
    const write = compiled.get(key) ?? compile(text, lang)
    compiled.set(key, write)
    return write(values)
  }
}

/** Names put in between need no ICU; what depends on one number is written once for each. */
function compile(text: string, lang: Lang): Write {
  const message = new IntlMessageFormat(text, lang, undefined, { ignoreTag: true })
  const parts = message.getAst()
  if (parts.every(({ type }) => type === literal || type === argument))
    return (values) => parts.map((part) => plain(part, values)).join('')
  const kept = new Map<number, string>()
  return (values) => {
    const [number, ...others] = Object.values(values)
    if (typeof number !== 'number' || others.length > 0) return String(message.format(values))
    const written = kept.get(number) ?? String(message.format(values))
    if (kept.size < mostNumbers) kept.set(number, written)
    return written
  }
}

const mostNumbers = 1_000
const [literal, argument] = [0, 1]

function plain(part: { type: number; value?: unknown }, values: MessageValues): string {
  const text = String(part.value)
  if (part.type === literal) return text
  const value = values[text]
  if (value === undefined) throw new Error(`a message was written without its ${text}`)
  return String(value)
}
