import { addDays, type Day } from '../../../kernel/days.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'

export type FirstDayRefusal = 'day-not-after-today' | 'day-in-the-past'

/** Whether a change may begin with the day of its approval, or is published before. */
export type Notice = 'same-day' | 'published-before'

/** Nobody is bound by what was not published the day before. Asked again when it is approved. */
export function checkFirstDay(
  from: Day,
  { notice, today }: { notice: Notice; today: Day },
): Result<Day, FirstDayRefusal> {
  if (notice === 'published-before' && from <= today) return refuse('day-not-after-today')
  return from < today ? refuse('day-in-the-past') : ok(from)
}

/** The first day that can still be chosen. */
export const earliestDay = (notice: Notice, today: Day): Day =>
  notice === 'published-before' ? addDays(today, 1) : today
