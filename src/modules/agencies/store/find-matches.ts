import type { Day } from '../../../kernel/days.ts'
import type { Db, Tx } from '../../../platform/db.ts'
import { nameKey, pageKey, phoneKeys, searchKey } from '../../../platform/text/index.ts'
import type { AgencyId, ContactKind, NameKind } from '../rules/agency.ts'
import { contactMatchKind, type Match, nameMatchKind } from '../rules/match.ts'
import { distinctive, type Sound, soundAlike, soundOf } from '../rules/resemblance.ts'

/** How many resemblances are looked at; fewer are shown. */
const most = 30

/** Records on the register whose name, telephone or page is exactly, once was, or resembles this. */
export async function findMatches(db: Db | Tx, typed: string, today: Day): Promise<Match[]> {
  // Sent together: each waits for none of the others.
  const found = await Promise.all([
    findByName(db, typed),
    findByContact(db, typed, today),
    findBySound(db, typed),
  ])
  return found.flat()
}

async function findByName(db: Db | Tx, typed: string): Promise<Match[]> {
  const key = nameKey(typed)
  if (key === '') return []
  const rows = await db<{ agency_id: AgencyId; kind: NameKind; name: string }[]>`
    select agency_id, kind, name from register_name where key = ${key} order by name limit ${most}`
  return rows.map((row) => ({
    agencyId: row.agency_id,
    by: nameMatchKind(row.kind),
    met: row.name,
  }))
}

type ContactRow = {
  agency_id: AgencyId
  kind: ContactKind
  shown: string
  from_day: Day
  to_day: Day | null
  verified: boolean
}

async function findByContact(db: Db | Tx, typed: string, today: Day): Promise<Match[]> {
  const keys = [...phoneKeys(typed), pageKey(typed)].filter((key) => key !== null)
  if (keys.length === 0) return []
  const rows = await db<ContactRow[]>`
    select agency_id, kind, shown, from_day, to_day, verified_how is not null as verified
    from agency_contact
    where key = any (${keys}) and is_public and from_day <= ${today}
    order by to_day desc nulls first limit ${most}`
  return rows.map((row) => ({
    agencyId: row.agency_id,
    by: contactMatchKind({ ...row, from: row.from_day, to: row.to_day }, today),
    met: row.shown,
  }))
}

/** Trigrams find the few names worth comparing, the nearest first; what all have in common is left out. */
async function findBySound(db: Db | Tx, typed: string): Promise<Match[]> {
  const key = searchKey(distinctive(typed))
  if (key.length < 3) return []
  const rows = await db<{ agency_id: AgencyId; name: string }[]>`
    select agency_id, name from register_names_like(${key}, ${most})`
  const sound = soundOf(key)
  return rows
    .filter(({ name }) => soundAlike(sound, knownSound(name)))
    .map((row) => ({ agencyId: row.agency_id, by: 'similar-name', met: row.name }))
}

const mostSounds = 5_000
const sounds = new Map<string, Sound>()

/** The same names of the register are met again and again, and their sound is slow to find. */
function knownSound(name: string): Sound {
  const known = sounds.get(name)
  if (known !== undefined) return known
  if (sounds.size >= mostSounds) sounds.clear()
  const sound = soundOf(searchKey(distinctive(name)))
  sounds.set(name, sound)
  return sound
}
