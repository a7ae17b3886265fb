import type { Id } from '../../../kernel/ids.ts'

export type EvidenceId = Id<'evidence'>

export const evidenceStatuses = ['quarantined', 'checked', 'refused'] as const
/** Nobody is served a file before it is checked, and a refused one never. */
export type EvidenceStatus = (typeof evidenceStatuses)[number]

/** By which way it came to the office. */
export const origins = [
  'complainant-web',
  'complainant-follow',
  'officer-entry',
  'telegram',
  'paper-scan',
  'old-register',
  'agency-form',
] as const
export type Origin = (typeof origins)[number]

/** Why a file is not taken: at once, or after it was looked through. */
export const refusedReasons = [
  'empty',
  'too-large',
  'too-many',
  'kind-unknown',
  'heic',
  'video',
  'broken',
  'too-many-pixels',
  'pdf-locked',
  'pdf-active',
  'pdf-unreadable',
  'not-checked',
] as const
export type RefusedReason = (typeof refusedReasons)[number]

/** What a file belongs to. */
export type EvidenceRecord = {
  readonly type: RecordType
  readonly id: string
  /** Province code of the office that has it; officers of that area see it. */
  readonly area: string
}

type RecordFacts = {
  /** The law asks where a photo was taken. */
  readonly location: boolean
  readonly sound: boolean
}
/** Records that take files. */
const recordTypes = {
  complaint: { location: false, sound: true },
  letter: { location: false, sound: false },
  'letter-scan': { location: false, sound: false },
  deposit: { location: false, sound: false },
  'agency-proposal': { location: false, sound: false },
  'pay-out': { location: false, sound: false },
} as const satisfies Readonly<Record<string, RecordFacts>>
export type RecordType = keyof typeof recordTypes

export const isRecordType = (text: string): text is RecordType => Object.hasOwn(recordTypes, text)
export const asksLocation = (type: RecordType): boolean => recordTypes[type].location
export const takesSound = (type: RecordType): boolean => recordTypes[type].sound

export type Evidence = {
  readonly id: EvidenceId
  readonly record: EvidenceRecord
  readonly kind: Kind
  readonly origin: Origin
  /** `complainant`, or the id of the person or job that handed it in. */
  readonly givenBy: string
  readonly givenAt: Date
  readonly status: EvidenceStatus
  readonly refusedReason: RefusedReason | null
  /** Of the file that is served; of what was sent until then. */
  readonly size: number
  /** The question with whose answer an agency brought it. */
  readonly inquiryId: string | null
  /** Since when the complainant sees what an agency brought; null: only officers. */
  readonly releasedAt: Date | null
}

export const kinds = ['jpeg', 'png', 'webp', 'pdf', 'mp3', 'm4a', 'ogg', 'webm', 'wav'] as const
export type Kind = (typeof kinds)[number]
