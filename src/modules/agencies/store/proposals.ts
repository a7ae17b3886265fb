import type { Tx } from '../../../platform/db.ts'
import type { PersonKeyId } from '../../../platform/vault/person-keys.ts'
import type { AgencyId } from '../rules/agency.ts'
import type { ProposalId } from '../rules/facts.ts'
import type { Proposal } from '../rules/proposal.ts'

export type SealedProposal = Proposal & {
  readonly keyId: PersonKeyId
  readonly contentSealed: Uint8Array
  readonly basisSealed: Uint8Array
  readonly reasonSealed: Uint8Array | null
}
type NewProposal = Pick<
  SealedProposal,
  | 'id'
  | 'agencyId'
  | 'kind'
  | 'fileVersion'
  | 'byOffice'
  | 'proposedBy'
  | 'proposedAt'
  | 'keyId'
  | 'contentSealed'
  | 'basisSealed'
> & { readonly subject: string | null }

export async function insertProposal(tx: Tx, one: NewProposal): Promise<void> {
  await tx`
    insert into agency_proposal (id, agency_id, kind, subject_id, file_version, key_id,
      content_sealed, basis_sealed, by_office, proposed_by, proposed_at)
    values (${one.id}, ${one.agencyId}, ${one.kind}, ${one.subject}, ${one.fileVersion},
      ${one.keyId}, ${one.contentSealed}, ${one.basisSealed}, ${one.byOffice}, ${one.proposedBy},
      ${one.proposedAt})`
}

const columns = (tx: Tx) => tx`
  id, agency_id as "agencyId", kind, status, version, file_version as "fileVersion",
    by_office as "byOffice", proposed_by as "proposedBy", proposed_at as "proposedAt",
    decided_by as "decidedBy", decided_at as "decidedAt", key_id as "keyId",
    content_sealed as "contentSealed", basis_sealed as "basisSealed",
    reason_sealed as "reasonSealed"`

export async function findProposal(tx: Tx, id: string): Promise<SealedProposal | null> {
  const [row] = await tx<SealedProposal[]>`
    select ${columns(tx)} from agency_proposal where id = ${id}`
  return row ?? null
}

/** The newest of one agency. */
export const listProposalsOf = (tx: Tx, agencyId: string): Promise<SealedProposal[]> => tx<
  SealedProposal[]
>`
  select ${columns(tx)} from agency_proposal where agency_id = ${agencyId}
  order by id desc limit 200`

export type WaitingProposal = Pick<Proposal, 'id' | 'agencyId' | 'kind' | 'proposedAt'>

/** What waits for licensing, the oldest first. */
export const listWaiting = (tx: Tx): Promise<WaitingProposal[]> => tx<WaitingProposal[]>`
  select id, agency_id as "agencyId", kind, proposed_at as "proposedAt" from agency_proposal
  where status = 'proposed' order by proposed_at, id limit 500`

type Decided = {
  readonly id: ProposalId
  readonly agencyId: AgencyId
  readonly version: number
  readonly status: 'accepted' | 'refused' | 'withdrawn'
  readonly reasonSealed: Uint8Array | null
  readonly by: string
  readonly at: Date
}

/** False where somebody was first. */
export async function endProposal(tx: Tx, one: Decided): Promise<boolean> {
  const moved = await tx`
    update agency_proposal set status = ${one.status}, version = version + 1,
      reason_sealed = ${one.reasonSealed}, decided_by = ${one.by}, decided_at = ${one.at}
    where id = ${one.id} and agency_id = ${one.agencyId} and version = ${one.version}
      and status = 'proposed'`
  return moved.count === 1
}

/** In how many days half of those of the last year were decided; null where none was. */
export async function medianDays(tx: Tx, since: Date): Promise<number | null> {
  const [row] = await tx<{ days: number | null }[]>`
    select ceil(percentile_cont(0.5) within group (
      order by extract(epoch from decided_at - proposed_at) / 86400))::int as days
    from agency_proposal where status in ('accepted', 'refused') and not by_office
      and decided_at > ${since}`
  return row?.days ?? null
}
