import { describe, expect, it } from 'vitest'
import type { Day } from '../../kernel/days.ts'
import { csvRows, readPackFile } from '../../modules/places/index.ts'
import { lunarDay, visakBochea } from './khmer-lunar.ts'

const on = (day: string) => {
  const lunar = lunarDay(day as Day)
  return lunar && `${lunar.day} ${lunar.moon} ${lunar.month}`
}
const holidays = csvRows(readPackFile('holidays.csv')).filter(({ day }) => day)
const of = (code: string) => holidays.filter((row) => row.code === code).map((row) => row.day ?? '')

describe('the feasts that the ministry announced', () => {
  it.each(of('visak_bochea'))('%s is the full moon of Pisakh', (day) => {
    expect(on(day)).toBe('15 waxing pisakh')
  })
  it.each(of('royal_ploughing'))('%s is the fourth of the waning moon', (day) => {
    expect(on(day)).toMatch(/^4 waning (pisakh)$/)
  })
  it.each(of('pchum_ben'))('%s is at the end of Phatrabot', (day) => {
    expect(['14 waning phatrabot', '15 waning phatrabot', '1 waxing assuj']).toContain(on(day))
  })
  it.each(of('water_festival'))('%s is about the full moon of Kattik', (day) => {
    expect(['14 waxing kattik', '15 waxing kattik', '1 waning kattik']).toContain(on(day))
  })
  it('there are some to compare with', () => {
    expect(of('visak_bochea').length).toBeGreaterThanOrEqual(4)
  })
})

// From almanacs and from published examples of other programs.
it.each([
  ['2011-04-19', null, '1 waning cheit'],
  ['2018-12-15', 2562, '8 waxing migasir'],
  ['2022-11-11', 2566, '3 waning kattik'],
  ['2025-07-01', 2569, '6 waxing asadh'],
  ['2025-12-17', 2569, '12 waning migasir'],
  ['2023-08-27', 2567, '11 waxing srap'],
])('%s', (day, era, shown) => {
  expect(on(day)).toBe(shown)
  if (era) expect(lunarDay(day as Day)?.buddhistYear).toBe(era)
})
it.each([
  [2016, '2016-05-20'],
  [2017, '2017-05-10'],
  [2018, '2018-04-29'],
  [2019, '2019-05-18'],
  [2020, '2020-05-06'],
  [2021, '2021-04-26'],
])('Visak Bochea of %s fell on %s', (year, day) => {
  expect(visakBochea(year)).toBe(day)
})

it.each(['2026-04-12', '2026-04-18', '2010-12-31', '2036-01-01'])('leaves %s open', (day) => {
  expect(lunarDay(day as Day)).toBeNull()
})

it('names the animal and the stem of the year', () => {
  expect(lunarDay('2018-12-15' as Day)).toMatchObject({ animal: 10, stem: 0 })
  expect(lunarDay('2022-11-11' as Day)).toMatchObject({ animal: 2, stem: 4 })
  expect(lunarDay('2026-03-01' as Day)).toMatchObject({ animal: 5, stem: 7 })
})
