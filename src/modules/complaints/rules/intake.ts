import type { Money } from '../../../kernel/money.ts'
import type {
  AskedBefore,
  ClaimKind,
  ContactWay,
  Door,
  Openness,
  Relation,
  RespondentKind,
  SafeTime,
} from './complaint.ts'

/** Everything that a first contact may say. What was not asked or not answered is null. */
export type NewComplaint = {
  readonly relation: Relation
  readonly people: number
  readonly openness: Openness
  readonly workerName: string | null
  /** Who complains, when it is not the worker herself. */
  readonly complainantName: string | null
  readonly way: ContactWay
  readonly contact: string | null
  readonly safeTimes: readonly SafeTime[]
  readonly prefersWoman: boolean
  readonly language: 'km' | 'en'
  readonly respondentKind: RespondentKind
  readonly agencyId: string | null
  readonly respondentWords: string | null
  readonly categories: readonly string[]
  readonly country: string | null
  readonly province: string | null
  /** "2026-03": people know the month, seldom the day. */
  readonly month: string | null
  readonly claims: readonly NewClaim[]
  readonly askedBefore: AskedBefore
  readonly askedAnswer: string | null
  readonly story: string | null
}
export type NewClaim = {
  readonly kind: ClaimKind
  readonly sum: Money | null
  readonly currency: Money['currency']
}

/** How it came in: by her own hand, or entered for her by somebody whose name is kept. */
export type Entry = {
  readonly door: Door
  readonly receivedAt: Date
  readonly helpedBy: string | null
  readonly paperNumber: string | null
}

/**
 * What an anonymous complaint must not hold, whatever was typed before she chose: no name and no
 * way to reach her is kept.
 */
export function withoutIdentity(complaint: NewComplaint): NewComplaint {
  if (complaint.openness !== 'anonymous') return complaint
  return {
    ...complaint,
    workerName: null,
    complainantName: null,
    way: 'none',
    contact: null,
    safeTimes: [],
    prefersWoman: false,
  }
}
