import { ok, type Result, refuse } from '../../kernel/result.ts'

/** One channel, 16 bits, 16,000 a second: what a recording page makes, and a phone recorder can. */
export const clipRate = 16_000
/** As telephones sound: a quarter of the bytes, and every browser plays it. */
const servedRate = 8_000

export type Clip = { readonly samples: Int16Array; readonly seconds: number }
export type ClipRefusal = 'no-wav' | 'other-format' | 'too-long' | 'too-short' | 'silent'

const longest = 20
const shortest = 0.2
/** Of 32,768: below it nothing was said. */
const quietest = 500

/** Reads a recorded clip by what it is; whatever else lies in the file is left behind. */
export function readClip(bytes: Buffer): Result<Clip, ClipRefusal> {
  const found = findParts(bytes)
  if (!found) return refuse('no-wav')
  const { format, data } = found
  if (!isClipFormat(format)) return refuse('other-format')
  const samples = Int16Array.from({ length: Math.floor(data.length / 2) }, (_, index) =>
    data.readInt16LE(index * 2),
  )
  const seconds = samples.length / clipRate
  if (seconds > longest) return refuse('too-long')
  if (seconds < shortest) return refuse('too-short')
  if (!samples.some((sample) => Math.abs(sample) > quietest)) return refuse('silent')
  return ok({ samples: withoutSilence(samples), seconds })
}

/** Not compressed, one channel, its rate, 16 bits. */
const isClipFormat = (format: Buffer): boolean =>
  format.length >= 16 &&
  [format.readUInt16LE(0), format.readUInt16LE(2), format.readUInt16LE(14)].join() === '1,1,16' &&
  format.readUInt32LE(4) === clipRate

type Parts = { readonly format: Buffer; readonly data: Buffer }

function findParts(bytes: Buffer): Parts | null {
  if (bytes.length < 44 || tagAt(bytes, 0) !== 'RIFF' || tagAt(bytes, 8) !== 'WAVE') return null
  const parts = new Map<string, Buffer>()
  for (let at = 12; at + 8 <= bytes.length; ) {
    const length = bytes.readUInt32LE(at + 4)
    const name = tagAt(bytes, at)
    if (!parts.has(name)) parts.set(name, bytes.subarray(at + 8, at + 8 + length))
    at += 8 + length + (length % 2)
  }
  const [format, data] = [parts.get('fmt '), parts.get('data')]
  return format && data ? { format, data } : null
}

const tagAt = (bytes: Buffer, at: number): string => bytes.toString('latin1', at, at + 4)

/** What was said, with a breath before and behind: clips follow each other. */
function withoutSilence(samples: Int16Array): Int16Array {
  const breath = clipRate / 20
  const isHeard = (sample: number) => Math.abs(sample) > quietest
  const first = samples.findIndex(isHeard)
  const last = samples.findLastIndex(isHeard)
  return samples.slice(Math.max(0, first - breath), Math.min(samples.length, last + breath))
}

export const clipBytes = ({ samples }: Clip): Buffer =>
  Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength)

/** Kept clips, one after the other, as one file that any browser plays. */
export function joinClips(clips: readonly Buffer[]): Buffer {
  const sound = Buffer.concat(clips.map(halved).flatMap((part) => [part, pause]))
  return Buffer.concat([header(sound.length), sound])
}

/** Half as many samples, each the middle of two, in the eight bits of a telephone (G.711 µ-law). */
function halved(clip: Buffer): Buffer {
  const pairs = Math.floor(clip.length / 4)
  return Buffer.from(
    Uint8Array.from({ length: pairs }, (_, index) =>
      muLaw((clip.readInt16LE(index * 4) + clip.readInt16LE(index * 4 + 2)) >> 1),
    ),
  )
}

const silence = 0xff
const pause = Buffer.alloc(servedRate / 10, silence)

/** ITU-T G.711. */
function muLaw(sample: number): number {
  const sign = sample < 0 ? 0x80 : 0
  const level = Math.min(Math.abs(sample), 32_635) + 132
  const exponent = Math.max(0, 31 - Math.clz32(level) - 7)
  const mantissa = (level >> (exponent + 3)) & 0x0f
  return ~(sign | (exponent << 4) | mantissa) & 0xff
}

/** RIFF with the format 7, µ-law, and the count of samples that it asks for. */
function header(length: number): Buffer {
  const bytes = Buffer.alloc(58)
  bytes.write('RIFF', 0, 'latin1')
  bytes.writeUInt32LE(50 + length, 4)
  bytes.write('WAVEfmt ', 8, 'latin1')
  bytes.writeUInt32LE(18, 16)
  bytes.writeUInt16LE(7, 20)
  bytes.writeUInt16LE(1, 22)
  bytes.writeUInt32LE(servedRate, 24)
  bytes.writeUInt32LE(servedRate, 28)
  bytes.writeUInt16LE(1, 32)
  bytes.writeUInt16LE(8, 34)
  bytes.write('fact', 38, 'latin1')
  bytes.writeUInt32LE(4, 42)
  bytes.writeUInt32LE(length, 46)
  bytes.write('data', 50, 'latin1')
  bytes.writeUInt32LE(length, 54)
  return bytes
}
