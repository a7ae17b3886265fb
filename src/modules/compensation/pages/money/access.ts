import type { Role } from '../../../../kernel/actor.ts'

/** Whoever handles cases records outcomes and payments. */
export const moneyHandlers = [
  'complaints-officer',
  'complaints-head',
  'caseworker',
] as const satisfies readonly Role[]
