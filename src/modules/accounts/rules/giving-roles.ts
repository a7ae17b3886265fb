import { type Actor, hasRole } from '../../../kernel/actor.ts'
import { addDays, type Day } from '../../../kernel/days.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { AssignableRole } from './assignment.ts'
import { isOfTheirOffice, maySeeTo } from './people-access.ts'

/** A role that somebody holds, held or will hold. */
export type HeldRole = {
  readonly role: AssignableRole
  readonly officeId: string | null
  readonly areas: readonly string[] | null
  readonly agencyId: string | null
  readonly from: Day
  readonly to: Day | null
}

export type AssignmentRefusal =
  | 'not-your-role'
  | 'not-your-office'
  | 'person-disabled'
  | 'role-needs-office'
  | 'role-needs-agency'
  | 'day-in-the-past'
  | 'ends-before-it-begins'
  | 'role-held-already'
  | 'works-elsewhere'

type Facts = {
  readonly today: Day
  readonly disabled: boolean
  readonly held: readonly HeldRole[]
}

/** Whether this role may be asked for. */
export function checkAssignment(
  actor: Actor,
  wanted: HeldRole,
  facts: Facts,
): Result<null, AssignmentRefusal> {
  const place = checkPlace(actor, wanted)
  return place.ok ? checkFacts(wanted, facts) : place
}

/** As things stand: asked again when the second person decides. */
export function checkFacts(
  wanted: HeldRole,
  { today, disabled, held }: Facts,
): Result<null, AssignmentRefusal> {
  if (disabled) return refuse('person-disabled')
  if (wanted.from < today) return refuse('day-in-the-past')
  if (wanted.to !== null && wanted.to < wanted.from) return refuse('ends-before-it-begins')
  const beside = held.filter((one) => overlap(one, wanted))
  // One place at a time: a second one would hide the first, or reach further than it was given.
  if (beside.some((one) => placeOf(one) !== placeOf(wanted))) return refuse('works-elsewhere')
  return beside.some(({ role }) => role === wanted.role) ? refuse('role-held-already') : ok(null)
}

function checkPlace(actor: Actor, wanted: HeldRole): Result<null, AssignmentRefusal> {
  if (!maySeeTo(actor, 'propose-role')) return refuse('not-your-role')
  const ofAgency = wanted.role === 'agency-clerk'
  if (ofAgency && wanted.agencyId === null) return refuse('role-needs-agency')
  if (!ofAgency && wanted.officeId === null) return refuse('role-needs-office')
  return isOfTheirOffice(actor, wanted.officeId) ? ok(null) : refuse('not-your-office')
}

export type DecisionRefusal = 'not-your-role' | 'own-proposal' | 'about-yourself'

/** The second person: neither who asked nor who is concerned. */
export function checkSecondPerson(
  actor: Actor,
  request: {
    readonly proposedBy: string
    readonly personId: string
    readonly role: AssignableRole | null
  },
): Result<null, DecisionRefusal> {
  const forAdministrator = request.role === 'administrator'
  if (!maySeeTo(actor, 'decide') || (forAdministrator && !hasRole(actor, 'administrator')))
    return refuse('not-your-role')
  // Whoever acts for somebody is no second person beside them.
  const self = [actor.id, actor.actingFor]
  if (self.includes(request.proposedBy)) return refuse('own-proposal')
  return self.includes(request.personId) ? refuse('about-yourself') : ok(null)
}

type Second = {
  readonly id: string
  readonly officeId: string | null
  readonly role: AssignableRole
}

/** Who could be the second person, of all who hold a role that decides: the same office first. */
export function waitsForSecond(
  request: {
    readonly proposedBy: string
    readonly personId: string
    readonly role: AssignableRole | null
    readonly officeId: string | null
  },
  seconds: readonly Second[],
): readonly string[] {
  const able = seconds.filter(
    ({ id, role }) =>
      id !== request.proposedBy &&
      id !== request.personId &&
      (request.role !== 'administrator' || role === 'administrator'),
  )
  const isNear = ({ officeId }: Second) => officeId !== null && officeId === request.officeId
  const nearFirst = [...able.filter(isNear), ...able.filter((one) => !isNear(one))]
  return [...new Set(nearFirst.map(({ id }) => id))]
}

export type EndRefusal = 'not-your-role' | 'not-your-office' | 'about-yourself' | 'last-day-wrong'

/** Ending needs one person: it takes power and gives none. Yesterday as last day ends it at once. */
export function checkEnd(
  actor: Actor,
  held: HeldRole & { readonly personId: string },
  { lastDay, today }: { readonly lastDay: Day; readonly today: Day },
): Result<null, EndRefusal> {
  if (!maySeeTo(actor, 'end-role')) return refuse('not-your-role')
  if (held.personId === actor.id) return refuse('about-yourself')
  if (!isOfTheirOffice(actor, held.officeId)) return refuse('not-your-office')
  const earliest = held.from > today ? addDays(held.from, -1) : addDays(today, -1)
  const latest = held.to ?? ('9999-12-31' as Day)
  const wrong = lastDay < earliest || lastDay > latest || lastDay < addDays(held.from, -1)
  return wrong ? refuse('last-day-wrong') : ok(null)
}

export const isHeldOn = ({ from, to }: Pick<HeldRole, 'from' | 'to'>, day: Day): boolean =>
  from <= day && (to === null || to >= day)

const overlap = (a: HeldRole, b: HeldRole): boolean =>
  (a.to === null || a.to >= b.from) && (b.to === null || b.to >= a.from)

const placeOf = ({ officeId, areas, agencyId }: HeldRole): string =>
  JSON.stringify([officeId, areas && [...areas].sort(), agencyId])
