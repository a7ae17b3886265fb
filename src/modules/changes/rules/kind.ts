import type { Role } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/days.ts'
import type { Notice } from './first-day.ts'

/** A proposal as its kind is asked about it. */
export type Proposal<C> = { readonly content: C; readonly from: Day; readonly now: Date }

/** Whom a kind of change lets act, and how early it has to be public. */
export type KindTerms = {
  readonly code: string
  readonly proposers: readonly Role[]
  /** Who may be the second person. */
  readonly approvers: readonly Role[]
  readonly notice: Notice
}
