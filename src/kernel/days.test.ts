import { expect, it } from 'vitest'
import { addDays, type Day, dayOf, daysBetween, isDay, startOfDay, weekday } from './days.ts'

const day = (text: string) => text as Day

it('takes the day of Phnom Penh, which begins at five in the afternoon of Greenwich', () => {
  expect(dayOf(new Date('2026-11-20T16:59:59Z'))).toBe('2026-11-20')
  expect(dayOf(new Date('2026-11-20T17:00:00Z'))).toBe('2026-11-21')
  expect(startOfDay(day('2026-11-21'))).toEqual(new Date('2026-11-20T17:00:00Z'))
})

it.each([
  ['2026-02-28', true],
  ['2026-02-30', false],
  ['2024-02-29', true],
  ['2025-02-29', false],
  ['2026-13-01', false],
  ['2026-1-1', false],
  ['', false],
])('%s exists: %s', (text, exists) => {
  expect(isDay(text)).toBe(exists)
})

it('counts over months, years and leap days', () => {
  expect(addDays(day('2024-02-28'), 2)).toBe('2024-03-01')
  expect(addDays(day('2026-01-01'), -1)).toBe('2025-12-31')
  expect(daysBetween(day('2025-12-30'), day('2026-01-02'))).toBe(3)
  expect(daysBetween(day('2026-01-02'), day('2025-12-30'))).toBe(-3)
  expect(weekday(day('2026-11-22'))).toBe(0)
})
