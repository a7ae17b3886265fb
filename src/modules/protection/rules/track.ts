import type { Lifecycle } from '../../../kernel/lifecycle.ts'

export const trackStatuses = ['waiting', 'in-care', 'ended'] as const
export type TrackStatus = (typeof trackStatuses)[number]
export const trackActions = ['give-to-caseworker', 'end-track'] as const
export type TrackAction = (typeof trackActions)[number]

/** The protected track of a case: beside the procedure, not a part of it. */
export const trackLifecycle: Lifecycle<TrackStatus, TrackAction> = {
  initial: 'waiting',
  final: ['ended'],
  steps: {
    // Also from one caseworker to another.
    'give-to-caseworker': {
      from: ['waiting', 'in-care'],
      to: 'in-care',
      by: ['complaints-head'],
    },
    'end-track': { from: ['in-care'], to: 'ended', by: ['complaints-head'] },
  },
}

export const wantedSexes = ['woman', 'man', 'either'] as const
export type WantedSex = (typeof wantedSexes)[number]
export const caseworkerSexes = ['woman', 'man'] as const
export type CaseworkerSex = (typeof caseworkerSexes)[number]

export const endedHow = ['her-own-wish', 'no-longer-needed'] as const
export type EndedHow = (typeof endedHow)[number]

export type Training = {
  readonly sex: CaseworkerSex
  readonly trainedOn: string
  readonly trainedUntil: string | null
}
export type CaseworkerRefusal =
  | 'not-a-caseworker'
  | 'not-trained'
  | 'not-of-the-sex-she-chose'
  | 'caseworker-is-the-head'

type Candidate = {
  readonly personId: string
  /** Whether the person holds the role today, where the case is. */
  readonly holdsRole: boolean
  /** Null where nobody wrote down a training. */
  readonly training: Training | null
}

/** Whether this person may take over this case today; null if so. */
export function refuseCaseworker(
  { personId, holdsRole, training }: Candidate,
  { wants, headId, today }: { wants: WantedSex; headId: string; today: string },
): CaseworkerRefusal | null {
  if (!holdsRole) return 'not-a-caseworker'
  if (personId === headId) return 'caseworker-is-the-head'
  if (!training || training.trainedOn > today) return 'not-trained'
  if (training.trainedUntil !== null && training.trainedUntil < today) return 'not-trained'
  return wants === 'either' || wants === training.sex ? null : 'not-of-the-sex-she-chose'
}

export type GrantRefusal = 'own-grant' | 'ends-in-the-past' | 'grant-too-long'

/** Somebody else may look for some days, never for ever and never by one's own hand. */
export function refuseGrant(
  { personId, endsOn }: { personId: string; endsOn: string },
  { by, today, lastDay }: { by: string; today: string; lastDay: string | null },
): GrantRefusal | null {
  if (personId === by) return 'own-grant'
  if (endsOn < today) return 'ends-in-the-past'
  // While the rule is unknown no length is refused.
  return lastDay !== null && endsOn > lastDay ? 'grant-too-long' : null
}
