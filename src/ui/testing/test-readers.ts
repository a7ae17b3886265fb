import { loadMessages } from '../../platform/i18n/messages.ts'
import { makeReaders } from '../../platform/i18n/reader.ts'
import type { Chrome } from '../reader.ts'

/** The readers of the running program, with its real messages. */
export const readers = makeReaders(loadMessages(new URL('../../../locales/', import.meta.url)))

export const aChrome = (some: Partial<Chrome> = {}): Chrome => ({
  path: '/style-guide',
  demonstration: true,
  signedInAs: null,
  rail: [],
  ...some,
})
