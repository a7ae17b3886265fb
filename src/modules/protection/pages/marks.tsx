import { StatusMark, type Tone, useReader } from '../../../ui/index.ts'
import type { ConcernStatus } from '../rules/concern.ts'
import type { ReferralStatus } from '../rules/referral.ts'
import type { ScreeningOutcome } from '../rules/screening.ts'
import type { TrackStatus } from '../rules/track.ts'

const trackTones: Readonly<Record<TrackStatus, Tone>> = {
  waiting: 'attention',
  'in-care': 'protected',
  ended: 'neutral',
}
export function TrackMark({ status }: { readonly status: TrackStatus }) {
  const { t } = useReader()
  return <StatusMark tone={trackTones[status]}>{t(`protection.track.${status}`)}</StatusMark>
}

const outcomeTones: Readonly<Record<ScreeningOutcome, Tone>> = {
  protected: 'protected',
  'ask-again': 'attention',
  ordinary: 'neutral',
}
export function OutcomeMark({ outcome }: { readonly outcome: ScreeningOutcome }) {
  const { t } = useReader()
  return <StatusMark tone={outcomeTones[outcome]}>{t(`protection.outcome.${outcome}`)}</StatusMark>
}

const referralTones: Readonly<Record<ReferralStatus, Tone>> = {
  prepared: 'neutral',
  sent: 'attention',
  refused: 'danger',
  helping: 'attention',
  helped: 'allowed',
  declined: 'neutral',
}
export function ReferralMark({ status }: { readonly status: ReferralStatus }) {
  const { t } = useReader()
  return <StatusMark tone={referralTones[status]}>{t(`protection.referral.${status}`)}</StatusMark>
}

const concernTones: Readonly<Record<ConcernStatus, Tone>> = {
  new: 'attention',
  watched: 'protected',
  complaint: 'allowed',
  safe: 'allowed',
  stopped: 'neutral',
}
export function ConcernMark({ status }: { readonly status: ConcernStatus }) {
  const { t } = useReader()
  return <StatusMark tone={concernTones[status]}>{t(`protection.concern.${status}`)}</StatusMark>
}
