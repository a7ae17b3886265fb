import { type Day, dayOf } from '../../../kernel/days.ts'
import type { Tx } from '../../../platform/db.ts'
import { openPersonKeys } from '../../../platform/vault/person-keys.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import type { Agency, AgencyNames } from '../rules/agency.ts'
import type { AgencyRole } from '../rules/facts.ts'
import { findCard, listPublicRoles, type PublicRole } from '../store/persons.ts'
import { listAgencies } from '../store/read-agency.ts'

/** Somebody whom everybody may look up. */
export type PublicPerson = {
  readonly names: AgencyNames
  readonly role: AgencyRole
  readonly card: string | null
  readonly country: string | null
  readonly province: string | null
  readonly from: Day
  readonly to: Day | null
}
export type Recruiter = PublicPerson & { readonly agency: Agency; readonly asOf: Day }

type Asked = { readonly vault: Vault; readonly now: Date }

/** By the number on a card; null where no card has it. */
export async function readRecruiter(
  tx: Tx,
  { number, vault, now }: Asked & { readonly number: string },
): Promise<Recruiter | null> {
  const card = cardNumber(number)
  const row = card && (await findCard(tx, card))
  const [agency] = row ? await listAgencies(tx, [row.agencyId]) : []
  if (!row || !agency) return null
  const [person] = await open(tx, vault, [row])
  return person ? { ...person, agency, asOf: dayOf(now) } : null
}

/** "r 1", "R-000001": as people type it; null for what no card can have. */
export function cardNumber(text: string): string | null {
  const found = /^\s*R?[\s-]*0*(\d{1,9})\s*$/i.exec(text)
  return found ? `R-${String(found[1]).padStart(6, '0')}` : null
}

/** Of one agency, as everybody could read it on a day: known by then, and not known to have ended. */
export async function listPublicPersons(
  tx: Tx,
  { agencyId, vault, on }: { readonly agencyId: string; readonly vault: Vault; readonly on: Day },
): Promise<PublicPerson[]> {
  const rows = await listPublicRoles(tx, agencyId)
  const known = rows.filter(({ recordedAt }) => dayOf(recordedAt) <= on)
  return open(
    tx,
    vault,
    known.map((row) => ({
      ...row,
      to: row.endRecordedAt && dayOf(row.endRecordedAt) <= on ? row.to : null,
    })),
  )
}

async function open(tx: Tx, vault: Vault, rows: readonly PublicRole[]): Promise<PublicPerson[]> {
  const keys = await openPersonKeys(tx, vault, [...new Set(rows.map(({ keyId }) => keyId))])
  return rows.flatMap(({ keyId, nameSealed, role, card, country, province, from, to }) => {
    const key = keys.get(keyId)
    if (!key) return []
    const names = JSON.parse(vault.open(key, nameSealed)) as AgencyNames
    return [{ names, role, card, country, province, from, to }]
  })
}
