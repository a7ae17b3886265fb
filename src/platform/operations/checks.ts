import { dayOf, daysBetween } from '../../kernel/days.ts'
import type { Figures } from './figures.ts'

/** Whether something wants an operator: nothing, soon, now; or nobody knows yet. */
export type CheckState = 'good' | 'attention' | 'danger' | 'unknown'
export type CheckName = keyof typeof limits
export type Check = {
  readonly name: CheckName
  readonly state: CheckState
  /** In the unit of its limit; null where there is no figure. */
  readonly value: number | null
  /** Why, where the figure alone does not say it. */
  readonly problem: string | null
}

type Unit = 'seconds' | 'bytes' | 'count' | 'days'
type Limit = {
  readonly unit: Unit
  readonly worse: 'above' | 'below'
  readonly attention: number
  readonly danger: number
}

const hour = 3_600
const day = 24 * hour
const giga = 1_000_000_000

/** From where on an operator should look, and from where on at once. */
export const limits = {
  // One night may fail.
  'backup-age': { unit: 'seconds', worse: 'above', attention: 26 * hour, danger: 50 * hour },
  'data-disk': { unit: 'bytes', worse: 'below', attention: 5 * giga, danger: giga },
  'backup-disk': { unit: 'bytes', worse: 'below', attention: 5 * giga, danger: giga },
  certificate: { unit: 'seconds', worse: 'below', attention: 21 * day, danger: 7 * day },
  'machine-check': { unit: 'seconds', worse: 'above', attention: hour / 2, danger: 2 * hour },
  'oldest-job': { unit: 'seconds', worse: 'above', attention: 300, danger: hour / 2 },
  'failed-jobs': { unit: 'count', worse: 'above', attention: 0, danger: 50 },
  seal: { unit: 'seconds', worse: 'above', attention: 300, danger: hour },
  digest: { unit: 'days', worse: 'above', attention: 1, danger: 3 },
} as const satisfies Readonly<Record<string, Limit>>

/** Every check that applies to this installation, in the order in which they are shown. */
export function judge(figures: Figures, now: Date): readonly Check[] {
  const age = (at: Date | null) => (at ? Math.max(0, (now.getTime() - at.getTime()) / 1000) : null)
  const left = (at: Date | null) => (at ? (at.getTime() - now.getTime()) / 1000 : null)
  const { digestDay } = figures
  const all = [
    backupCheck(figures, age(figures.backupAt)),
    check('data-disk', figures.dataDiskFree),
    figures.backupDiskFree === null ? null : check('backup-disk', figures.backupDiskFree),
    certificateCheck(figures, left(figures.certificateUntil)),
    check('machine-check', age(figures.machineCheckedAt)),
    check('oldest-job', age(figures.jobWaitsSince) ?? 0),
    check('failed-jobs', figures.jobsFailed),
    check('seal', age(figures.unsealedSince) ?? 0),
    check('digest', digestDay === null ? null : daysBetween(digestDay, dayOf(now))),
  ]
  return all.filter((each) => each !== null)
}

function check(name: CheckName, value: number | null): Check {
  return { name, value, state: stateOf(limits[name], value), problem: null }
}

function stateOf({ worse, attention, danger }: Limit, value: number | null): CheckState {
  if (value === null) return 'unknown'
  const beyond = (limit: number) => (worse === 'above' ? value > limit : value < limit)
  if (beyond(danger)) return 'danger'
  return beyond(attention) ? 'attention' : 'good'
}

/** A backup that failed or lacks a file is said even while the one before is young. */
function backupCheck({ backupOutcome }: Figures, age: number | null): Check {
  const plain = check('backup-age', age)
  if (age === null) return { ...plain, state: 'danger', problem: 'none' }
  if (backupOutcome === 'done') return plain
  const state = plain.state === 'good' ? 'attention' : plain.state
  return { ...plain, state, problem: backupOutcome }
}

/** Null without TLS of our own address. */
function certificateCheck(
  { certificateProblem, certificateUntil }: Figures,
  left: number | null,
): Check | null {
  if (certificateProblem === null && certificateUntil === null) return null
  const plain = check('certificate', left)
  if (certificateProblem === null) return plain
  const state = certificateProblem === 'not-trusted' ? 'danger' : 'attention'
  return {
    ...plain,
    state: plain.state === 'danger' ? 'danger' : state,
    problem: certificateProblem,
  }
}
