import type { Day } from '../../../kernel/days.ts'
import type { Id } from '../../../kernel/ids.ts'

export type AgencyId = Id<'agency'>

/** `unlicensed`: an operator that never was licensed, known so that people can be warned. */
export const agencyKinds = ['agency', 'unlicensed'] as const
export type AgencyKind = (typeof agencyKinds)[number]

/** Khmer and Latin; one of them may be missing. `Reader.name` picks. */
export type AgencyNames = { readonly km: string | null; readonly en: string | null }

export type Agency = {
  readonly id: AgencyId
  readonly kind: AgencyKind
  readonly names: AgencyNames
}

export const nameKinds = ['official', 'spelling', 'trade', 'former'] as const
export type NameKind = (typeof nameKinds)[number]
export type OtherName = { readonly kind: NameKind; readonly name: string }

export const siteKinds = [
  'head-office',
  'branch',
  'training-centre',
  'dormitory',
  /** Abroad: has a country instead of a province. */
  'representation',
] as const
export type SiteKind = (typeof siteKinds)[number]
export type Site = {
  readonly kind: SiteKind
  /** Of a representation abroad, the country. */
  readonly province: AgencyNames
  readonly address: AgencyNames
  readonly from: Day
  /** The last day; null while in use. */
  readonly to: Day | null
}

export const contactKinds = ['phone', 'page'] as const
export type ContactKind = (typeof contactKinds)[number]
export type Contact = {
  readonly kind: ContactKind
  readonly shown: string
  readonly from: Day
  readonly to: Day | null
  /** Proven its own. One that is not answers for nobody. */
  readonly verified: boolean
}

export const linkKinds = ['same-owner', 'same-address', 'same-number', 'imitates'] as const
export type LinkKind = (typeof linkKinds)[number]
export type Link = {
  readonly kind: LinkKind
  /** `to`: this record imitates the other. `from`: the other imitates this one. */
  readonly direction: 'to' | 'from'
  readonly other: Agency
  readonly source: string
  readonly since: Day
}

export const warningReasons = [
  'recruits-without-licence',
  'takes-anothers-name',
  'took-money-and-vanished',
  'sends-on-tourist-visas',
] as const
export type WarningReason = (typeof warningReasons)[number]

export const appealStates = ['none', 'open', 'upheld', 'lifted'] as const
export type AppealState = (typeof appealStates)[number]

export type Warning = {
  readonly agencyId: AgencyId
  readonly on: Day
  readonly reason: WarningReason
  readonly source: string
  readonly sourceUrl: string | null
  /** The last day on which it holds; null while no end is set. */
  readonly endsOn: Day | null
  /** Null while the term of the law is not known. */
  readonly appealUntil: Day | null
  readonly appeal: AppealState
}

/** A warning counts from its day, until it ends or an appeal lifts it. */
export const isWarningInForce = (warning: Warning, today: Day): boolean =>
  warning.on <= today &&
  (warning.endsOn === null || today <= warning.endsOn) &&
  warning.appeal !== 'lifted'

/** True on every day on which a site, a telephone or a page was the agency's own. */
export const isInUse = ({ from, to }: { readonly from: Day; readonly to: Day | null }, on: Day) =>
  from <= on && (to === null || on <= to)

/** Everything the register says of one agency, besides its licences. */
export type AgencyRecord = Agency & {
  readonly otherNames: readonly OtherName[]
  readonly sites: readonly Site[]
  readonly contacts: readonly Contact[]
  readonly links: readonly Link[]
  readonly warnings: readonly Warning[]
}
