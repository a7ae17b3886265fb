import { addDays, dayOf, startOfDay, weekday } from '../../../kernel/days.ts'
import type { SafeHours } from './message.ts'

/** Hours of Phnom Penh; beyond 24 lies the next day. */
type Hours = { readonly from: number; readonly to: number; readonly on?: number }
const hours: Readonly<Record<SafeHours, Hours>> = {
  morning: { from: 6, to: 11 },
  midday: { from: 11, to: 14 },
  evening: { from: 17, to: 21 },
  night: { from: 21, to: 25 },
  sunday: { from: 7, to: 21, on: 0 },
}
/** Where any time is fine nobody is woken all the same. */
const daytime: Hours = { from: 7, to: 21 }

export type Span = { readonly from: Date; readonly until: Date }

const msPerHour = 3_600_000
/** What is sent at the very end of an hour would arrive after it. */
const leastLeft = 10 * 60_000

/**
 * When something may next be sent to somebody who named these hours: from now on where it is safe
 * now, and until when it then stays safe.
 */
export function nextSafe(at: Date, safe: readonly SafeHours[]): Span {
  const next = spansAround(at, safe).find(
    ({ until }) => until.getTime() - at.getTime() >= leastLeft,
  )
  if (!next) throw new Error('every week has a safe hour')
  return { from: next.from > at ? next.from : at, until: next.until }
}

export const isSafe = (at: Date, safe: readonly SafeHours[]): boolean =>
  nextSafe(at, safe).from.getTime() === at.getTime()

/** From yesterday, whose night goes on after midnight, to a week from now; neighbours joined. */
function spansAround(at: Date, safe: readonly SafeHours[]): Span[] {
  const named = safe.length === 0 ? [daytime] : safe.map((name) => hours[name])
  const today = dayOf(at)
  const days = Array.from({ length: 9 }, (_, index) => addDays(today, index - 1))
  const spans = days.flatMap((day) =>
    named
      .filter(({ on }) => on === undefined || on === weekday(day))
      .map(({ from, to }) => ({ from: hourOf(day, from), until: hourOf(day, to) })),
  )
  return joined(spans.toSorted((a, b) => a.from.getTime() - b.from.getTime()))
}

const hourOf = (day: Parameters<typeof startOfDay>[0], hour: number): Date =>
  new Date(startOfDay(day).getTime() + hour * msPerHour)

function joined(spans: readonly Span[]): Span[] {
  const all: Span[] = []
  for (const span of spans) {
    const last = all.at(-1)
    if (last && span.from <= last.until)
      all[all.length - 1] = { from: last.from, until: later(last.until, span.until) }
    else all.push(span)
  }
  return all
}

const later = (a: Date, b: Date): Date => (a > b ? a : b)
