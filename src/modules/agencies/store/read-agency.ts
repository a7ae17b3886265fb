import type { Day } from '../../../kernel/days.ts'
import { isUuid } from '../../../kernel/ids.ts'
import type { Db, Tx } from '../../../platform/db.ts'
import type {
  Agency,
  AgencyId,
  AgencyKind,
  AgencyRecord,
  Contact,
  Link,
  LinkKind,
  OtherName,
  Site,
  SiteKind,
  Warning,
} from '../rules/agency.ts'

/** Null for what is not there, or not for the acting person to see. */
async function findAgency(db: Db | Tx, id: string): Promise<Agency | null> {
  if (!isUuid(id)) return null
  const [row] = await db<AgencyRow[]>`
    select id, kind, name_km, name_latin from agency where id = ${id}`
  return row ? asAgency(row) : null
}

/** Those of these ids that the acting person may see. */
export async function listAgencies(db: Db | Tx, ids: readonly AgencyId[]): Promise<Agency[]> {
  const rows = await db<AgencyRow[]>`
    select id, kind, name_km, name_latin from agency where id = any (${[...ids]})`
  return rows.map(asAgency)
}

/** The next agencies after this one, in the order in which they were entered. */
export async function listAgenciesAfter(
  db: Db | Tx,
  { after, most }: { readonly after: AgencyId | null; readonly most: number },
): Promise<Agency[]> {
  const rows = await db<AgencyRow[]>`
    select id, kind, name_km, name_latin from agency
    where ${after}::uuid is null or id > ${after} order by id limit ${most}`
  return rows.map(asAgency)
}

/** Everything that the register says of one agency, besides its licences. */
export async function readAgency(db: Db | Tx, id: string): Promise<AgencyRecord | null> {
  if (!isUuid(id)) return null
  const agencyId = id as AgencyId
  // Sent together: each waits for none of the others.
  const [agency, otherNames, sites, contacts, links, warnings] = await Promise.all([
    findAgency(db, id),
    listOtherNames(db, agencyId),
    listSites(db, agencyId),
    listContacts(db, agencyId),
    listLinks(db, agencyId),
    listWarnings(db, [agencyId]),
  ])
  return agency && { ...agency, otherNames, sites, contacts, links, warnings }
}

async function listOtherNames(db: Db | Tx, id: AgencyId): Promise<OtherName[]> {
  return db<OtherName[]>`
    select kind, name from agency_name
    where agency_id = ${id} and is_public and kind <> 'official' order by kind, name`
}

type SiteRow = {
  kind: SiteKind
  province_km: string
  province_latin: string
  address_km: string
  address_latin: string
  from_day: Day
  to_day: Day | null
}

async function listSites(db: Db | Tx, id: AgencyId): Promise<Site[]> {
  const rows = await db<SiteRow[]>`
    select s.kind, p.name_km as province_km, p.name_latin as province_latin, s.address_km,
      s.address_latin, s.from_day, s.to_day
    from agency_site s join province p on p.code = s.province_code
    where s.agency_id = ${id} and s.is_public
    order by s.to_day desc nulls first, s.kind = 'head-office' desc, s.from_day`
  return rows.map((row) => ({
    kind: row.kind,
    province: { km: row.province_km, en: row.province_latin },
    address: { km: row.address_km, en: row.address_latin },
    from: row.from_day,
    to: row.to_day,
  }))
}

async function listContacts(db: Db | Tx, id: AgencyId): Promise<Contact[]> {
  return db<Contact[]>`
    select kind, shown, from_day as "from", to_day as "to" from agency_contact
    where agency_id = ${id} and is_public order by to_day desc nulls first, kind desc, from_day`
}

type LinkRow = AgencyRow & {
  link: LinkKind
  direction: Link['direction']
  source: string
  since_day: Day
}

async function listLinks(db: Db | Tx, id: AgencyId): Promise<Link[]> {
  const rows = await db<LinkRow[]>`
    select l.kind as link, l.source, l.since_day, a.id, a.kind, a.name_km, a.name_latin,
      case when l.agency_id = ${id} then 'to' else 'from' end as direction
    from agency_link l
    join agency a on a.id = case when l.agency_id = ${id} then l.other_id else l.agency_id end
    where (l.agency_id = ${id} or l.other_id = ${id}) and l.is_public order by l.since_day, a.id`
  return rows.map((row) => ({
    kind: row.link,
    direction: row.direction,
    other: asAgency(row),
    source: row.source,
    since: row.since_day,
  }))
}

/** Every warning about these, the newest first, those that ended too. */
export async function listWarnings(db: Db | Tx, ids: readonly AgencyId[]): Promise<Warning[]> {
  return db<Warning[]>`
    select agency_id as "agencyId", warned_on as "on", reason, source, source_url as "sourceUrl",
      ends_on as "endsOn", appeal_until as "appealUntil", appeal
    from agency_warning where agency_id = any (${[...ids]}) and is_public
    order by warned_on desc, id desc`
}

type AgencyRow = {
  id: AgencyId
  kind: AgencyKind
  name_km: string | null
  name_latin: string | null
}
const asAgency = (row: AgencyRow): Agency => ({
  id: row.id,
  kind: row.kind,
  names: { km: row.name_km, en: row.name_latin },
})
