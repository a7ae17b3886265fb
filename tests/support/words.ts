import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { loadMessages } from '../../src/platform/i18n/messages.ts'
import { makeReaders } from '../../src/platform/i18n/reader.ts'
import { projectRoot } from '../../src/platform/root.ts'

/** The program's own words: a journey finds its way by what a person reads. */
export const readers = makeReaders(loadMessages(pathToFileURL(join(projectRoot, 'locales/'))))
