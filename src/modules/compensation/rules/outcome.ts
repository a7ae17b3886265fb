import type { Day } from '../../../kernel/days.ts'
import type { Id } from '../../../kernel/ids.ts'
import type { Money } from '../../../kernel/money.ts'
import type { Standing } from '../../law/index.ts'
import type { Party } from '../../ledger/index.ts'

export type OutcomeId = Id<'outcome'>
export type TermId = Id<'money-term'>
export type RemedyId = Id<'remedy'>

/** `proposal`: what would be a decision if a known rule let the ministry order it. */
export const outcomeKinds = [
  'settlement',
  'decision',
  'proposal',
  'award-elsewhere',
  'paid-already',
] as const
export type OutcomeKind = (typeof outcomeKinds)[number]

export const answers = ['accepted', 'refused', 'not-reached'] as const
export type Answer = (typeof answers)[number]

export const answerWays = [
  'thumbprint',
  'signature',
  'by-phone',
  'in-person',
  'in-writing',
] as const
export type AnswerWay = (typeof answerWays)[number]

/** What a person of the case says to an outcome; null where she was not reached. */
export type PersonAnswer = {
  readonly personId: string
  readonly answer: Answer
  readonly how: AnswerWay | null
  readonly on: Day | null
}

/** When it is paid: at once, in parts that share the sum, or again and again until something is done. */
export type Plan =
  | { readonly kind: 'once' }
  | { readonly kind: 'parts'; readonly parts: number; readonly everyMonths: number }
  | { readonly kind: 'until'; readonly until: string; readonly everyMonths: number }

/** A part of a sum that goes to somebody else of the case: an heir. */
export type Share = { readonly personId: string; readonly parts: number }

export type NewMoneyTerm = {
  readonly kind: 'money'
  readonly personId: string
  readonly debtor: Party
  /** Who pays in the debtor's place. */
  readonly payer: Party | null
  /** The whole sum; of a plan `until`, what is paid each time. */
  readonly money: Money
  /** The day of the first part. Of what was paid already, the day on which it was. */
  readonly dueOn: Day
  readonly plan: Plan
  /** Heirs who share; none where the person has it all. */
  readonly shares: readonly Share[]
  /** Who fetches the money with a power of attorney. */
  readonly collector: string | null
}

export const remedyKinds = [
  'document-returned',
  'deployment',
  'other-job',
  'changed-conditions',
  'return-home',
  'record-corrected',
  'other',
] as const
export type RemedyKind = (typeof remedyKinds)[number]

/** `agreed`: nobody is bound by it yet. `reported`: somebody says it was done, she has not. */
export type RemedyStatus = 'agreed' | 'due' | 'reported' | 'confirmed' | 'dropped'

export type NewRemedy = {
  readonly kind: 'remedy'
  readonly personId: string
  readonly remedy: RemedyKind
  readonly debtor: Party
  readonly dueOn: Day
  readonly words: string | null
}
export type NewTerm = NewMoneyTerm | NewRemedy

/** Why nothing more is owed by an outcome: an appeal changed it, or it was refused as proposed. */
export type EndedWhy = 'appeal' | 'refused'

/** What an outcome was found in: a meeting of the conciliation, a proceeding elsewhere. */
export type FoundIn = { readonly type: string; readonly id: string }

export type NewOutcome = {
  readonly kind: OutcomeKind
  readonly madeOn: Day
  /** On what it rests, in the officer's words: an article, a clause, who awarded it where. */
  readonly basis: string
  readonly foundIn: FoundIn | null
  /** Whom it concerns; nobody else of the case is bound or touched by it. */
  readonly persons: readonly PersonAnswer[]
  readonly terms: readonly NewTerm[]
}

/** Whether the ministry may order somebody to pay; and the days after which a due is reminded of. */
export const orderRule = 'remedy.order_authority'

/** A decision that no known rule allows is a proposal: it binds who accepts it. */
export const kindByRule = (kind: OutcomeKind, standing: Standing): OutcomeKind =>
  kind === 'decision' && standing === 'unknown' ? 'proposal' : kind

/** What was ordered or awarded holds also for whom nobody has reached; the rest by her yes only. */
export const isBound = (kind: OutcomeKind, answer: Answer): boolean =>
  answer === 'accepted' ||
  (answer === 'not-reached' && (kind === 'decision' || kind === 'award-elsewhere'))

/** What was paid before counts towards what is decided or agreed instead. */
export const takesCredit = (kind: OutcomeKind): boolean =>
  kind === 'settlement' || kind === 'decision' || kind === 'proposal'
