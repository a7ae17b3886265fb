import { ok, type Result, refuse } from '../../../kernel/result.ts'

/** What stands about one person in one row, in the order of a sheet. */
export const sheetColumns = [
  'number',
  'name',
  'answer',
  'sum',
  'currency',
  'day',
  'collector',
  'heirs',
  'remedy',
] as const
export type SheetColumn = (typeof sheetColumns)[number]

/** One row as it was typed: a person may have several, one for each of her instalments. */
export type EntryRow = {
  /** The line of a sheet; null where the row is a row of the form. */
  readonly line: number | null
  /** The person's place in the case, as typed. */
  readonly number: string
  readonly cells: Readonly<Partial<Record<SheetColumn, string>>>
}

export type SheetFault = {
  readonly code: 'sheet-empty' | 'columns-unnamed' | 'number-column-missing' | 'too-many-cells'
  readonly line: number
}
type Head = {
  /** What the first line may call its columns, in small letters. */
  readonly words: ReadonlyMap<string, SheetColumn>
  /** The columns where the first line names none. */
  readonly unnamed: readonly SheetColumn[]
}

type Line = { readonly line: number; readonly cells: readonly string[] }
type Columns = readonly (SheetColumn | null)[]

/** A sheet out of a spreadsheet (tabs) or a file (commas, semicolons): one row a line. */
export function readSheet(text: string, head: Head): Result<EntryRow[], SheetFault> {
  const lines = text
    .split('\n')
    .map((raw, index) => ({ line: index + 1, cells: cellsOf(raw) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  const [first] = lines
  const named = first ? namesIn(first, head) : null
  const body = named ? lines.slice(1) : lines
  if (!first || body.length === 0) return refuse({ code: 'sheet-empty', line: first?.line ?? 1 })
  if (named && !named.includes('number'))
    return refuse({ code: 'number-column-missing', line: first.line })
  const columns = named ?? head.unnamed
  const tooLong = body.find(({ cells }) => cells.slice(columns.length).some((cell) => cell !== ''))
  if (tooLong)
    return refuse({ code: named ? 'too-many-cells' : 'columns-unnamed', line: tooLong.line })
  return ok(body.map((line) => rowOf(line, columns)))
}

/** The columns as the first line names them; null where it is a row itself. */
function namesIn({ cells }: Line, { words }: Head): Columns | null {
  if (/^\d+$/.test(cells[0] ?? '')) return null
  const named = cells.map((cell) => words.get(cell.toLowerCase()) ?? null)
  return named.some((column) => column !== null) ? named : null
}

function rowOf({ line, cells }: Line, columns: Columns): EntryRow {
  const named = columns.flatMap((column, at) => (column ? [[column, cells[at] ?? '']] : []))
  const { number = '', ...rest } = Object.fromEntries(named) as Partial<Record<SheetColumn, string>>
  return { line, number, cells: rest }
}

/** Whichever separator the line has; a space where it has none. */
function cellsOf(raw: string): string[] {
  const plain = /^\s*(\d{1,5})\s+([\d.,]+)\s*$/.exec(raw)
  const separator = ['\t', ';', ','].find((one) => raw.includes(one))
  const cells =
    !raw.includes('\t') && plain ? plain.slice(1) : separator ? split(raw, separator) : [raw]
  return cells.map((cell) => cell.trim())
}

/** With what stands between quotes as one cell. */
const split = (raw: string, separator: string): string[] =>
  [...raw.matchAll(separator === '\t' ? byTab : separator === ';' ? bySemicolon : byComma)].map(
    ([, quoted, plain]) => (quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"')),
  )
const byTab = /(?:^|\t)(?:"((?:[^"]|"")*)"(?=\t|\s*$)|([^\t]*))/g
const bySemicolon = /(?:^|;)(?:\s*"((?:[^"]|"")*)"\s*(?=;|$)|([^;]*))/g
const byComma = /(?:^|,)(?:\s*"((?:[^"]|"")*)"\s*(?=,|$)|([^,]*))/g
