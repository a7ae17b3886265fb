import type { Day } from '../../../kernel/days.ts'
import type { Db, Tx } from '../../../platform/db.ts'
import { type Calendar, listHolidays, makeCalendar } from '../../places/index.ts'
import type { Rule } from '../rules/rule.ts'
import { findRule, makeRulebook, type Rulebook } from '../rules/rulebook.ts'
import { listRulesInForce } from '../store/rules.ts'

/**
 * Every rule in force on a day. Kept in memory for a minute: a change of the law is published
 * before it applies, so that no process meets it unprepared.
 */
export function rulebook(db: Db | Tx, on: Day): Promise<Rulebook> {
  return remember(rulebooks, on, async () => makeRulebook(await listRulesInForce(db, on), on))
}

/** When public offices work, by the holidays and the rule `office.working_weekdays` of a day. */
export function workCalendar(db: Db | Tx, on: Day): Promise<Calendar> {
  return remember(calendars, on, async () => {
    const book = await rulebook(db, on)
    return makeCalendar(
      await listHolidays(db),
      weekdaysOf(findRule(book, 'office.working_weekdays')),
    )
  })
}

/** After a change of the rulebook or the holidays in this process. */
export function forgetRulebook(): void {
  rulebooks.clear()
  calendars.clear()
}

type Kept<T> = { readonly value: T; readonly until: number }
const rulebooks = new Map<Day, Kept<Rulebook>>()
const calendars = new Map<Day, Kept<Calendar>>()
const keptMs = 60_000
const keptDays = 400

/** A failed reading is not kept, nor are more days than a year of records asks for. */
async function remember<T>(kept: Map<Day, Kept<T>>, on: Day, read: () => Promise<T>): Promise<T> {
  const found = kept.get(on)
  if (found && found.until > performance.now()) return found.value
  if (kept.size >= keptDays) kept.clear()
  const value = await read()
  kept.set(on, { value, until: performance.now() + keptMs })
  return value
}

function weekdaysOf(rule: Rule | null): number[] {
  if (!Array.isArray(rule?.value)) throw new Error('no rule says on which days offices work')
  return rule.value.map(Number)
}
