import { addDays, type Day, daysBetween } from '../../../kernel/days.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import {
  type AppliedRule,
  appliedRule,
  findNumber,
  findRule,
  type Rulebook,
} from '../../law/index.ts'
import type { Condition, Licence, Suspension } from './licence.ts'
import type { LicenceAction, LicenceStatus } from './lifecycle.ts'
import { type LicenceReason, reasonsOf } from './lifecycle.ts'

/** How long a suspension lasts: as precedent has it, until a day, or until something is done. */
export type Term =
  | { readonly kind: 'default' }
  | { readonly kind: 'date'; readonly until: Day }
  | { readonly kind: 'condition'; readonly condition: Condition }

export type TermRefusal = 'term-unknown' | 'term-in-the-past' | 'term-too-long'

export type SetTerm = { readonly suspension: Suspension; readonly rules: readonly AppliedRule[] }

/**
 * What a suspension that begins today amounts to. The longest term is not known yet: while it is
 * not, none is refused for its length, and the decision keeps its reason.
 */
export function suspensionFrom(
  today: Day,
  term: Term,
  book: Rulebook,
): Result<SetTerm, TermRefusal> {
  if (term.kind === 'condition')
    return ok({ suspension: { since: today, until: null, condition: term.condition }, rules: [] })
  const days = findNumber(book, 'suspension.default_days')
  if (term.kind === 'default' && days === null) return refuse('term-unknown')
  const until = term.kind === 'date' ? term.until : addDays(today, days ?? 0)
  if (until <= today) return refuse('term-in-the-past')
  const most = findNumber(book, 'suspension.max_days')
  if (most !== null && daysBetween(today, until) > most) return refuse('term-too-long')
  const keys = term.kind === 'default' ? ['suspension.default_days'] : []
  return ok({
    suspension: { since: today, until, condition: null },
    rules: [...keys, 'suspension.max_days'].flatMap((key) => appliedOf(book, key)),
  })
}

const appliedOf = (book: Rulebook, key: string): AppliedRule[] => {
  const rule = findRule(book, key)
  return rule ? [appliedRule(rule)] : []
}

/** The reason must be one of those that this action may have. */
export const isReasonFor = (action: LicenceAction, reason: string): reason is LicenceReason =>
  (reasonsOf[action] as readonly string[]).includes(reason)

/** What a step changes on the licence besides its status. */
export type Change = {
  readonly status: LicenceStatus
  readonly validFrom: Day | null
  readonly suspension: Suspension | null
  readonly endedOn: Day | null
}

export function changeTo(
  licence: Licence,
  status: LicenceStatus,
  at: { readonly today: Day; readonly suspension: Suspension | null },
): Change {
  return {
    status,
    validFrom: status === 'granted' ? (licence.validFrom ?? at.today) : licence.validFrom,
    suspension: status === 'suspended' ? at.suspension : null,
    endedOn: endOf(licence, status, at.today),
  }
}

/** A licence that ran out ended on the day after its last, whenever that was written down. */
function endOf({ validTo }: Licence, status: LicenceStatus, today: Day): Day | null {
  if (status === 'expired') return validTo === null ? today : addDays(validTo, 1)
  return status === 'revoked' || status === 'surrendered' ? today : null
}
