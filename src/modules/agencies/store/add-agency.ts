import type { Day } from '../../../kernel/days.ts'
import type { Tx } from '../../../platform/db.ts'
import { nameKey, pageKey, phoneKey, searchKey } from '../../../platform/text/index.ts'
import type {
  AgencyId,
  AgencyKind,
  AgencyNames,
  AppealState,
  ContactKind,
  LinkKind,
  NameKind,
  SiteKind,
  WarningReason,
} from '../rules/agency.ts'
import { addressKey } from './address-key.ts'

export type NewAgency = {
  readonly id: AgencyId
  readonly kind: AgencyKind
  readonly names: AgencyNames
  readonly isPublic: boolean
}

/** Writes the agency with its official names. */
export async function addAgency(tx: Tx, agency: NewAgency): Promise<void> {
  const { id, names, isPublic } = agency
  await tx`
    insert into agency (id, kind, name_km, name_latin, is_public)
    values (${id}, ${agency.kind}, ${names.km}, ${names.en}, ${isPublic})`
  for (const name of [names.km, names.en])
    if (name) await addName(tx, id, { kind: 'official', name, isPublic })
}

type NewName = { readonly kind: NameKind; readonly name: string; readonly isPublic: boolean }

export async function addName(tx: Tx, id: AgencyId, { kind, name, isPublic }: NewName) {
  await tx`
    insert into agency_name (agency_id, kind, name, key, sound, is_public)
    values (${id}, ${kind}, ${name}, ${nameKey(name)}, ${searchKey(name)}, ${isPublic})`
}

export type NewSite = {
  readonly kind: Exclude<SiteKind, 'representation'>
  readonly province: string
  readonly address: { readonly km: string; readonly en: string }
  readonly from: Day
  readonly to: Day | null
  readonly isPublic: boolean
}

export async function addSite(tx: Tx, id: AgencyId, site: NewSite): Promise<void> {
  await tx`
    insert into agency_site (agency_id, kind, province_code, address_km, address_latin, address_key,
      from_day, to_day, is_public)
    values (${id}, ${site.kind}, ${site.province}, ${site.address.km}, ${site.address.en},
      ${addressKey(site.address, site.province)}, ${site.from}, ${site.to}, ${site.isPublic})`
}

export type NewContact = {
  readonly kind: ContactKind
  readonly shown: string
  readonly from: Day
  readonly to: Day | null
  readonly isPublic: boolean
}

/**
 * As the ministry's own register names it, and so proven. Throws for a text that is no telephone
 * number or no address: the door has checked it.
 */
export async function addContact(tx: Tx, id: AgencyId, contact: NewContact): Promise<void> {
  const key = contact.kind === 'phone' ? phoneKey(contact.shown) : pageKey(contact.shown)
  if (key === null) throw new Error(`"${contact.shown}" is no ${contact.kind}`)
  await tx`
    insert into agency_contact (agency_id, kind, shown, key, from_day, to_day, is_public,
      verified_how, verified_at)
    values (${id}, ${contact.kind}, ${contact.shown}, ${key}, ${contact.from}, ${contact.to},
      ${contact.isPublic}, 'register', now())`
}

export type NewLink = {
  readonly other: AgencyId
  readonly kind: LinkKind
  readonly source: string
  readonly since: Day
}

export async function addLink(tx: Tx, id: AgencyId, link: NewLink): Promise<void> {
  await tx`
    insert into agency_link (agency_id, other_id, kind, source, since_day, is_public)
    values (${id}, ${link.other}, ${link.kind}, ${link.source}, ${link.since}, true)`
}

export type NewWarning = {
  readonly on: Day
  readonly reason: WarningReason
  readonly source: string
  readonly endsOn: Day | null
  readonly appeal: AppealState
}

export async function addWarning(tx: Tx, id: AgencyId, warning: NewWarning): Promise<void> {
  await tx`
    insert into agency_warning (agency_id, warned_on, reason, source, ends_on, appeal, is_public)
    values (${id}, ${warning.on}, ${warning.reason}, ${warning.source}, ${warning.endsOn},
      ${warning.appeal}, true)`
}
