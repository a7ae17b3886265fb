import type { Id } from '../../../kernel/ids.ts'

export type MessageId = Id<'outgoing-message'>

export const messageStatuses = ['queued', 'handed-over', 'delivered', 'failed', 'unknown'] as const
export type MessageStatus = (typeof messageStatuses)[number]

/** What a message says; its words are `wording.messages.<kind>`. */
export const messageKinds = [
  'received',
  'news',
  'words',
  'your-turn',
  'case-given',
  'confirm-address',
  'to-approve',
  'to-sign',
  'inquiry',
  'deposit',
  'number-code',
] as const
export type MessageKind = (typeof messageKinds)[number]

/**
 * Whether somebody who gets it twice is misled. That a number was received or that we wait for an
 * answer stays true; "there is something new" would be said of nothing.
 */
const secondCopy: Readonly<Record<MessageKind, 'harmless' | 'misleads'>> = {
  received: 'harmless',
  news: 'misleads',
  words: 'misleads',
  'your-turn': 'harmless',
  'case-given': 'harmless',
  'confirm-address': 'harmless',
  'to-approve': 'harmless',
  'to-sign': 'harmless',
  inquiry: 'harmless',
  deposit: 'harmless',
  'number-code': 'harmless',
}
export const mayBeCopied = (kind: MessageKind): boolean => secondCopy[kind] === 'harmless'

/** The hours of the day that a person may name safe, as the complaint asks for them. */
export const safeHours = ['morning', 'midday', 'evening', 'night', 'sunday'] as const
export type SafeHours = (typeof safeHours)[number]

export const outboxChannels = ['sms', 'email', 'telegram'] as const

/** Counts are exact up to this many; beyond, the page says so. */
export const countLimit = 1000
