/** A legal day: `YYYY-MM-DD` in Phnom Penh time. Text order is time order. */
export type Day = string & { readonly __day: true }

const msPerDay = 86_400_000
/** Phnom Penh is seven hours ahead all year. */
const msAhead = 7 * 3_600_000

/** The legal day on which an instant falls. */
export function dayOf(instant: Date): Day {
  const number = Math.floor((instant.getTime() + msAhead) / msPerDay)
  const known = days.get(number)
  if (known !== undefined) return known
  const day = new Date(number * msPerDay).toISOString().slice(0, 10) as Day
  days.set(number, day)
  return day
}

/** Every day that was asked for: lists ask for the same few thousands of times. */
const days = new Map<number, Day>()

/** True for a day that exists in the calendar, so not for 2026-02-30. */
export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

/** The first instant of a legal day. */
export const startOfDay = (day: Day): Date => new Date(`${day}T00:00:00+07:00`)

export const addDays = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * msPerDay).toISOString().slice(0, 10) as Day

/** Days from one to the other; negative when `to` lies before `from`. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / msPerDay)

/** 0 for Sunday to 6 for Saturday. */
export const weekday = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay()
