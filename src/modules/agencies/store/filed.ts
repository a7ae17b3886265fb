import type { Tx } from '../../../platform/db.ts'
import { pageKey, phoneKey } from '../../../platform/text/index.ts'
import type { AgencyId, AgencyNames } from '../rules/agency.ts'
import type { ContactId, FiledContact, FiledSite, ProposalId, SiteId } from '../rules/facts.ts'
import type { ProposedContact, ProposedEnd, ProposedSite } from '../rules/proposal.ts'
import { addressKey } from './address-key.ts'

const origin = (tx: Tx) => tx`
  proposal_id as "proposalId", recorded_at as "recordedAt", end_proposal_id as "endProposalId",
    end_recorded_at as "endRecordedAt"`

export const listFiledSites = (tx: Tx, agencyId: string): Promise<FiledSite[]> => tx<FiledSite[]>`
  select id, kind, province_code as province, country,
    json_build_object('km', address_km, 'en', address_latin) as address, capacity,
    floor_m2 as floor, lat, lon, from_day as "from", to_day as "to", is_public as "isPublic",
    ${origin(tx)}
  from agency_site where agency_id = ${agencyId}
  order by to_day desc nulls first, kind = 'head-office' desc, from_day, id limit 1000`

export const listFiledContacts = (tx: Tx, agencyId: string): Promise<FiledContact[]> => tx<
  FiledContact[]
>`
  select id, kind, shown, from_day as "from", to_day as "to", verified_how as "verifiedHow",
    verified_at as "verifiedAt", verified_note as "verifiedNote", is_public as "isPublic",
    ${origin(tx)}
  from agency_contact where agency_id = ${agencyId}
  order by to_day desc nulls first, kind desc, from_day, id limit 1000`

/** Of `agency`, for whoever may see it. */
export async function findFileHead(
  tx: Tx,
  agencyId: string,
): Promise<{ id: AgencyId; names: AgencyNames; version: number; isPublic: boolean } | null> {
  const [row] = await tx<
    { id: AgencyId; names: AgencyNames; version: number; isPublic: boolean }[]
  >`
    select id, json_build_object('km', name_km, 'en', name_latin) as names, version,
      is_public as "isPublic"
    from agency where id = ${agencyId}`
  return row ?? null
}

/** False where somebody changed the file since it was read: whoever comes second reads it again. */
export async function moveFile(tx: Tx, agencyId: string, version: number): Promise<boolean> {
  const moved = await tx`
    update agency set version = version + 1 where id = ${agencyId} and version = ${version}`
  return moved.count === 1
}

type Recorded = {
  readonly agencyId: AgencyId
  readonly proposalId: ProposalId
  readonly at: Date
}

export async function insertFiledSite(
  tx: Tx,
  id: SiteId,
  { site, by }: { readonly site: ProposedSite; readonly by: Recorded },
): Promise<void> {
  const { km, en } = site.address
  const where = addressKey(site.address, site.province ?? site.country ?? '')
  await tx`
    insert into agency_site (id, agency_id, kind, province_code, country, address_km, address_latin,
      address_key, capacity, floor_m2, lat, lon, from_day, is_public, proposal_id, recorded_at)
    values (${id}, ${by.agencyId}, ${site.site}, ${site.province}, ${site.country},
      ${km ?? en ?? ''}, ${en ?? km ?? ''}, ${where}, ${site.capacity}, ${site.floor},
      ${site.lat}, ${site.lon}, ${site.from}, true, ${by.proposalId}, ${by.at})`
}

/** Not proven its own yet: until it is, it answers for nobody. */
export async function insertFiledContact(
  tx: Tx,
  id: ContactId,
  { contact, by }: { readonly contact: ProposedContact; readonly by: Recorded },
): Promise<void> {
  const { contact: kind, shown } = contact
  const key = kind === 'phone' ? phoneKey(shown) : pageKey(shown)
  if (key === null) throw new Error('a contact without a key: the door has checked it')
  await tx`
    insert into agency_contact (id, agency_id, kind, shown, key, from_day, is_public, proposal_id,
      recorded_at)
    values (${id}, ${by.agencyId}, ${kind}, ${shown}, ${key}, ${contact.from}, true,
      ${by.proposalId}, ${by.at})`
}

const tables = {
  'role-end': 'agency_role',
  'site-end': 'agency_site',
  'contact-end': 'agency_contact',
} as const

/** False where it has an end already. */
export async function endFiled(
  tx: Tx,
  { kind, subject, to }: ProposedEnd,
  by: Recorded,
): Promise<boolean> {
  const ended = await tx`
    update ${tx(tables[kind])} set to_day = ${to}, end_proposal_id = ${by.proposalId},
      end_recorded_at = ${by.at}
    where id = ${subject} and agency_id = ${by.agencyId} and to_day is null`
  return ended.count === 1
}

type Verified = { readonly by: string; readonly at: Date; readonly note: string }

/** By an officer, with evidence; a proof that is there already stays. */
export async function verifyByOfficer(
  tx: Tx,
  { id, agencyId }: { readonly id: string; readonly agencyId: string },
  { by, at, note }: Verified,
): Promise<boolean> {
  const done = await tx`
    update agency_contact set verified_how = 'evidence', verified_at = ${at}, verified_by = ${by},
      verified_note = ${note}
    where id = ${id} and agency_id = ${agencyId} and verified_how is null`
  return done.count === 1
}
