import { addDays, type Day, dayOf } from '../../../kernel/days.ts'
import { type Random, seeded } from '../../../kernel/random.ts'
import type { Tx } from '../../../platform/db.ts'
import { newId } from '../../../platform/new-id.ts'
import {
  type AgencyId,
  addAgency,
  addContact,
  addLink,
  addName,
  addSite,
  addWarning,
} from '../../agencies/index.ts'
import { listProvinces } from '../../places/index.ts'
import { giveLicence } from './give-licence.ts'
import { lives } from './lives.ts'
import { demonstrationNames, imitatorNames, operatorNames } from './names.ts'

export type DemonstrationAgencies = {
  /** Every agency that has or had a licence, in the order of their names in the list. */
  readonly licensed: readonly AgencyId[]
}

type Filling = {
  readonly tx: Tx
  readonly random: Random
  readonly today: Day
  readonly provinces: readonly string[]
}

/**
 * About forty fictitious agencies with two years of history, in every state that an answer can
 * have. Needs the country pack. Same seed, same agencies.
 */
export async function fillDemonstrationAgencies(
  tx: Tx,
  { now, seed }: { readonly now: Date; readonly seed: number },
): Promise<DemonstrationAgencies> {
  const provinces = (await listProvinces(tx)).map(({ code }) => code)
  const filling: Filling = { tx, random: seeded(seed), today: dayOf(now), provinces }
  const byName = new Map<string, AgencyId>()
  for (const [index] of demonstrationNames.entries()) await fillAgency(filling, index, byName)
  await fillImitators(filling, byName)
  await fillOperators(filling)
  return { licensed: [...byName.values()] }
}

const marked = (names: { km: string; en: string }) => ({
  km: `${names.km} «គំរូ»`,
  en: `${names.en} (Demonstration)`,
})

async function fillAgency(
  filling: Filling,
  index: number,
  byName: Map<string, AgencyId>,
): Promise<void> {
  const { tx, today } = filling
  const names = demonstrationNames[index]
  if (!names) return
  const life = lives[index] ?? { kind: 'steady' as const }
  const id = newId<AgencyId>()
  const isPublic = life.kind !== 'applied'
  await addAgency(tx, { id, kind: 'agency', names: marked(names), isPublic })
  for (const name of [names.km, names.en]) await addName(tx, id, { kind: 'trade', name, isPublic })
  for (const name of names.spellings) await addName(tx, id, { kind: 'spelling', name, isPublic })
  if (life.kind === 'renamed')
    await addName(tx, id, { kind: 'former', name: `Old ${names.en}`, isPublic })
  await fillPlaces(filling, { id, index, en: names.en, isPublic })
  await giveLicence({ ...filling, id, index, life })
  if (isPublic) byName.set(names.en, id)
  if (life.kind === 'renamed') await fillPastContact(tx, id, { index, today })
}

type Placed = {
  readonly id: AgencyId
  readonly index: number
  readonly en: string
  readonly isPublic: boolean
}

async function fillPlaces(filling: Filling, { id, index, en, isPublic }: Placed): Promise<void> {
  const { tx, random, today } = filling
  const from = addDays(today, -700 + random.below(30))
  const open = { from, to: null, isPublic }
  await addSite(tx, id, { ...open, kind: 'head-office', province: '12', address: addressOf(index) })
  for (const kind of (['training-centre', 'branch', 'dormitory'] as const).slice(random.below(4)))
    await addSite(tx, id, {
      ...open,
      kind,
      province: random.pick(filling.provinces),
      address: addressOf(100 + random.below(800)),
    })
  await addContact(tx, id, { ...open, kind: 'phone', shown: fictitiousPhone(index) })
  await addContact(tx, id, { ...open, kind: 'page', shown: `https://${slug(en)}.example` })
}

async function fillPastContact(
  tx: Tx,
  id: AgencyId,
  { index, today }: { index: number; today: Day },
) {
  const gone = { from: addDays(today, -700), to: addDays(today, -200), isPublic: true }
  await addContact(tx, id, { ...gone, kind: 'phone', shown: fictitiousPhone(500 + index) })
  const address = addressOf(900 + index)
  await addSite(tx, id, { ...gone, kind: 'branch', province: '08', address })
}

/** Streets that no town has. */
const addressOf = (number: number) => ({
  km: `ផ្ទះលេខ ${number} ផ្លូវគំរូ`,
  en: `No. ${number}, Demonstration Street`,
})

/** No subscriber's number begins with a zero. */
const fictitiousPhone = (index: number): string => `010 000 ${String(100 + index).padStart(3, '0')}`

const slug = (name: string): string => name.toLowerCase().replace(/[^a-z]+/g, '-')

async function fillImitators(filling: Filling, byName: ReadonlyMap<string, AgencyId>) {
  const { tx, today } = filling
  for (const [index, { imitates, ...names }] of imitatorNames.entries()) {
    const id = await addOperator(filling, { names, index: 300 + index })
    const since = addDays(today, -150 + 40 * index)
    const source = `Notice D-${index + 1} (Demonstration)`
    const original = byName.get(imitates)
    if (original) await addLink(tx, id, { other: original, kind: 'imitates', source, since })
    await addWarning(tx, id, {
      on: since,
      reason: 'takes-anothers-name',
      source,
      endsOn: null,
      appeal: index === 1 ? 'upheld' : 'none',
    })
  }
}

/** One warned about with an open appeal, and one whose warning has ended. */
async function fillOperators(filling: Filling): Promise<void> {
  const { tx, today } = filling
  for (const [index, names] of operatorNames.entries()) {
    const id = await addOperator(filling, { names, index: 320 + index })
    await addWarning(tx, id, {
      on: addDays(today, -400),
      reason: index === 0 ? 'took-money-and-vanished' : 'recruits-without-licence',
      source: `Notice D-${index + 11} (Demonstration)`,
      endsOn: index === 0 ? null : addDays(today, -35),
      appeal: index === 0 ? 'open' : 'none',
    })
  }
}

async function addOperator(
  { tx, today }: Filling,
  { names, index }: { names: { km: string; en: string }; index: number },
): Promise<AgencyId> {
  const id = newId<AgencyId>()
  const open = { from: addDays(today, -420), to: null, isPublic: true }
  await addAgency(tx, { id, kind: 'unlicensed', names: marked(names), isPublic: true })
  for (const name of [names.km, names.en])
    await addName(tx, id, { kind: 'trade', name, isPublic: true })
  await addContact(tx, id, { ...open, kind: 'phone', shown: fictitiousPhone(index) })
  await addContact(tx, id, { ...open, kind: 'page', shown: `https://${slug(names.en)}.example` })
  return id
}
