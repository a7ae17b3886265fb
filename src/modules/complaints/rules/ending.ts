import type { CloseReason } from './complaint.ts'
import type { CasePerson } from './person.ts'

export type EndRefusal = 'close-reason-missing' | 'absence-abroad-ends-nothing'

/**
 * Whether a case may be closed although nobody confirmed that it is solved. That a worker who is
 * abroad, missing or detained cannot be reached never ends it.
 */
export function checkEnd(
  reason: CloseReason | null,
  persons: readonly Pick<CasePerson, 'situation' | 'leftAt'>[],
): EndRefusal | null {
  if (reason === null) return 'close-reason-missing'
  const isAway = persons.some(
    ({ situation, leftAt }) => leftAt === null && awayBeyondHerWill.includes(situation),
  )
  return reason === 'cannot-be-reached' && isAway ? 'absence-abroad-ends-nothing' : null
}

const awayBeyondHerWill: readonly string[] = ['abroad', 'missing', 'detained']
