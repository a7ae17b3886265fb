import type { Condition } from '../rules/licence.ts'
import type { LicenceReason } from '../rules/lifecycle.ts'

/** What became of an agency's licence, in days before today. */
export type Life =
  | { readonly kind: 'steady' | 'renamed' | 'applied' | 'not-begun' | 'renewed' | 'expired' }
  | { readonly kind: 'suspended'; readonly ago: number; readonly reason: LicenceReason }
  | {
      readonly kind: 'suspended-until-done'
      readonly ago: number
      readonly reason: LicenceReason
      readonly condition: Condition
    }
  | {
      readonly kind: 'back' | 'revoked' | 'suspended-then-revoked' | 'surrendered'
      readonly ago: number
      readonly reason: LicenceReason
    }

/** By place in the list of names; all others hold a licence without incident. */
export const lives: Readonly<Record<number, Life>> = {
  1: { kind: 'suspended', ago: 20, reason: 'fees-over-limit' },
  3: {
    kind: 'suspended-until-done',
    ago: 75,
    reason: 'workers-unpaid',
    condition: 'workers-repaid',
  },
  5: { kind: 'suspended-then-revoked', ago: 210, reason: 'licence-lent' },
  7: { kind: 'expired' },
  9: { kind: 'surrendered', ago: 120, reason: 'own-request' },
  11: { kind: 'not-begun' },
  13: { kind: 'back', ago: 380, reason: 'no-representative' },
  15: { kind: 'renewed' },
  17: { kind: 'applied' },
  19: { kind: 'renamed' },
  23: { kind: 'back', ago: 160, reason: 'fees-over-limit' },
}
