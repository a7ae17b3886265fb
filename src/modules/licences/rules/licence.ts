import { addDays, type Day } from '../../../kernel/days.ts'
import type { Id } from '../../../kernel/ids.ts'
import type { AgencyId } from '../../agencies/index.ts'
import type { LicenceStatus } from './lifecycle.ts'

export type LicenceId = Id<'licence'>

export const sectors = ['general', 'domestic-work'] as const
export type Sector = (typeof sectors)[number]

/** A country for which the licence holds; `to` is the last day. */
export type Authorisation = {
  readonly destination: string
  readonly sector: Sector
  readonly from: Day
  readonly to: Day | null
}

export const conditions = [
  'workers-repaid',
  'deposit-refilled',
  'representative-appointed',
  'standards-met',
] as const
/** What must be done before a suspension ends. */
export type Condition = (typeof conditions)[number]

export type Suspension = {
  readonly since: Day
  /** The last day; null when a condition decides. */
  readonly until: Day | null
  readonly condition: Condition | null
}

export type Licence = {
  readonly id: LicenceId
  readonly agencyId: AgencyId
  readonly number: string
  readonly status: LicenceStatus
  readonly version: number
  readonly prakas: string | null
  readonly validFrom: Day | null
  /** The last day; null while no end is set. */
  readonly validTo: Day | null
  readonly suspension: Suspension | null
  readonly endedOn: Day | null
  readonly authorisations: readonly Authorisation[]
}

/** What holds on a day. The row follows a passed date only when the job has run. */
export type Standing =
  | { readonly kind: 'none' }
  | { readonly kind: 'in-force' }
  | { readonly kind: 'not-begun'; readonly from: Day }
  | { readonly kind: 'suspended'; readonly suspension: Suspension }
  | { readonly kind: 'expired' | 'revoked' | 'surrendered'; readonly on: Day }

type Dated = Pick<Licence, 'status' | 'validFrom' | 'validTo' | 'suspension' | 'endedOn'>

/** How a licence stands on a day: a date that has passed counts before anybody wrote it down. */
export function standingOn(licence: Dated, today: Day): Standing {
  const { status, validFrom, validTo, suspension, endedOn } = licence
  if (status === 'applied' || status === 'refused' || validFrom === null) return { kind: 'none' }
  if (status === 'revoked' || status === 'surrendered' || status === 'expired')
    return { kind: status, on: endedOn ?? validTo ?? validFrom }
  if (validTo !== null && validTo < today) return { kind: 'expired', on: addDays(validTo, 1) }
  if (today < validFrom) return { kind: 'not-begun', from: validFrom }
  if (suspension && isSuspended(suspension, today)) return { kind: 'suspended', suspension }
  return { kind: 'in-force' }
}

/** Until a date it ends by itself; until a condition only an officer ends it. */
const isSuspended = ({ until, condition }: Suspension, today: Day): boolean =>
  condition !== null || until === null || today <= until

/** The countries for which a licence holds on a day, each once. */
export const destinationsOn = (licence: Licence, today: Day): string[] => [
  ...new Set(
    licence.authorisations
      .filter(({ from, to }) => from <= today && (to === null || today <= to))
      .map(({ destination }) => destination),
  ),
]
