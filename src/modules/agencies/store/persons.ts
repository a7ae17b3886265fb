import type { Tx } from '../../../platform/db.ts'
import type { PersonKeyId } from '../../../platform/vault/person-keys.ts'
import type { AgencyId } from '../rules/agency.ts'
import type { Verdict } from '../rules/alike.ts'
import type { PersonId, ProposalId, Role, RoleId } from '../rules/facts.ts'

export type SealedPerson = {
  readonly id: PersonId
  readonly agencyId: AgencyId
  readonly keyId: PersonKeyId
  readonly namesSealed: Uint8Array
  readonly factsSealed: Uint8Array
  readonly nationality: string
  readonly identityIndex: Uint8Array | null
  readonly phoneIndex: Uint8Array | null
  readonly sounds: readonly string[]
  readonly sameAs: PersonId | null
  readonly addedAt: Date
}
export type NewPerson = Omit<SealedPerson, 'sameAs'>

export async function insertPerson(tx: Tx, one: NewPerson): Promise<void> {
  await tx`
    insert into agency_person (id, agency_id, key_id, names_sealed, facts_sealed, nationality,
      identity_index, phone_index, sounds, added_at)
    values (${one.id}, ${one.agencyId}, ${one.keyId}, ${one.namesSealed}, ${one.factsSealed},
      ${one.nationality}, ${one.identityIndex}, ${one.phoneIndex}, ${[...one.sounds]}, ${one.addedAt})`
}

type PersonChange = Omit<NewPerson, 'agencyId' | 'keyId' | 'addedAt'> & { readonly at: Date }

export async function changePerson(tx: Tx, one: PersonChange): Promise<void> {
  await tx`
    update agency_person set names_sealed = ${one.namesSealed}, facts_sealed = ${one.factsSealed},
      nationality = ${one.nationality}, identity_index = ${one.identityIndex},
      phone_index = ${one.phoneIndex}, sounds = ${[...one.sounds]}, changed_at = ${one.at}
    where id = ${one.id}`
}

export const listPersonRows = (tx: Tx, agencyId: string): Promise<SealedPerson[]> => tx<
  SealedPerson[]
>`
  select id, agency_id as "agencyId", key_id as "keyId", names_sealed as "namesSealed",
    facts_sealed as "factsSealed", nationality, identity_index as "identityIndex",
    phone_index as "phoneIndex", sounds, same_as as "sameAs", added_at as "addedAt"
  from agency_person where agency_id = ${agencyId} order by id limit 2000`

export type NewRole = Omit<Role, 'id' | 'to' | 'card' | 'endProposalId' | 'endRecordedAt'> & {
  readonly id: RoleId
  readonly agencyId: AgencyId
  readonly keyId: PersonKeyId
  readonly publicNameSealed: Uint8Array | null
  readonly proposalId: ProposalId
  readonly recordedAt: Date
}

/** A recruiter gets the next number of a card; it is never given again. */
export async function insertRole(tx: Tx, role: NewRole): Promise<void> {
  await tx`
    insert into agency_role (id, agency_id, person_id, role, share_bp, country, province_code,
      card_number, from_day, is_public, public_name_sealed, key_id, proposal_id, recorded_at)
    values (${role.id}, ${role.agencyId}, ${role.personId}, ${role.role}, ${role.share},
      ${role.country}, ${role.province},
      case when ${role.role} = 'recruiter' then 'R-' || lpad(nextval('recruiter_number')::text, 6, '0') end,
      ${role.from}, ${role.isPublic}, ${role.publicNameSealed}, ${role.keyId}, ${role.proposalId},
      ${role.recordedAt})`
}

export const listRoles = (tx: Tx, agencyId: string): Promise<Role[]> => tx<Role[]>`
  select id, person_id as "personId", role, share_bp as share, country, province_code as province,
    card_number as card, from_day as "from", to_day as "to", is_public as "isPublic",
    proposal_id as "proposalId", recorded_at as "recordedAt", end_proposal_id as "endProposalId",
    end_recorded_at as "endRecordedAt"
  from agency_role where agency_id = ${agencyId}
  order by to_day desc nulls first, role, from_day, id limit 2000`

export type PublicRole = {
  readonly agencyId: AgencyId
  readonly role: Role['role']
  readonly card: string | null
  readonly country: string | null
  readonly province: string | null
  readonly from: Role['from']
  readonly to: Role['to']
  readonly recordedAt: Date
  readonly endRecordedAt: Date | null
  readonly keyId: PersonKeyId
  readonly nameSealed: Uint8Array
}
const publicRole = (tx: Tx) => tx`
  agency_id as "agencyId", role, card_number as card, country, province_code as province,
    from_day as "from", to_day as "to", recorded_at as "recordedAt",
    end_recorded_at as "endRecordedAt", key_id as "keyId", public_name_sealed as "nameSealed"`

/** Those whom everybody may look up, of one agency. */
export const listPublicRoles = (tx: Tx, agencyId: string): Promise<PublicRole[]> => tx<
  PublicRole[]
>`
  select ${publicRole(tx)} from agency_role where agency_id = ${agencyId} and is_public
  order by to_day desc nulls first, role, from_day, id limit 500`

export async function findCard(tx: Tx, card: string): Promise<PublicRole | null> {
  const [row] = await tx<PublicRole[]>`
    select ${publicRole(tx)} from agency_role where card_number = ${card} and is_public`
  return row ?? null
}

export type PersonJudgement = {
  readonly personId: PersonId
  readonly otherId: PersonId
  readonly verdict: Verdict
  readonly reason: string
  readonly by: string
  readonly at: Date
}

/** What was judged of two records; of a pair the last word stands first. */
export const listPersonJudgements = (tx: Tx, agencyId: string): Promise<PersonJudgement[]> => tx<
  PersonJudgement[]
>`
  select person_id as "personId", other_id as "otherId", verdict, reason, judged_by as by,
    judged_at as at
  from agency_person_judgement where agency_id = ${agencyId} order by id desc limit 500`

type Judged = PersonJudgement & { readonly agencyId: AgencyId }

export async function keepPersonJudgement(tx: Tx, one: Judged): Promise<void> {
  await tx`
    insert into agency_person_judgement (agency_id, person_id, other_id, verdict, reason, judged_by,
      judged_at)
    values (${one.agencyId}, ${one.personId}, ${one.otherId}, ${one.verdict}, ${one.reason},
      ${one.by}, ${one.at})`
  // The later record is the earlier one's person, or stands by itself again.
  await tx`
    update agency_person set same_as = ${one.verdict === 'same' ? one.personId : null}
    where id = ${one.otherId} and (${one.verdict === 'same'} or same_as = ${one.personId})`
}
