import type { Role } from '../../../kernel/actor.ts'

/** Who sees what agencies hold and what is drawn on it. */
export const depositReaders = [
  'complaints-officer',
  'complaints-head',
  'licensing-officer',
  'licensing-head',
  'signatory',
] as const satisfies readonly Role[]
/** Who enters what came in, and demands what is missing. */
export const depositKeepers = [
  'licensing-officer',
  'licensing-head',
] as const satisfies readonly Role[]
