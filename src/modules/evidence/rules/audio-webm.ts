import { ok, refuse } from '../../../kernel/result.ts'
import type { Cleaned } from './audio.ts'

const ids = {
  header: 0x1a45dfa3,
  segment: 0x18538067,
  cluster: 0x1f43b675,
  tracks: 0x1654ae6b,
  track: 0xae,
  trackType: 0x83,
  info: 0x1549a966,
} as const
const holders: readonly number[] = [ids.segment, ids.cluster, ids.tracks, ids.track, ids.info]
/** Tags, attachments, chapters; title, file name and date of the recording; a track's name. */
const told: readonly number[] = [
  ...[0x1254c367, 0x1941a469, 0x1043a770, 0x7ba9, 0x7384, 0x4461, 0x73a4, 0x536e],
]
const pictures = 1
const sound = 2

/** As with MP4, what is told beside the sound becomes empty space of the same length. */
export function cleanWebm(bytes: Buffer): Cleaned {
  if (bytes.readUInt32BE(0) !== ids.header) return refuse('broken')
  const copy = Buffer.from(bytes)
  const types = emptied(copy)
  if (types.includes(pictures)) return refuse('video')
  return types.includes(sound) ? ok(copy) : refuse('broken')
}

/** Empties what is told, and answers with the types of its tracks. */
function emptied(bytes: Buffer): number[] {
  const types: number[] = []
  for (let at = 0; at < bytes.length; ) {
    const { id, head, size } = elementAt(bytes, at)
    const next = at + head + size
    if (next > bytes.length && !holders.includes(id))
      throw new RangeError('an element is longer than its file')
    if (told.includes(id)) empty(bytes, at, head + size)
    if (id === ids.trackType) types.push(bytes.readUIntBE(at + head, size))
    // Of what holds others the head is passed over, and what it holds comes next.
    at = holders.includes(id) ? at + head : next
  }
  return types
}

function elementAt(bytes: Buffer, at: number) {
  const idLength = lengthOf(bytes.readUInt8(at))
  const id = bytes.readUIntBE(at, Math.min(idLength, 6))
  const sizeLength = lengthOf(bytes.readUInt8(at + idLength))
  const size = sizeAt(bytes, at + idLength, sizeLength)
  const head = idLength + sizeLength
  // A recorder that does not know the end says so; only what holds others may.
  if (size === null && !holders.includes(id)) throw new RangeError('an element without an end')
  return { id, head, size: size ?? 0 }
}

function lengthOf(first: number): number {
  if (first === 0) throw new RangeError('no element begins here')
  return Math.clz32(first) - 23
}

/** Null where every bit is set: not known. */
function sizeAt(bytes: Buffer, at: number, length: number): number | null {
  let value = bytes.readUInt8(at) & (0xff >> length)
  let isUnknown = value === 0xff >> length
  for (let index = 1; index < length; index += 1) {
    const byte = bytes.readUInt8(at + index)
    isUnknown &&= byte === 0xff
    value = value * 256 + byte
  }
  return isUnknown ? null : value
}

/** An element that says nothing, as long as the one before. */
function empty(bytes: Buffer, at: number, total: number): void {
  bytes.fill(0, at, at + total)
  bytes.writeUInt8(0xec, at)
  if (total <= 128) return void bytes.writeUInt8(0x80 | (total - 2), at + 1)
  bytes.writeUInt8(0x01, at + 1)
  bytes.writeUIntBE(total - 9, at + 3, 6)
}
