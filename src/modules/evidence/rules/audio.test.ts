import { describe, expect, it } from 'vitest'
import { anM4a, anMp3, anOgg, aWav, aWebm, oggSum } from '../testing/samples.ts'
import { type AudioKind, cleanAudio } from './audio.ts'

const samples: Readonly<Record<AudioKind, () => Buffer>> = {
  mp3: anMp3,
  m4a: anM4a,
  ogg: anOgg,
  webm: aWebm,
  wav: aWav,
}
const kinds = Object.keys(samples) as AudioKind[]

const cleaned = (kind: AudioKind, bytes: Buffer): Buffer => {
  const done = cleanAudio(kind, bytes)
  if (!done.ok) throw new Error(`${kind}: ${done.refusal}`)
  return done.value
}

describe('a recording', () => {
  it.each(kinds)('of kind %s that broke off in its head is refused as broken', (kind) => {
    expect(cleanAudio(kind, samples[kind]().subarray(0, 45))).toMatchObject({ ok: false })
    expect(cleanAudio(kind, Buffer.alloc(100))).toMatchObject({ ok: false })
    expect(cleanAudio(kind, Buffer.alloc(0))).toMatchObject({ ok: false })
  })

  it.each(['m4a', 'webm'] as const)('of kind %s with pictures is refused as a film', (kind) => {
    const film = kind === 'm4a' ? anM4a('vide') : aWebm(1)

    expect(cleanAudio(kind, film)).toEqual({ ok: false, refusal: 'video' })
  })

  it.each(kinds)('of kind %s is kept without name, title and place', (kind) => {
    expect(samples[kind]().toString('latin1')).toContain('Zxqv')

    const text = cleaned(kind, samples[kind]()).toString('latin1')

    for (const told of ['Zxqv', '11.5500', 'ID3', 'TAG', 'LIST']) expect(text).not.toContain(told)
  })

  it.each(['m4a', 'ogg', 'webm'] as const)(
    'of kind %s stays as long as it was, with its sound in its place',
    (kind) => {
      const before = samples[kind]()
      const after = cleaned(kind, before)

      expect(after.length).toBe(before.length)
      expect(after.subarray(-40)).toEqual(before.subarray(-40))
    },
  )

  it('of kind mp3 begins with its first frame and ends with its last', () => {
    const after = cleaned('mp3', anMp3())

    expect(after.length).toBe(4 * 417)
    expect(after.readUInt32BE(0)).toBe(0xfffb9000)
  })

  it('of kind wav is a file of its own again, of the right length', () => {
    const after = cleaned('wav', aWav())

    expect(after.readUInt32LE(4)).toBe(after.length - 8)
    expect(after.toString('latin1', 0, 16)).toMatch(/^RIFF....WAVEfmt $/s)
  })

  it('of kind ogg has the right sum on every page', () => {
    const after = cleaned('ogg', anOgg())
    const starts = [...after.toString('latin1').matchAll(/OggS/g)].map(({ index }) => index)

    expect(starts).toHaveLength(3)
    for (const [index, from] of starts.entries()) {
      const page = after.subarray(from, starts[index + 1])
      expect(page.readUInt32LE(22)).toBe(oggSum(page))
    }
  })
})
