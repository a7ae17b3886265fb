import type { Actor } from '../../../kernel/actor.ts'
import { addDays, type Day, dayOf } from '../../../kernel/days.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { checkEnd, type EndRefusal } from '../rules/giving-roles.ts'
import { maySeeTo } from '../rules/people-access.ts'
import { findAssignment, listAssignments, setLastDay } from '../store/held-roles.ts'
import { lockPerson, type PersonId } from '../store/people.ts'
import { findPerson, setDisabled } from '../store/people-list.ts'
import { endAllSessions } from '../store/sessions.ts'
import { revokeAllTokens } from '../store/tokens.ts'
import { recordAbout } from './about-person.ts'
import { asThePlatform } from './on-behalf.ts'

/** The last day of a role; yesterday ends it at once. */
export async function endRole(
  tx: Tx,
  actor: Actor,
  { id, lastDay, now }: { readonly id: string; readonly lastDay: Day; readonly now: Date },
): Promise<Result<string, EndRefusal | 'not-found'>> {
  const held = await findAssignment(tx, id)
  if (!held) return refuse('not-found')
  await lockPerson(tx, held.personId as PersonId)
  const checked = checkEnd(actor, held, { lastDay, today: dayOf(now) })
  if (!checked.ok) return checked
  await setLastDay(tx, id, lastDay)
  const { personId, role, officeId } = held
  const data = { role, office: officeId, lastDay }
  await recordAbout(tx, actor, { personId, type: 'person.role-ended', at: now, data })
  return ok(personId)
}

export type DisableRefusal = 'not-your-role' | 'not-found' | 'about-yourself' | 'changed-meanwhile'

/** Nobody signs in with the account any more, and its roles end: to come back takes two persons. */
export async function disableSomebody(
  tx: Tx,
  actor: Actor,
  { personId, now }: { readonly personId: string; readonly now: Date },
): Promise<Result<null, DisableRefusal>> {
  const found = await otherPerson(tx, actor, personId)
  if (!found.ok) return found
  const { id } = found.value
  if (!(await setDisabled(tx, id, now))) return refuse('changed-meanwhile')
  const yesterday = addDays(dayOf(now), -1)
  for (const held of await listAssignments(tx, [id])) {
    if (held.to !== null && held.to <= yesterday) continue
    const last = held.from > yesterday ? addDays(held.from, -1) : yesterday
    await setLastDay(tx, held.id, last)
  }
  await asThePlatform(tx, actor, async () => {
    await endAllSessions(tx, id)
    await revokeAllTokens(tx, id, now)
  })
  await recordAbout(tx, actor, { personId: id, type: 'person.disabled', at: now })
  return ok(null)
}

/** The account opens again, without any role. */
export async function enableSomebody(
  tx: Tx,
  actor: Actor,
  { personId, now }: { readonly personId: string; readonly now: Date },
): Promise<Result<null, DisableRefusal>> {
  const found = await otherPerson(tx, actor, personId)
  if (!found.ok) return found
  if (!(await setDisabled(tx, found.value.id, null))) return refuse('changed-meanwhile')
  await recordAbout(tx, actor, { personId, type: 'person.enabled', at: now })
  return ok(null)
}

async function otherPerson(tx: Tx, actor: Actor, personId: string) {
  if (!maySeeTo(actor, 'disable')) return refuse('not-your-role' as const)
  const person = await findPerson(tx, personId)
  if (!person) return refuse('not-found' as const)
  return person.id === actor.id ? refuse('about-yourself' as const) : ok(person)
}
