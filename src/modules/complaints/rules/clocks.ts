import type { ClockPlan } from '../../casework/index.ts'
import type { ComplaintStatus } from './complaint.ts'

export const complaintClocks = ['first-answer', 'resolve', 'agency-answer'] as const
export type ComplaintClock = (typeof complaintClocks)[number]

/**
 * Which clocks run in which status. The ten days of Prakas 249 run from receipt until the end,
 * whatever happens in between; the others belong to one stage.
 */
export const complaintClockPlan: ClockPlan<ComplaintStatus, ComplaintClock> = {
  rules: {
    'first-answer': 'complaint.first_answer_hours',
    resolve: 'complaint.resolve_days',
    'agency-answer': 'complaint.agency_answer_days',
  },
  running: {
    received: ['first-answer', 'resolve'],
    registered: ['resolve'],
    'agency-asked': ['agency-answer', 'resolve'],
    'agency-answered': ['resolve'],
    'closure-proposed': ['resolve'],
    // Whoever asks to withdraw still waits for a first answer, if nobody has given one.
    'withdrawal-asked': ['first-answer', 'resolve'],
    closed: [],
    withdrawn: [],
    'kept-as-warning': [],
  },
  once: ['first-answer'],
}
