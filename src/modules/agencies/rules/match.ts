import type { Day } from '../../../kernel/days.ts'
import { type AgencyId, isInUse, type NameKind } from './agency.ts'

/** By what a record was found. The first four decide; the others only resemble. */
export const matchKinds = [
  'name',
  'licence-number',
  'phone',
  'page',
  'unverified-phone',
  'unverified-page',
  'former-name',
  'former-phone',
  'former-page',
  'similar-name',
] as const
export type MatchKind = (typeof matchKinds)[number]

export type Match = {
  readonly agencyId: AgencyId
  readonly by: MatchKind
  /** The name, number or address in the register that it met. */
  readonly met: string
}

const deciding: readonly MatchKind[] = ['name', 'licence-number', 'phone', 'page']
export const decides = (match: Match): boolean => deciding.includes(match.by)

/** A name that is given up may belong to anybody: it does not decide. */
export const nameMatchKind = (kind: NameKind): MatchKind =>
  kind === 'former' ? 'former-name' : 'name'

type Met = {
  readonly kind: 'phone' | 'page'
  readonly from: Day
  readonly to: Day | null
  readonly verified: boolean
}

/**
 * A number or page that has ended may belong to anybody by now, and one that nobody has proven may
 * from the first: neither decides.
 */
export function contactMatchKind(contact: Met, today: Day): MatchKind {
  if (!isInUse(contact, today)) return `former-${contact.kind}`
  return contact.verified ? contact.kind : `unverified-${contact.kind}`
}

export type Sorted = { readonly exact: readonly Match[]; readonly similar: readonly Match[] }

/** Each record once, under the strongest of its matches; what decides apart from what resembles. */
export function sortMatches(matches: readonly Match[], most: number): Sorted {
  const ranked = [...matches].sort((a, b) => matchKinds.indexOf(a.by) - matchKinds.indexOf(b.by))
  const best = new Map<AgencyId, Match>()
  for (const match of ranked) if (!best.has(match.agencyId)) best.set(match.agencyId, match)
  const all = [...best.values()]
  return {
    exact: all.filter(decides),
    similar: all.filter((match) => !decides(match)).slice(0, most),
  }
}
