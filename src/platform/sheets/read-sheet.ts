import { Readable } from 'node:stream'
import { parse } from 'csv-parse/sync'
import type exceljs from 'exceljs'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { zipEntries } from './zip-entries.ts'

/** One line of a sheet below its head. */
export type SheetRow = {
  /** As a spreadsheet counts: the head is mostly line 1. */
  readonly line: number
  /** What is shown in each column, as text; days as YYYY-MM-DD. */
  readonly cells: readonly string[]
  /** Columns, counted from 0, whose cell is a formula: what it yields proves nothing. */
  readonly formulas: readonly number[]
}
export type Sheet = { readonly head: readonly string[]; readonly rows: readonly SheetRow[] }
export type SheetRefusal =
  | 'no-sheet'
  | 'old-format'
  | 'macros'
  | 'too-large'
  | 'too-many-rows'
  | 'broken'
  | 'empty'

export type SheetLimits = { readonly rows: number; readonly unpackedBytes: number }

/** A table out of a file, by what the file is and not by its name: CSV in UTF-8, or XLSX. */
export async function readSheet(
  bytes: Buffer,
  limits: SheetLimits,
): Promise<Result<Sheet, SheetRefusal>> {
  if (bytes.length === 0) return refuse('empty')
  const lines = isZip(bytes) ? await readXlsx(bytes, limits) : readCsv(bytes, limits)
  if (!lines.ok) return lines
  const [head, ...rows] = lines.value.filter(({ cells }) => cells.some((cell) => cell !== ''))
  if (!head || rows.length === 0) return refuse('empty')
  return ok({ head: head.cells, rows })
}

type Lines = Result<SheetRow[], SheetRefusal>

const isZip = (bytes: Buffer): boolean => bytes.subarray(0, 4).equals(Buffer.from('PK\x03\x04'))
/** XLS, DOC and their like of before 2007. */
const isOldFormat = (bytes: Buffer): boolean => bytes.readUInt32BE(0) === 0xd0cf11e0

function readCsv(bytes: Buffer, limits: SheetLimits): Lines {
  if (bytes.length >= 4 && isOldFormat(bytes)) return refuse('old-format')
  const text = utf8Of(bytes)
  if (text === null) return refuse('no-sheet')
  try {
    const records = parse(text, {
      ...{ bom: true, delimiter: delimiterOf(text), relax_column_count: true, trim: true },
      ...{ info: true, to: limits.rows + 2, max_record_size: 100_000 },
    }) as unknown as { record: string[]; info: { lines: number } }[]
    if (records.length > limits.rows + 1) return refuse('too-many-rows')
    return ok(records.map(({ record, info }) => csvRow(record, info.lines)))
  } catch {
    return refuse('broken')
  }
}

/** A formula in CSV is only a text, until a spreadsheet opens it. */
const csvRow = (cells: readonly string[], line: number): SheetRow => ({
  line,
  cells,
  formulas: cells.flatMap((cell, column) => (/^[=@\t\r]/.test(cell) ? [column] : [])),
})

function utf8Of(bytes: Buffer): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return text.includes('\0') ? null : text
  } catch {
    return null
  }
}

/** Whichever stands most often in the first line. */
function delimiterOf(text: string): string {
  const [first = ''] = text.split('\n', 1)
  const counted = [',', ';', '\t'].map((sign) => [sign, first.split(sign).length] as const)
  return counted.reduce((most, next) => (next[1] > most[1] ? next : most))[0]
}

async function readXlsx(bytes: Buffer, limits: SheetLimits): Promise<Lines> {
  const entries = zipEntries(bytes, limits.unpackedBytes)
  if (typeof entries === 'string') return refuse(entries)
  const names = entries.map(({ name }) => name)
  if (!names.includes('xl/workbook.xml')) return refuse('no-sheet')
  if (names.some((name) => /vbaProject|\/macrosheets\//i.test(name))) return refuse('macros')
  try {
    return await firstSheet(bytes, limits)
  } catch {
    return refuse('broken')
  }
}

async function firstSheet(bytes: Buffer, limits: SheetLimits): Promise<Lines> {
  // Half a second to load, and seldom needed.
  const { default: library } = await import('exceljs')
  const reader = new library.stream.xlsx.WorkbookReader(Readable.from([bytes]), {
    ...{ worksheets: 'emit', sharedStrings: 'cache', styles: 'cache', hyperlinks: 'ignore' },
  })
  const rows: SheetRow[] = []
  for await (const sheet of reader) {
    for await (const row of sheet) {
      if (rows.length > limits.rows) return refuse('too-many-rows')
      rows.push(xlsxRow(row))
    }
    break
  }
  return ok(rows)
}

function xlsxRow(row: exceljs.Row): SheetRow {
  const cells: string[] = []
  const formulas: number[] = []
  row.eachCell({ includeEmpty: true }, (cell, column) => {
    cells[column - 1] = textOf(cell.value)
    if (isFormula(cell.value)) formulas.push(column - 1)
  })
  return { line: row.number, cells: Array.from(cells, (cell) => cell ?? ''), formulas }
}

const isFormula = (value: exceljs.CellValue): boolean =>
  typeof value === 'object' && value !== null && ('formula' in value || 'sharedFormula' in value)

function textOf(value: exceljs.CellValue): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (typeof value !== 'object') return String(value).trim()
  if ('richText' in value)
    return value.richText
      .map(({ text }) => text)
      .join('')
      .trim()
  if ('text' in value) return String(value.text).trim()
  return ''
}
