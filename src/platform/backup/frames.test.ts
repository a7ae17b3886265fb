import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { archiveKey, frameBytes, openFrames, sealFrames } from './frames.ts'

const salt = randomBytes(32)
const key = archiveKey(randomBytes(32), salt)
const of = { key, header: Buffer.from('the header') }

async function* chunks(...parts: readonly Uint8Array[]) {
  yield* parts
}
async function all(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const part of source) parts.push(part)
  return Buffer.concat(parts)
}
const sealed = (...parts: readonly Uint8Array[]) => all(sealFrames(chunks(...parts), of))
const opened = (bytes: Uint8Array, by = of) => all(openFrames(chunks(bytes), by))

/** Each frame with its length before it. */
function framesOf(bytes: Buffer): Buffer[] {
  const frames: Buffer[] = []
  for (let at = 0; at < bytes.length; ) {
    const end = at + 4 + (bytes.readUInt32BE(at) & 0x7fffffff)
    frames.push(bytes.subarray(at, end))
    at = end
  }
  return frames
}

const threeFrames = () => randomBytes(2 * frameBytes + 1000)

describe('a sealed stream', () => {
  it('refuses to be cut off anywhere, between two frames too', async () => {
    const whole = await sealed(threeFrames())
    const frames = framesOf(whole)

    expect(frames).toHaveLength(3)
    for (const kept of [0, 1, 2])
      await expect(opened(Buffer.concat(frames.slice(0, kept)))).rejects.toThrow('ends too early')
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), async (length) => {
        await expect(opened(whole.subarray(0, length))).rejects.toThrow('damaged')
      }),
      { numRuns: 30 },
    )
  })

  it('refuses frames that were left out, moved, repeated or added', async () => {
    const [one, two, three] = framesOf(await sealed(threeFrames())) as [Buffer, Buffer, Buffer]
    const wrong = [
      [two, one, three],
      [one, three],
      [two, three],
      [one, one, two, three],
      [one, two, three, three],
      [one, two, three, Buffer.from('x')],
      [three],
    ]
    for (const frames of wrong)
      await expect(opened(Buffer.concat(frames))).rejects.toThrow('damaged')
  })

  it('refuses a frame of another archive under the same key', async () => {
    const other = { key: archiveKey(key, randomBytes(32)), header: of.header }
    const theirs = framesOf(await all(sealFrames(chunks(threeFrames()), other)))
    const ours = framesOf(await sealed(threeFrames()))

    const mixed = Buffer.concat([ours[0], theirs[1], ours[2]].map((each) => each as Buffer))
    await expect(opened(mixed)).rejects.toThrow('was changed')
  })

  it('refuses every bit that was changed', async () => {
    const whole = await sealed(Buffer.from('what people said of themselves'))
    for (let bit = 0; bit < whole.length * 8; bit++) {
      const changed = Buffer.from(whole)
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      await expect(opened(changed)).rejects.toThrow('damaged')
    }
  })

  it('refuses another key, and another header', async () => {
    const whole = await sealed(Buffer.from('words'))

    await expect(opened(whole, { ...of, key: randomBytes(32) })).rejects.toThrow('was changed')
    const header = Buffer.from('another header')
    await expect(opened(whole, { ...of, header })).rejects.toThrow('was changed')
  })

  it('gives back what was sealed, in whatever pieces it came', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 40 })), async (parts) => {
        expect(await opened(await sealed(...parts))).toEqual(Buffer.concat(parts))
      }),
      { numRuns: 50 },
    )
    for (const length of [0, 1, frameBytes - 1, frameBytes, frameBytes + 1, 3 * frameBytes]) {
      const bytes = randomBytes(length)
      expect((await opened(await sealed(bytes))).equals(bytes)).toBe(true)
    }
  })

  it('shows nothing of what it holds', async () => {
    expect((await sealed(Buffer.from('a name'.repeat(50)))).includes('a name')).toBe(false)
  })
})
