import type { Day } from '../../../kernel/days.ts'
import type { Id } from '../../../kernel/ids.ts'
import type { ChangeStatus } from './lifecycle.ts'

export type ChangeId = Id<'change'>
type Names = { readonly km: string; readonly en: string }

/** One thing that the ministry changes: what, from when, why, and who waits for whom. */
export type Change = {
  readonly id: ChangeId
  /** A code of `src/change-kinds.ts`. */
  readonly kind: string
  /** What is changed, in the words of its kind, such as the key of a rule. */
  readonly subject: string
  readonly names: Names
  /** Parsed by its kind. */
  readonly content: unknown
  readonly status: ChangeStatus
  readonly version: number
  readonly inForceFrom: Day
  readonly reason: string
  readonly officeId: string
  readonly proposedBy: string
  readonly proposedAt: Date
  readonly approvedBy: string | null
  readonly approvedAt: Date | null
  readonly fromPool: boolean
  readonly signatureId: string | null
  /** Null also where the platform ended it. */
  readonly endedBy: string | null
  readonly endedAt: Date | null
  readonly endedReason: string | null
  readonly cameIntoForceAt: Date | null
}
