import { expect, it } from 'vitest'
import { dayInCell, partsOfCell } from './cells.ts'

it.each([
  ['2026-02-03', '2026-02-03'],
  ['3/2/2026', '2026-02-03'],
  ['០៣.០២.២០២៦', '2026-02-03'],
  ['31/2/2026', null],
  ['2/2026', null],
  ['46056', null],
  ['', null],
])('reads a day in a cell, the day first: %s', (cell, day) => {
  expect(dayInCell(cell)).toBe(day)
})

it('takes the parts of a cell apart, each once', () => {
  expect(partsOfCell(' TH; MY\nTH ;;')).toEqual(['TH', 'MY'])
  expect(partsOfCell()).toEqual([])
})
