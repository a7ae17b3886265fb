import { type Actor, hasRole } from '../../../kernel/actor.ts'
import type { TrackStatus } from './track.ts'

/** What may be done beside a case; each has a form of its own. */
export const protectionSteps = [
  'place',
  'give-to-caseworker',
  'end-track',
  'look-again',
  'grant',
  'end-grant',
  'bar',
  'lift-bar',
  'refer',
  'referral',
  'child',
  'child-step',
  'child-propose',
  'child-decide',
  'retaliation',
  'retaliation-done',
  'name-office',
] as const
export type ProtectionStep = (typeof protectionSteps)[number]

export const protectionStepOf = (text: string | undefined): ProtectionStep | null =>
  protectionSteps.find((step) => step === text) ?? null

type CaseFacts = {
  readonly isProtected: boolean
  readonly track: { readonly status: TrackStatus; readonly headId: string | null } | null
}

/** The steps to offer at the head of the page; those about one line stand beside it. */
export function offeredSteps(actor: Actor, { isProtected, track }: CaseFacts): ProtectionStep[] {
  const isHead = hasRole(actor, 'complaints-head') && (!track?.headId || track.headId === actor.id)
  const ofHead: ProtectionStep[] = ['give-to-caseworker', 'grant']
  const ending: ProtectionStep[] = track?.status === 'in-care' ? ['end-track'] : []
  return [
    ...(isProtected && track ? (['look-again'] as const) : []),
    ...(isProtected ? (isHead ? [...ofHead, ...ending] : []) : (['place'] as const)),
    ...(['refer', 'child', 'bar', 'retaliation', 'name-office'] as const),
  ]
}
