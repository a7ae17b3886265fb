import { expect, it } from 'vitest'
import type { Column } from './importer.ts'
import { matchRows } from './rows.ts'

const columns: readonly Column[] = [
  { key: 'number', heads: ['licence number', 'លេខអាជ្ញាប័ណ្ណ'], required: true },
  { key: 'name', heads: ['name'], required: true },
  { key: 'phone', heads: ['phone'], required: false },
]
const row = (line: number, cells: string[], formulas: number[] = []) => ({ line, cells, formulas })
const problems = (head: string[], ...rows: ReturnType<typeof row>[]) =>
  matchRows(columns, { head, rows }).problems.map((found) =>
    found.kind === 'problem' ? [found.line, found.column, found.message.key] : found,
  )

it('names a head that is missing, unknown or there twice, and looks no further', () => {
  expect(problems(['name', 'Colour', 'NAME', ''], row(2, ['', 'x', '', '']))).toEqual([
    [1, 'licence number', 'imports.problem.column-missing'],
    [1, 'Colour', 'imports.problem.column-unknown'],
    [1, 'NAME', 'imports.problem.column-twice'],
  ])
})

it('names every empty cell that must not be, and every formula, by line and column', () => {
  const found = problems(
    ['Licence_Number', 'name', 'phone'],
    row(2, ['1', ' ', '']),
    row(4, ['', 'x']),
    row(5, ['2', 'y', '=1'], [2]),
    row(6, ['3', 'z', '', '', 'beyond']),
  )

  expect(found).toEqual([
    [6, null, 'imports.problem.too-many-cells'],
    [5, 'phone', 'imports.problem.formula'],
    [2, 'name', 'imports.problem.empty'],
    [4, 'licence number', 'imports.problem.empty'],
  ])
})

it('takes heads in either language, in any order, and empty cells as empty', () => {
  const { rows, problems: none } = matchRows(columns, {
    head: ['phone', 'លេខអាជ្ញាប័ណ្ណ', 'Name'],
    rows: [row(2, ['', ' 7 ', 'Mango'])],
  })

  expect(none).toEqual([])
  expect(rows).toEqual([{ line: 2, cells: { number: '7', name: 'Mango', phone: '' } }])
})
