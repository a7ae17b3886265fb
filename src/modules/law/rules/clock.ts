import { addDays, type Day, dayOf, startOfDay } from '../../../kernel/days.ts'
import { addCalendarDays, addWorkingDays, type Calendar } from '../../places/index.ts'

export const clockUnits = ['hours', 'calendar-days', 'working-days'] as const
export type ClockUnit = (typeof clockUnits)[number]
export const isClockUnit = (unit: string): unit is ClockUnit =>
  clockUnits.some((each) => each === unit)

export type Term = { readonly value: number; readonly unit: ClockUnit }

export type Due = {
  readonly dueAt: Date
  /** True when a feast without a published day may push it back. */
  readonly uncertain: boolean
}

/**
 * When a term that starts now ends. Hours run on without a break. Days are counted from the day
 * after the start, and end with the last instant of the last day in Phnom Penh.
 */
export function dueAt(start: Date, term: Term, calendar: Calendar): Due {
  if (term.unit === 'hours')
    return { dueAt: new Date(start.getTime() + term.value * msPerHour), uncertain: false }
  const from = dayOf(start)
  const { day, uncertain } =
    term.unit === 'working-days'
      ? addWorkingDays(calendar, from, term.value)
      : addCalendarDays(from, term.value)
  return { dueAt: endOfDay(day), uncertain }
}

/** The last instant of a legal day, so that dayOf() of it is that day. */
export const endOfDay = (day: Day): Date => new Date(startOfDay(addDays(day, 1)).getTime() - 1)

const msPerHour = 3_600_000
