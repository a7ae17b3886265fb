import type { Day } from '../../../kernel/days.ts'
import { isWarningInForce, type Warning } from '../../agencies/index.ts'
import {
  destinationsOn,
  type Licence,
  type Standing,
  type Suspension,
  standingOn,
} from './licence.ts'

/** Is this agency allowed to send workers, today, to the country that was asked about? */
export type Answer =
  /** Licensed for the country asked, or, when none was asked, for these. */
  | { readonly kind: 'licensed'; readonly destinations: readonly string[] }
  | { readonly kind: 'other-countries'; readonly destinations: readonly string[] }
  | ({ readonly kind: 'suspended' } & Suspension)
  | { readonly kind: 'revoked' | 'expired' | 'surrendered'; readonly on: Day }
  | { readonly kind: 'not-begun'; readonly from: Day }
  | { readonly kind: 'warned'; readonly warning: Warning }
  | { readonly kind: 'never-licensed' }

export type AnswerFacts = {
  readonly licences: readonly Licence[]
  readonly warnings: readonly Warning[]
  /** The country asked about; null when none was. */
  readonly destination: string | null
  readonly today: Day
}

export const answerKinds = [
  'licensed',
  'other-countries',
  'suspended',
  'revoked',
  'expired',
  'surrendered',
  'not-begun',
  'warned',
  'never-licensed',
] as const satisfies readonly Answer['kind'][]

/** A warning comes before all; then the licence that says most for the agency. */
export function answerFor({ licences, warnings, destination, today }: AnswerFacts): Answer {
  const warning = warnings.find((each) => isWarningInForce(each, today))
  if (warning) return { kind: 'warned', warning }
  const inForce = licences.filter((licence) => standingOn(licence, today).kind === 'in-force')
  if (inForce.length > 0) return allowed(inForce, destination, today)
  const standings = licences.map((licence) => standingOn(licence, today))
  return withoutLicence(standings)
}

function allowed(inForce: readonly Licence[], destination: string | null, today: Day): Answer {
  const all = [...new Set(inForce.flatMap((licence) => destinationsOn(licence, today)))].sort()
  if (all.length === 0) return { kind: 'other-countries', destinations: [] }
  if (destination === null) return { kind: 'licensed', destinations: all }
  return all.includes(destination)
    ? { kind: 'licensed', destinations: [destination] }
    : { kind: 'other-countries', destinations: all }
}

/** What is suspended may come back; of what ended, the latest end is told. */
function withoutLicence(standings: readonly Standing[]): Answer {
  for (const standing of standings)
    if (standing.kind === 'suspended') return { kind: 'suspended', ...standing.suspension }
  for (const standing of standings) if (standing.kind === 'not-begun') return standing
  const ended = standings.filter((standing) => 'on' in standing)
  const [latest] = ended.sort((a, b) => (a.on < b.on ? 1 : -1))
  return latest ?? { kind: 'never-licensed' }
}

/** Who sent workers under a licence stays answerable for them after it ended. */
export const isLiable = (licence: Licence, today: Day): boolean =>
  ['expired', 'revoked', 'surrendered'].includes(standingOn(licence, today).kind)

/** The graver an answer, the earlier it is read. */
export const seriousness = ({ kind }: Answer): number => gravity.indexOf(kind)
const gravity: readonly Answer['kind'][] = [
  'licensed',
  'not-begun',
  'other-countries',
  'expired',
  'surrendered',
  'never-licensed',
  'suspended',
  'revoked',
  'warned',
]
