import type { Day } from '../../../kernel/days.ts'
import { isUuid } from '../../../kernel/ids.ts'
import type { Db, Tx } from '../../../platform/db.ts'
import { nameKey } from '../../../platform/text/index.ts'
import type { AgencyId, Match } from '../../agencies/index.ts'
import type { Change } from '../rules/decision.ts'
import type { Authorisation, Condition, Licence, LicenceId } from '../rules/licence.ts'
import type { LicenceStatus } from '../rules/lifecycle.ts'

/** Null for what is not there, or not for the acting person to see. */
export async function findLicence(db: Db | Tx, id: string): Promise<Licence | null> {
  if (!isUuid(id)) return null
  const rows = await db<LicenceRow[]>`select ${columns(db)} from licence where id = ${id}`
  return rows[0] ? asLicence(rows[0]) : null
}

/** Every licence of these agencies, the newest first, those that ended too. */
export async function listLicences(db: Db | Tx, ids: readonly AgencyId[]): Promise<Licence[]> {
  const rows = await db<LicenceRow[]>`
    select ${columns(db)} from licence where agency_id = any (${[...ids]})
    order by valid_from desc nulls first, id desc`
  return rows.map(asLicence)
}

/** Of all agencies, those that were given. */
export async function listAllLicences(tx: Tx): Promise<Licence[]> {
  const rows = await tx<LicenceRow[]>`
    select ${columns(tx)} from licence where status not in ('applied', 'refused')`
  return rows.map(asLicence)
}

/** What people write before a number: "លេខ DEMO-001", "licence no. DEMO-001". */
const numberWords =
  /^\s*(?:(?:អាជ្ញាប័ណ្ណ|អាជ្ញាបណ្ណ|លេខ)[\s៖:]*)+|^\s*(?:licen[cs]e\b[\s:]*)?(?:\b(?:number|no)\b[\s.:]*)?/iu

export async function findByNumber(db: Db | Tx, typed: string): Promise<Match[]> {
  const keys = [...new Set([nameKey(typed), nameKey(typed.replace(numberWords, ' '))])].filter(
    (key) => key !== '',
  )
  if (keys.length === 0) return []
  const rows = await db<{ agency_id: AgencyId; number: string }[]>`
    select agency_id, number from licence
    where number_key = any (${keys}) and status not in ('applied', 'refused')`
  return rows.map((row) => ({ agencyId: row.agency_id, by: 'licence-number', met: row.number }))
}

/** False when someone else changed the licence first. */
export async function moveLicence(tx: Tx, licence: Licence, change: Change): Promise<boolean> {
  const { suspension } = change
  const moved = await tx`
    update licence set status = ${change.status}, version = version + 1,
      valid_from = ${change.validFrom}, ended_on = ${change.endedOn},
      suspended_on = ${suspension?.since ?? null}, suspended_until = ${suspension?.until ?? null},
      condition = ${suspension?.condition ?? null}
    where id = ${licence.id} and version = ${licence.version}`
  return moved.count === 1
}

/**
 * Countries and sectors of this licence for which its agency holds another one already. Whoever gives
 * a licence of one agency waits for whoever gives another.
 */
export async function heldTwice(tx: Tx, licence: Licence, today: Day): Promise<boolean> {
  await tx`select from licence where agency_id = ${licence.agencyId} order by id for update`
  const from = licence.validFrom ?? today
  const [row] = await tx`
    select from licence_destination d join licence_destination o
      on o.agency_id = d.agency_id and o.licence_id <> d.licence_id
        and o.destination_code = d.destination_code and o.sector = d.sector
        and o.held && daterange(greatest(d.from_day, ${from}::date),
          least(d.to_day, ${licence.validTo}::date), '[]')
    where d.licence_id = ${licence.id} limit 1`
  return row !== undefined
}

export type NewLicence = {
  readonly id: LicenceId
  readonly agencyId: AgencyId
  readonly number: string
  readonly prakas: string | null
  readonly validFrom: Day | null
  readonly validTo: Day | null
  readonly authorisations: readonly Authorisation[]
}

/** Writes a licence that is applied for. */
export async function addLicence(tx: Tx, licence: NewLicence): Promise<void> {
  await tx`
    insert into licence (id, agency_id, number, number_key, prakas, valid_from, valid_to)
    values (${licence.id}, ${licence.agencyId}, ${licence.number}, ${nameKey(licence.number)},
      ${licence.prakas}, ${licence.validFrom}, ${licence.validTo})`
  for (const { destination, sector, from, to } of licence.authorisations)
    await tx`
      insert into licence_destination (licence_id, destination_code, sector, from_day, to_day)
      values (${licence.id}, ${destination}, ${sector}, ${from}, ${to})`
}

/** Licences whose last day, or whose suspension's last day, lies before this day. */
export async function listLapsed(tx: Tx, today: Day): Promise<Licence[]> {
  const rows = await tx<LicenceRow[]>`
    select ${columns(tx)} from licence
    where status in ('granted', 'suspended') and valid_to < ${today}
      or status = 'suspended' and condition is null and suspended_until < ${today}
    order by id limit 500`
  return rows.map(asLicence)
}

/** Of a row of `licence`, with the countries for which it was given. */
export const columns = (db: Db | Tx) => db`
  id, agency_id, number, status, version, prakas, valid_from, valid_to, suspended_on,
  suspended_until, condition, ended_on, (
    select coalesce(json_agg(json_build_object('destination', d.destination_code,
        'sector', d.sector, 'from', d.from_day, 'to', d.to_day)
      order by destination.position, d.sector desc, d.from_day), '[]')
    from licence_destination d join destination on destination.code = d.destination_code
    where d.licence_id = licence.id) as authorisations`

export type LicenceRow = {
  id: LicenceId
  agency_id: AgencyId
  number: string
  status: LicenceStatus
  version: number
  prakas: string | null
  valid_from: Day | null
  valid_to: Day | null
  suspended_on: Day | null
  suspended_until: Day | null
  condition: Condition | null
  ended_on: Day | null
  authorisations: Authorisation[]
}

export const asLicence = (row: LicenceRow): Licence => ({
  id: row.id,
  agencyId: row.agency_id,
  number: row.number,
  status: row.status,
  version: row.version,
  prakas: row.prakas,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  suspension: row.suspended_on && {
    since: row.suspended_on,
    until: row.suspended_until,
    condition: row.condition,
  },
  endedOn: row.ended_on,
  authorisations: row.authorisations,
})
