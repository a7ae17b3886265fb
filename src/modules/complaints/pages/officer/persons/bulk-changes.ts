import { consentWays } from '../../../rules/case-tasks.ts'
import { joinings, leavings, situations } from '../../../rules/person.ts'
import type { PersonChange } from '../../../rules/person-change.ts'

/** What is done with the persons who are chosen; each value says what and to what. */
export const bulkChanges = [
  ...situations.map((one) => `situation.${one}` as const),
  ...joinings.map((one) => `joins.${one}` as const),
  'name-shown.yes',
  'name-shown.no',
  ...leavings.map((one) => `left.${one}` as const),
  'back.yes',
] as const

/** What was chosen in the bar: "situation.abroad", "left.own-wish". */
export function changeOf(chosen: string, way: string): PersonChange | null {
  const [what = '', ...rest] = chosen.split('.')
  const value = rest.join('.')
  const how = consentWays.find((one) => one === way) ?? 'phone'
  switch (what) {
    case 'situation': {
      const situation = situations.find((one) => one === value)
      return situation ? { what, situation } : null
    }
    case 'joins': {
      const joins = joinings.find((one) => one === value)
      return joins ? { what, joins, how } : null
    }
    case 'name-shown':
      return { what, shown: value === 'yes', how }
    case 'left': {
      const why = leavings.find((one) => one === value)
      return why ? { what, why } : null
    }
    case 'back':
      return { what }
    default:
      return null
  }
}
