import type { Day } from '../../../kernel/days.ts'
import type { Tx } from '../../../platform/db.ts'
import type { Complaint } from '../rules/complaint.ts'
import type {
  CaseClaim,
  CasePersonId,
  ClaimDirection,
  NameKind,
  PartyKind,
  PartyRole,
  PersonClaimKind,
  StatementField,
  StatementSource,
} from '../rules/person.ts'

type Of = Pick<Complaint, 'id' | 'area'>

export async function insertParty(
  tx: Tx,
  { id, area }: Of,
  party: {
    readonly role: PartyRole
    readonly kind: PartyKind
    readonly agencyId: string | null
    readonly isMinor: boolean
    readonly nameIs: NameKind
    readonly keyId: string
    readonly nameSealed: Buffer | null
    readonly nameIndex: Buffer | null
    readonly addedBy: string
    readonly at: Date
  },
): Promise<void> {
  await tx`
    insert into case_party (complaint_id, area, role, kind, agency_id, key_id, name_sealed,
      name_index, is_minor, name_is, added_by, added_at)
    values (${id}, ${area}, ${party.role}, ${party.kind}, ${party.agencyId}, ${party.keyId},
      ${party.nameSealed}, ${party.nameIndex}, ${party.isMinor}, ${party.nameIs}, ${party.addedBy}, ${party.at})`
}

/** False where it is none of this case, or has ended before. */
export async function endPartyRow(
  tx: Tx,
  { complaintId, partyId, at }: { complaintId: string; partyId: string; at: Date },
): Promise<boolean> {
  const ended = await tx`
    update case_party set ended_at = ${at}
    where id = ${partyId} and complaint_id = ${complaintId} and ended_at is null`
  return ended.count === 1
}

export async function insertStatement(
  tx: Tx,
  { id, area }: Of,
  said: {
    readonly personId: CasePersonId | null
    readonly field: StatementField
    readonly keyId: string
    readonly valueSealed: Buffer
    readonly source: StatementSource
    readonly saidOn: Day | null
    readonly recordedBy: string
    readonly at: Date
  },
): Promise<void> {
  await tx`
    insert into case_statement (complaint_id, area, person_id, field, key_id, value_sealed, source,
      said_on, recorded_by, recorded_at)
    values (${id}, ${area}, ${said.personId}, ${said.field}, ${said.keyId}, ${said.valueSealed},
      ${said.source}, ${said.saidOn}, ${said.recordedBy}, ${said.at})`
}

export async function replaceSpeaker(
  tx: Tx,
  { id, area }: Of,
  speaker: {
    readonly personId: CasePersonId | null
    readonly keyId: string
    readonly nameSealed: Buffer
    readonly relation: string
    readonly recordedBy: string
    readonly at: Date
  },
): Promise<void> {
  await tx`
    update case_representative set until = ${speaker.at}
    where complaint_id = ${id} and person_id is not distinct from ${speaker.personId}::uuid
      and until is null`
  await tx`
    insert into case_representative (complaint_id, area, person_id, key_id, name_sealed, relation,
      since, recorded_by)
    values (${id}, ${area}, ${speaker.personId}, ${speaker.keyId}, ${speaker.nameSealed},
      ${speaker.relation}, ${speaker.at}, ${speaker.recordedBy})`
}

export async function insertClaim(
  tx: Tx,
  { id, area }: Of,
  claim: {
    readonly personId: CasePersonId
    readonly kind: PersonClaimKind
    readonly direction: ClaimDirection
    readonly minor: bigint | null
    readonly currency: string | null
    readonly share: number | null
    readonly shareOf: number | null
    readonly keyId: string
    readonly basisSealed: Buffer | null
    readonly creditorSealed: Buffer | null
    readonly interest: string | null
    readonly aroseOn: Day | null
    readonly recordedBy: string
    readonly at: Date
  },
): Promise<void> {
  await tx`
    insert into case_claim (complaint_id, area, person_id, kind, direction, minor, currency, share,
      share_of, key_id, basis_sealed, creditor_sealed, interest, arose_on, recorded_by, recorded_at)
    values (${id}, ${area}, ${claim.personId}, ${claim.kind}, ${claim.direction}, ${claim.minor},
      ${claim.currency}, ${claim.share}, ${claim.shareOf}, ${claim.keyId}, ${claim.basisSealed},
      ${claim.creditorSealed}, ${claim.interest}, ${claim.aroseOn}, ${claim.recordedBy},
      ${claim.at})`
}

export async function findClaim(
  tx: Tx,
  { complaintId, claimId }: { complaintId: string; claimId: string },
): Promise<Pick<CaseClaim, 'id' | 'state' | 'minor' | 'currency'> | null> {
  const [row] = await tx<Pick<CaseClaim, 'id' | 'state' | 'minor' | 'currency'>[]>`
    select id, state, minor, currency from case_claim
    where id = ${claimId} and complaint_id = ${complaintId}`
  return row ?? null
}
