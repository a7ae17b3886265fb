import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { cleanMp4 } from './audio-mp4.ts'
import { cleanOgg } from './audio-ogg.ts'
import { cleanWebm } from './audio-webm.ts'
import type { RefusedReason } from './evidence.ts'

export type Cleaned = Result<Buffer, RefusedReason>
export type AudioKind = 'mp3' | 'm4a' | 'ogg' | 'webm' | 'wav'

/**
 * A recording without what was written beside the sound: place, title, names, covers. The sound
 * itself is left as it is.
 */
export function cleanAudio(kind: AudioKind, bytes: Buffer): Cleaned {
  try {
    return cleaners[kind](bytes)
  } catch (error) {
    // Reading beyond the end: the file says that it is longer than it is.
    if (error instanceof RangeError) return refuse('broken')
    throw error
  }
}

const cleaners: Readonly<Record<AudioKind, (bytes: Buffer) => Cleaned>> = {
  mp3: cleanMp3,
  m4a: cleanMp4,
  ogg: cleanOgg,
  webm: cleanWebm,
  wav: cleanWav,
}

/** Only the frames: what stands before the first (ID3) and behind the last (ID3, APE) goes. */
function cleanMp3(bytes: Buffer): Cleaned {
  let at = 0
  while (bytes.toString('latin1', at, at + 3) === 'ID3') at += 10 + synchsafe(bytes, at + 6)
  const from = at
  let frames = 0
  for (let size = frameSize(bytes, at); size > 0; size = frameSize(bytes, at)) {
    at += size
    frames += 1
  }
  // One or two could stand in any file by chance.
  return frames < 3 ? refuse('broken') : ok(bytes.subarray(from, Math.min(at, bytes.length)))
}

const synchsafe = (bytes: Buffer, at: number): number =>
  [0, 1, 2, 3].reduce((sum, index) => sum * 128 + (bytes.readUInt8(at + index) & 0x7f), 0)

const bitrates = {
  first: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  second: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
} as const
const rates = [44_100, 48_000, 32_000] as const

/** Length of the layer III frame here; 0 where none begins. */
function frameSize(bytes: Buffer, at: number): number {
  if (at + 4 > bytes.length || (bytes.readUInt16BE(at) & 0xffe6) !== 0xffe2) return 0
  const version = (bytes.readUInt8(at + 1) >> 3) & 3
  const third = bytes.readUInt8(at + 2)
  const table = version === 3 ? bitrates.first : bitrates.second
  const bitrate = table[third >> 4] ?? 0
  const rate = rates[(third >> 2) & 3]
  if (version === 1 || bitrate === 0 || rate === undefined) return 0
  const perSecond = version === 3 ? rate : version === 2 ? rate / 2 : rate / 4
  const samples = version === 3 ? 144 : 72
  return Math.floor((samples * bitrate * 1000) / perSecond) + ((third >> 1) & 1)
}

/** Its format and its sound, in a file of their own. */
function cleanWav(bytes: Buffer): Cleaned {
  const kept: Buffer[] = []
  for (let at = 12; at + 8 <= bytes.length; ) {
    const name = bytes.toString('latin1', at, at + 4)
    const size = Math.min(bytes.readUInt32LE(at + 4), bytes.length - at - 8)
    if (name === 'fmt ' || name === 'data')
      kept.push(wavChunk(name, bytes.subarray(at + 8, at + 8 + size)))
    at += 8 + size + (size % 2)
  }
  if (kept.length !== 2) return refuse('broken')
  const body = Buffer.concat([Buffer.from('WAVE'), ...kept])
  return ok(wavChunk('RIFF', body))
}

function wavChunk(name: string, body: Buffer): Buffer {
  const head = Buffer.alloc(8, name, 'latin1')
  head.writeUInt32LE(body.length, 4)
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)])
}
