import type { Actor } from '../../../kernel/actor.ts'
import { addDays, type Day } from '../../../kernel/days.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { AssignableRole } from './assignment.ts'
import { type HeldRole, isHeldOn } from './giving-roles.ts'

/** Whose power may not come together with which other in one person, not even for some days. */
const apart: readonly (readonly [AssignableRole, AssignableRole])[] = [
  ['administrator', 'complaints-head'],
  ['administrator', 'licensing-head'],
  ['administrator', 'signatory'],
  ['complaints-head', 'licensing-officer'],
  ['complaints-head', 'licensing-head'],
]

export type DelegationRefusal =
  | 'delegation-to-yourself'
  | 'delegation-of-a-delegation'
  | 'role-not-held'
  | 'deputy-disabled'
  | 'deputy-without-role'
  | 'deputy-of-an-agency'
  | 'deputy-in-conflict'
  | 'day-in-the-past'
  | 'ends-before-it-begins'
  | 'delegation-too-long'

export type WantedDelegation = {
  readonly to: string
  readonly role: AssignableRole
  readonly from: Day
  readonly until: Day
}
type Facts = {
  readonly today: Day
  /** The rule; null while unknown, and then no length is refused. */
  readonly mostDays: number | null
  readonly own: readonly HeldRole[]
  readonly deputy: { readonly disabled: boolean; readonly held: readonly HeldRole[] }
}

/** The role as the head holds it over all the days, or why it cannot be given on. */
export function checkDelegation(
  actor: Actor,
  wanted: WantedDelegation,
  facts: Facts,
): Result<HeldRole, DelegationRefusal> {
  if (wanted.to === actor.id) return refuse('delegation-to-yourself')
  if (actor.actingFor) return refuse('delegation-of-a-delegation')
  const days = checkDays(wanted, facts)
  if (!days.ok) return days
  const held = facts.own.find(
    (one) => one.role === wanted.role && isHeldOn(one, wanted.from) && isHeldOn(one, wanted.until),
  )
  if (!held?.officeId) return refuse('role-not-held')
  return checkDeputy(held, wanted, facts.deputy)
}

function checkDays(
  { from, until }: WantedDelegation,
  { today, mostDays }: Facts,
): Result<null, DelegationRefusal> {
  if (from < today) return refuse('day-in-the-past')
  if (until < from) return refuse('ends-before-it-begins')
  if (mostDays !== null && until > addDays(from, mostDays - 1)) return refuse('delegation-too-long')
  return ok(null)
}

function checkDeputy(
  held: HeldRole,
  { from, until }: WantedDelegation,
  deputy: Facts['deputy'],
): Result<HeldRole, DelegationRefusal> {
  if (deputy.disabled) return refuse('deputy-disabled')
  const current = deputy.held.filter((one) => isHeldOn(one, from) && isHeldOn(one, until))
  if (current.length === 0) return refuse('deputy-without-role')
  if (current.some(({ agencyId }) => agencyId !== null)) return refuse('deputy-of-an-agency')
  return current.some(({ role }) => areApart(role, held.role))
    ? refuse('deputy-in-conflict')
    : ok(held)
}

const areApart = (a: AssignableRole, b: AssignableRole): boolean =>
  apart.some(([one, other]) => (one === a && other === b) || (one === b && other === a))
