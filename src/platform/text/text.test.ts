import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanLine, cleanText, latinDigits } from './clean.ts'
import { pageKey } from './page-key.ts'
import { phoneKey, phoneKeys } from './phone.ts'
import { nameKey, searchKey } from './search-key.ts'

const hidden = [
  '\u200b',
  '\u200d',
  '\u202e',
  '\u2066',
  '\ufeff',
  '\u0000',
  '\u0007',
  '\u00ad',
  '\u{e0041}',
  '\ud800',
]
const anyText = fc.string({ unit: 'binary', maxLength: 300 })
const khmer = fc.string({
  unit: fc.integer({ min: 0x1780, max: 0x17d3 }).map((code) => String.fromCodePoint(code)),
  maxLength: 40,
})

describe('cleaning what somebody typed', () => {
  it('removes every mark that nobody sees', () => {
    expect(cleanLine(`a${hidden.join('')}b`)).toBe('ab')
    expect(cleanText(`a${hidden.join('')}b`)).toBe('ab')
  })

  it('keeps one zero-width space between Khmer words, and none elsewhere', () => {
    expect(cleanText('ខ្ញុំ\u200b\u200bទៅ\u200b a\u200bb')).toBe('ខ្ញុំ\u200bទៅ ab')
    expect(cleanLine('ខ្ញុំ\u200bទៅ')).toBe('ខ្ញុំទៅ')
  })

  it('keeps lines, and no more than one empty line between them', () => {
    expect(cleanText(' one \r\n two\r\r\n\n\n three\t3 \n')).toBe('one\ntwo\n\nthree 3')
  })

  it('does nothing to a text that is clean', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(cleanText(cleanText(text))).toBe(cleanText(text))
        expect(cleanLine(cleanLine(text))).toBe(cleanLine(text))
      }),
    )
  })

  it('leaves nothing that the database refuses or that turns words round', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(cleanText(text)).not.toMatch(/(?!\n)[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u)
      }),
    )
  })

  it('keeps emoji and right-to-left words', () => {
    expect(cleanLine('ឈឺ 😢 مرحبا')).toBe('ឈឺ 😢 مرحبا')
  })
})

describe('digits', () => {
  it('reads Khmer, Thai and full-width digits', () => {
    expect(latinDigits('០១២៣៤៥៦៧៨៩ ๐๙ １２')).toBe('0123456789 09 12')
  })

  it('changes nothing else', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(latinDigits(text).replace(/\d/g, '#').length).toBe(text.length)
      }),
    )
  })
})

describe('the key of a name', () => {
  it.each([
    ['Golden  Mango', 'GOLDEN-MANGO'],
    ['Golden Mango Co., Ltd.', 'Golden Mango'],
    ['ក្រុមហ៊ុន ស្វាយ\u200bមាស', 'ស្វាយមាស'],
    ['Café Mangue', 'Cafe Mangue'],
    ['ខែ្មរ', 'ខ្មែរ'],
    ['ស្វាយ ២៤', 'ស្វាយ 24'],
  ])('is the same for %s and %s', (one, other) => {
    expect(nameKey(one)).toBe(nameKey(other))
  })

  it.each([
    ['Golden Mango', 'Golden Mangos'],
    ['Golden Mango', 'G\u043elden Mango'],
    ['ស្វាយមាស', 'ស្វាយមាស់'],
    ['ស្វាយមាស', 'Svay Meas'],
    ['Golden Mango', 'Golden Mango 2'],
  ])('is not the same for %s and %s', (one, other) => {
    expect(nameKey(one)).not.toBe(nameKey(other))
  })

  it('does not change with marks that nobody sees', () => {
    fc.assert(
      fc.property(khmer, fc.nat(40), fc.constantFrom(...hidden.slice(0, 9)), (name, at, mark) => {
        expect(nameKey(name.slice(0, at) + mark + name.slice(at))).toBe(nameKey(name))
      }),
    )
  })

  it('still says something of a name made of a legal form only', () => {
    expect(nameKey('Company Group')).not.toBe('')
  })
})

describe('the key by which names are found', () => {
  it.each([
    ['Phnom Penh', 'Pnum Pén'],
    ['Rumduol', 'Romdoul'],
    ['Chamkar Svay', 'Chamka  Svai'],
    ['Preah Vihear', 'Prah Vihea'],
    ['ស្វាយមាស', 'Svay Meas'],
    ['រំដួល', 'Rumdul'],
  ])('brings %s near %s', (one, other) => {
    expect(nearness(searchKey(one), searchKey(other))).toBeGreaterThan(0.3)
  })

  it('is plain Latin letters and digits, however long the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(searchKey(text)).toMatch(/^[a-z0-9]*$/)
      }),
    )
    expect(searchKey('ស'.repeat(100_000)).length).toBeLessThan(1_000)
  })
})

describe('telephone numbers', () => {
  it.each([
    ['012 345 678', '+85512345678'],
    ['០១២ ៣៤៥ ៦៧៨', '+85512345678'],
    ['+855 (0)12-345-678', '+85512345678'],
    ['85512345678', '+85512345678'],
    ['00855 12 345 678', '+85512345678'],
    ['096 123 4567', '+855961234567'],
    ['+66 81 234 5678', '+66812345678'],
    ['+60 12-345 6789', '+60123456789'],
  ])('reads %s', (typed, key) => {
    expect(phoneKey(typed)).toBe(key)
  })

  it.each([
    '',
    'call me',
    '12',
    '1'.repeat(100_000),
    "'; drop table agency",
    '12.5.2026 at 8',
    '<b>012345678</b>',
  ])('takes no number from wrong text %#', (typed) => {
    expect(phoneKey(typed)).toBeNull()
  })

  it('names every country that a local number may belong to', () => {
    expect(phoneKeys('081 234 5678')).toContain('+66812345678')
  })
})

describe('page addresses', () => {
  it.each([
    ['https://www.facebook.com/GoldenMango/?ref=page', 'facebook.com/goldenmango'],
    ['m.facebook.com/goldenmango/posts/12', 'facebook.com/goldenmango'],
    ['fb.com/GoldenMango', 'facebook.com/goldenmango'],
    ['https://km-kh.facebook.com/profile.php?id=100012', 'facebook.com/100012'],
    ['https://www.facebook.com/people/Golden-Mango/100012/', 'facebook.com/100012'],
    ['@goldenmango', 't.me/goldenmango'],
    ['telegram.me/GoldenMango', 't.me/goldenmango'],
    ['https://www.tiktok.com/@goldenmango/video/9', 'tiktok.com/goldenmango'],
    ['HTTP://WWW.Golden-Mango.example/contact', 'golden-mango.example'],
  ])('reads %s', (typed, key) => {
    expect(pageKey(typed)).toBe(key)
  })

  it.each(['', 'Golden Mango', 'facebook.com', '10.0.0.1', 'a@b.example', 'javascript:alert(1)'])(
    'takes no page from %s',
    (typed) => {
      expect(pageKey(typed)).toBeNull()
    },
  )

  it('never throws', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        pageKey(text)
        pageKey(`https://facebook.com/${text}`)
        phoneKey(text)
      }),
    )
  })
})

function nearness(one: string, other: string): number {
  const [a, b] = [trigrams(one), trigrams(other)]
  const shared = [...a].filter((part) => b.has(part)).length
  return shared / (a.size + b.size - shared)
}

const trigrams = (text: string): Set<string> =>
  new Set(
    text.split(' ').flatMap((word) => {
      const padded = `  ${word} `
      return [...padded.slice(2)].map((_, at) => padded.slice(at, at + 3))
    }),
  )
