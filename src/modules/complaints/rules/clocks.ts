import type { ClockPlan } from '../../casework/index.ts'
import type { ComplaintStatus } from './complaint.ts'

export const complaintClocks = [
  'first-answer',
  'resolve',
  'agency-answer',
  'performance',
  'elsewhere',
] as const
export type ComplaintClock = (typeof complaintClocks)[number]

/**
 * Which clocks run in which status. The ten days of Prakas 249 run from receipt until the end,
 * whatever happens in between, until an outcome is recorded; while a proceeding elsewhere decides they
 * stand still. The others belong to one stage. Where nothing else runs, a day to look again does.
 */
export const complaintClockPlan: ClockPlan<ComplaintStatus, ComplaintClock> = {
  rules: {
    'first-answer': 'complaint.first_answer_hours',
    resolve: 'complaint.resolve_days',
    'agency-answer': 'complaint.agency_answer_days',
    performance: 'complaint.performance_review_days',
    elsewhere: 'complaint.elsewhere_review_days',
  },
  running: {
    received: ['first-answer', 'resolve'],
    registered: ['resolve'],
    'agency-asked': ['agency-answer', 'resolve'],
    'agency-answered': ['resolve'],
    'in-conciliation': ['resolve'],
    'not-settled': ['resolve'],
    performance: ['performance'],
    'waiting-elsewhere': ['elsewhere'],
    'closure-proposed': ['resolve'],
    // Whoever asks to withdraw still waits for a first answer, if nobody has given one.
    'withdrawal-asked': ['first-answer', 'resolve'],
    closed: [],
    withdrawn: [],
    'kept-as-warning': [],
    merged: [],
  },
  paused: { 'waiting-elsewhere': ['resolve'] },
  once: ['first-answer'],
}
