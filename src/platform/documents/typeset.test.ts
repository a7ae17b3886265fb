import { describe, expect, it } from 'vitest'
import { type Day, startOfDay } from '../../kernel/days.ts'
import { khmerLunarDate, khmerSolarDate } from './khmer-date.ts'
import { printPublicAddress, shortAddress } from './public-address.ts'
import { qrSvg } from './qr.ts'
import type { LetterSheet } from './sheets.ts'
import { typeset } from './typeset.ts'
import { typesetApart } from './typeset-apart.ts'

const day = '2026-11-20' as Day
const at = startOfDay(day)

const aLetter = async (over: Partial<LetterSheet> = {}): Promise<LetterSheet> => ({
  lang: 'km',
  title: 'លិខិតគំរូ',
  motto: ['ព្រះរាជាណាចក្រកម្ពុជា', 'ជាតិ សាសនា ព្រះមហាក្សត្រ'],
  ministry: 'ក្រសួងការងារ និងបណ្តុះបណ្តាលវិជ្ជាជីវៈ',
  office: null,
  number: 'លេខ ០០០១/២៦',
  lines: [{ label: 'កម្មវត្ថុ', text: 'សាកល្បង' }],
  paragraphs: ['ក្រសួងបានទទួលពាក្យបណ្តឹងរបស់លោកអ្នកហើយ។ '.repeat(8)],
  thumbprints: [],
  dates: [khmerLunarDate(day), khmerSolarDate(day)],
  signer: { position: 'ប្រធាននាយកដ្ឋាន', name: null },
  verify: { qr: await qrSvg(shortAddress('/V', 'ABCD')), code: 'ABCD', text: 'ផ្ទៀងផ្ទាត់' },
  stamp: null,
  ...over,
})
const setAsLetter = async (over: Partial<LetterSheet> = {}) =>
  typeset({ form: 'letter', data: await aLetter(over) }, at)

describe('a letter that was set', () => {
  it('is PDF/A-2b: it says so, and brings its colours and fonts', async () => {
    const text = (await setAsLetter()).toString('latin1')

    expect(text.startsWith('%PDF-1.7')).toBe(true)
    expect(text).toContain('<pdfaid:part>2</pdfaid:part>')
    expect(text).toContain('<pdfaid:conformance>B</pdfaid:conformance>')
    expect(text).toContain('/OutputIntents')
    expect(text).toMatch(/\/FontFile[23] /)
    expect(text).not.toContain('/Encrypt')
  })

  it('is the same, byte for byte, when it is set again', async () => {
    expect((await setAsLetter()).equals(await setAsLetter())).toBe(true)
  })

  it('is the same from the thread beside, and what cannot be set fails there alone', async () => {
    const data = await aLetter()
    const wrong = { ...data, lines: null } as unknown as LetterSheet

    const [apart, failed] = await Promise.allSettled([
      typesetApart({ form: 'letter', data }, at),
      typesetApart({ form: 'letter', data: wrong }, at),
    ])

    expect(apart).toMatchObject({ status: 'fulfilled', value: await setAsLetter() })
    expect(failed.status).toBe('rejected')
  })

  it('takes words for words: what looks like a command is printed', async () => {
    const typed = '#read("/etc/passwd") $x$ *fett* <label> @ref \\ [a]'

    const pdf = await setAsLetter({ paragraphs: [typed], title: typed })

    expect(pdf.toString('latin1')).toContain('pdfaid')
  })

  it('goes over to a second page, and further', async () => {
    const pages = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length
    const paragraphs = Array.from({ length: 60 }, () => 'ពាក្យ '.repeat(60))

    expect(pages(await setAsLetter())).toBe(1)
    expect(pages(await setAsLetter({ paragraphs }))).toBeGreaterThan(2)
  })
})

describe('the dates of a letter', () => {
  it('are of both calendars', () => {
    expect(khmerSolarDate('2018-12-15' as Day)).toBe('ថ្ងៃទី១៥ ខែធ្នូ ឆ្នាំ២០១៨')
    expect(khmerLunarDate('2018-12-15' as Day)).toBe('ថ្ងៃសៅរ៍ ៨កើត ខែមិគសិរ ឆ្នាំច សំរឹទ្ធិស័ក ព.ស. ២៥៦២')
  })

  it('leave room for the hand where the lunar day is not sure', () => {
    expect(khmerLunarDate('2027-04-14' as Day)).toMatch(/^ថ្ងៃ\.{5,} ខែ\.{5,} ឆ្នាំ\.{5,}/)
  })
})

describe('the address in a QR code', () => {
  it('stands in capitals, which makes the code small', () => {
    printPublicAddress('https://become.example/')

    expect(shortAddress('/V', 'K7QX')).toBe('HTTPS://BECOME.EXAMPLE/V/K7QX')
  })
})
