import { expect, it } from 'vitest'
import { codeInCell, dayInCell, partsOfCell } from './cells.ts'

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

it('knows a place by its code or its name in either language, and nothing else', () => {
  const places = [
    { code: '02', names: { km: 'បាត់ដំបង', en: 'Battambang' } },
    { code: '12', names: { km: 'ភ្នំពេញ', en: null } },
    { code: 'TH', names: { km: 'ថៃ', en: 'Battambang' } },
  ]
  const asked = ['Atlantis', '', '2', '០២', 'th', 'ភ្នំពេញ', 'battambang', 'battambang']
  expect(asked.map((text) => codeInCell(places, text))).toEqual([
    ...[null, null, '02', '02', 'TH', '12', '02', '02'],
  ])
  // Another list is another list.
  expect(codeInCell([{ code: 'TH', names: { km: null, en: 'Battambang' } }], 'battambang')).toBe(
    'TH',
  )
})
