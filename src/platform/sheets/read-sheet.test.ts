import { deflateRawSync } from 'node:zlib'
import exceljs from 'exceljs'
import { describe, expect, it } from 'vitest'
import { readSheet } from './read-sheet.ts'

const limits = { rows: 5, unpackedBytes: 2_000_000 }
const read = (bytes: Buffer | string) => readSheet(Buffer.from(bytes), limits)

async function aWorkbook(fill: (sheet: exceljs.Worksheet) => void): Promise<Buffer> {
  const book = new exceljs.Workbook()
  fill(book.addWorksheet('one'))
  return Buffer.from(await book.xlsx.writeBuffer())
}

/** An archive of one entry; `says` is the size that it claims to have. */
function aZip(name: string, content: Buffer, says = content.length): Buffer {
  const packed = deflateRawSync(content)
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(packed.length, 18)
  local.writeUInt32LE(says, 22)
  local.writeUInt16LE(name.length, 26)
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(8, 10)
  entry.writeUInt32LE(packed.length, 20)
  entry.writeUInt32LE(says, 24)
  entry.writeUInt16LE(name.length, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(30 + name.length + packed.length, 16)
  return Buffer.concat([local, Buffer.from(name), packed, entry, Buffer.from(name), end])
}

describe('a file that is no table', () => {
  it.each([
    ['nothing at all', Buffer.alloc(0), 'empty'],
    ['only a head', Buffer.from('a,b\n'), 'empty'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0xff]), 'no-sheet'],
    ['text with zeros in it', Buffer.from('a,b\n1,\0'), 'no-sheet'],
    ['a spreadsheet of before 2007', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'old-format'],
    ['an archive of something else', aZip('letter.docx', Buffer.from('x')), 'no-sheet'],
    ['an archive cut off', aZip('xl/workbook.xml', Buffer.from('x')).subarray(0, 40), 'broken'],
    ['a workbook without a sheet', aZip('xl/workbook.xml', Buffer.from('<no')), 'empty'],
    ['a quote never closed', Buffer.from('a,b\n"1,2\n3,4'), 'broken'],
  ])('is refused by what it is: %s', async (_what, bytes, refusal) => {
    expect(await read(bytes)).toEqual({ ok: false, refusal })
  })

  it('is not unpacked beyond the limit, whatever size it claims', async () => {
    const bomb = aZip('xl/workbook.xml', Buffer.alloc(50_000_000), 10)

    expect(bomb.length).toBeLessThan(100_000)
    expect(await read(bomb)).toEqual({ ok: false, refusal: 'too-large' })
  })

  it('is refused with macros in it', async () => {
    expect(await read(aZip('xl/vbaProject.bin', Buffer.from('x')))).toMatchObject({ ok: false })
    const book = await aWorkbook((sheet) => sheet.addRows([['a'], ['1']]))
    const at = book.indexOf('docProps/app.xml')
    const renamed = Buffer.from(
      book.toString('latin1').replaceAll('docProps/app.xml', 'x/vbaProject.bin'),
      'latin1',
    )

    expect(at).toBeGreaterThan(0)
    expect(await read(renamed)).toEqual({ ok: false, refusal: 'macros' })
  })

  it('is refused with more rows than are read', async () => {
    const six = Array.from({ length: 6 }, (_, row) => [`${row}`])

    expect(await read(`a\n${six.join('\n')}`)).toEqual({ ok: false, refusal: 'too-many-rows' })
    expect(await read(await aWorkbook((sheet) => sheet.addRows([['a'], ...six])))).toEqual({
      ok: false,
      refusal: 'too-many-rows',
    })
  })
})

describe('a table', () => {
  it.each([',', ';', '\t'])(
    'of CSV is read with its lines, Khmer and a mark before it: %j',
    async (sign) => {
      const text = `\uFEFFname${sign}phone\n\nស្វាយទុំ${sign}012 000 111\n"two\nlines"${sign}=1+1\n`

      expect(await read(text)).toEqual({
        ok: true,
        value: {
          head: ['name', 'phone'],
          rows: [
            { line: 3, cells: ['ស្វាយទុំ', '012 000 111'], formulas: [] },
            { line: 5, cells: ['two\nlines', '=1+1'], formulas: [1] },
          ],
        },
      })
    },
  )

  it('of XLSX is read as shown, with days as days and formulas marked', async () => {
    const bytes = await aWorkbook((sheet) => {
      sheet.addRow(['name', 'from', 'sum', 'link'])
      sheet.addRow([])
      sheet.addRow([
        { richText: [{ text: 'ស្វាយ' }, { text: 'ទុំ' }] },
        new Date('2026-02-03T00:00:00Z'),
        { formula: '1+1', result: 2 },
        { text: 'page', hyperlink: 'https://mango.example' },
      ])
      sheet.getCell('B3').numFmt = 'yyyy-mm-dd'
    })

    expect(await read(bytes)).toEqual({
      ok: true,
      value: {
        head: ['name', 'from', 'sum', 'link'],
        rows: [{ line: 3, cells: ['ស្វាយទុំ', '2026-02-03', '', 'page'], formulas: [2] }],
      },
    })
  })
})
