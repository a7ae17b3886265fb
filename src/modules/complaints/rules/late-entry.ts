import { type Day, dayOf } from '../../../kernel/days.ts'

export const lateHows = ['paid', 'in-kind', 'agreed-without-sum', 'advice', 'other'] as const
export type LateHow = (typeof lateHows)[number]
export const lateSources = ['worker', 'register', 'letter', 'agency', 'other'] as const
export type LateSource = (typeof lateSources)[number]

export type LateDays = { readonly receivedOn: Day; readonly solvedOn: Day }
export type LateRefusal = 'solved-before-received' | 'solved-in-the-future'

/** A late entry has its real days: it came before it was solved, and both lie behind us. */
export function checkLateDays({ receivedOn, solvedOn }: LateDays, now: Date): LateRefusal | null {
  if (solvedOn > dayOf(now)) return 'solved-in-the-future'
  return solvedOn < receivedOn ? 'solved-before-received' : null
}
