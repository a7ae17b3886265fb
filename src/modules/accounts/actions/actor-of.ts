import type { Actor } from '../../../kernel/actor.ts'
import { type Assignment, noStanding, standingOf } from '../rules/assignment.ts'
import type { PersonId } from '../store/people.ts'

export const actorOf = (personId: PersonId, assignments: readonly Assignment[]): Actor => ({
  kind: 'person',
  id: personId,
  ...standingOf(assignments),
})

/** Somebody who has shown who they are, and may so far do nothing but see to their account. */
export const bareActorOf = (personId: PersonId): Actor => ({
  kind: 'person',
  id: personId,
  ...noStanding,
})
