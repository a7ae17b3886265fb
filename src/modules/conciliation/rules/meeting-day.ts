import { type Day, dayOf } from '../../../kernel/days.ts'
import { addWorkingDays, type Calendar } from '../../places/index.ts'

export const noticeRule = 'conciliation.notice_days'
export const attemptsRule = 'complaint.conciliation_attempts'

export type MeetingDays = {
  /** The first day on which both sides had notice; null while no rule says how long that is. */
  readonly earliest: Day | null
  /** A feast without a published day may lie between. */
  readonly uncertain: boolean
}

/** From which working day on a meeting may be held that is fixed today. */
export function meetingDays(
  today: Day,
  { notice, calendar }: { readonly notice: number | null; readonly calendar: Calendar },
): MeetingDays {
  if (notice === null) return { earliest: null, uncertain: false }
  const { day, uncertain } = addWorkingDays(calendar, today, notice)
  return { earliest: day, uncertain }
}

export type DayRefusal = 'meeting-in-the-past' | 'meeting-too-soon' | 'meeting-on-a-free-day'

/** Whether a meeting may be fixed for this moment; null if so. */
export function refuseDay(
  meetsAt: Date,
  { now, days, calendar }: { now: Date; days: MeetingDays; calendar: Calendar },
): DayRefusal | null {
  if (meetsAt <= now) return 'meeting-in-the-past'
  const day = dayOf(meetsAt)
  // With zero days to add, a working day is itself.
  if (addWorkingDays(calendar, day, 0).day !== day) return 'meeting-on-a-free-day'
  return days.earliest !== null && day < days.earliest ? 'meeting-too-soon' : null
}
