import { addDays, dayOf, startOfDay } from '../../kernel/days.ts'
import { isBackup } from './keep.ts'

const dayMs = 24 * 3_600_000
/** After a start there is enough to do. */
const settlingMs = 120_000

/** The next time that it is so late in Phnom Penh, after `now`. */
export function nextTime(at: string, now: Date): Date {
  const [hour, minute] = at.split(':').map(Number)
  const after = ((hour ?? 0) * 60 + (minute ?? 0)) * 60_000
  const today = new Date(startOfDay(dayOf(now)).getTime() + after)
  if (today > now) return today
  return new Date(startOfDay(addDays(dayOf(now), 1)).getTime() + after)
}

/** After a start: soon, where a night was missed or there was none yet. */
export function firstTime(at: string, names: readonly string[], now: Date): Date {
  const newest = names.filter(isBackup).sort().at(-1)
  const age = newest ? now.getTime() - momentOf(newest) : Number.POSITIVE_INFINITY
  const soon = new Date(now.getTime() + settlingMs)
  const next = nextTime(at, now)
  return age > dayMs && soon < next ? soon : next
}

/** `become-2026-11-01T190000Z.backup` */
const momentOf = (name: string): number =>
  Date.parse(name.slice(7, -7).replace(/T(..)(..)(..)Z/, 'T$1:$2:$3Z'))
