import { type Day, dayOf, startOfDay } from '../days.ts'
import type { Status } from './status-list.ts'
import type { Token } from './token.ts'

/** What the published keys say of the signature. */
export type Signature = 'right' | 'wrong' | 'key-withdrawn' | 'key-unknown'

export type ListKnown = {
  readonly issuedAt: Date
  readonly endsAt: Date
  /** Null where the list has no such place. */
  readonly status: Status | null
}
export type Known = {
  readonly signature: Signature
  /** When the keys were fetched; null where none ever were. */
  readonly keysAsOf: Date | null
  /** The last list whose own signature was right; null where none was ever fetched. */
  readonly list: ListKnown | null
  readonly now: Date
  /** False where only the telephone's own clock says so. */
  readonly clockIsSure: boolean
}

export const notValidReasons = [
  'not-ours',
  'key-withdrawn',
  'run-out',
  'not-begun',
  'revoked',
  'suspended',
  'surrendered',
  'ended',
  'warned',
] as const
export type NotValidReason = (typeof notValidReasons)[number]
export const unsureReasons = ['list-old', 'no-list', 'not-in-list', 'clock-wrong'] as const
export type UnsureReason = (typeof unsureReasons)[number]

/** Three honest answers, and that nothing can be said. */
export type Verdict =
  | { readonly kind: 'valid'; readonly token: Token; readonly asOf: Date; readonly today: Day }
  | {
      readonly kind: 'not-valid'
      readonly why: NotValidReason
      /** Null where the code says nothing that we can believe. */
      readonly token: Token | null
      readonly asOf: Date | null
      readonly today: Day
    }
  | {
      readonly kind: 'unsure'
      readonly why: UnsureReason
      readonly token: Token
      readonly asOf: Date | null
      readonly today: Day
    }
  | { readonly kind: 'cannot'; readonly why: 'no-keys' | 'key-unknown'; readonly today: Day }

const hour = 3_600_000
/** How old keys may be before a key that is not among them may simply be newer. */
const keysFresh = 26 * hour

/** What can be said of a code with what is known here and now. Null: it could not be read. */
export function judge(token: Token | null, known: Known): Verdict {
  const { signature, keysAsOf } = known
  const { now, isBehind } = timeOf(token, known)
  const today = dayOf(now)
  const notValid = (
    why: NotValidReason,
    from: Token | null,
    asOf: Date | null = null,
  ): Verdict => ({
    ...{ kind: 'not-valid', why, token: from, asOf, today },
  })
  if (token === null) return notValid('not-ours', null)
  if (keysAsOf === null) return { kind: 'cannot', why: 'no-keys', today }
  if (signature === 'wrong') return notValid('not-ours', null)
  if (signature === 'key-withdrawn') return notValid('key-withdrawn', null)
  if (signature === 'key-unknown')
    return isBehind || now.getTime() - keysAsOf.getTime() > keysFresh
      ? { kind: 'cannot', why: 'key-unknown', today }
      : notValid('not-ours', null)
  if (token.to !== null && token.to < today) return notValid('run-out', token)
  if (token.from > today) return notValid('not-begun', token)
  return judgeStatus(token, known, { now, isBehind })
}

function judgeStatus(
  token: Token,
  { list }: Known,
  { now, isBehind }: { readonly now: Date; readonly isBehind: boolean },
): Verdict {
  const today = dayOf(now)
  const asOf = list?.issuedAt ?? null
  const unsure = (why: UnsureReason): Verdict => ({ kind: 'unsure', why, token, asOf, today })
  if (!list || asOf === null) return unsure('no-list')
  if (list.status === null) return unsure('not-in-list')
  if (list.status !== 'valid') return { kind: 'not-valid', why: list.status, token, asOf, today }
  if (isBehind) return unsure('clock-wrong')
  return now <= list.endsAt ? { kind: 'valid', token, asOf, today } : unsure('list-old')
}

/**
 * The present, as well as it is known here. A telephone whose clock stands before what it was given
 * already is wrong for sure, and it is at least as late as that.
 */
function timeOf(
  token: Token | null,
  { list, keysAsOf, now, clockIsSure, signature }: Known,
): { now: Date; isBehind: boolean } {
  if (clockIsSure) return { now, isBehind: false }
  const issued = token && signature === 'right' ? startOfDay(token.issuedOn).getTime() : 0
  const seen = Math.max(list?.issuedAt.getTime() ?? 0, keysAsOf?.getTime() ?? 0, issued)
  const isBehind = now.getTime() < seen - hour
  return { now: isBehind ? new Date(seen) : now, isBehind }
}
