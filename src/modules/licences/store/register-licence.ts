import type { Actor } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/days.ts'
import type { Tx } from '../../../platform/db.ts'
import { nameKey } from '../../../platform/text/index.ts'
import type { Licence, Sector } from '../rules/licence.ts'
import type { LicenceReason } from '../rules/lifecycle.ts'
import { listAllLicences, type NewLicence } from './licence.ts'

/** Every licence that was ever given, by the key of its number. */
export async function listLicencesByNumber(tx: Tx): Promise<ReadonlyMap<string, Licence>> {
  const licences = await listAllLicences(tx)
  return new Map(licences.map((licence) => [nameKey(licence.number), licence]))
}

type Granted = {
  readonly licences: readonly NewLicence[]
  readonly reason: LicenceReason
  readonly note: string
  readonly at: Date
}

/** Many at once, granted elsewhere before: each statement for all of them. */
export async function addGrantedLicences(tx: Tx, actor: Actor, granted: Granted): Promise<void> {
  const { licences, reason, note, at } = granted
  const rows = licences.map(({ authorisations, ...licence }) => ({
    ...licence,
    key: nameKey(licence.number),
  }))
  await tx`
    insert into licence (id, agency_id, number, number_key, prakas, valid_from, valid_to, status)
    select id, "agencyId", number, key, prakas, "validFrom", "validTo", 'granted'
    from json_to_recordset(${tx.json(rows)}::json) as r(id uuid, "agencyId" uuid, number text,
      key text, prakas text, "validFrom" date, "validTo" date)`
  const authorised = licences.flatMap(({ id, authorisations }) =>
    authorisations.map((one) => ({ ...one, id })),
  )
  await tx`
    insert into licence_destination (licence_id, destination_code, sector, from_day, to_day,
      from_register)
    select id, destination, sector, "from", "to", true from json_to_recordset(${tx.json(authorised)}::json)
      as r(id uuid, destination text, sector text, "from" date, "to" date)`
  await tx`
    insert into licence_decision (licence_id, action, reason, note, decided_by, decided_at)
    select id, 'grant', ${reason}, ${note}, ${actor.id}, ${at}
    from unnest(${licences.map(({ id }) => id)}::uuid[]) as r(id)`
}

export type Terms = {
  readonly validTo: Day | null
  readonly authorised: readonly { readonly destination: string; readonly sector: Sector }[]
  readonly today: Day
}

/** False when someone else changed the licence first. Countries left out end yesterday. */
export async function changeTerms(tx: Tx, licence: Licence, terms: Terms): Promise<boolean> {
  const { validTo, authorised, today } = terms
  const moved = await tx`
    update licence set valid_to = ${validTo}, version = version + 1
    where id = ${licence.id} and version = ${licence.version}`
  if (moved.count !== 1) return false
  const wanted = authorised.map(({ destination, sector }) => `${destination} ${sector}`)
  await tx`
    update licence_destination set to_day = greatest(from_day, ${today}::date - 1)
    where licence_id = ${licence.id} and to_day is null
      and destination_code || ' ' || sector <> all (${wanted})`
  await tx`
    insert into licence_destination (licence_id, destination_code, sector, from_day, from_register)
    select ${licence.id}, r.destination, r.sector, ${today}, true
    from json_to_recordset(${tx.json(authorised)}::json) as r(destination text, sector text)
    where not exists (select from licence_destination d
      where d.licence_id = ${licence.id} and d.destination_code = r.destination
        and d.sector = r.sector and d.to_day is null)
    on conflict (licence_id, destination_code, sector, from_day) do update set to_day = null`
  return true
}
