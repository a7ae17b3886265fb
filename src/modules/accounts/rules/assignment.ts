import type { Role } from '../../../kernel/actor.ts'

/** The roles that a person can be given; the others belong to nobody with an account. */
export const assignableRoles = [
  'agency-clerk',
  'counsellor',
  'complaints-officer',
  'complaints-head',
  'caseworker',
  'oversight',
  'licensing-officer',
  'licensing-head',
  'signatory',
  'administrator',
] as const satisfies readonly Role[]
export type AssignableRole = (typeof assignableRoles)[number]

/** One role at one place that counts today. */
export type Assignment = {
  readonly role: AssignableRole
  /** Null for an agency's people. */
  readonly officeId: string | null
  /** Province codes; null for the whole country. */
  readonly areas: readonly string[] | null
  readonly agencyId: string | null
  /** Where a deputy uses somebody's role: whose. */
  readonly actingFor?: string
  readonly actingForKm?: string
  readonly actingForEn?: string
}

/** What a person may do and see: part of the kernel's Actor. */
export type Standing = {
  readonly roles: readonly AssignableRole[]
  readonly officeId: string | null
  readonly areas: readonly string[] | null
  readonly agencyId: string | null
  readonly actingFor?: string
}

export const noStanding: Standing = { roles: [], officeId: null, areas: [], agencyId: null }

/**
 * The newest assignment decides the place; others count beside it only where they hold for the
 * same office, areas and agency, so that no role reaches further than it was given.
 */
export function standingOf(newestFirst: readonly Assignment[]): Standing {
  const [newest] = newestFirst
  if (!newest) return noStanding
  const here = newestFirst.filter((one) => placeOf(one) === placeOf(newest))
  return {
    roles: [...new Set(here.map(({ role }) => role))],
    officeId: newest.officeId,
    // An agency's people have no area: null would stand for the whole country.
    areas: newest.agencyId === null ? newest.areas : [],
    agencyId: newest.agencyId,
    ...(newest.actingFor ? { actingFor: newest.actingFor } : {}),
  }
}

const placeOf = ({ officeId, areas, agencyId }: Assignment): string =>
  JSON.stringify([officeId, areas && [...areas].sort(), agencyId])
