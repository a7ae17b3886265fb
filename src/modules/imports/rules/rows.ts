import type { Column, Finding, ImportRow } from './importer.ts'

/** A line whose papers nobody has looked for yet. */
export type MatchedRow = Omit<ImportRow, 'documents'>

/** Lines and columns of a file, before anybody knows what they mean. */
export type Lines = {
  readonly head: readonly string[]
  readonly rows: readonly {
    readonly line: number
    readonly cells: readonly string[]
    readonly formulas: readonly number[]
  }[]
}
export type MatchedRows = {
  readonly rows: readonly MatchedRow[]
  readonly problems: readonly Finding[]
}

/** Spreadsheets are exported with other capitals, spaces and underscores than were agreed. */
const plain = (head: string): string =>
  head
    .toLowerCase()
    .replace(/[\s_*.:-]+/g, ' ')
    .trim()

/** The lines by the keys of their columns, with a problem for every head and cell that cannot be used. */
export function matchRows(columns: readonly Column[], { head, rows }: Lines): MatchedRows {
  const places = head.map((text) => columnOf(columns, text))
  const problems = headProblems(columns, head, places)
  return {
    rows: rows.map(({ line, cells }) => ({ line, cells: cellsOf(columns, places, cells) })),
    problems: [
      ...problems,
      // One cell too many mostly means that all behind it stand one too far.
      ...rows
        .filter(({ cells }) => cells.slice(head.length).some((cell) => cell !== ''))
        .map(({ line }) => problem(line, { column: null, key: 'imports.problem.too-many-cells' })),
      ...rows.flatMap(({ line, formulas }) =>
        formulas.map((place) =>
          problem(line, { column: head[place] ?? null, key: 'imports.problem.formula' }),
        ),
      ),
      ...(problems.length > 0 ? [] : missingCells(columns, places, rows)),
    ],
  }
}

const columnOf = (columns: readonly Column[], text: string): Column | null =>
  columns.find(({ heads }) => heads.some((head) => plain(head) === plain(text))) ?? null

const cellsOf = (
  columns: readonly Column[],
  places: readonly (Column | null)[],
  cells: readonly string[],
): Record<string, string> =>
  Object.fromEntries(
    columns.map((column) => [column.key, (cells[places.indexOf(column)] ?? '').trim()]),
  )

function headProblems(
  columns: readonly Column[],
  head: readonly string[],
  places: readonly (Column | null)[],
): Finding[] {
  const of = (column: string | null, key: string) => problem(1, { column, key })
  return [
    ...columns
      .filter((column) => column.required && !places.includes(column))
      .map(({ heads }) => of(heads[0] ?? null, 'imports.problem.column-missing')),
    ...head.flatMap((text, place) => {
      if (text === '') return []
      const column = places[place]
      if (!column) return [of(text, 'imports.problem.column-unknown')]
      return places.indexOf(column) < place ? [of(text, 'imports.problem.column-twice')] : []
    }),
  ]
}

const missingCells = (
  columns: readonly Column[],
  places: readonly (Column | null)[],
  rows: Lines['rows'],
): Finding[] =>
  rows.flatMap(({ line, cells }) =>
    columns
      .filter((column) => column.required && (cells[places.indexOf(column)] ?? '').trim() === '')
      .map(({ heads }) =>
        problem(line, { column: heads[0] ?? null, key: 'imports.problem.empty' }),
      ),
  )

const problem = (
  line: number,
  { column, key }: { readonly column: string | null; readonly key: string },
): Finding => ({ kind: 'problem', line, subject: '', column, message: { key } })
