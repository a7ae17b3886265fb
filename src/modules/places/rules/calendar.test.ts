import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day } from '../../../kernel/days.ts'
import {
  addCalendarDays,
  addWorkingDays,
  isWorkingDay,
  makeCalendar,
  workingDaysBetween,
} from './calendar.ts'
import type { Holiday } from './place.ts'

const day = (text: string) => text as Day
const aHoliday = (text: string, code = 'feast'): Holiday => ({
  year: Number(text.slice(0, 4)),
  code,
  day: text.length === 4 ? null : day(text),
  standing: text.length === 4 ? 'unknown' : 'reported',
  source: 'test',
  names: { km: 'បុណ្យ', en: 'Feast' },
})
const mondayToFriday = [1, 2, 3, 4, 5]
// 2025-04-14 to 16 is Khmer New Year, Monday to Wednesday; of 2026 the feast has no day yet.
const calendar = makeCalendar(
  [
    aHoliday('2025-04-14', 'khmer_new_year'),
    aHoliday('2025-04-15', 'khmer_new_year'),
    aHoliday('2025-04-16', 'khmer_new_year'),
    aHoliday('2026-01-01', 'new_year'),
    aHoliday('2026', 'khmer_new_year'),
  ],
  mondayToFriday,
)

describe('a working day', () => {
  it.each([
    ['2025-04-11', true, 'a Friday'],
    ['2025-04-12', false, 'a Saturday'],
    ['2025-04-13', false, 'a Sunday'],
    ['2025-04-14', false, 'a Monday, Khmer New Year'],
    ['2025-04-17', true, 'the Thursday after the feast'],
  ])('%s is %s: %s', (text, working) => {
    expect(isWorkingDay(calendar, day(text))).toBe(working)
  })
})

describe('counting working days', () => {
  it.each([
    ['2025-04-09', 1, '2025-04-10', 'the next day'],
    ['2025-04-10', 1, '2025-04-11', 'to Friday'],
    ['2025-04-11', 1, '2025-04-17', 'over the weekend and the feast'],
    ['2025-04-11', 3, '2025-04-21', 'over the feast and another weekend'],
    ['2025-04-12', 1, '2025-04-17', 'from a Saturday'],
    ['2025-04-11', 0, '2025-04-11', 'none, on a working day'],
    ['2025-04-12', 0, '2025-04-17', 'none, on a day off: the next working day'],
  ])('from %s, %i working days end on %s: %s', (from, count, to) => {
    expect(addWorkingDays(calendar, day(from), count).day).toBe(to)
  })

  it.each([
    ['2025-12-22', 3, false, 'all in a year whose feasts are known'],
    ['2025-12-30', 3, true, 'into a year with a feast without a day'],
    ['2026-06-01', 3, true, 'in such a year'],
    ['2029-06-01', 3, true, 'in a year of which nothing was entered'],
  ])('from %s, %i days are uncertain: %s (%s)', (from, count, uncertain) => {
    expect(addWorkingDays(calendar, day(from), count).uncertain).toBe(uncertain)
  })

  it('is sure again as soon as the ministry enters the days of the feast', () => {
    const entered = makeCalendar(
      [aHoliday('2026', 'khmer_new_year'), aHoliday('2026-04-14', 'khmer_new_year')],
      mondayToFriday,
    )
    expect(addWorkingDays(entered, day('2026-06-01'), 3).uncertain).toBe(false)
  })

  it('refuses a calendar on which nobody ever works, and days that cannot be counted', () => {
    expect(() => makeCalendar([], [])).toThrow()
    expect(() => makeCalendar([], [7])).toThrow()
    for (const count of [-1, 1.5, Number.NaN])
      expect(() => addWorkingDays(calendar, day('2025-04-09'), count)).toThrow()
  })
})

describe('counting calendar days', () => {
  it('runs over feasts, month ends and the leap day, and is never uncertain', () => {
    expect(addCalendarDays(day('2025-04-11'), 10)).toEqual({ day: '2025-04-21', uncertain: false })
    expect(addCalendarDays(day('2028-02-25'), 5).day).toBe('2028-03-01')
    expect(addCalendarDays(day('2026-12-30'), 10).uncertain).toBe(false)
  })
})

describe('for every calendar', () => {
  const days = fc
    .date({ min: new Date('2022-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
    .map((date) => day(date.toISOString().slice(0, 10)))
  const calendars = fc
    .tuple(
      fc.array(
        days.map((each) => aHoliday(each)),
        { maxLength: 60 },
      ),
      fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 }),
    )
    .map(([holidays, weekdays]) => makeCalendar(holidays, weekdays))
  const counts = fc.integer({ min: 0, max: 60 })

  it('a term ends on a working day, and never before it began', () => {
    fc.assert(
      fc.property(calendars, days, counts, (each, from, count) => {
        const end = addWorkingDays(each, from, count).day
        expect(isWorkingDay(each, end)).toBe(true)
        expect(end >= from).toBe(true)
      }),
    )
  })

  it('exactly so many working days lie between the beginning and the end', () => {
    fc.assert(
      fc.property(
        calendars,
        days,
        counts.filter((count) => count > 0),
        (each, from, count) => {
          expect(workingDaysBetween(each, from, addWorkingDays(each, from, count).day)).toBe(count)
        },
      ),
    )
  })

  it('a longer term or a later beginning never ends earlier', () => {
    fc.assert(
      fc.property(calendars, days, counts, (each, from, count) => {
        const end = addWorkingDays(each, from, count).day
        expect(addWorkingDays(each, from, count + 1).day >= end).toBe(true)
        expect(addWorkingDays(each, addDays(from, 1), count).day >= end).toBe(true)
      }),
    )
  })
})
