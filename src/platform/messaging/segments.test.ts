import { describe, expect, it } from 'vitest'
import { countSegments, segmentsOf } from './segments.ts'

describe('a text message', () => {
  it.each([
    ['', 0, [0]],
    ['a'.repeat(160), 0, [160]],
    ['a'.repeat(161), 0, [153, 8]],
    ['a'.repeat(306), 0, [153, 153]],
    // A sign behind an escape takes two, and is not cut.
    [`${'a'.repeat(152)}€${'a'.repeat(20)}`, 0, [152, 22]],
    ['ក'.repeat(70), 8, [140]],
    ['ក'.repeat(71), 8, [134, 8]],
    ['ក'.repeat(134), 8, [134, 134]],
    ['ក'.repeat(135), 8, [134, 134, 2]],
    // One Khmer sign makes the whole text UCS-2.
    [`${'a'.repeat(70)}ក`, 8, [134, 8]],
    // A sign of two units is not cut.
    [`${'ក'.repeat(66)}😀${'ក'.repeat(10)}`, 8, [132, 24]],
  ] as const)('%s goes in coding %i as %j bytes', (text, coding, lengths) => {
    const segments = segmentsOf(text)

    expect(segments.coding).toBe(coding)
    expect(segments.parts.map((part) => part.length)).toEqual(lengths)
  })

  it('is put together again from its parts', () => {
    const text = `ករណី 26-0000042-7 😀 ${'សូមមើល '.repeat(12)}`
    const whole = Buffer.concat(segmentsOf(text).parts).swap16().toString('utf16le')

    expect(whole).toBe(text)
    expect(countSegments(text)).toBe(2)
  })
})
