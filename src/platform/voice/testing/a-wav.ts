import { clipRate } from '../wav.ts'

/** A tone of so many seconds; `loud` 0 to 1. */
export function aWav(
  seconds: number,
  { rate = clipRate, channels = 1, bits = 16, loud = 0.5, format = 1, extra = '' } = {},
): Buffer {
  const samples = Math.floor(seconds * rate)
  const data = Buffer.alloc(samples * 2 * channels)
  for (let at = 0; at < samples * channels; at++)
    data.writeInt16LE(Math.round(Math.sin((at * 440 * 2 * Math.PI) / rate) * 32_000 * loud), at * 2)
  const head = Buffer.alloc(24)
  head.write('fmt ', 0, 'latin1')
  head.writeUInt32LE(16, 4)
  head.writeUInt16LE(format, 8)
  head.writeUInt16LE(channels, 10)
  head.writeUInt32LE(rate, 12)
  head.writeUInt32LE(rate * channels * 2, 16)
  head.writeUInt16LE(channels * 2, 20)
  head.writeUInt16LE(bits, 22)
  const part = (name: string, bytes: Buffer) => {
    const length = Buffer.alloc(4)
    length.writeUInt32LE(bytes.length)
    return Buffer.concat([Buffer.from(name, 'latin1'), length, bytes])
  }
  const body = Buffer.concat([
    Buffer.from('WAVE', 'latin1'),
    head,
    ...(extra === '' ? [] : [part('LIST', Buffer.from(extra))]),
    part('data', data),
  ])
  return part('RIFF', body)
}
