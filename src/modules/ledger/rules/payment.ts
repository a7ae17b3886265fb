import type { Day } from '../../../kernel/days.ts'
import type { Id } from '../../../kernel/ids.ts'
import type { DueId, Party } from './due.ts'

export type PaymentId = Id<'payment'>

/** The way that money took; `deposit` is a draw on the agency's deposit. */
export const channels = ['bank', 'wallet', 'cash', 'deposit', 'elsewhere'] as const
export type Channel = (typeof channels)[number]

/** `recorded`: somebody says it was paid. Only `confirmed` counts as received. */
export type PaymentStatus = 'recorded' | 'confirmed' | 'rejected'

/** By whose word a payment came or did not: the person's, or an officer's who noted how. */
export type SettledHow = 'by-beneficiary' | 'by-officer'

export type NewPayment = {
  readonly id: PaymentId
  readonly dueId: DueId
  /** For whom the payer says it was: has to be whom the due is for. */
  readonly beneficiaryId: string
  /** In minor units of the due's currency. */
  readonly minor: bigint
  readonly paidOn: Day
  readonly channel: Exclude<Channel, 'deposit'>
  /** Who paid, where it was not the debtor. */
  readonly payer: Party | null
  /** The number of the slip. */
  readonly reference: string | null
  readonly evidenceId: string | null
}

export type Payment = Omit<NewPayment, 'beneficiaryId' | 'channel'> & {
  readonly channel: Channel
  readonly orderId: string | null
  readonly status: PaymentStatus
  readonly recordedAt: Date
  readonly recordedBy: string
  readonly settledAt: Date | null
  readonly settledBy: string | null
  readonly settledHow: SettledHow | null
}
