import { addDays, dayOf, startOfDay } from '../../../kernel/days.ts'
import type { LegalTime } from '../../casework/index.ts'
import { clockRule, dueAt, endOfDay } from '../../law/index.ts'

const hourMs = 3_600_000

/** When a complaint must have been received for this clock of it to end later today; null if never. */
export function receiptDueToday(law: LegalTime, ruleKey: string, now: Date): Date | null {
  const rule = clockRule(law.book, ruleKey)
  if (!rule) return null
  const today = dayOf(now)
  if (rule.unit === 'hours') {
    const left = endOfDay(today).getTime() - now.getTime()
    return new Date(now.getTime() + left / 2 - rule.value * hourMs)
  }
  for (let days = 1; days < 60; days++) {
    const receipt = new Date(startOfDay(addDays(today, -days)).getTime() + 9 * hourMs)
    if (dayOf(dueAt(receipt, rule, law.calendar).dueAt) === today) return receipt
  }
  return null
}
