import type { AssignableRole } from './assignment.ts'

export const peopleStates = ['current', 'without-role', 'waiting', 'disabled', 'all'] as const
export type PeopleFilters = {
  readonly text: string
  readonly role: AssignableRole | null
  readonly officeId: string | null
  /** Province code: whose areas hold it. */
  readonly area: string | null
  readonly state: (typeof peopleStates)[number]
}
