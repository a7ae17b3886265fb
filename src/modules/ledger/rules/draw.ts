import type { Role } from '../../../kernel/actor.ts'
import type { Id } from '../../../kernel/ids.ts'
import type { Lifecycle } from '../../../kernel/lifecycle.ts'
import type { Currency } from '../../../kernel/money.ts'
import type { AgencyId } from '../../agencies/index.ts'
import type { AppliedRule, Standing } from '../../law/index.ts'
import type { Rate } from './convert.ts'
import type { DepositId } from './deposit.ts'
import type { DueId } from './due.ts'

export type DrawOrderId = Id<'draw-order'>

/** Whether the ministry may order a draw, and who signs it: where unknown, the paper is a proposal. */
export const authorityRule = 'deposit.draw_authority'

export const drawStatuses = ['proposed', 'signed', 'executed', 'withdrawn', 'refused'] as const
export type DrawStatus = (typeof drawStatuses)[number]
export const drawActions = ['sign', 'countersign', 'withdraw', 'refuse'] as const
export type DrawAction = (typeof drawActions)[number]

export const drawProposers = [
  'complaints-officer',
  'complaints-head',
  'licensing-officer',
  'licensing-head',
] as const satisfies readonly Role[]
export const drawSigners = [
  'complaints-head',
  'licensing-head',
  'signatory',
] as const satisfies readonly Role[]

/** Proposed by one, signed by a second, signed by a third and thereby carried out: once. */
export const drawLifecycle: Lifecycle<DrawStatus, DrawAction> = {
  initial: 'proposed',
  final: ['executed', 'withdrawn', 'refused'],
  steps: {
    sign: { from: ['proposed'], to: 'signed', by: drawSigners },
    countersign: { from: ['signed'], to: 'executed', by: drawSigners },
    withdraw: { from: ['proposed', 'signed'], to: 'withdrawn', by: drawProposers },
    refuse: { from: ['proposed', 'signed'], to: 'refused', by: drawSigners },
  },
}

export const drawEventOf = {
  sign: 'draw.signed',
  countersign: 'draw.executed',
  withdraw: 'draw.withdrawn',
  refuse: 'draw.refused',
} as const satisfies Readonly<Record<DrawAction, string>>

/** What one due gets of a draw: its claim is what was owed of it when the draw was proposed. */
export type DrawnShare = {
  readonly dueId: DueId
  readonly claim: bigint
  readonly share: bigint
  /** What the share takes of the deposit, in its currency. */
  readonly cost: bigint
}

export type DrawOrder = {
  readonly id: DrawOrderId
  readonly number: string
  readonly agencyId: AgencyId
  readonly depositId: DepositId
  readonly currency: Currency
  readonly status: DrawStatus
  readonly version: number
  readonly ruleApplied: AppliedRule | null
  /** How sure it was, when it was proposed, that the ministry may order it. */
  readonly standing: Standing
  /** On what the officer rests it. */
  readonly basis: string
  /** What was owed of all its dues, what the deposit held, and what of it is drawn: in its currency. */
  readonly claimed: bigint
  readonly held: bigint
  readonly covered: bigint
  /** By which the sums of other currencies were reckoned. */
  readonly rates: readonly Rate[]
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

/** What the paper is called: an order only where a verified rule says that it is one. */
export const paperOf = ({ standing }: Pick<DrawOrder, 'standing'>): 'order' | 'proposal' =>
  standing === 'verified' ? 'order' : 'proposal'

/** Whoever proposed a draw takes it back; everybody else who may sign refuses it. */
export const mayWithdraw = (
  { proposedBy }: Pick<DrawOrder, 'proposedBy'>,
  personId: string,
): boolean => proposedBy === personId

export type SignatureRefusal = 'proposer-never-signs' | 'signed-already'

/** Three different persons: whoever proposed or signed it does not sign it (again). */
export function mayNotSign(
  { proposedBy, firstSignedBy }: Pick<DrawOrder, 'proposedBy' | 'firstSignedBy'>,
  personId: string,
): SignatureRefusal | null {
  if (proposedBy === personId) return 'proposer-never-signs'
  return firstSignedBy === personId ? 'signed-already' : null
}
