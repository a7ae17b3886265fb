import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { type Kind, type RecordType, type RefusedReason, takesSound } from './evidence.ts'

export type Family = 'image' | 'document' | 'audio'

type KindFacts = {
  readonly family: Family
  /** What a browser is told that it is, whatever the sender called it. */
  readonly type: string
  /** As which it is served: photos are drawn anew. */
  readonly extension: string
}

export const kindFacts: Readonly<Record<Kind, KindFacts>> = {
  jpeg: { family: 'image', type: 'image/jpeg', extension: 'jpg' },
  png: { family: 'image', type: 'image/webp', extension: 'webp' },
  webp: { family: 'image', type: 'image/webp', extension: 'webp' },
  pdf: { family: 'document', type: 'application/pdf', extension: 'pdf' },
  mp3: { family: 'audio', type: 'audio/mpeg', extension: 'mp3' },
  m4a: { family: 'audio', type: 'audio/mp4', extension: 'm4a' },
  ogg: { family: 'audio', type: 'audio/ogg', extension: 'ogg' },
  webm: { family: 'audio', type: 'audio/webm', extension: 'webm' },
  wav: { family: 'audio', type: 'audio/wav', extension: 'wav' },
}

const megabyte = 1024 * 1024
/** A photo of any phone, a scanned contract, half an hour of speech. */
export const mostBytes = 10 * megabyte
/** With one form, in one draft, and for one record in all. */
export const mostAtOnce = 5
export const mostInDraft = 10
export const mostForRecord = 40
/** Beyond this a picture is a bomb, or of no use to anybody. */
export const mostPixels = 50_000_000
/** The longer side of a photo that is kept: a page of a contract can be read. */
export const longestSide = 2560
export const smallSide = 320

/** By the types that a look at the first bytes gives, and never by name or what a browser says. */
const kindsByType: Readonly<Record<string, Kind>> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/apng': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
  'audio/mpeg': 'mp3',
  'audio/x-m4a': 'm4a',
  'audio/mp4': 'm4a',
  // A recorder on a phone writes the same box with and without pictures: looked through later.
  'video/mp4': 'm4a',
  'audio/ogg': 'ogg',
  'audio/webm': 'webm',
  'video/webm': 'webm',
  'audio/wav': 'wav',
}
const namedRefusals: Readonly<Record<string, RefusedReason>> = {
  'image/heic': 'heic',
  'image/heif': 'heic',
  'image/heic-sequence': 'heic',
  'image/heif-sequence': 'heic',
}

/** Nobody speaks in a letter. */
export const isTakenFor = (kind: Kind, type: RecordType): boolean =>
  kindFacts[kind].family !== 'audio' || takesSound(type)

export type Brought = {
  readonly size: number
  readonly whole: boolean
  /** What the first bytes say; null where they say nothing. */
  readonly type: string | null
}

/** What a file is, or why it is not taken. */
export function judge({ size, whole, type }: Brought): Result<Kind, RefusedReason> {
  if (size === 0) return refuse('empty')
  if (!whole || size > mostBytes) return refuse('too-large')
  const plain = type?.split(';')[0] ?? ''
  const kind = Object.hasOwn(kindsByType, plain) ? kindsByType[plain] : undefined
  if (kind) return ok(kind)
  if (plain.startsWith('video/')) return refuse('video')
  return refuse(
    Object.hasOwn(namedRefusals, plain) ? (namedRefusals[plain] ?? 'heic') : 'kind-unknown',
  )
}
