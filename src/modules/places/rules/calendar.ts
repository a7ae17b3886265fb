import { addDays, type Day, daysBetween, weekday } from '../../../kernel/days.ts'
import type { Holiday } from './place.ts'

/** When public offices work. */
export type Calendar = {
  /** 0 for Sunday to 6 for Saturday. */
  readonly workingWeekdays: ReadonlySet<number>
  readonly holidays: ReadonlySet<Day>
  /** The years of which every holiday has its day. */
  readonly knownYears: ReadonlySet<number>
}

export type CountedDay = {
  readonly day: Day
  /** True when a feast without a published day may lie between: the day may come later. */
  readonly uncertain: boolean
}

export function makeCalendar(
  holidays: readonly Holiday[],
  workingWeekdays: readonly number[],
): Calendar {
  if (!workingWeekdays.some((day) => day >= 0 && day <= 6))
    throw new Error('a calendar needs at least one working weekday')
  return {
    workingWeekdays: new Set(workingWeekdays),
    holidays: new Set(holidays.flatMap(({ day }) => (day === null ? [] : [day]))),
    knownYears: yearsFullyKnown(holidays),
  }
}

export const isWorkingDay = (calendar: Calendar, day: Day): boolean =>
  calendar.workingWeekdays.has(weekday(day)) && !calendar.holidays.has(day)

/** The last of so many working days after this day; with 0, this day or the next working one. */
export function addWorkingDays(calendar: Calendar, from: Day, count: number): CountedDay {
  checkCount(count)
  let day = from
  for (let left = count; left > 0; ) {
    day = addDays(day, 1)
    if (isWorkingDay(calendar, day)) left -= 1
  }
  while (!isWorkingDay(calendar, day)) day = addDays(day, 1)
  return { day, uncertain: crossesUnknownYear(calendar, from, day) }
}

/** Calendar days take no notice of holidays, so their end is never uncertain. */
export function addCalendarDays(from: Day, count: number): CountedDay {
  checkCount(count)
  return { day: addDays(from, count), uncertain: false }
}

/** How many working days lie after one day, up to and with the other; 0 when it lies before. */
export function workingDaysBetween(calendar: Calendar, from: Day, to: Day): number {
  let count = 0
  for (let left = daysBetween(from, to); left > 0; left -= 1) {
    if (isWorkingDay(calendar, addDays(from, left))) count += 1
  }
  return count
}

/** A feast that has a day in a year is known, also when another row of it still has none. */
function yearsFullyKnown(holidays: readonly Holiday[]): ReadonlySet<number> {
  const dated = new Set(holidays.filter(({ day }) => day !== null).map(feastOf))
  const years = new Set(holidays.map(({ year }) => year))
  for (const holiday of holidays) if (!dated.has(feastOf(holiday))) years.delete(holiday.year)
  return years
}
const feastOf = ({ year, code }: Holiday): string => `${year} ${code}`

function crossesUnknownYear(calendar: Calendar, from: Day, to: Day): boolean {
  for (let year = yearOf(from); year <= yearOf(to); year += 1) {
    if (!calendar.knownYears.has(year)) return true
  }
  return false
}
const yearOf = (day: Day): number => Number(day.slice(0, 4))

function checkCount(count: number): void {
  if (!Number.isInteger(count) || count < 0) throw new Error(`cannot count ${count} days`)
}
