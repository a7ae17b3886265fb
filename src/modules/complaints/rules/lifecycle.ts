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
  'wait-elsewhere',
  'resume',
  'close-without-confirmation',
  'begin-conciliation',
  'settle',
  'fail-conciliation',
  'decide',
  'record-outcome',
  'close-by-confirmation',
  'record-late',
  'merge',
  'unmerge',
] as const
export type ComplaintAction = (typeof complaintActions)[number]

/** Taken only by a module that keeps with them what they rest on; no button and no door of ours. */
const byModules: readonly ComplaintAction[] = [
  'receive-agency-answer',
  'begin-conciliation',
  'settle',
  'fail-conciliation',
  'decide',
  'record-outcome',
  'close-by-confirmation',
  'record-late',
  'merge',
  'unmerge',
]

/** Taken by somebody at a case's page, or through the API. */
export const isByHand = (action: ComplaintAction): boolean => !byModules.includes(action)

export const handActions: readonly ComplaintAction[] = complaintActions.filter(isByHand)

/** A caseworker takes the same steps with the protected cases that she was given. */
const officers = ['complaints-officer', 'complaints-head', 'caseworker'] as const
/** Where officers work on the matter itself. */
const inHand = ['registered', 'agency-answered', 'not-settled', 'performance'] as const
const underWay = [
  ...['registered', 'agency-asked', 'agency-answered', 'in-conciliation', 'not-settled'],
  ...['performance', 'waiting-elsewhere', 'closure-proposed'],
] as readonly ComplaintStatus[]

// Prakas 249 asks that a complaint be dealt with; by what steps, nobody could read yet.
export const complaintLifecycle: Lifecycle<ComplaintStatus, ComplaintAction> = {
  initial: 'received',
  final: ['closed', 'withdrawn', 'kept-as-warning', 'merged'],
  steps: {
    register: { from: ['received'], to: 'registered', by: officers },
    'ask-agency': { from: inHand, to: 'agency-asked', by: officers },
    'receive-agency-answer': { from: ['agency-asked'], to: 'agency-answered', by: ['system'] },
    // An agency that stays silent holds nobody up.
    'go-on-without-answer': { from: ['agency-asked'], to: 'registered', by: officers },
    'propose-closure': { from: inHand, to: 'closure-proposed', by: officers },
    'agree-to-closure': { from: ['closure-proposed'], to: 'closed', by: ['complainant'] },
    'say-not-solved': {
      from: ['closure-proposed', 'closed'],
      to: 'registered',
      by: ['complainant'],
    },
    'close-with-consent': { from: ['closure-proposed'], to: 'closed', by: officers },
    'ask-withdrawal': {
      from: ['received', ...underWay],
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
    // A court, the police, an authority abroad: somebody here still owns it, with a day to look again.
    'wait-elsewhere': {
      from: [...inHand, 'agency-asked', 'in-conciliation', 'waiting-elsewhere'],
      to: 'waiting-elsewhere',
      by: officers,
    },
    resume: { from: ['waiting-elsewhere', 'performance'], to: 'registered', by: officers },
    'close-without-confirmation': { from: underWay, to: 'closed', by: officers },
    'begin-conciliation': {
      from: [...inHand, 'agency-asked'],
      to: 'in-conciliation',
      by: officers,
    },
    settle: { from: ['in-conciliation', 'performance'], to: 'performance', by: officers },
    'fail-conciliation': { from: ['in-conciliation'], to: 'not-settled', by: officers },
    decide: { from: [...inHand, 'waiting-elsewhere'], to: 'performance', by: officers },
    // What was settled or awarded elsewhere, or paid before anybody asked.
    'record-outcome': { from: underWay, to: 'performance', by: officers },
    'close-by-confirmation': {
      from: ['performance', 'closure-proposed'],
      to: 'closed',
      by: [...officers, 'complainant', 'system'],
    },
    'record-late': { from: ['received'], to: 'closed', by: officers },
    merge: { from: ['received', ...underWay], to: 'merged', by: officers },
    unmerge: { from: ['merged'], to: 'registered', by: officers },
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
  'wait-elsewhere': 'complaint.waiting-elsewhere',
  resume: 'complaint.resumed',
  'close-without-confirmation': 'complaint.closed-without-confirmation',
  'begin-conciliation': 'complaint.conciliation-begun',
  settle: 'complaint.settled',
  'fail-conciliation': 'complaint.not-settled',
  decide: 'complaint.decided',
  'record-outcome': 'complaint.outcome-recorded',
  'close-by-confirmation': 'complaint.closed-by-confirmation',
  'record-late': 'complaint.recorded-late',
  merge: 'complaint.merged',
  unmerge: 'complaint.unmerged',
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
  'wait-elsewhere': 'message',
  resume: 'message',
  'close-without-confirmation': 'message',
  'begin-conciliation': null,
  settle: null,
  'fail-conciliation': null,
  decide: null,
  'record-outcome': null,
  'close-by-confirmation': null,
  'record-late': null,
  merge: null,
  unmerge: null,
}

/**
 * Whether the action counts only with its words. A complainant owes nobody a reason; only what is
 * not solved has to be said, so that somebody can solve it.
 */
export const needsWords = (action: ComplaintAction, roles: readonly Role[]): boolean =>
  wordsOf[action] !== null && (!roles.includes('complainant') || action === 'say-not-solved')

export const isOpen = (status: ComplaintStatus): boolean =>
  !complaintLifecycle.final.includes(status)
