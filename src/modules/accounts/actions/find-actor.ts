import type { Actor } from '../../../kernel/actor.ts'
import type { Tx } from '../../../platform/db.ts'
import type { PersonId } from '../store/people.ts'
import { findAssignments } from '../store/standing.ts'
import { actorOf } from './actor-of.ts'

/** Somebody whom the worker acts for, with the roles of today; null where the account was closed. */
export async function findActor(tx: Tx, personId: PersonId, at: Date): Promise<Actor | null> {
  const assignments = await findAssignments(tx, personId, at)
  return assignments && actorOf(personId, assignments)
}
