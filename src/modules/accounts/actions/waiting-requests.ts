import type { Actor } from '../../../kernel/actor.ts'
import { dayOf, daysBetween } from '../../../kernel/days.ts'
import type { Tx } from '../../../platform/db.ts'
import { checkSecondPerson, waitsForSecond } from '../rules/giving-roles.ts'
import { peopleAccess } from '../rules/people-access.ts'
import { listOfficers } from '../store/people.ts'
import { listWaiting, type PersonRequest } from '../store/requests.ts'

/** A request about somebody, with the clock of who waits for whom. */
export type WaitingRequest = {
  readonly request: PersonRequest
  readonly daysWaiting: number
  /** Persons who could decide, those of the same office first; empty where nobody can. */
  readonly waitsFor: readonly string[]
  readonly mayDecide: boolean
}

/** What waits for a second person, the oldest first. */
export async function readWaitingRequests(
  tx: Tx,
  actor: Actor,
  now: Date,
): Promise<readonly WaitingRequest[]> {
  const requests = await listWaiting(tx, null)
  if (requests.length === 0) return []
  const today = dayOf(now)
  const seconds = await Promise.all(
    peopleAccess.decide.map(async (role) =>
      (await listOfficers(tx, { role, today })).map(({ id, officeId }) => ({ id, officeId, role })),
    ),
  )
  return requests.map((request) => ({
    request,
    daysWaiting: daysBetween(dayOf(request.proposedAt), today),
    waitsFor: waitsForSecond(request, seconds.flat()),
    mayDecide: checkSecondPerson(actor, request).ok,
  }))
}
