import type { Role } from '../../../kernel/actor.ts'
import { type Lifecycle, type StepRefusal, takeStep } from '../../../kernel/lifecycle.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'

export const referralBodies = [
  'social-affairs',
  'shelter',
  'victim-identification',
  'embassy',
  'police',
  'immigration',
  'health',
  'legal-aid',
] as const
export type ReferralBody = (typeof referralBodies)[number]

export const referralStatuses = [
  'prepared',
  'sent',
  'refused',
  'helping',
  'helped',
  'declined',
] as const
export type ReferralStatus = (typeof referralStatuses)[number]
export const referralActions = ['send', 'accepted', 'turned-away', 'help-came', 'decline'] as const
export type ReferralAction = (typeof referralActions)[number]

const protectors = ['complaints-officer', 'complaints-head', 'caseworker'] as const

/** None ends in being passed on: only in help that came, or in her own no. */
export const referralLifecycle: Lifecycle<ReferralStatus, ReferralAction> = {
  initial: 'prepared',
  final: ['helped', 'declined'],
  steps: {
    send: { from: ['prepared', 'refused'], to: 'sent', by: protectors },
    accepted: { from: ['sent'], to: 'helping', by: protectors },
    'turned-away': { from: ['sent', 'helping'], to: 'refused', by: protectors },
    'help-came': { from: ['sent', 'helping'], to: 'helped', by: protectors },
    decline: { from: ['prepared', 'sent', 'refused', 'helping'], to: 'declined', by: protectors },
  },
}

/** What may happen to somebody at an authority. */
export const referralWarnings = [
  'may-be-detained',
  'may-be-deported',
  'may-be-questioned',
  'own-state-may-learn',
] as const
export type ReferralWarning = (typeof referralWarnings)[number]
export const warningAnswers = ['she-knows-and-agrees', 'danger-removed'] as const
export type WarningAnswer = (typeof warningAnswers)[number]

export const knownOrNot = ['yes', 'no', 'not-known'] as const
export type KnownOrNot = (typeof knownOrNot)[number]

/** What of her situation decides which harm is near; what is not known counts as near. */
export type Situation = {
  readonly irregular: KnownOrNot
  readonly fearsOwnState: KnownOrNot
  readonly didWrong: KnownOrNot
}

/** The warnings that this body calls for with this person: of the pack's, those that her case bears. */
export function warningsFor(
  possible: readonly ReferralWarning[],
  { irregular, fearsOwnState, didWrong }: Situation,
): ReferralWarning[] {
  const near: Readonly<Record<ReferralWarning, boolean>> = {
    'may-be-detained': irregular !== 'no' || didWrong !== 'no',
    'may-be-deported': irregular !== 'no',
    'may-be-questioned': true,
    'own-state-may-learn': fearsOwnState !== 'no',
  }
  return possible.filter((warning) => near[warning])
}

export type Referral = {
  readonly status: ReferralStatus
  readonly isChild: boolean
  readonly hasConsent: boolean
  /** Two persons decided that it is best for the child. */
  readonly isDecidedForChild: boolean
  readonly warnings: readonly ReferralWarning[]
  readonly warningAnswer: WarningAnswer | null
}
export type ReferralRefusal =
  | StepRefusal
  | 'no-consent-to-this-referral'
  | 'best-interest-not-decided'
  | 'warning-not-answered'

/** Where an action leads, or what has to come before: her yes, the child's best interest, the warning. */
export function checkReferral(
  referral: Referral,
  action: ReferralAction,
  roles: readonly Role[],
): Result<ReferralStatus, ReferralRefusal> {
  const step = takeStep(referralLifecycle, referral.status, { action, roles })
  if (!step.ok || action === 'decline') return step
  if (referral.isChild && !referral.isDecidedForChild) return refuse('best-interest-not-decided')
  if (!referral.isChild && !referral.hasConsent) return refuse('no-consent-to-this-referral')
  if (referral.warnings.length > 0 && referral.warningAnswer === null)
    return refuse('warning-not-answered')
  return ok(step.value)
}

export const offeredReferralActions = (
  referral: Referral,
  roles: readonly Role[],
): ReferralAction[] => referralActions.filter((action) => checkReferral(referral, action, roles).ok)
