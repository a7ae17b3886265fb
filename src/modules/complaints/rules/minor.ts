import type { PartyRole } from './person.ts'

/** A minor is never a respondent, whatever she is said to have done. */
export const mayBeParty = ({
  role,
  isMinor,
}: {
  readonly role: PartyRole
  readonly isMinor: boolean
}): boolean => !isMinor || role !== 'respondent'
