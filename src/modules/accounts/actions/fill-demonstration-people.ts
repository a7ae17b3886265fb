import { addDays, dayOf } from '../../../kernel/days.ts'
import type { Tx } from '../../../platform/db.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { type DemonstrationPerson, demonstrationPersons } from '../rules/demonstration-persons.ts'
import { findOpenReview } from '../store/access-reviews.ts'
import { setSecondFactor } from '../store/credentials.ts'
import { addDelegation } from '../store/delegations.ts'
import { findOfficeByCode, loadOffices } from '../store/offices.ts'
import { addAssignment, addPerson, findPersonByLogin, type PersonId } from '../store/people.ts'
import { addRequest } from '../store/requests.ts'
import { openDemonstrationReview } from './review-access.ts'
import { newSecret, sealSecret } from './time-code.ts'

export type DemonstrationNeeds = {
  /** The agencies of `clerk` and `clerk2`; a clerk without one is left out. */
  readonly agencyIds: readonly string[]
  readonly now: Date
  readonly vault: Vault
}

/**
 * Adds the persons of a demonstration, as the owner of the schema: they sign in by one click and
 * have no password, and a second factor
 * for signing whose code their pages show. Whoever is there already stays; the ids come back by login.
 */
export async function fillDemonstrationPeople(
  tx: Tx,
  { agencyIds, now, vault }: DemonstrationNeeds,
): Promise<ReadonlyMap<string, PersonId>> {
  await loadOffices(tx)
  const ids = new Map<string, PersonId>()
  for (const person of demonstrationPersons) {
    const { agency } = person.place
    const agencyId = agency === null ? null : (agencyIds[agency] ?? null)
    if (agency !== null && agencyId === null) continue
    const { login, km, en } = person
    const added = await addPerson(tx, { login, km, en, demonstration: true })
    if (added) {
      await assign(tx, { person, id: added, agencyId, now })
      const secret = sealSecret(vault, added, newSecret())
      await setSecondFactor(tx, added, { secret, since: now, step: 0 })
    }
    const id = added ?? (await findPersonByLogin(tx, person.login))
    if (id) ids.set(person.login, id)
  }
  await fillDemonstrationDuties(tx, ids, now)
  return ids
}

/** A review under way, a deputy for some days and a request for a second person: once. */
async function fillDemonstrationDuties(
  tx: Tx,
  ids: ReadonlyMap<string, PersonId>,
  now: Date,
): Promise<void> {
  const [director, chief] = [ids.get('director'), ids.get('chief')]
  const [admin, officer] = [ids.get('admin'), ids.get('officer-bmc')]
  if (!director || !chief || !admin || !officer || (await findOpenReview(tx))) return
  await openDemonstrationReview(tx, now)
  const department = await findOfficeByCode(tx, 'dem')
  const today = dayOf(now)
  if (department)
    await addDelegation(tx, {
      ...{ fromPerson: director, toPerson: chief, role: 'signatory', officeId: department.id },
      ...{ areas: null, from: today, to: addDays(today, 13), reason: 'ចូលរួមសន្និសីទ', at: now },
    })
  const none = { role: null, officeId: null, areas: null, agencyId: null, from: null, to: null }
  await addRequest(tx, {
    ...{ kind: 'second-factor-reset', personId: officer, ...none, reason: 'បាត់ទូរស័ព្ទ' },
    ...{ proposedBy: admin, proposedAt: now },
  })
}

type Assigning = {
  readonly person: DemonstrationPerson
  readonly id: PersonId
  readonly agencyId: string | null
  readonly now: Date
}

async function assign(tx: Tx, { person, id, agencyId, now }: Assigning): Promise<void> {
  const { place, role } = person
  const office = place.office === null ? null : await findOfficeByCode(tx, place.office)
  if (place.office !== null && !office) throw new Error(`no office ${place.office} is loaded`)
  await addAssignment(tx, {
    personId: id,
    role,
    officeId: office?.id ?? null,
    areas: place.areas,
    agencyId,
    // The demonstration's cases reach two years back.
    from: addDays(dayOf(now), -900),
  })
}
