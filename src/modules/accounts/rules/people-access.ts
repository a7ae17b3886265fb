import { type Actor, hasRole, type Role } from '../../../kernel/actor.ts'

/** Who heads an office, in one of its lines of work. */
const heads = ['complaints-head', 'licensing-head', 'signatory'] as const
const administrator = ['administrator'] as const
const both = [...administrator, ...heads] as const

/** What each role may do about the people of the ministry: the whole table. */
export const peopleAccess = {
  /** Who works where, and what was decided about them. */
  look: both,
  export: administrator,
  add: administrator,
  'give-first-password': administrator,
  disable: administrator,
  /** Heads for their own office. */
  'propose-role': both,
  'end-role': both,
  'propose-reset': both,
  /** The second person; for an administrator's role only administrators. */
  decide: both,
  'end-delegation': administrator,
  'review-roles': both,
} as const satisfies Readonly<Record<string, readonly Role[]>>
export type PeopleAct = keyof typeof peopleAccess

export const maySeeTo = (actor: Actor, act: PeopleAct): boolean =>
  actor.kind === 'person' && hasRole(actor, ...peopleAccess[act])

/** Heads see to their own office, administrators to all. */
export const isOfTheirOffice = (actor: Actor, officeId: string | null): boolean =>
  hasRole(actor, 'administrator') || (officeId !== null && actor.officeId === officeId)
