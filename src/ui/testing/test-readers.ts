import { readFileSync } from 'node:fs'
import type { Lang } from '../../kernel/reader.ts'
import { makeReaders } from '../../platform/i18n/reader.ts'
import type { Chrome } from '../reader.ts'

/** The readers of the running program, with the messages of the ui alone: it needs no others. */
export const readers = makeReaders({ km: messagesIn('km'), en: messagesIn('en') })

function messagesIn(lang: Lang): ReadonlyMap<string, string> {
  const file = new URL(`../../../locales/${lang}/ui.json`, import.meta.url)
  return new Map(Object.entries(JSON.parse(readFileSync(file, 'utf8'))))
}

export const aChrome = (some: Partial<Chrome> = {}): Chrome => ({
  path: '/style-guide',
  demonstration: true,
  signedInAs: null,
  rail: [],
  ...some,
})
