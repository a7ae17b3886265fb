import type { Role } from '../../../kernel/actor.ts'
import type { Id } from '../../../kernel/ids.ts'
import { minutesLater } from './session-terms.ts'

export type SignatureId = Id<'signature'>
export type SigningMethod = 'totp' | 'passkey'

/**
 * Why nothing was signed. `no-session`: not from a browser where the person signed in, which an API
 * token never is. `code-used`: right, but given before.
 */
export type SigningRefusal = (typeof signingRefusals)[number]
const signingRefusals = [
  'no-session',
  'no-role',
  'no-second-factor',
  'code-missing',
  'code-wrong',
  'code-used',
  'passkey-wrong',
] as const
export const isSigningRefusal = (refusal: string): refusal is SigningRefusal =>
  signingRefusals.some((one) => one === refusal)

/** One thing to sign. */
export type Signing = {
  readonly record: { readonly type: string; readonly id: string }
  /** What signing means, as a code: "letter.approve". */
  readonly meaning: string
  /** The canonical text of what the signer saw; its SHA-256 is kept. */
  readonly shown: string
  /** In which of the actor's roles; the first where it does not matter. */
  readonly role?: Role
}

/** The field of a form that carries the code. */
export const signingCodeField = 'signing-code'

/** What a passkey answered, and the sealed question; empty where none was used. */
export const passkeyField = 'passkey'
export const passkeyQuestionField = 'passkey-question'

export const signingRule = 'signing.sitting_minutes'

/** When the sitting is over; null where none is open. Without a rule each signature asks again. */
export function sittingUntil(
  since: Date | null,
  { minutes, now }: { readonly minutes: number | null; readonly now: Date },
): Date | null {
  if (since === null || minutes === null || since > now) return null
  const until = minutesLater(since, minutes)
  return until > now ? until : null
}
