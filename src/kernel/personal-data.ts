import type { Role } from './actor.ts'

/**
 * One kind of personal data that the platform keeps (IOM Data Protection Principles: specified
 * purpose, limited, retained no longer than needed). Its words: `personal-data.<kind>.…`.
 */
export type PersonalData = {
  readonly kind: string
  /** Where it lies: table and column, for whoever must find it. */
  readonly columns: readonly string[]
  readonly readers: readonly Role[]
  readonly basis: 'duty' | 'consent' | 'protection'
  /** The key of the rule that says how long; its standing is shown beside. */
  readonly retention: string
}
