import { dayOf } from '../../../kernel/days.ts'
import type { Tx } from '../../../platform/db.ts'
import { legalTime } from '../../casework/index.ts'
import { clockRule, type Due, dueAt, findRule, type Rule } from '../../law/index.ts'
import { complaintClockPlan } from '../rules/clocks.ts'

/** A promise to the complainant: its rule, and the date that it gives; null where it is unknown. */
export type ComplaintTerm = { readonly rule: Rule | null; readonly due: Due | null }
export type ComplaintTerms = {
  readonly resolve: ComplaintTerm
  readonly firstAnswer: ComplaintTerm
}

/** By when a complaint that is received now has to be dealt with, and answered first. */
export async function complaintTerms(tx: Tx, receivedAt: Date): Promise<ComplaintTerms> {
  const law = await legalTime(tx, dayOf(receivedAt))
  const termOf = (key: string): ComplaintTerm => {
    const clock = clockRule(law.book, key)
    return {
      rule: findRule(law.book, key),
      due: clock && dueAt(receivedAt, clock, law.calendar),
    }
  }
  const { rules } = complaintClockPlan
  return { resolve: termOf(rules.resolve), firstAnswer: termOf(rules['first-answer']) }
}
