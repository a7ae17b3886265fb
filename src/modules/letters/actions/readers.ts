import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Lang, Reader } from '../../../kernel/reader.ts'
import { loadMessages } from '../../../platform/i18n/messages.ts'
import { makeReaders } from '../../../platform/i18n/reader.ts'
import { projectRoot } from '../../../platform/root.ts'

let made: Readonly<Record<Lang, Reader>> | null = null

/** Who reads a paper, in its language: whoever asks for it may read another. */
export function readerOf(lang: Lang): Reader {
  made ??= makeReaders(loadMessages(pathToFileURL(join(projectRoot, 'locales/'))))
  return made[lang]
}
