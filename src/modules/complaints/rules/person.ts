import type { Day } from '../../../kernel/days.ts'
import type { Id } from '../../../kernel/ids.ts'
import type { Currency } from '../../../kernel/money.ts'
import type { ComplaintId } from './complaint.ts'

export type CasePersonId = Id<'case-person'>
export type CasePartyId = Id<'case-party'>
export type CaseClaimId = Id<'case-claim'>

export const situations = ['at-home', 'abroad', 'missing', 'detained', 'dead', 'unknown'] as const
export type Situation = (typeof situations)[number]

export const sexes = ['female', 'male', 'other'] as const
export type Sex = (typeof sexes)[number]

/** Whether she wants to be part of the case: nobody is claimed for without being asked. */
export const joinings = ['not-asked', 'agreed', 'refused', 'not-reached'] as const
export type Joining = (typeof joinings)[number]

export const leavings = ['own-wish', 'settled-alone', 'own-case', 'entered-by-mistake'] as const
export type Leaving = (typeof leavings)[number]

/** One of those whom a case concerns, without name and contact: those are sealed. */
export type CasePerson = {
  readonly id: CasePersonId
  readonly complaintId: ComplaintId
  readonly position: number
  readonly sex: Sex | null
  /** Null where nobody knows. */
  readonly minor: boolean | null
  readonly situation: Situation
  readonly joins: Joining
  /** She agreed that the agency may learn her name. */
  readonly nameShown: boolean
  readonly receiptNumber: string | null
  readonly joinedAt: Date
  readonly leftAt: Date | null
  readonly leftWhy: Leaving | null
  readonly version: number
}

export const partyRoles = ['respondent', 'debtor', 'payer'] as const
export type PartyRole = (typeof partyRoles)[number]

export const partyKinds = [
  'agency',
  'affiliate',
  'broker',
  'employer',
  'destination-agency',
  'co-worker',
  'relative',
  'guarantor',
  'insurer',
  'scheme',
  'state',
  'sender',
  'official',
  'unknown',
] as const
export type PartyKind = (typeof partyKinds)[number]

/** Whose name it is under which somebody stands in a case. */
export const nameKinds = ['own', 'nickname', 'lent', 'imitated'] as const
export type NameKind = (typeof nameKinds)[number]

export const statementSources = [
  'worker',
  'family',
  'representative',
  'agency',
  'employer',
  'broker',
  'document',
  'authority',
  'organisation',
  'officer',
  'other',
] as const
export type StatementSource = (typeof statementSources)[number]

/** What a statement may be about; the value itself is words. */
export const statementFields = [
  'name',
  'age',
  'sex',
  'minor',
  'situation',
  'date',
  'place',
  'employer',
  'sum',
  'number-of-people',
  'case-closed',
  'other',
] as const
export type StatementField = (typeof statementFields)[number]

export const claimDirections = ['of-worker', 'against-worker'] as const
export type ClaimDirection = (typeof claimDirections)[number]

/** What a worker may claim; the last ones in kind. `sought` is the sum of the complaint itself. */
export const workerClaims = [
  'sought',
  'wages',
  'overtime',
  'overcharge',
  'fee-refund',
  'insurance',
  'injury',
  'death',
  'return-cost',
  'damages',
  'document',
  'deployment',
  'record',
  'other',
] as const
/** What may be claimed from her. */
export const counterClaims = [
  'advance',
  'loan',
  'exit-fee',
  'training-cost',
  'counter-claim',
  'other-debt',
] as const
export type PersonClaimKind = (typeof workerClaims)[number] | (typeof counterClaims)[number]
export const personClaimKinds: readonly PersonClaimKind[] = [...workerClaims, ...counterClaims]

export const claimStates = ['alleged', 'disputed', 'forbidden', 'cancelled', 'paid'] as const
export type ClaimState = (typeof claimStates)[number]

/** A claim of one person, or against her, without its words. */
export type CaseClaim = {
  readonly id: CaseClaimId
  readonly personId: CasePersonId
  readonly kind: PersonClaimKind
  readonly direction: ClaimDirection
  /** Null while the sum is open: not known, which is not zero. */
  readonly minor: bigint | null
  readonly currency: Currency | null
  /** "Half of the wages": one of two parts. */
  readonly share: number | null
  readonly shareOf: number | null
  readonly state: ClaimState
  readonly interest: string | null
  readonly aroseOn: Day | null
  readonly version: number
}

export const directionOf = (kind: PersonClaimKind): ClaimDirection =>
  counterClaims.some((each) => each === kind) ? 'against-worker' : 'of-worker'
