import type { Day } from '../../../kernel/days.ts'
import type { Id } from '../../../kernel/ids.ts'
import type { Money } from '../../../kernel/money.ts'
import type { AgencyId } from '../../agencies/index.ts'
import type { Source } from './account.ts'

export type DueId = Id<'due'>

/** Who owes or pays: an agency in any state of its licence, or another party of the case. */
export type Party =
  | { readonly kind: 'agency'; readonly id: AgencyId }
  | { readonly kind: 'party'; readonly id: string }

/** A sum that somebody has to pay to one person by a day. An instalment is a due of its own. */
export type NewDue = {
  readonly id: DueId
  /** The complaint: whoever sees it sees its dues. */
  readonly caseId: string
  /** The person of the case who is to have the money. */
  readonly beneficiaryId: string
  readonly debtor: Party
  readonly money: Money
  readonly dueOn: Day
  /** The term of a settlement or decision by which it is owed. */
  readonly source: Source
  /** What officers call it: the number of the case. Nothing personal. */
  readonly reference: string
}

/** How much of a due came: owed + paid + received is the sum, less what was cancelled. */
export type Due = NewDue & {
  readonly openedAt: Date
  readonly owed: bigint
  /** Somebody said that it was paid; the person has not. */
  readonly paid: bigint
  readonly received: bigint
}

export const dueStates = ['open', 'overdue', 'to-confirm', 'received', 'cancelled'] as const
export type DueState = (typeof dueStates)[number]

/** Where a due stands today. Overdue from the day after its last day, while anything is owed. */
export function stateOfDue(
  { owed, paid, received, dueOn }: Pick<Due, 'owed' | 'paid' | 'received' | 'dueOn'>,
  today: Day,
): DueState {
  if (owed > 0n) return dueOn < today ? 'overdue' : 'open'
  if (paid > 0n) return 'to-confirm'
  return received > 0n ? 'received' : 'cancelled'
}
