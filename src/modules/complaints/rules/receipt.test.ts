import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  caseNumber,
  caseNumbersMeant,
  checkDigit,
  groupSecret,
  parseCaseNumber,
  secretDigits,
} from './receipt.ts'

const running = fc.bigInt({ min: 1n, max: 9_999_999n })
const year = fc.integer({ min: 2020, max: 2099 })

describe('a case number', () => {
  it('is read back however it was typed', () => {
    fc.assert(
      fc.property(year, running, (when, number) => {
        const written = caseNumber(when, number)
        const typed = written.replaceAll('-', ' ')

        expect(parseCaseNumber(typed)).toBe(written)
        expect(parseCaseNumber(` ${written.replaceAll('-', '')} `)).toBe(written)
      }),
    )
  })

  it('is not read with one wrong digit', () => {
    fc.assert(
      fc.property(
        ...([year, running, fc.nat({ max: 9 }), fc.integer({ min: 1, max: 9 })] as const),
        (when, number, place, shift) => {
          const digits = [...caseNumber(when, number).replaceAll('-', '')]
          digits[place] = String((Number(digits[place]) + shift) % 10)

          expect(parseCaseNumber(digits.join(''))).toBeNull()
        },
      ),
    )
  })

  it('is not read with two neighbours exchanged', () => {
    fc.assert(
      fc.property(year, running, fc.nat({ max: 8 }), (when, number, place) => {
        const digits = [...caseNumber(when, number).replaceAll('-', '')]
        const [a, b] = [digits[place] ?? '', digits[place + 1] ?? '']
        fc.pre(a !== b)
        digits.splice(place, 2, b, a)

        expect(parseCaseNumber(digits.join(''))).toBeNull()
      }),
    )
  })

  it('is not read when a digit is missing', () => {
    expect(parseCaseNumber('26-000042-7')).toBeNull()
    expect(parseCaseNumber('')).toBeNull()
  })

  it('goes on after the seventh digit of a year is used up', () => {
    const written = caseNumber(2026, 12_345_678n)

    expect(written).toMatch(/^26-12345678-\d$/)
    expect(parseCaseNumber(written)).toBe(written)
  })

  it('ends in a digit by which the whole comes to nothing', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{1,20}$/), (digits) => {
        expect(checkDigit(`${digits}${checkDigit(digits)}`)).toBe(0)
      }),
    )
  })
})

describe('the secret', () => {
  it('is spoken in three groups and keyed in any', () => {
    expect(groupSecret('4821077356')).toBe('4821 077 356')
    expect(secretDigits(' 4821-077 356.')).toBe('4821077356')
  })
})

describe('a part of a case number', () => {
  it.each([
    ['26-0000601', ['26-0000601-8']],
    ['26 0000601', ['26-0000601-8']],
    ['0000601', ['26-0000601-8', '25-0000601-']],
    ['601', ['26-0000601-8', '25-0000601-']],
    ['26-0000601-8', []],
    ['', []],
    ['my 601', []],
    ['12345678', []],
  ])('means whole numbers: %s', (typed, meant) => {
    const found = caseNumbersMeant(typed, 2026)

    expect(found.slice(0, meant.length).map((one, at) => one.startsWith(meant[at] ?? ''))).toEqual(
      meant.map(() => true),
    )
    expect(found.length === 0).toBe(meant.length === 0)
    expect(found.every((one) => parseCaseNumber(one) === one)).toBe(true)
  })
})
