import type { Day } from '../../../kernel/days.ts'
import type { RemedyStatus } from './outcome.ts'

/** Who says whether it came, and how an officer heard it. */
export const sayers = ['herself', 'family', 'heir', 'collector', 'representative'] as const
export type Sayer = (typeof sayers)[number]
export const heardWays = ['by-phone', 'in-person', 'in-writing', 'at-pay-out'] as const
export type HeardWay = (typeof heardWays)[number]

export const cameAnswers = ['came', 'part', 'not'] as const
export type CameAnswer = (typeof cameAnswers)[number]

/** What was said about a payment: that it came, how much of it, or that it did not. */
export type PaymentWord = { readonly answer: CameAnswer; readonly minor: bigint | null }

/** By whose word: her own, given with her receipt, or what an officer heard from somebody. */
export type Heard = { readonly saidBy: Sayer; readonly how: HeardWay; readonly on: Day }

export type WordFault = 'not-a-sum' | 'more-than-paid' | 'said-in-the-future' | 'how-missing'

/** What is wrong with a word about a payment of so much. */
export function wordFault(
  { answer, minor }: PaymentWord,
  { paid, heard, isHers, today }: WordAround,
): WordFault | null {
  if (!isHers && heard === null) return 'how-missing'
  if (heard !== null && heard.on > today) return 'said-in-the-future'
  if (answer !== 'part') return null
  if (minor === null || minor <= 0n) return 'not-a-sum'
  return minor > paid ? 'more-than-paid' : null
}
type WordAround = {
  readonly paid: bigint
  readonly heard: Heard | null
  readonly isHers: boolean
  readonly today: Day
}

export type RemedyWordFault = 'not-open' | 'how-missing' | 'said-in-the-future'

/** What is wrong with a word about something that was to be done. */
export function remedyWordFault(
  status: RemedyStatus,
  { doneOn, heard, isHers, today }: Omit<WordAround, 'paid'> & { readonly doneOn: Day },
): RemedyWordFault | null {
  if (status !== 'due' && status !== 'reported') return 'not-open'
  if (!isHers && heard === null) return 'how-missing'
  const isAhead = doneOn > today || (heard !== null && heard.on > today)
  return isAhead ? 'said-in-the-future' : null
}
