import { addDays, dayOf, startOfDay } from '../../../../kernel/days.ts'
import type { WorklistMoment } from '../../store/worklist-conditions.ts'

/** Now, and the legal day around it. */
export const momentOf = (now: Date): WorklistMoment => {
  const today = dayOf(now)
  return { now, today: startOfDay(today), tomorrow: startOfDay(addDays(today, 1)) }
}
