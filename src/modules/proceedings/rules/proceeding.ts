import type { Role } from '../../../kernel/actor.ts'
import { type Day, daysBetween } from '../../../kernel/days.ts'
import type { Id } from '../../../kernel/ids.ts'
import type { Lifecycle } from '../../../kernel/lifecycle.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { ClockPlan } from '../../casework/index.ts'

export type ProceedingId = Id<'proceeding'>

export const proceedingKinds = [
  'police',
  'prosecutor',
  'court',
  'labour-authority',
  'insurance',
  'arbitration',
  'other',
] as const
export type ProceedingKind = (typeof proceedingKinds)[number]

export const stages = [
  'to-file',
  'filed',
  'investigated',
  'heard',
  'decided',
  'appealed',
  'enforced',
  'ended',
] as const
export type Stage = (typeof stages)[number]

export const stageActions = [
  'file',
  'investigate',
  'hear',
  'decide',
  'appeal',
  'enforce',
  'end',
  'look-again',
] as const
export type StageAction = (typeof stageActions)[number]

const officers = ['complaints-officer', 'complaints-head'] as const satisfies readonly Role[]
const going: readonly Stage[] = [
  'filed',
  'investigated',
  'heard',
  'decided',
  'appealed',
  'enforced',
]

/** What happens elsewhere: we do not move it, we write down where it stands. */
export const proceedingLifecycle: Lifecycle<Stage, StageAction> = {
  initial: 'to-file',
  final: ['ended'],
  steps: {
    file: { from: ['to-file'], to: 'filed', by: officers },
    investigate: { from: ['filed', 'heard'], to: 'investigated', by: officers },
    hear: { from: ['filed', 'investigated', 'appealed'], to: 'heard', by: officers },
    decide: { from: ['filed', 'investigated', 'heard', 'appealed'], to: 'decided', by: officers },
    appeal: { from: ['decided', 'enforced'], to: 'appealed', by: officers },
    enforce: { from: ['decided'], to: 'enforced', by: officers },
    end: { from: ['to-file', ...going], to: 'ended', by: officers },
    // The same stage, another day: a step of its own, so that nobody forgets to look.
    'look-again': { from: ['to-file', ...going], to: 'filed', by: officers },
  },
}

/** Where a stage goes; looking again moves only the day. */
export const stageAfter = (from: Stage, action: StageAction): Stage =>
  action === 'look-again' ? from : proceedingLifecycle.steps[action].to

export const endings = ['decided', 'settled', 'dropped', 'not-filed', 'other'] as const
export type Ending = (typeof endings)[number]

export const entryKinds = [
  'hearing',
  'detention',
  'release',
  'freezing',
  'award',
  'other-order',
  'note',
] as const
export type EntryKind = (typeof entryKinds)[number]

export const proceedingEventOf = {
  record: 'proceeding.recorded',
  file: 'proceeding.filed',
  investigate: 'proceeding.investigated',
  hear: 'proceeding.heard',
  decide: 'proceeding.decided',
  appeal: 'proceeding.appealed',
  enforce: 'proceeding.enforced',
  end: 'proceeding.ended',
  'look-again': 'proceeding.looked-at',
  'day-passed': 'proceeding.day-passed',
} as const satisfies Readonly<Record<StageAction | 'record' | 'day-passed', string>>

/** Its alarms: by when to file, and when to look again. */
export const proceedingClocks: ClockPlan<Stage, 'filing' | 'look-again'> = {
  rules: { filing: 'proceeding.filing_days', 'look-again': 'proceeding.review_days' },
  running: {
    'to-file': ['filing'],
    filed: ['look-again'],
    investigated: ['look-again'],
    heard: ['look-again'],
    decided: ['look-again'],
    appealed: ['look-again'],
    enforced: ['look-again'],
    ended: [],
  },
  once: [],
}

export type NewDays = {
  readonly stage: 'to-file' | 'filed'
  readonly fileBy: Day | null
  readonly filedOn: Day | null
  readonly lookOn: Day | null
}
export type DaysRefusal =
  | 'file-by-missing'
  | 'filed-on-missing'
  | 'filed-in-the-future'
  | 'look-not-ahead'

/**
 * The day on which somebody looks again: of what is to be filed its last day at the latest; else as
 * set, or as the rule says.
 */
export function lookDay(
  { stage, fileBy, filedOn, lookOn }: NewDays,
  { today, byRule }: { readonly today: Day; readonly byRule: Day },
): Result<Day, DaysRefusal> {
  if (lookOn !== null && lookOn < today) return refuse('look-not-ahead')
  if (stage === 'to-file') {
    if (fileBy === null) return refuse('file-by-missing')
    return ok(lookOn !== null && lookOn < fileBy ? lookOn : fileBy)
  }
  if (filedOn === null) return refuse('filed-on-missing')
  if (filedOn > today) return refuse('filed-in-the-future')
  return ok(lookOn ?? byRule)
}

export type Urgency = 'missed' | 'near' | 'ahead'
/** How close the day is; `near` within so many days as the rule says, a week where none does. */
export const urgencyOf = (day: Day, today: Day, alarmDays: number | null): Urgency => {
  const left = daysBetween(today, day)
  if (left < 0) return 'missed'
  return left <= (alarmDays ?? 7) ? 'near' : 'ahead'
}
