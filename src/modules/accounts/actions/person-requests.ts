import type { Actor } from '../../../kernel/actor.ts'
import { type Day, dayOf } from '../../../kernel/days.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import {
  type AssignmentRefusal,
  checkAssignment,
  checkFacts,
  checkSecondPerson,
  type DecisionRefusal,
  type HeldRole,
} from '../rules/giving-roles.ts'
import { maySeeTo } from '../rules/people-access.ts'
import type { SigningRefusal } from '../rules/signing.ts'
import { forgetSecondFactor } from '../store/credentials.ts'
import { listAssignments } from '../store/held-roles.ts'
import { deleteAllLinked } from '../store/linked-identities.ts'
import { deletePasskeys } from '../store/passkeys.ts'
import { addAssignment, lockPerson } from '../store/people.ts'
import { findPerson, type PersonRow } from '../store/people-list.ts'
import { addRequest, decideRequest, findRequest, type PersonRequest } from '../store/requests.ts'
import { endAllSessions } from '../store/sessions.ts'
import { recordAbout } from './about-person.ts'
import { asThePlatform } from './on-behalf.ts'
import { type SigningVisit, sign } from './sign.ts'

export type ProposedRole = HeldRole & {
  readonly personId: string
  readonly reason: string
  readonly now: Date
}

/** Asks for a role for somebody. Nothing changes before a second person has approved. */
export async function proposeRole(
  tx: Tx,
  actor: Actor,
  wanted: ProposedRole,
): Promise<Result<string, AssignmentRefusal | 'not-found'>> {
  const person = await findPerson(tx, wanted.personId)
  if (!person) return refuse('not-found')
  const checked = checkAssignment(actor, wanted, await factsOf(tx, person, wanted.now))
  if (!checked.ok) return checked
  const { role, officeId, areas, agencyId, from, to, reason, now } = wanted
  const id = await addRequest(tx, {
    ...{ kind: 'assignment', personId: person.id, role, officeId, areas, agencyId, from, to },
    ...{ reason, proposedBy: actor.id, proposedAt: now },
  })
  const data = { request: id, role, office: officeId, areas, from, to }
  const personId = person.id
  await recordAbout(tx, actor, { personId, type: 'person.role-proposed', at: now, data })
  return ok(id)
}

/** Asks that somebody who lost the phone may set up another one. */
export async function proposeReset(
  tx: Tx,
  actor: Actor,
  wanted: { readonly personId: string; readonly reason: string; readonly now: Date },
): Promise<Result<string, 'not-your-role' | 'not-found' | 'person-disabled'>> {
  if (!maySeeTo(actor, 'propose-reset')) return refuse('not-your-role')
  const person = await findPerson(tx, wanted.personId)
  if (!person) return refuse('not-found')
  if (person.disabledAt) return refuse('person-disabled')
  const { reason, now } = wanted
  const none = { role: null, officeId: null, areas: null, agencyId: null, from: null, to: null }
  const asked = { kind: 'second-factor-reset', personId: person.id, ...none } as const
  const id = await addRequest(tx, { ...asked, reason, proposedBy: actor.id, proposedAt: now })
  const data = { request: id }
  const personId = person.id
  await recordAbout(tx, actor, { personId, type: 'person.reset-proposed', at: now, data })
  return ok(id)
}

export type Decide = {
  readonly id: string
  /** As it was read before deciding. */
  readonly version: number
  readonly action: 'approve' | 'refuse' | 'withdraw'
}
export type DecideRefusal =
  | DecisionRefusal
  | AssignmentRefusal
  | SigningRefusal
  | 'not-found'
  | 'changed-meanwhile'
  | 'only-the-proposer'

/** A second person approves, with the second factor, or refuses; the proposer withdraws. */
export async function decidePersonRequest(
  tx: Tx,
  visit: SigningVisit,
  { id, version, action }: Decide,
): Promise<Result<PersonRequest, DecideRefusal>> {
  const { actor, now } = visit
  const request = await findRequest(tx, id)
  if (!request) return refuse('not-found')
  if (request.version !== version || request.status !== 'proposed')
    return refuse('changed-meanwhile')
  if (action === 'withdraw') {
    if (request.proposedBy !== actor.id) return refuse('only-the-proposer')
  } else {
    const second = checkSecondPerson(actor, request)
    if (!second.ok) return second
  }
  return action === 'approve'
    ? approve(tx, visit, request)
    : turnDown(tx, actor, { request, action, now })
}

async function turnDown(
  tx: Tx,
  actor: Actor,
  { request, action, now }: { request: PersonRequest; action: 'refuse' | 'withdraw'; now: Date },
): Promise<Result<PersonRequest, DecideRefusal>> {
  const status = action === 'refuse' ? 'refused' : 'withdrawn'
  const decision = { status, by: actor.id, at: now, signatureId: null } as const
  if (!(await decideRequest(tx, request, decision))) return refuse('changed-meanwhile')
  const type = action === 'refuse' ? 'person.request-refused' : 'person.request-withdrawn'
  const { personId, id } = request
  await recordAbout(tx, actor, { personId, type, at: now, data: { request: id } })
  return ok(request)
}

async function approve(
  tx: Tx,
  visit: SigningVisit,
  request: PersonRequest,
): Promise<Result<PersonRequest, DecideRefusal>> {
  const { actor, now } = visit
  await lockPerson(tx, request.personId)
  const wanted = wantedOf(request, dayOf(now))
  const person = await findPerson(tx, request.personId)
  if (!person) return refuse('not-found')
  if (wanted) {
    const possible = checkFacts(wanted, await factsOf(tx, person, now))
    if (!possible.ok) return possible
  }
  const record = { type: 'person-request', id: request.id }
  const signed = await sign(tx, visit, {
    record,
    meaning: 'person-request.approve',
    shown: shownOf(request),
  })
  if (!signed.ok) return signed
  const decision = { status: 'approved', by: actor.id, at: now, signatureId: signed.value } as const
  if (!(await decideRequest(tx, request, decision))) return refuse('changed-meanwhile')
  if (wanted) await assign(tx, actor, { request, wanted, now })
  else await reset(tx, actor, { request, now })
  return ok(request)
}

type Applying = { readonly request: PersonRequest; readonly now: Date }

async function assign(
  tx: Tx,
  actor: Actor,
  { request, wanted, now }: Applying & { readonly wanted: HeldRole },
): Promise<void> {
  const { personId, id } = request
  await addAssignment(tx, { ...wanted, personId })
  const { role, officeId, areas, from, to } = wanted
  const data = { request: id, role, office: officeId, areas, from, to }
  await recordAbout(tx, actor, { personId, type: 'person.assigned', at: now, data })
}

async function reset(tx: Tx, actor: Actor, { request, now }: Applying): Promise<void> {
  const { personId, id } = request
  await asThePlatform(tx, actor, async () => {
    await forgetSecondFactor(tx, personId)
    await deletePasskeys(tx, personId)
    await deleteAllLinked(tx, personId)
    await endAllSessions(tx, personId)
  })
  const data = { request: id }
  await recordAbout(tx, actor, { personId, type: 'person.second-factor-reset', at: now, data })
}

/** The role as it will be: one that was approved late begins with the approval. */
function wantedOf(request: PersonRequest, today: Day): HeldRole | null {
  const { role, officeId, areas, agencyId, from, to } = request
  if (role === null || from === null) return null
  return { role, officeId, areas, agencyId, from: from < today ? today : from, to }
}

/** What the second person was shown, in one order for ever. */
const shownOf = (request: PersonRequest): string => {
  const { kind, personId, role, officeId, areas, agencyId, from, to, reason, proposedBy } = request
  return JSON.stringify({
    ...{ kind, personId, role, officeId, areas, agencyId, from, to, reason, proposedBy },
  })
}

async function factsOf(tx: Tx, person: PersonRow, now: Date) {
  const held = await listAssignments(tx, [person.id])
  return { today: dayOf(now), disabled: person.disabledAt !== null, held }
}
