import { isUuid } from '../../../kernel/ids.ts'
import type { Db, Tx } from '../../../platform/db.ts'
import { listDestinations, listProvinces } from '../../places/index.ts'
import type {
  Agency,
  AgencyId,
  AgencyKind,
  AgencyRecord,
  Contact,
  Link,
  OtherName,
  Site,
  Warning,
} from '../rules/agency.ts'

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

/**
 * Everything that the register says of one agency, besides its licences: in one question, whose
 * parts know nothing of each other. That costs the server two thirds of nested ones.
 */
export async function readAgency(db: Db | Tx, id: string): Promise<AgencyRecord | null> {
  if (!isUuid(id)) return null
  const [provinces, destinations, rows] = await Promise.all([
    listProvinces(db),
    listDestinations(db),
    listParts(db, id),
  ])
  const values = <T>(part: Part): T[] =>
    rows.filter((row) => row.part === part).map(({ value }) => value as T)
  const [agency] = values<Agency>('agency')
  if (!agency) return null
  // A province has two digits, a country two letters.
  const namesOf = new Map([...provinces, ...destinations].map(({ code, names }) => [code, names]))
  return {
    ...agency,
    otherNames: values<OtherName>('name'),
    sites: values<StoredSite>('site').map((site) => ({
      ...site,
      province: namesOf.get(site.province) ?? { km: null, en: null },
    })),
    contacts: values<Contact>('contact'),
    links: values<Link>('link'),
    warnings: values<Warning>('warning'),
  }
}
type StoredSite = Omit<Site, 'province'> & { readonly province: string }
type Part = 'agency' | 'name' | 'site' | 'contact' | 'link' | 'warning'

const listParts = (db: Db | Tx, id: string) => db<{ part: Part; value: unknown }[]>`
  select 'agency' as part, json_build_object('id', id, 'kind', kind,
    'names', json_build_object('km', name_km, 'en', name_latin)) as value
  from agency where id = ${id}
  union all (
    select 'name', json_build_object('kind', kind, 'name', name)
    from agency_name where agency_id = ${id} and is_public and kind <> 'official'
    order by kind, name)
  union all (
    select 'site', json_build_object('kind', kind, 'province', coalesce(province_code, country),
      'address', json_build_object('km', address_km, 'en', address_latin),
      'from', from_day, 'to', to_day)
    from agency_site where agency_id = ${id} and is_public
    order by to_day desc nulls first, kind = 'head-office' desc, from_day)
  union all (
    select 'contact', json_build_object('kind', kind, 'shown', shown,
      'from', from_day, 'to', to_day, 'verified', verified_how is not null)
    from agency_contact where agency_id = ${id} and is_public
    order by to_day desc nulls first, kind desc, from_day)
  union all (
    select 'link', json_build_object('kind', l.kind,
      'direction', case when l.agency_id = ${id} then 'to' else 'from' end,
      'other', json_build_object('id', o.id, 'kind', o.kind,
        'names', json_build_object('km', o.name_km, 'en', o.name_latin)),
      'source', l.source, 'since', l.since_day)
    from agency_link l
    join agency o on o.id = case when l.agency_id = ${id} then l.other_id else l.agency_id end
    where (l.agency_id = ${id} or l.other_id = ${id}) and l.is_public
    order by l.since_day, o.id)
  union all (
    select 'warning', json_build_object('agencyId', agency_id, 'on', warned_on,
      'reason', reason, 'source', source, 'sourceUrl', source_url, 'endsOn', ends_on,
      'appealUntil', appeal_until, 'appeal', appeal)
    from agency_warning where agency_id = ${id} and is_public
    order by warned_on desc, id desc)`

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
