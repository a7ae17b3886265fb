import { addDays, type Day } from '../../../kernel/days.ts'
import type { Id } from '../../../kernel/ids.ts'
import type { Lifecycle } from '../../../kernel/lifecycle.ts'
import type { Money } from '../../../kernel/money.ts'
import type { AppliedRule, Standing } from '../../law/index.ts'
import { type DepositId, depositKeeperRoles } from './deposit.ts'
import { drawSigners } from './draw.ts'
import type { GuaranteeId } from './guarantee.ts'

export type ReleaseId = Id<'deposit-release'>

/** How long after an agency closed its deposit is kept. */
export const releaseRule = 'deposit.release_days'

export const releaseStatuses = ['proposed', 'signed', 'executed', 'withdrawn', 'refused'] as const
export type ReleaseStatus = (typeof releaseStatuses)[number]
export const releaseActions = ['sign', 'countersign', 'withdraw', 'refuse'] as const
export type ReleaseAction = (typeof releaseActions)[number]

/** Proposed by one, signed by a second and a third, and thereby carried out: once. */
export const releaseLifecycle: Lifecycle<ReleaseStatus, ReleaseAction> = {
  initial: 'proposed',
  final: ['executed', 'withdrawn', 'refused'],
  steps: {
    sign: { from: ['proposed'], to: 'signed', by: drawSigners },
    countersign: { from: ['signed'], to: 'executed', by: drawSigners },
    withdraw: { from: ['proposed', 'signed'], to: 'withdrawn', by: depositKeeperRoles },
    refuse: { from: ['proposed', 'signed'], to: 'refused', by: drawSigners },
  },
}

export const releaseEventOf = {
  sign: 'deposit.release-signed',
  countersign: 'deposit.release-executed',
  withdraw: 'deposit.release-withdrawn',
  refuse: 'deposit.release-refused',
} as const satisfies Readonly<Record<ReleaseAction, string>>

export type Release = {
  readonly id: ReleaseId
  readonly depositId: DepositId
  readonly guaranteeId: GuaranteeId | null
  readonly minor: bigint
  readonly ground: 'closed' | 'excess'
  readonly closedOn: Day | null
  readonly ruleApplied: AppliedRule | null
  readonly standing: Standing
  readonly onDay: Day
  readonly reference: string
  readonly reason: string
  readonly status: ReleaseStatus
  readonly version: number
  readonly proposedBy: string
  readonly proposedAt: Date
  readonly firstSignedBy: string | null
  readonly firstSignedAt: Date | null
  readonly secondSignedBy: string | null
  readonly executedAt: Date | null
  readonly endedBy: string | null
  readonly endedAt: Date | null
  readonly endedReason: string | null
}

/** What speaks for and against giving back, on one day. */
export type ReleaseFacts = {
  /** Something is owed to a worker, or was paid and is not confirmed. */
  readonly owesAnything: boolean
  /** Something is claimed from it in a case that is open. */
  readonly claimsOpen: boolean
  readonly closedOn: Day | null
  /** The days of the rule; null while unknown: then only cleared liabilities count. */
  readonly termDays: number | null
  readonly minimum: Money | null
  /** What would be held afterwards in the currency of the minimum. */
  readonly heldAfter: bigint
  readonly today: Day
}
export type GroundRefusal = 'debts-open' | 'claims-open' | 'not-closed'

/**
 * On what ground it may be given back, or why not. Never while anything is owed. After the agency
 * closed: when nothing is claimed either, or the term has run. Before: what is held beyond the
 * minimum.
 */
export function groundOf(facts: ReleaseFacts): Release['ground'] | GroundRefusal {
  const { closedOn, termDays, minimum, heldAfter, today } = facts
  if (facts.owesAnything) return 'debts-open'
  if (closedOn !== null) {
    const termHasRun = termDays !== null && addDays(closedOn, termDays) < today
    return facts.claimsOpen && !termHasRun ? 'claims-open' : 'closed'
  }
  if (minimum === null || heldAfter < minimum.minor) return 'not-closed'
  return facts.claimsOpen ? 'claims-open' : 'excess'
}

export const isGround = (found: Release['ground'] | GroundRefusal): found is Release['ground'] =>
  found === 'closed' || found === 'excess'
