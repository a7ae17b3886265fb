import { dayOf, daysBetween } from '../../../kernel/days.ts'

/** How a due date stands now, in days: what a person would say of it. */
export type DueStanding =
  | { readonly kind: 'late'; readonly days: number }
  | { readonly kind: 'late-today' }
  | { readonly kind: 'today' }
  | { readonly kind: 'left'; readonly days: number }

export function dueStanding(dueAt: Date, now: Date): DueStanding {
  const days = daysBetween(dayOf(now), dayOf(dueAt))
  if (dueAt < now) return days === 0 ? { kind: 'late-today' } : { kind: 'late', days: -days }
  return days === 0 ? { kind: 'today' } : { kind: 'left', days }
}

/** From how many days left on something is due soon. */
const soonDays = 2

export const isLate = ({ kind }: DueStanding): boolean => kind === 'late' || kind === 'late-today'

export const isSoon = (standing: DueStanding): boolean =>
  standing.kind === 'today' || (standing.kind === 'left' && standing.days <= soonDays)
