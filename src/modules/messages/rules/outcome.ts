import type { MessageStep } from './lifecycle.ts'
import { type MessageKind, type MessageStatus, mayBeCopied, type SafeHours } from './message.ts'
import { nextSafe } from './safe-hours.ts'

/** As the senders say it. */
export type Outcome = 'handed-over' | 'refused' | 'not-now' | 'unknown'

export type Tried = {
  readonly kind: MessageKind
  readonly queuedAt: Date
  readonly safeHours: readonly SafeHours[]
  /** With the one that just ended. */
  readonly attempts: number
}
export type Change = {
  readonly step: MessageStep | null
  readonly nextAttemptAt: Date | null
}

const minute = 60_000
const most = 240 * minute
/** So long it is tried: a centre may be down for days, and older news is news to nobody. */
const triedFor = 8 * 24 * 60 * minute
/** Until an answer that did not come is given up. */
const leastAfterUnknown = 15 * minute
/** Copies that nobody knows of, however harmless one is. */
const mostBlind = 3

/** One minute, two, four, … up to four hours, in hours that are safe; null when it is too late. */
export function nextTry(tried: Tried, now: Date): Date | null {
  const wait = Math.min(most, minute * 2 ** Math.max(0, tried.attempts - 1))
  return inTime(tried, nextSafe(new Date(now.getTime() + wait), tried.safeHours).from)
}

/**
 * When a try of which nobody knows the end is repeated by itself: only where a second copy does no
 * harm, and not for ever.
 */
export function nextBlindTry(tried: Tried, now: Date): Date | null {
  if (!mayBeCopied(tried.kind) || tried.attempts >= mostBlind) return null
  const after = new Date(now.getTime() + leastAfterUnknown)
  return inTime(tried, nextSafe(after, tried.safeHours).from)
}

const inTime = ({ queuedAt }: Tried, at: Date): Date | null => (isTooLate(queuedAt, at) ? null : at)

export const isTooLate = (queuedAt: Date, at: Date): boolean =>
  at.getTime() - queuedAt.getTime() > triedFor

/** What a try made of the message. */
export function afterTry(tried: Tried, outcome: Outcome, now: Date): Change {
  if (outcome === 'handed-over') return { step: 'hand-over', nextAttemptAt: null }
  if (outcome === 'refused') return { step: 'give-up', nextAttemptAt: null }
  if (outcome === 'unknown') return { step: null, nextAttemptAt: nextBlindTry(tried, now) }
  const nextAttemptAt = nextTry(tried, now)
  return { step: nextAttemptAt ? 'put-off' : 'give-up', nextAttemptAt }
}

export type ReceiptState = 'delivered' | 'failed' | 'expired'

/**
 * What the receipts of its parts make of a message that was handed over; null while one is open.
 * Where a part expired nobody read the whole: it is sent once more in the next safe hours.
 */
export function afterReceipts(
  tried: Tried,
  parts: readonly (ReceiptState | null)[],
  now: Date,
): Change | null {
  if (parts.length === 0) return null
  if (parts.includes('failed')) return { step: 'report-failed', nextAttemptAt: null }
  if (parts.includes(null)) return null
  if (!parts.includes('expired')) return { step: 'deliver', nextAttemptAt: null }
  const nextAttemptAt = nextTry(tried, now)
  return { step: nextAttemptAt ? 'report-expired' : 'report-failed', nextAttemptAt }
}

/** Whether a try is due: of one that waits, or of one whose end nobody knows. */
export const isDue = (
  {
    status,
    nextAttemptAt,
  }: { readonly status: MessageStatus; readonly nextAttemptAt: Date | null },
  now: Date,
): boolean =>
  (status === 'queued' || status === 'unknown') && nextAttemptAt !== null && nextAttemptAt <= now
