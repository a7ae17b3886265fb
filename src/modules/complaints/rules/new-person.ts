import type { Currency } from '../../../kernel/money.ts'
import type { Joining, PersonClaimKind, Sex, Situation } from './person.ts'

/** Somebody who is added to a case, as she was entered. What was not said is null. */
export type NewPerson = {
  readonly name: string
  readonly contact: string | null
  readonly sex: Sex | null
  readonly minor: boolean | null
  readonly situation: Situation
  readonly joins: Joining
  readonly claims: readonly NewPersonClaim[]
}
export type NewPersonClaim = {
  readonly kind: PersonClaimKind
  /** Null while the sum is open. */
  readonly minor: bigint | null
  readonly currency: Currency | null
}

/** As many persons as are taken at once. */
export const mostPersonsAtOnce = 1000
