import { addDays, type Day, daysBetween } from '../../../../kernel/days.ts'
import { type Fraction, fraction } from './fraction.ts'
import type { LawOfDays } from './law-of-days.ts'

/** Days within one month on which the same law holds. */
export type Stretch = { readonly from: Day; readonly to: Day }

/** A period cut where a month or the law turns: within a piece, every day counts the same. */
export function stretchesOf(from: Day, to: Day, law: LawOfDays): readonly Stretch[] {
  const starts = new Set<Day>(law.changesIn(from, to))
  for (let month = nextMonth(from); month <= to; month = nextMonth(month)) starts.add(month)
  const sorted = [...starts].sort()
  return sorted.map((start, index) => {
    const next = sorted[index + 1]
    return { from: start, to: next ? addDays(next, -1) : to }
  })
}

export const daysIn = ({ from, to }: Stretch): number => daysBetween(from, to) + 1

/** How much of its month a stretch is. */
export const monthPart = (stretch: Stretch): Fraction =>
  fraction(BigInt(daysIn(stretch)), BigInt(daysInMonth(stretch.from)))

function nextMonth(day: Day): Day {
  const first = `${day.slice(0, 7)}-01` as Day
  return `${addDays(first, 31).slice(0, 7)}-01` as Day
}

const daysInMonth = (day: Day): number =>
  daysBetween(`${day.slice(0, 7)}-01` as Day, nextMonth(day))
