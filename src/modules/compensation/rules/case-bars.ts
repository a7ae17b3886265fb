import type { Day } from '../../../kernel/days.ts'
import type { ClaimFacts } from '../../complaints/index.ts'
import type { BarFacts, BarId, BarTopic } from './calculator/time-bars.ts'

/** Which kinds of complaint, and which claims of a person, are about what. */
const topicsOf = {
  wages: ['wage_unpaid', 'wage_underpaid', 'overtime', 'illegal_deduction', 'no_rest_day'],
  injury: ['injury', 'illness'],
  death: ['death', 'death_benefit'],
} as const satisfies Readonly<Partial<Record<BarTopic, readonly string[]>>>

const claimsOf = {
  wages: ['wages', 'overtime'],
  injury: ['injury', 'insurance'],
  death: ['death'],
} as const satisfies Readonly<Partial<Record<BarTopic, readonly ClaimFacts['claimed'][number][]>>>

/** What harms health or life: a scheme has to hear of it within days. */
export const harmCategories: readonly string[] = [...topicsOf.injury, ...topicsOf.death]
export const harmClaims: readonly ClaimFacts['claimed'][number][] = [
  ...claimsOf.injury,
  ...claimsOf.death,
]

type Known = Pick<
  ClaimFacts,
  'country' | 'month' | 'categories' | 'claimed' | 'aroseOn' | 'notSettledOn' | 'receivedOn'
>

/** What a time for filing depends on, as a case says it. */
export function barFactsOfCase(
  facts: Known,
  filedOn: Readonly<Partial<Record<BarId, Day>>>,
): BarFacts {
  const has = (all: readonly string[], any: readonly string[]) =>
    any.some((each) => all.includes(each))
  const topics = (['wages', 'injury', 'death'] as const).filter(
    (topic) => has(facts.categories, topicsOf[topic]) || has(facts.claimed, claimsOf[topic]),
  )
  return {
    country: facts.country,
    topics: topics.length > 0 ? topics : ['other'],
    happenedOn: facts.aroseOn ?? (facts.month === null ? null : (`${facts.month}-01` as Day)),
    isExact: facts.aroseOn !== null,
    conciliationFailedOn: facts.notSettledOn,
    // Whatever the time for complaining was, it was kept on this day.
    filedOn: { 'KH.complaint': facts.receivedOn, ...filedOn },
  }
}
