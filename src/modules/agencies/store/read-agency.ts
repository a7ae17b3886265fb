import { isUuid } from '../../../kernel/ids.ts'
import type { Db, Tx } from '../../../platform/db.ts'
import type { Agency, AgencyId, AgencyKind, AgencyRecord, Warning } from '../rules/agency.ts'

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

/** Everything that the register says of one agency, besides its licences: in one question. */
export async function readAgency(db: Db | Tx, id: string): Promise<AgencyRecord | null> {
  if (!isUuid(id)) return null
  const [row] = await db<RecordRow[]>`
    select a.id, a.kind, a.name_km, a.name_latin,
      ${otherNames(db)} as "otherNames", ${sites(db)} as sites, ${contacts(db)} as contacts,
      ${links(db)} as links, ${warnings(db)} as warnings
    from agency a where a.id = ${id}`
  if (!row) return null
  const { name_km, name_latin, ...rest } = row
  return { ...rest, names: { km: name_km, en: name_latin } }
}
type RecordRow = Omit<AgencyRecord, 'names'> & AgencyRow

const otherNames = (db: Db | Tx) => db`(
  select coalesce(json_agg(json_build_object('kind', n.kind, 'name', n.name)
    order by n.kind, n.name), '[]')
  from agency_name n where n.agency_id = a.id and n.is_public and n.kind <> 'official')`

const sites = (db: Db | Tx) => db`(
  select coalesce(json_agg(json_build_object('kind', s.kind,
      'province', json_build_object('km', p.name_km, 'en', p.name_latin),
      'address', json_build_object('km', s.address_km, 'en', s.address_latin),
      'from', s.from_day, 'to', s.to_day)
    order by s.to_day desc nulls first, s.kind = 'head-office' desc, s.from_day), '[]')
  from agency_site s join province p on p.code = s.province_code
  where s.agency_id = a.id and s.is_public)`

const contacts = (db: Db | Tx) => db`(
  select coalesce(json_agg(json_build_object('kind', c.kind, 'shown', c.shown,
      'from', c.from_day, 'to', c.to_day)
    order by c.to_day desc nulls first, c.kind desc, c.from_day), '[]')
  from agency_contact c where c.agency_id = a.id and c.is_public)`

const links = (db: Db | Tx) => db`(
  select coalesce(json_agg(json_build_object('kind', l.kind,
      'direction', case when l.agency_id = a.id then 'to' else 'from' end,
      'other', json_build_object('id', o.id, 'kind', o.kind,
        'names', json_build_object('km', o.name_km, 'en', o.name_latin)),
      'source', l.source, 'since', l.since_day)
    order by l.since_day, o.id), '[]')
  from agency_link l
  join agency o on o.id = case when l.agency_id = a.id then l.other_id else l.agency_id end
  where (l.agency_id = a.id or l.other_id = a.id) and l.is_public)`

const warnings = (db: Db | Tx) => db`(
  select coalesce(json_agg(json_build_object('agencyId', w.agency_id, 'on', w.warned_on,
      'reason', w.reason, 'source', w.source, 'sourceUrl', w.source_url, 'endsOn', w.ends_on,
      'appealUntil', w.appeal_until, 'appeal', w.appeal)
    order by w.warned_on desc, w.id desc), '[]')
  from agency_warning w where w.agency_id = a.id and w.is_public)`

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
