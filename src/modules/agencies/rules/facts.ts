import type { Day } from '../../../kernel/days.ts'
import type { Id } from '../../../kernel/ids.ts'
import type { AgencyId, AgencyNames, ContactKind, SiteKind } from './agency.ts'

export type PersonId = Id<'agency-person'>
export type RoleId = Id<'agency-role'>
export type SiteId = Id<'agency-site'>
export type ContactId = Id<'agency-contact'>
export type ProposalId = Id<'agency-proposal'>

export const agencyRoles = ['director', 'owner', 'staff', 'representative', 'recruiter'] as const
export type AgencyRole = (typeof agencyRoles)[number]

/** What is known of somebody; what nobody knows stays null. */
export type PersonFacts = {
  readonly names: AgencyNames
  /** ISO 3166-1 alpha-2. */
  readonly nationality: string
  readonly identity: string | null
  readonly phone: string | null
  readonly birth: Day | null
}
export type AgencyPerson = PersonFacts & {
  readonly id: PersonId
  /** Judged to be the same person as this one. */
  readonly sameAs: PersonId | null
  readonly addedAt: Date
}

/** Where a fact comes from and where its end does; null for what stood here before proposals. */
export type Origin = {
  readonly proposalId: ProposalId | null
  readonly recordedAt: Date | null
  readonly endProposalId: ProposalId | null
  readonly endRecordedAt: Date | null
}
type Period = { readonly from: Day; readonly to: Day | null }

export type Role = Period &
  Origin & {
    readonly id: RoleId
    readonly personId: PersonId
    readonly role: AgencyRole
    /** Hundredths of a percent. */
    readonly share: number | null
    readonly country: string | null
    readonly province: string | null
    readonly card: string | null
    readonly isPublic: boolean
  }

export type FiledSite = Period &
  Origin & {
    readonly id: SiteId
    readonly kind: SiteKind
    readonly province: string | null
    readonly country: string | null
    readonly address: AgencyNames
    readonly capacity: number | null
    readonly floor: number | null
    readonly lat: number | null
    readonly lon: number | null
    readonly isPublic: boolean
  }

export const verifiedHows = ['register', 'code', 'evidence'] as const
export type VerifiedHow = (typeof verifiedHows)[number]
export type FiledContact = Period &
  Origin & {
    readonly id: ContactId
    readonly kind: ContactKind
    readonly shown: string
    readonly verifiedHow: VerifiedHow | null
    readonly verifiedAt: Date | null
    readonly verifiedNote: string | null
    readonly isPublic: boolean
  }

/** Everything that is on file of one agency, besides what its licences say. */
export type Dossier = {
  readonly agencyId: AgencyId
  readonly names: AgencyNames
  /** Goes up with every change that is accepted. */
  readonly version: number
  readonly persons: readonly AgencyPerson[]
  readonly roles: readonly Role[]
  readonly sites: readonly FiledSite[]
  readonly contacts: readonly FiledContact[]
}

export const isInForce = ({ from, to }: Period, on: Day): boolean =>
  from <= on && (to === null || on <= to)
/** In force or to come: whoever has not ended by this day. */
export const isNotEnded = ({ to }: Period, on: Day): boolean => to === null || on <= to
