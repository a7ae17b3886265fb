import type { Id } from '../../../kernel/ids.ts'
import type { Money } from '../../../kernel/money.ts'

export type ComplaintId = Id<'complaint'>

/** The area of cases that the ministry itself handles; otherwise a province code. */
export const ministryArea = '00'

export const complaintStatuses = [
  'received',
  'registered',
  'agency-asked',
  'agency-answered',
  'in-conciliation',
  'not-settled',
  'performance',
  'waiting-elsewhere',
  'closure-proposed',
  'withdrawal-asked',
  'closed',
  'withdrawn',
  'kept-as-warning',
  'merged',
] as const
export type ComplaintStatus = (typeof complaintStatuses)[number]

/** How openly somebody complains, and so what may be done for her. */
export const opennesses = ['named', 'confidential', 'anonymous'] as const
export type Openness = (typeof opennesses)[number]

export const doors = ['web', 'assisted', 'paper', 'api', 'old-register'] as const
export type Door = (typeof doors)[number]

/** Who complains (dispute resolution guideline: worker, family or representative, alone or as a group). */
export const relations = ['worker', 'family', 'representative', 'group'] as const
export type Relation = (typeof relations)[number]

export const respondentKinds = ['agency', 'broker', 'employer', 'unknown'] as const
export type RespondentKind = (typeof respondentKinds)[number]

export const contactWays = ['phone', 'message', 'through-someone', 'none'] as const
export type ContactWay = (typeof contactWays)[number]

export const safeTimes = ['morning', 'midday', 'evening', 'night', 'sunday'] as const
export type SafeTime = (typeof safeTimes)[number]

export const askedBefore = ['nobody', 'agency', 'authority', 'other'] as const
export type AskedBefore = (typeof askedBefore)[number]

export const claimKinds = ['paid', 'owed', 'sought'] as const
export type ClaimKind = (typeof claimKinds)[number]
/** An open sum is null: it is not known yet, which is not zero. */
export type Claim = {
  readonly kind: ClaimKind
  readonly sum: Money | null
  readonly currency: Money['currency']
}

/** Why a case was closed although nobody confirmed that it is solved; counted publicly. */
export const closeReasons = [
  'cannot-be-reached',
  'not-proven',
  'not-our-matter',
  'answered-elsewhere',
  'other',
] as const
export type CloseReason = (typeof closeReasons)[number]

export type Complaint = {
  readonly id: ComplaintId
  readonly number: string
  readonly status: ComplaintStatus
  readonly version: number
  readonly openness: Openness
  readonly door: Door
  readonly area: string
  readonly officeId: string
  readonly ownerId: string | null
  readonly agencyId: string | null
  readonly receivedAt: Date
  readonly nextDueAt: Date | null
  /** The officer who gave out the digits that open it now; null for those of the receipt. */
  readonly secretBy: string | null
  /** On the protected track: it never meets the other side, and few see it. */
  readonly isProtected: boolean
  /** About an official or an office: hidden from that line of command. */
  readonly aboutOffice: boolean
  /** The body outside that answers for it, by its code; null while somebody inside does. */
  readonly outsideBody: string | null
}
