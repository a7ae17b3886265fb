import { type Actor, hasRole } from '../../../kernel/actor.ts'
import type { ComplaintStatus, Openness } from './complaint.ts'

/** What of the open or finished cases a worklist shows. */
export const worklistStates = [
  'open',
  'late',
  'due-today',
  'mine',
  'unassigned',
  'unread',
  'in-conciliation',
  'not-settled',
  'performance',
  'awaiting-word',
  'waiting-elsewhere',
  'finished',
] as const
export type WorklistState = (typeof worklistStates)[number]

/** Where the procedure stands; `awaiting-word`: paid, and she has not said yet that it came. */
export const worklistStages = [
  'in-conciliation',
  'not-settled',
  'performance',
  'awaiting-word',
  'waiting-elsewhere',
] as const satisfies WorklistState[]
type WorklistStage = (typeof worklistStages)[number]

export const isStage = (state: WorklistState): state is WorklistStage =>
  worklistStages.some((each) => each === state)

/** How long ago a case was received. */
export const worklistAges = ['week', 'month', 'older'] as const
export type WorklistAge = (typeof worklistAges)[number]

export const worklistSorts = ['due', 'receipt'] as const
export type WorklistSort = (typeof worklistSorts)[number]

/** What the address of a worklist says; null where nothing is asked. */
export type WorklistFilters = {
  readonly state: WorklistState
  readonly status: ComplaintStatus | null
  readonly area: string | null
  readonly category: string | null
  readonly age: WorklistAge | null
  readonly agencyId: string | null
  readonly openness: Openness | null
  readonly number: string | null
  readonly sort: WorklistSort
}

export const everyOpenCase: WorklistFilters = {
  state: 'open',
  status: null,
  area: null,
  category: null,
  age: null,
  agencyId: null,
  openness: null,
  number: null,
  sort: 'due',
}

/** A finished case is due no more, and a number is looked for everywhere: both go by receipt. */
export const sortOf = ({ state, sort, number }: WorklistFilters): WorklistSort =>
  state === 'finished' || number !== null ? 'receipt' : sort

/** Counts are exact up to here; beyond, "1,000+". */
export const countLimit = 1000

/** Rows of one page of a worklist, and the most that one export holds. */
export const pageRows = 50
export const exportRows = 10_000

/** A counsellor sees the cases that she helped to enter, and no list of an area. */
export const isOnlyHelper = (actor: Actor): boolean =>
  hasRole(actor, 'counsellor') && !hasRole(actor, 'complaints-officer', 'complaints-head')
