import type { Lifecycle } from '../../../kernel/lifecycle.ts'

export const licenceStatuses = [
  'applied',
  'refused',
  'granted',
  'suspended',
  'revoked',
  'expired',
  'surrendered',
] as const
export type LicenceStatus = (typeof licenceStatuses)[number]

export const licenceActions = [
  'grant',
  'refuse',
  'suspend',
  'reinstate',
  'revoke',
  'surrender',
  'expire',
] as const
export type LicenceAction = (typeof licenceActions)[number]

/** Grants, refusals and revocations are the head's; an officer suspends at once when people are at risk. */
export const licenceLifecycle: Lifecycle<LicenceStatus, LicenceAction> = {
  initial: 'applied',
  final: ['refused', 'revoked', 'expired', 'surrendered'],
  steps: {
    grant: { from: ['applied'], to: 'granted', by: ['licensing-head'] },
    refuse: { from: ['applied'], to: 'refused', by: ['licensing-head'] },
    suspend: { from: ['granted'], to: 'suspended', by: ['licensing-officer', 'licensing-head'] },
    reinstate: { from: ['suspended'], to: 'granted', by: ['licensing-head', 'system'] },
    revoke: { from: ['granted', 'suspended'], to: 'revoked', by: ['licensing-head'] },
    surrender: {
      from: ['granted', 'suspended'],
      to: 'surrendered',
      by: ['licensing-officer', 'licensing-head'],
    },
    expire: { from: ['granted', 'suspended'], to: 'expired', by: ['system'] },
  },
}

/** What stands in the history when an action was taken. */
export const eventOf = {
  grant: 'licence.granted',
  refuse: 'licence.refused',
  suspend: 'licence.suspended',
  reinstate: 'licence.reinstated',
  revoke: 'licence.revoked',
  surrender: 'licence.surrendered',
  expire: 'licence.expired',
} as const satisfies Readonly<Record<LicenceAction, string>>

export const isLicenceAction = (text: string): text is LicenceAction =>
  licenceActions.some((action) => action === text)

/** Why an action is taken: public, so a code from a closed list. */
export const reasonsOf = {
  grant: ['requirements-met'],
  refuse: ['requirements-not-met'],
  suspend: [
    'workers-unpaid',
    'fees-over-limit',
    'no-representative',
    'deposit-short',
    'false-papers',
  ],
  reinstate: ['condition-met', 'term-over', 'appeal-upheld'],
  revoke: ['workers-unpaid', 'fees-over-limit', 'licence-lent', 'false-papers', 'forced-labour'],
  surrender: ['own-request'],
  expire: ['term-over'],
} as const satisfies Readonly<Record<LicenceAction, readonly string[]>>
/** Brought in from the ministry's own register: decided before this platform was there. */
export const registerReason = 'on-the-register'
export type LicenceReason = (typeof reasonsOf)[LicenceAction][number] | typeof registerReason
