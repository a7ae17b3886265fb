import { ok, refuse } from '../../../kernel/result.ts'
import type { Cleaned } from './audio.ts'

/** The comments of Opus and Vorbis: the name of the packet, and what has to stand at its end. */
const comments = [
  { name: 'OpusTags', isEnd: false },
  { name: '\x03vorbis', isEnd: true },
] as const

/**
 * The second packet of a stream tells titles and names. It is emptied in its place, with the same
 * length, and the sums of its pages are made anew.
 */
export function cleanOgg(bytes: Buffer): Cleaned {
  const copy = Buffer.from(bytes)
  const pages = pagesOf(copy)
  const first = pages[0]
  const head = first ? text(copy, first.body) : ''
  if (head !== 'OpusHead' && !head.startsWith('\x01vorbis')) return refuse('broken')
  const second = pages.findIndex(({ body }) =>
    comments.some(({ name }) => text(copy, body).startsWith(name)),
  )
  const page = pages[second]
  const told = page && comments.find(({ name }) => text(copy, page.body).startsWith(name))
  if (!page || !told) return refuse('broken')
  // A cover makes the packet go on over pages: such a file comes from a shop and not from a phone.
  if (told.isEnd || page.isOpen) return told.isEnd ? cleanVorbis(copy, page) : refuse('broken')
  emptyComments(copy, page.body + told.name.length, page.end)
  writeSum(copy, page)
  return ok(copy)
}

type Page = {
  readonly from: number
  readonly body: number
  /** Of the first packet that begins on it. */
  readonly end: number
  readonly to: number
  /** Its packet goes on over the next page. */
  readonly isOpen: boolean
}

function pagesOf(bytes: Buffer): Page[] {
  const pages: Page[] = []
  for (let at = 0; at < bytes.length; ) {
    if (bytes.toString('latin1', at, at + 4) !== 'OggS') throw new RangeError('no page begins here')
    const count = bytes.readUInt8(at + 26)
    const lacing = [...bytes.subarray(at + 27, at + 27 + count)]
    const body = at + 27 + count
    const last = lacing.findIndex((length) => length < 255)
    const packet = lacing.slice(0, last + 1 || count)
    const to = body + sum(lacing)
    if (to > bytes.length) throw new RangeError('a page is longer than its file')
    pages.push({ from: at, body, end: body + sum(packet), to, isOpen: last === -1 })
    at = to
  }
  return pages
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

const text = (bytes: Buffer, at: number): string => bytes.toString('latin1', at, at + 8)

/** No maker, no comments, and the rest nothing. */
const emptyComments = (bytes: Buffer, from: number, to: number) => bytes.fill(0, from, to)

/** In Vorbis what follows the comments stands on the same page: an empty list would move it. */
function cleanVorbis(bytes: Buffer, page: Page): Cleaned {
  if (page.isOpen) return refuse('broken')
  let at = page.body + 7
  at = emptyText(bytes, at)
  const count = bytes.readUInt32LE(at)
  at += 4
  for (let index = 0; index < count; index += 1) at = emptyText(bytes, at)
  if (at > page.end) return refuse('broken')
  writeSum(bytes, page)
  return ok(bytes)
}

function emptyText(bytes: Buffer, at: number): number {
  const length = bytes.readUInt32LE(at)
  if (at + 4 + length > bytes.length) throw new RangeError('a comment is longer than its file')
  bytes.fill(0x20, at + 4, at + 4 + length)
  return at + 4 + length
}

function writeSum(bytes: Buffer, { from, to }: Page): void {
  bytes.writeUInt32LE(0, from + 22)
  let crc = 0
  for (const byte of bytes.subarray(from, to)) crc = (crc << 8) ^ (table[(crc >>> 24) ^ byte] ?? 0)
  bytes.writeUInt32LE(crc >>> 0, from + 22)
}

const table = Array.from({ length: 256 }, (_, index) => {
  let value = index << 24
  for (let bit = 0; bit < 8; bit += 1)
    value = value & 0x80000000 ? (value << 1) ^ 0x04c11db7 : value << 1
  return value
})
