import type { Day } from '../../../kernel/days.ts'
import type { Db, Tx } from '../../../platform/db.ts'
import { inMemory } from '../../../platform/public-changed.ts'
import { type Calendar, type Holiday, listHolidays, makeCalendar } from '../../places/index.ts'
import type { Rule } from '../rules/rule.ts'
import { findRule, makeRulebook, type Rulebook } from '../rules/rulebook.ts'
import { listRules } from '../store/rules.ts'

/** Every rule in force on a day. */
export async function rulebook(db: Db | Tx, on: Day): Promise<Rulebook> {
  return bookOf(await lawInMemory(db), on)
}

/** Every version of every rule: for what is reckoned over a stretch of days. */
export const everyRule = async (db: Db | Tx): Promise<readonly Rule[]> =>
  (await lawInMemory(db)).rules

/** When public offices work, by the holidays and the rule `office.working_weekdays` of a day. */
export async function workCalendar(db: Db | Tx, on: Day): Promise<Calendar> {
  const law = await lawInMemory(db)
  const weekdays = weekdaysOf(findRule(bookOf(law, on), 'office.working_weekdays'))
  const known = law.calendars.get(weekdays.join())
  if (known) return known
  const calendar = makeCalendar(law.holidays, weekdays)
  law.calendars.set(weekdays.join(), calendar)
  return calendar
}

/** The same, read anew: for a job that follows a change and must not count with what was before. */
export async function freshCalendar(db: Db | Tx, on: Day): Promise<Calendar> {
  const { rules, holidays } = await readLaw(db)
  return makeCalendar(
    holidays,
    weekdaysOf(findRule(makeRulebook(rules, on), 'office.working_weekdays')),
  )
}

type Law = {
  readonly rules: readonly Rule[]
  readonly holidays: readonly Holiday[]
  /** Made of the rules and holidays above, when first asked for. */
  readonly books: Map<Day, Rulebook>
  readonly calendars: Map<string, Calendar>
}

async function readLaw(db: Db | Tx): Promise<Law> {
  const [rules, holidays] = await Promise.all([listRules(db), listHolidays(db)])
  return { rules, holidays, books: new Map(), calendars: new Map() }
}

const lawInMemory = inMemory(readLaw)

function bookOf({ rules, books }: Law, on: Day): Rulebook {
  const known = books.get(on)
  if (known) return known
  const book = makeRulebook(rules, on)
  books.set(on, book)
  return book
}

function weekdaysOf(rule: Rule | null): number[] {
  if (!Array.isArray(rule?.value)) throw new Error('no rule says on which days offices work')
  return rule.value.map(Number)
}
