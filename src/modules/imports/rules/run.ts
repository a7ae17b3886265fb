import type { Role } from '../../../kernel/actor.ts'
import type { Id } from '../../../kernel/ids.ts'
import type { Lifecycle } from '../../../kernel/lifecycle.ts'

export type ImportRunId = Id<'import-run'>

export const runStatuses = [
  'uploaded',
  'unreadable',
  'checked',
  'confirmed',
  'done',
  'out-of-date',
  'dropped',
] as const
export type RunStatus = (typeof runStatuses)[number]
export type RunAction = 'check' | 'refuse' | 'confirm' | 'drop' | 'finish' | 'outdate'

/** Whoever may see a run of this kind may carry it on: the row itself names those roles. */
const officers: readonly Role[] = ['licensing-head', 'complaints-head', 'administrator']

/** A file is looked through before anything is written, and what is written is what was shown. */
export const importLifecycle: Lifecycle<RunStatus, RunAction> = {
  initial: 'uploaded',
  final: ['unreadable', 'done', 'out-of-date', 'dropped'],
  steps: {
    check: { from: ['uploaded'], to: 'checked', by: ['system'] },
    refuse: { from: ['uploaded'], to: 'unreadable', by: ['system'] },
    confirm: { from: ['checked'], to: 'confirmed', by: officers },
    drop: { from: ['checked'], to: 'dropped', by: officers },
    finish: { from: ['confirmed'], to: 'done', by: ['system'] },
    outdate: { from: ['confirmed'], to: 'out-of-date', by: ['system'] },
  },
}

/** True while a job is at work: the page looks again by itself. */
export const isWorking = (status: RunStatus): status is 'uploaded' | 'confirmed' =>
  status === 'uploaded' || status === 'confirmed'

export type ImportRun = {
  readonly id: ImportRunId
  readonly kind: string
  readonly status: RunStatus
  readonly version: number
  readonly uploadedBy: string
  readonly uploadedAt: Date
  readonly refusal: string | null
  readonly lines: number | null
  readonly problems: number | null
  readonly added: number | null
  readonly changed: number | null
  readonly unchanged: number | null
  readonly confirmedBy: string | null
  readonly confirmedAt: Date | null
  readonly done: number
  readonly endedAt: Date | null
}

/** Nothing is carried out with a problem left, or where nothing would change. */
export const mayBeConfirmed = ({ status, problems, added, changed }: ImportRun): boolean =>
  status === 'checked' && problems === 0 && (added ?? 0) + (changed ?? 0) > 0
