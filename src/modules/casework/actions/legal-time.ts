import type { Day } from '../../../kernel/days.ts'
import type { Db, Tx } from '../../../platform/db.ts'
import { type Rulebook, rulebook, workCalendar } from '../../law/index.ts'
import type { Calendar } from '../../places/index.ts'

/** What clocks are counted with: the rules in force on a day, and the calendar of that day. */
export type LegalTime = { readonly book: Rulebook; readonly calendar: Calendar }

export async function legalTime(db: Db | Tx, on: Day): Promise<LegalTime> {
  return { book: await rulebook(db, on), calendar: await workCalendar(db, on) }
}
