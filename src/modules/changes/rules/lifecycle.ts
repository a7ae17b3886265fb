import type { Role } from '../../../kernel/actor.ts'
import type { Lifecycle } from '../../../kernel/lifecycle.ts'

export const changeStatuses = [
  'proposed',
  'approved',
  'in-force',
  'superseded',
  'refused',
  'withdrawn',
] as const
export type ChangeStatus = (typeof changeStatuses)[number]

export const changeActions = [
  'approve',
  'refuse',
  'withdraw',
  'stop',
  'bring-into-force',
  'supersede',
  'lapse',
] as const
export type ChangeAction = (typeof changeActions)[number]

/** Everybody whom some kind of change lets propose or approve; the kind narrows it. */
export const changers = [
  'administrator',
  'complaints-head',
  'licensing-head',
] as const satisfies readonly Role[]

/**
 * What is in force can only be superseded by another change. Stopping needs one person: it leaves
 * everything as it is. Withdrawing is the proposer's own.
 */
export const changeLifecycle: Lifecycle<ChangeStatus, ChangeAction> = {
  initial: 'proposed',
  final: ['superseded', 'refused', 'withdrawn'],
  steps: {
    approve: { from: ['proposed'], to: 'approved', by: changers },
    refuse: { from: ['proposed'], to: 'refused', by: changers },
    withdraw: { from: ['proposed'], to: 'withdrawn', by: changers },
    stop: { from: ['approved'], to: 'withdrawn', by: changers },
    'bring-into-force': { from: ['approved'], to: 'in-force', by: ['system'] },
    supersede: { from: ['in-force'], to: 'superseded', by: ['system'] },
    lapse: { from: ['approved'], to: 'withdrawn', by: ['system'] },
  },
}

/** What stands in the history when an action was taken. */
export const eventOf = {
  approve: 'change.approved',
  refuse: 'change.refused',
  withdraw: 'change.withdrawn',
  stop: 'change.stopped',
  'bring-into-force': 'change.came-into-force',
  supersede: 'change.superseded',
  lapse: 'change.lapsed',
} as const satisfies Readonly<Record<ChangeAction, string>>

/** What a person may do with a change that somebody proposed. */
export const personActions = ['approve', 'refuse', 'withdraw', 'stop'] as const
export type PersonAction = (typeof personActions)[number]
export const isPersonAction = (text: string): text is PersonAction =>
  personActions.some((action) => action === text)
