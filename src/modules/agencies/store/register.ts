import type { Day } from '../../../kernel/days.ts'
import type { Tx } from '../../../platform/db.ts'
import { nameKey, searchKey } from '../../../platform/text/index.ts'
import type { AgencyId, AgencyKind, AgencyNames, ContactKind } from '../rules/agency.ts'
import { addressKey } from './address-key.ts'

export type RegisterContact = {
  readonly kind: ContactKind
  readonly shown: string
  readonly key: string
}
export type RegisterOffice = {
  readonly province: string
  readonly km: string
  readonly en: string
}
/** Of one agency, what a register of agencies says: only what is in use. */
export type RegisterEntry = {
  readonly id: AgencyId
  readonly kind: AgencyKind
  readonly names: AgencyNames
  /** Under which its official names are the same name. */
  readonly nameKeys: readonly string[]
  readonly contacts: readonly RegisterContact[]
  readonly office: RegisterOffice | null
}

/** Every agency and every operator warned about. */
export async function listRegister(tx: Tx): Promise<RegisterEntry[]> {
  return tx<RegisterEntry[]>`
    select a.id, a.kind, json_build_object('km', a.name_km, 'en', a.name_latin) as names,
      coalesce(n.keys, '{}') as "nameKeys", coalesce(c.contacts, '[]') as contacts, s.office
    from agency a
    left join (
      select agency_id, array_agg(distinct key) as keys from agency_name
      where kind = 'official' and is_public group by agency_id) n on n.agency_id = a.id
    left join (
      select agency_id, json_agg(json_build_object('kind', kind, 'shown', shown, 'key', key)
        order by kind, key) as contacts
      from agency_contact where to_day is null and is_public group by agency_id) c
      on c.agency_id = a.id
    left join (
      select distinct on (agency_id) agency_id, json_build_object('province', province_code,
        'km', address_km, 'en', address_latin) as office
      from agency_site where kind = 'head-office' and to_day is null and is_public
      order by agency_id, from_day desc) s on s.agency_id = a.id`
}

export type NewOnRegister = Omit<RegisterEntry, 'kind' | 'nameKeys'> & {
  readonly otherNames: readonly string[]
  readonly from: Day
}

/** Many at once, each statement for all of them. */
export async function addToRegister(tx: Tx, agencies: readonly NewOnRegister[]): Promise<void> {
  const entries = agencies.map(({ id, names }) => ({ id, km: names.km, latin: names.en }))
  await tx`
    insert into agency (id, kind, name_km, name_latin, is_public)
    select id, 'agency', km, latin, true
    from json_to_recordset(${tx.json(entries)}::json) as r(id uuid, km text, latin text)`
  await addNames(tx, agencies.flatMap(namesOf))
  await addContacts(
    tx,
    agencies.flatMap(({ id, contacts, from }) => contacts.map((one) => ({ ...one, id, from }))),
  )
  await addOffices(
    tx,
    agencies.flatMap(({ id, office, from }) => (office ? [{ ...office, id, from }] : [])),
  )
}

type NamedRow = { id: AgencyId; kind: 'official' | 'trade' | 'former'; name: string }

const namesOf = ({ id, names, otherNames }: NewOnRegister): NamedRow[] => [
  ...[names.km, names.en]
    .filter((name) => name !== null)
    .map((name) => ({ id, kind: 'official' as const, name })),
  ...otherNames.map((name) => ({ id, kind: 'trade' as const, name })),
]

async function addNames(tx: Tx, names: readonly NamedRow[]): Promise<void> {
  const rows = names.map((row) => ({ ...row, key: nameKey(row.name), sound: searchKey(row.name) }))
  await tx`
    insert into agency_name (agency_id, kind, name, key, sound, is_public)
    select id, kind, name, key, sound, true from json_to_recordset(${tx.json(rows)}::json)
      as r(id uuid, kind text, name text, key text, sound text)
    on conflict (agency_id, kind, name) do update set is_public = true`
}

type ContactRow = RegisterContact & { readonly id: AgencyId; readonly from: Day }

async function addContacts(tx: Tx, contacts: readonly ContactRow[]): Promise<void> {
  await tx`
    insert into agency_contact (agency_id, kind, shown, key, from_day, is_public, verified_how,
      verified_at)
    select id, kind, shown, key, "from", true, 'register', now() from json_to_recordset(${tx.json(contacts)}::json)
      as r(id uuid, kind text, shown text, key text, "from" date)`
}

type OfficeRow = RegisterOffice & { readonly id: AgencyId; readonly from: Day }

async function addOffices(tx: Tx, offices: readonly OfficeRow[]): Promise<void> {
  const rows = offices.map((office) => ({ ...office, key: addressKey(office, office.province) }))
  await tx`
    insert into agency_site (agency_id, kind, province_code, address_km, address_latin, address_key,
      from_day, is_public)
    select id, 'head-office', province, km, en, key, "from", true
    from json_to_recordset(${tx.json(rows)}::json)
      as r(id uuid, province text, km text, en text, key text, "from" date)`
}

/** The names that an agency had become former ones, by which people still find it. */
export async function renameOnRegister(
  tx: Tx,
  before: RegisterEntry,
  names: AgencyNames,
): Promise<void> {
  const { id } = before
  await tx`
    update agency set name_km = ${names.km}, name_latin = ${names.en}, version = version + 1
    where id = ${id}`
  const kept = [names.km, names.en]
  const gone = [before.names.km, before.names.en].filter(
    (name): name is string => name !== null && !kept.includes(name),
  )
  await tx`
    update agency_name set is_public = false
    where agency_id = ${id} and kind = 'official' and name = any (${gone})`
  const now = kept.filter((name) => name !== null)
  await addNames(tx, [
    ...gone.map((name) => ({ id, kind: 'former' as const, name })),
    ...now.map((name) => ({ id, kind: 'official' as const, name })),
  ])
}

type Replaced = {
  readonly before: RegisterEntry
  readonly contacts: readonly RegisterContact[]
  readonly today: Day
}

/** Those that the register no longer names end yesterday; they prove nothing from today on. */
export async function replaceContacts(tx: Tx, { before, contacts, today }: Replaced) {
  const keys = contacts.map(({ key }) => key)
  await tx`
    update agency_contact set to_day = greatest(from_day, ${today}::date - 1), end_recorded_at = now()
    where agency_id = ${before.id} and to_day is null and key <> all (${keys})`
  const known = before.contacts.map(({ key }) => key)
  const added = contacts.filter(({ key }) => !known.includes(key))
  await addContacts(
    tx,
    added.map((contact) => ({ ...contact, id: before.id, from: today })),
  )
}

/** The head office moved: the old one ends yesterday. */
export async function moveOffice(
  tx: Tx,
  before: RegisterEntry,
  { office, today }: { readonly office: RegisterOffice; readonly today: Day },
): Promise<void> {
  await tx`
    update agency_site set to_day = greatest(from_day, ${today}::date - 1), end_recorded_at = now()
    where agency_id = ${before.id} and kind = 'head-office' and to_day is null`
  await addOffices(tx, [{ ...office, id: before.id, from: today }])
}
