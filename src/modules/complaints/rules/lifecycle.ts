import type { Role } from '../../../kernel/actor.ts'
import type { Lifecycle } from '../../../kernel/lifecycle.ts'
import type { ComplaintStatus } from './complaint.ts'

export const complaintActions = [
  'register',
  'ask-agency',
  'receive-agency-answer',
  'go-on-without-answer',
  'propose-closure',
  'agree-to-closure',
  'say-not-solved',
  'close-with-consent',
  'ask-withdrawal',
  'confirm-withdrawal',
  'continue',
  'keep-as-warning',
  'reopen',
] as const
export type ComplaintAction = (typeof complaintActions)[number]

const officers = ['complaints-officer', 'complaints-head'] as const

// Prakas 249 asks that a complaint be dealt with; by what steps, nobody could read yet. Conciliation,
// decision and payment come between `agency-answered` and `closure-proposed`.
export const complaintLifecycle: Lifecycle<ComplaintStatus, ComplaintAction> = {
  initial: 'received',
  final: ['closed', 'withdrawn', 'kept-as-warning'],
  steps: {
    register: { from: ['received'], to: 'registered', by: officers },
    'ask-agency': { from: ['registered', 'agency-answered'], to: 'agency-asked', by: officers },
    'receive-agency-answer': { from: ['agency-asked'], to: 'agency-answered', by: ['system'] },
    // An agency that stays silent holds nobody up.
    'go-on-without-answer': { from: ['agency-asked'], to: 'registered', by: officers },
    'propose-closure': {
      from: ['registered', 'agency-answered'],
      to: 'closure-proposed',
      by: officers,
    },
    'agree-to-closure': { from: ['closure-proposed'], to: 'closed', by: ['complainant'] },
    'say-not-solved': {
      from: ['closure-proposed', 'closed'],
      to: 'registered',
      by: ['complainant'],
    },
    'close-with-consent': { from: ['closure-proposed'], to: 'closed', by: officers },
    'ask-withdrawal': {
      from: ['received', 'registered', 'agency-asked', 'agency-answered', 'closure-proposed'],
      to: 'withdrawal-asked',
      by: ['complainant'],
    },
    'confirm-withdrawal': { from: ['withdrawal-asked'], to: 'withdrawn', by: officers },
    continue: { from: ['withdrawal-asked'], to: 'registered', by: [...officers, 'complainant'] },
    'keep-as-warning': {
      from: ['received', 'registered'],
      to: 'kept-as-warning',
      by: officers,
    },
    reopen: { from: ['closed', 'withdrawn', 'kept-as-warning'], to: 'registered', by: officers },
  },
}

/** What stands on the timeline once an action was taken. */
export const eventOf: Readonly<Record<ComplaintAction, string>> = {
  register: 'complaint.registered',
  'ask-agency': 'complaint.agency-asked',
  'receive-agency-answer': 'complaint.agency-answered',
  'go-on-without-answer': 'complaint.agency-silent',
  'propose-closure': 'complaint.closure-proposed',
  'agree-to-closure': 'complaint.closure-agreed',
  'say-not-solved': 'complaint.said-not-solved',
  'close-with-consent': 'complaint.closed-with-consent',
  'ask-withdrawal': 'complaint.withdrawal-asked',
  'confirm-withdrawal': 'complaint.withdrawn',
  continue: 'complaint.continued',
  'keep-as-warning': 'complaint.kept-as-warning',
  reopen: 'complaint.reopened',
}

/**
 * The words that go with an action: a message that both sides read, a note for officers only, or
 * the question put to the agency. None where the action says it all.
 */
export const wordsOf: Readonly<Record<ComplaintAction, 'message' | 'note' | 'question' | null>> = {
  register: null,
  'ask-agency': 'question',
  'receive-agency-answer': null,
  'go-on-without-answer': 'message',
  'propose-closure': 'message',
  'agree-to-closure': null,
  'say-not-solved': 'message',
  'close-with-consent': 'note',
  'ask-withdrawal': 'message',
  'confirm-withdrawal': 'note',
  continue: 'message',
  'keep-as-warning': 'note',
  reopen: 'note',
}

/**
 * Whether the action counts only with its words. A complainant owes nobody a reason; only what is
 * not solved has to be said, so that somebody can solve it.
 */
export const needsWords = (action: ComplaintAction, roles: readonly Role[]): boolean =>
  wordsOf[action] !== null && (!roles.includes('complainant') || action === 'say-not-solved')

export const isOpen = (status: ComplaintStatus): boolean =>
  !complaintLifecycle.final.includes(status)
