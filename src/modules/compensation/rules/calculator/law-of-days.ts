import { addDays, type Day } from '../../../../kernel/days.ts'
import { makeRulebook, type Rule, type Rulebook } from '../../../law/index.ts'
import type { WageTable } from './wage-table.ts'

/** What holds on each day: the rulebook and the tables of wages. */
export type LawOfDays = {
  readonly wages: WageTable
  on(day: Day): Rulebook
  /** The days of a stretch on which something changes, its first day among them. */
  changesIn(from: Day, to: Day): readonly Day[]
}

export function lawOfDays(rules: readonly Rule[], wages: WageTable): LawOfDays {
  const turns = [...rules, ...wages].flatMap(({ validFrom, validTo }) => [
    ...(validFrom === null ? [] : [validFrom]),
    ...(validTo === null ? [] : [addDays(validTo, 1)]),
  ])
  const sorted = [...new Set(turns)].sort()
  const books = new Map<string, Rulebook>()
  return {
    wages,
    on: (day) => {
      const since = sorted.findLast((turn) => turn <= day) ?? ''
      const book = books.get(since) ?? makeRulebook(rules, day)
      books.set(since, book)
      return book
    },
    changesIn: (from, to) => [from, ...sorted.filter((turn) => turn > from && turn <= to)],
  }
}
