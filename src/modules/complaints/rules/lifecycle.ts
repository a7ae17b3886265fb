import type { Lifecycle } from '../../../kernel/lifecycle.ts'
import type { ComplaintStatus } from './complaint.ts'

export const complaintActions = [
  'register',
  'ask-agency',
  'receive-agency-answer',
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

export const isOpen = (status: ComplaintStatus): boolean =>
  !complaintLifecycle.final.includes(status)
