import type { Day } from '../../../kernel/days.ts'
import type { AgencyId, AgencyNames, ContactKind, SiteKind } from './agency.ts'
import type { AgencyRole, PersonFacts, PersonId, ProposalId } from './facts.ts'

export const proposalKinds = [
  'role',
  'role-end',
  'person',
  'site',
  'site-end',
  'contact',
  'contact-end',
] as const
export type ProposalKind = (typeof proposalKinds)[number]

export const proposalStatuses = ['proposed', 'accepted', 'refused', 'withdrawn'] as const
export type ProposalStatus = (typeof proposalStatuses)[number]

export type ProposedRole = {
  readonly kind: 'role'
  /** Somebody on file, or, where null, somebody new with these facts. */
  readonly personId: PersonId | null
  readonly person: PersonFacts | null
  readonly role: AgencyRole
  readonly share: number | null
  readonly country: string | null
  readonly province: string | null
  readonly from: Day
}
export type ProposedPerson = {
  readonly kind: 'person'
  readonly subject: PersonId
  readonly person: PersonFacts
}
export type ProposedSite = {
  readonly kind: 'site'
  readonly site: SiteKind
  readonly province: string | null
  readonly country: string | null
  readonly address: AgencyNames
  readonly capacity: number | null
  readonly floor: number | null
  readonly lat: number | null
  readonly lon: number | null
  readonly from: Day
}
export type ProposedContact = {
  readonly kind: 'contact'
  readonly contact: ContactKind
  readonly shown: string
  readonly from: Day
}
export type ProposedEnd = {
  readonly kind: 'role-end' | 'site-end' | 'contact-end'
  readonly subject: string
  readonly to: Day
}
export type ProposalContent =
  | ProposedRole
  | ProposedPerson
  | ProposedSite
  | ProposedContact
  | ProposedEnd

export type Proposal = {
  readonly id: ProposalId
  readonly agencyId: AgencyId
  readonly kind: ProposalKind
  readonly status: ProposalStatus
  readonly version: number
  readonly fileVersion: number
  readonly byOffice: boolean
  readonly proposedBy: string
  readonly proposedAt: Date
  readonly decidedBy: string | null
  readonly decidedAt: Date | null
}
/** With what only its readers see; null where its key has ended. */
export type OpenedProposal = Proposal & {
  readonly content: ProposalContent | null
  readonly basis: string | null
  readonly reason: string | null
}

export const subjectOf = (content: ProposalContent): string | null =>
  'subject' in content ? content.subject : null
