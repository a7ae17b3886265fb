import { type Actor, hasRole } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { findNumber, rulebook } from '../../law/index.ts'
import {
  checkDelegation,
  type DelegationRefusal,
  type WantedDelegation,
} from '../rules/delegating.ts'
import { peopleAccess } from '../rules/people-access.ts'
import {
  addDelegation,
  type Delegation,
  endDelegation,
  listDelegations,
  setActing,
} from '../store/delegations.ts'
import { listAssignments } from '../store/held-roles.ts'
import { findPerson } from '../store/people-list.ts'
import { recordAbout } from './about-person.ts'

export type Delegate = WantedDelegation & { readonly reason: string; readonly now: Date }
export type DelegateRefusal = DelegationRefusal | 'not-found' | 'deputy-already'

/** Gives one's own role to a deputy for some days. The deputy chooses when to act with it. */
export async function delegate(
  tx: Tx,
  actor: Actor,
  wanted: Delegate,
): Promise<Result<string, DelegateRefusal>> {
  const deputy = await findPerson(tx, wanted.to)
  if (!deputy) return refuse('not-found')
  const today = dayOf(wanted.now)
  const held = await listAssignments(tx, [actor.id, deputy.id])
  const checked = checkDelegation(actor, wanted, {
    today,
    mostDays: findNumber(await rulebook(tx, today), 'delegation.most_days'),
    own: held.filter(({ personId }) => personId === actor.id),
    deputy: {
      disabled: deputy.disabledAt !== null,
      held: held.filter(({ personId }) => personId === deputy.id),
    },
  })
  if (!checked.ok) return checked
  const { role, officeId, areas } = checked.value
  if (officeId === null) return refuse('role-not-held')
  const { from, until, reason, now } = wanted
  const id = await addDelegation(tx, {
    ...{ fromPerson: actor.id, toPerson: deputy.id, role, officeId, areas },
    ...{ from, to: until, reason, at: now },
  })
  if (id === null) return refuse('deputy-already')
  const data = { delegation: id, deputy: deputy.id, role, office: officeId, from, to: until }
  await recordAbout(tx, actor, {
    ...{ personId: actor.id, type: 'person.delegation-given', at: now, data },
  })
  return ok(id)
}

/** What this person gave or was given and is not over yet. */
export const openDelegations = (
  tx: Tx,
  personId: string | null,
  now: Date,
): Promise<Delegation[]> =>
  listDelegations(tx, { personId, since: dayOf(now) }).then((all) =>
    all.filter(({ endedAt }) => endedAt === null),
  )

/** The head is back early, the deputy gives it back, or an administrator ends it. */
export async function takeBack(
  tx: Tx,
  actor: Actor,
  { id, now }: { readonly id: string; readonly now: Date },
): Promise<Result<null, 'not-found'>> {
  const found = (await openDelegations(tx, null, now)).find((one) => one.id === id)
  const theirs = found && [found.fromPerson, found.toPerson].some((person) => person === actor.id)
  if (!found || !(theirs || hasRole(actor, ...peopleAccess['end-delegation'])))
    return refuse('not-found')
  if (!(await endDelegation(tx, { id, by: actor.id, at: now }))) return refuse('not-found')
  const { fromPerson: personId, role } = found
  const type = 'person.delegation-ended'
  // The deputy writes it in the own history: about a head only heads and administrators may write.
  const about = found.toPerson === actor.id ? found.toPerson : personId
  await recordAbout(tx, actor, { personId: about, type, at: now, data: { delegation: id, role } })
  return ok(null)
}

/** From now on this browser acts for somebody, or again for its person alone. */
export async function actAs(
  tx: Tx,
  actor: Actor,
  { id, tokenHash, now }: { id: string | null; tokenHash: Buffer; now: Date },
): Promise<Result<null, 'not-found'>> {
  if (id !== null) {
    const today = dayOf(now)
    const open = await openDelegations(tx, actor.id, now)
    const mine = open.find((one) => one.id === id && one.toPerson === actor.id)
    if (!mine || mine.from > today || mine.to < today) return refuse('not-found')
  }
  await setActing(tx, tokenHash, id)
  return ok(null)
}
