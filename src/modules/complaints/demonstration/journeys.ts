import type { ComplaintAction } from '../rules/lifecycle.ts'

/** One thing that happened to a case, in the order in which it happened. */
export type Step =
  | Exclude<
      ComplaintAction,
      | 'wait-elsewhere'
      | 'resume'
      | 'close-without-confirmation'
      | 'begin-conciliation'
      | 'settle'
      | 'fail-conciliation'
      | 'decide'
      | 'record-outcome'
      | 'close-by-confirmation'
      | 'record-late'
      | 'merge'
      | 'unmerge'
    >
  | 'take'
  | 'transfer'
  | 'answer'
  | 'note'
  | 'consent-name'
  | 'consent-story'
  | 'write'

/** What a complaint must have for a journey to be possible. */
type Needs = 'agency' | 'confidential' | 'no-agency' | 'known' | 'anonymous'

export type Journey = {
  readonly count: number
  readonly needs: Needs
  readonly steps: readonly Step[]
  /** Hours since the last step: an open case stands there now. Absent for what ended long ago. */
  readonly since?: readonly [from: number, to: number]
  /** Received so that this clock ends today. */
  readonly endsToday?: 'complaint.first_answer_hours' | 'complaint.resolve_days'
}

const asked = ['take', 'register', 'ask-agency'] as const
const answered = [...asked, 'receive-agency-answer'] as const
const proposed = [...answered, 'propose-closure'] as const
const again = [
  'ask-agency',
  'receive-agency-answer',
  'propose-closure',
  'agree-to-closure',
] as const

/** Where the open cases of the demonstration stand. */
const openCases: readonly Journey[] = [
  { count: 3, needs: 'known', steps: [], since: [0.2, 3] },
  { count: 12, needs: 'known', steps: ['take'], since: [0.5, 28] },
  { count: 4, needs: 'known', steps: ['take'], endsToday: 'complaint.first_answer_hours' },
  { count: 6, needs: 'known', steps: ['take'], since: [60, 150] },
  { count: 4, needs: 'anonymous', steps: ['take'], since: [1, 30] },
  { count: 3, needs: 'anonymous', steps: ['take', 'answer', 'write'], since: [1, 40] },
  { count: 14, needs: 'known', steps: ['take', 'register'], since: [2, 90] },
  { count: 3, needs: 'known', steps: ['take', 'register'], endsToday: 'complaint.resolve_days' },
  { count: 3, needs: 'known', steps: ['take', 'transfer'], since: [1, 30] },
  { count: 8, needs: 'known', steps: ['take', 'register', 'answer', 'write'], since: [1, 40] },
  { count: 14, needs: 'agency', steps: asked, since: [2, 60] },
  { count: 6, needs: 'agency', steps: asked, since: [170, 480] },
  {
    count: 4,
    needs: 'confidential',
    steps: ['take', 'register', 'consent-name', 'ask-agency', 'consent-story'],
    since: [2, 30],
  },
  { count: 12, needs: 'agency', steps: answered, since: [1, 70] },
  { count: 10, needs: 'agency', steps: proposed, since: [1, 60] },
  { count: 3, needs: 'agency', steps: [...proposed, 'write'], since: [1, 20] },
  { count: 5, needs: 'known', steps: ['take', 'register', 'ask-withdrawal'], since: [1, 50] },
  {
    count: 3,
    needs: 'known',
    steps: ['take', 'register', 'ask-withdrawal', 'continue'],
    since: [1, 40],
  },
  {
    count: 4,
    needs: 'agency',
    steps: [...proposed, 'agree-to-closure', 'say-not-solved'],
    since: [1, 60],
  },
  {
    count: 3,
    needs: 'agency',
    steps: [...proposed, 'close-with-consent', 'reopen'],
    since: [1, 60],
  },
]

/** How the finished ones went. */
const finishedCases: readonly Journey[] = [
  { count: 120, needs: 'agency', steps: [...proposed, 'agree-to-closure'] },
  {
    count: 90,
    needs: 'agency',
    steps: [
      ...['take', 'register', 'note', 'ask-agency', 'receive-agency-answer'],
      ...['propose-closure', 'close-with-consent'],
    ] as readonly Step[],
  },
  {
    count: 90,
    needs: 'no-agency',
    steps: ['take', 'register', 'answer', 'write', 'propose-closure', 'agree-to-closure'],
  },
  {
    count: 30,
    needs: 'confidential',
    steps: ['take', 'register', 'consent-name', 'consent-story', ...again],
  },
  {
    count: 8,
    needs: 'agency',
    steps: [...asked, 'go-on-without-answer', ...again],
  },
  {
    count: 16,
    needs: 'agency',
    steps: ['take', 'transfer', 'take', 'register', ...again],
  },
  {
    count: 28,
    needs: 'known',
    steps: ['take', 'register', 'ask-withdrawal', 'confirm-withdrawal'],
  },
  { count: 8, needs: 'agency', steps: [...asked, 'ask-withdrawal', 'confirm-withdrawal'] },
  {
    count: 8,
    needs: 'agency',
    steps: ['take', 'register', 'ask-withdrawal', 'continue', ...again],
  },
  { count: 14, needs: 'agency', steps: [...proposed, 'say-not-solved', ...again] },
  { count: 10, needs: 'agency', steps: [...proposed, 'close-with-consent', 'reopen', ...again] },
  { count: 54, needs: 'anonymous', steps: ['take', 'keep-as-warning'] },
]

export const journeys: readonly Journey[] = [...openCases, ...finishedCases]

/** Hours from the step before, as offices and people take them. */
export const hoursFor: Readonly<Record<Step, readonly [from: number, to: number]>> = {
  take: [0.2, 5],
  register: [1, 20],
  note: [1, 10],
  answer: [1, 20],
  write: [5, 48],
  transfer: [2, 20],
  'consent-name': [3, 24],
  'consent-story': [3, 24],
  'ask-agency': [3, 30],
  'receive-agency-answer': [20, 80],
  'go-on-without-answer': [100, 160],
  'propose-closure': [6, 48],
  'agree-to-closure': [5, 72],
  'close-with-consent': [20, 72],
  'say-not-solved': [12, 200],
  'ask-withdrawal': [20, 90],
  'confirm-withdrawal': [20, 60],
  continue: [10, 60],
  'keep-as-warning': [5, 60],
  reopen: [200, 700],
}

/** What the complainant or the agency does, at any hour; officers keep office hours. */
export const isOutsideOffice = (step: Step): boolean =>
  ['write', 'agree-to-closure', 'say-not-solved', 'ask-withdrawal', 'continue'].includes(step)
