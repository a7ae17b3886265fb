import type { Role } from '../../../kernel/actor.ts'

/** Who sees what agencies hold and what is drawn on it. */
export const depositReaders = [
  'complaints-officer',
  'complaints-head',
  'licensing-officer',
  'licensing-head',
  'signatory',
] as const satisfies readonly Role[]
export { depositKeeperRoles as depositKeepers } from '../rules/deposit.ts'
