import { describe, expect, it } from 'vitest'
import { aWav } from './testing/a-wav.ts'
import { clipBytes, clipRate, joinClips, readClip } from './wav.ts'

describe('a clip', () => {
  it.each([
    ['something else', Buffer.from('x'.repeat(100)), 'no-wav'],
    ['only a head', aWav(1).subarray(0, 30), 'no-wav'],
    ['two channels', aWav(1, { channels: 2 }), 'other-format'],
    ['another rate', aWav(1, { rate: 44_100 }), 'other-format'],
    ['compressed', aWav(1, { format: 85 }), 'other-format'],
    ['longer than a sentence', aWav(21), 'too-long'],
    ['a click', aWav(0.1), 'too-short'],
    ['nothing said', aWav(1, { loud: 0.01 }), 'silent'],
  ])('is refused: %s', (_what, bytes, refusal) => {
    expect(readClip(bytes)).toEqual({ ok: false, refusal })
  })

  it('loses the silence around it and whatever else lies in the file', () => {
    const quiet = aWav(1, { loud: 0 }).subarray(44)
    const said = aWav(1, { extra: 'who recorded it, and where' })
    const tone = said.subarray(said.indexOf('data') + 8)
    const wav = Buffer.concat([aWav(3).subarray(0, 44), quiet, tone, quiet])

    const read = readClip(wav)

    expect(read.ok && read.value.seconds).toBe(3)
    expect(read.ok && read.value.samples.length / clipRate).toBeCloseTo(1.1, 1)
    const other = readClip(said)
    expect(other.ok && clipBytes(other.value).includes('recorded')).toBe(false)
  })
})

describe('clips one after the other', () => {
  it('are one file of a telephone’s sound, eight thousand bytes a second', () => {
    const clip = readClip(aWav(1))
    const bytes = clip.ok ? clipBytes(clip.value) : Buffer.alloc(0)

    const joined = joinClips([bytes, bytes])

    const length = joined.readUInt32LE(54)
    expect(joined.toString('latin1', 0, 16)).toMatch(/^RIFF....WAVEfmt /s)
    expect([joined.readUInt16LE(20), joined.readUInt32LE(24)]).toEqual([7, 8000])
    expect(joined.length).toBe(58 + length)
    expect(joined.readUInt32LE(4)).toBe(joined.length - 8)
    expect(length / 8000).toBeCloseTo(2.2, 1)
  })

  it('sound as the standard has it: silence, the loudest, and either sign', () => {
    const clip = Buffer.alloc(16)
    for (const [index, sample] of [0, 0, 32_635, 32_635, -32_635, -32_635, 100, 100].entries())
      clip.writeInt16LE(sample, index * 2)

    expect([...joinClips([clip]).subarray(58, 62)]).toEqual([0xff, 0x80, 0x00, 0xf2])
  })
})
