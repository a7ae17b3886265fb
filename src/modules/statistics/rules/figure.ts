import type { Currency } from '../../../kernel/money.ts'

export const scopes = ['all', 'office', 'agency'] as const
export type Scope = (typeof scopes)[number]

export const measures = [
  'received',
  'door',
  'answered-in-time-percent',
  'closed',
  'closed-without-confirmation',
  'step-median-days',
  'step-ninth-decile-days',
  'sought',
  'awarded',
  'money-received',
  'remedies-agreed',
  'remedies-confirmed',
] as const
export type Measure = (typeof measures)[number]

/** One number that is published; null where it is hidden because it is small. */
export type Figure = {
  readonly scope: Scope
  /** Office or agency; null for the country, and for complaints about no agency of the register. */
  readonly scopeId: string | null
  readonly year: number
  readonly measure: Measure
  /** Of what: a door, a step, a sex, a kind. */
  readonly slice: string
  readonly currency: Currency | null
  readonly value: bigint | null
}
