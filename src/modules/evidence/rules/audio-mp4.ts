import { ok, refuse } from '../../../kernel/result.ts'
import type { Cleaned } from './audio.ts'

/** Boxes that hold others, on the way to what has to go. */
const holders = ['moov', 'trak', 'mdia', 'moof', 'traf']
/** Place, title, names, covers and whatever a maker adds. */
const told = ['udta', 'meta', 'uuid', 'loci', 'skip']

/**
 * What is told beside the sound becomes empty space of the same length, since the sound is found
 * by its distance from the beginning.
 */
export function cleanMp4(bytes: Buffer): Cleaned {
  const copy = Buffer.from(bytes)
  const handlers: string[] = []
  walk({ bytes: copy, from: 0, to: copy.length, handlers })
  if (handlers.includes('vide')) return refuse('video')
  return handlers.includes('soun') ? ok(copy) : refuse('broken')
}

type Walk = {
  readonly bytes: Buffer
  readonly from: number
  readonly to: number
  readonly handlers: string[]
}

function walk({ bytes, from, to, handlers }: Walk): void {
  for (let at = from; at < to; ) {
    const { name, head, size } = boxAt(bytes, at, to)
    if (told.includes(name)) empty(bytes, { at, head, size })
    else if (name === 'hdlr') handlers.push(bytes.toString('latin1', at + head + 8, at + head + 12))
    else if (holders.includes(name)) walk({ bytes, from: at + head, to: at + size, handlers })
    at += size
  }
}

function boxAt(bytes: Buffer, at: number, to: number) {
  const short = bytes.readUInt32BE(at)
  const name = bytes.toString('latin1', at + 4, at + 8)
  const head = short === 1 ? 16 : 8
  const size = short === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : short === 0 ? to - at : short
  if (size < head || at + size > to) throw new RangeError('a box is longer than its file')
  return { name, head, size }
}

function empty(
  bytes: Buffer,
  { at, head, size }: { at: number; head: number; size: number },
): void {
  bytes.write('free', at + 4, 'latin1')
  bytes.fill(0, at + head, at + size)
}
