import { addDays, type Day, dayOf, startOfDay, weekday } from '../../../kernel/days.ts'
import type { Random } from '../../../kernel/random.ts'
import { hoursFor, isOutsideOffice, type Journey, type Step } from './journeys.ts'

/** When each step of a case was taken, from its receipt on. */
export type Timing = {
  readonly receivedAt: Date
  readonly steps: readonly { readonly step: Step; readonly at: Date }[]
}
export type TimingFacts = {
  readonly random: Random
  readonly now: Date
  /** For a case whose clock ends today: when it must have been received. */
  readonly dueToday: Readonly<Record<NonNullable<Journey['endsToday']>, Date | null>>
}

const hourMs = 3_600_000
const minuteMs = 60_000

/** Lays a journey out in time: what is open stands at its last step now, the rest ended before. */
export function timeJourney(journey: Journey, facts: TimingFacts): Timing {
  const { random, now } = facts
  const pace = paceOf(random, journey)
  const gaps = journey.steps.map((step) => between(random, hoursFor[step]) * pace * hourMs)
  const whole = gaps.reduce((sum, gap) => sum + gap, 0)
  const latest = now.getTime() - sinceOf(random, journey) * hourMs
  const planned = dueReceipt(journey, facts) ?? latest - whole
  const isOpen = journey.since !== undefined || journey.endsToday !== undefined
  const receivedAt = new Date(isOpen ? planned : byDay(planned))
  const free = Math.min(now.getTime() - minuteMs, isOpen ? latest : Number.POSITIVE_INFINITY)
  let last = receivedAt.getTime()
  const steps = journey.steps.map((step, index) => {
    const wanted = last + Math.max(gaps[index] ?? 0, 2 * minuteMs)
    const kept = isOutsideOffice(step) ? wanted : inOfficeHours(wanted)
    // What would lie in the future came a little after the step before.
    last = kept <= free ? kept : last + (free - last) / (journey.steps.length - index + 1)
    return { step, at: new Date(last) }
  })
  return { receivedAt, steps }
}

const dueReceipt = (journey: Journey, { dueToday }: TimingFacts): number | null =>
  journey.endsToday ? (dueToday[journey.endsToday]?.getTime() ?? null) : null

/** Most are dealt with in time, some a little late, some very late. */
function paceOf(random: Random, { since }: Journey): number {
  if (since) return 0.5 + random.below(30) / 100
  const luck = random.below(100)
  if (luck < 58) return 0.7
  return luck < 85 ? 1.4 : 3
}

/** Finished cases end between two years and a week ago. */
const sinceOf = (random: Random, { since, endsToday }: Journey): number => {
  if (endsToday) return 0
  return since ? between(random, since) : 24 * (7 + random.below(700))
}

const between = (random: Random, [from, to]: readonly [number, number]): number =>
  from + ((to - from) * random.below(1000)) / 1000

/** People write at any hour between six in the morning and ten at night. */
function byDay(time: number): number {
  const day = dayOf(new Date(time))
  const hours = (time - startOfDay(day).getTime()) / hourMs
  return hours >= 6 && hours < 22 ? time : startOfDay(day).getTime() + (6 + (hours % 6)) * hourMs
}

/** Moves what falls on a night or a weekend to the next morning. */
function inOfficeHours(time: number): number {
  const day = dayOf(new Date(time))
  const hours = (time - startOfDay(day).getTime()) / hourMs
  if (hours < 8) return inOfficeHours(startOfDay(day).getTime() + (8 + (hours % 3)) * hourMs)
  const open = openDay(hours >= 17 ? addDays(day, 1) : day)
  if (open === day) return time
  return startOfDay(open).getTime() + (8 + (hours % 3)) * hourMs
}

const openDay = (day: Day): Day =>
  weekday(day) === 6 ? addDays(day, 2) : weekday(day) === 0 ? addDays(day, 1) : day
