import { type Actor, publicActor } from '../../../kernel/actor.ts'
import { addDays, type Day, dayOf } from '../../../kernel/days.ts'
import type { Result } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import type { AgencyId } from '../../agencies/index.ts'
import { demonstrationName } from '../../workers/index.ts'
import { addPersons } from '../actions/add-persons.ts'
import { assignTo } from '../actions/assign-complaint.ts'
import { addParty, addStatement, replaceRepresentative } from '../actions/case-parts.ts'
import { changePersons } from '../actions/change-persons.ts'
import { mergeCases } from '../actions/merge-cases.ts'
import { submitComplaint } from '../actions/submit-complaint.ts'
import { takeComplaintAction } from '../actions/take-complaint-action.ts'
import type { ComplaintId } from '../rules/complaint.ts'
import type { NewComplaint } from '../rules/intake.ts'
import type { NewPerson } from '../rules/new-person.ts'
import type { PersonChange } from '../rules/person-change.ts'
import { findComplaint } from '../store/complaint.ts'
import { listPersons } from '../store/person.ts'
import { noteWhatRanOut } from './fill-complaints.ts'
import { staffOf } from './staff.ts'

export type FillGroups = {
  readonly vault: Vault
  readonly now: Date
  readonly agencyIds: readonly AgencyId[]
  readonly people: ReadonlyMap<string, string>
}
type Around = FillGroups & { readonly tx: Tx; readonly officer: Actor }

const dayMs = 86_400_000
/** Names from here on are those of groups. */
const firstPerson = 5000

/**
 * What untidy files look like: a group of 120 against two respondents, two complaints of one matter,
 * and a case in which the sources disagree while a court decides.
 */
export async function fillDemonstrationGroups(tx: Tx, fill: FillGroups): Promise<void> {
  const staff = staffOf({ people: fill.people, agencies: fill.agencyIds })
  const around = { ...fill, tx, officer: staff.officerFor('', 0) }
  await fillGroup(around)
  await fillPair(around)
  await fillDisagreement(around)
}

function must<T>(result: Result<T, unknown>): T {
  if (result.ok) return result.value
  throw new Error(`demonstration of groups: ${String(result.refusal)}`)
}

const daysAgo = ({ now }: Around, days: number): Date => new Date(now.getTime() - days * dayMs)

/** Received by the public, taken and registered by the officer. */
async function begin(
  around: Around,
  { days, over }: { days: number; over: Partial<NewComplaint> },
): Promise<ComplaintId> {
  const { tx, vault, officer } = around
  const receivedAt = daysAgo(around, days)
  const { id } = await submitComplaint(tx, publicActor, {
    ...{ vault, complaint: aComplaint(over), now: receivedAt },
    entry: { door: 'web', receivedAt, helpedBy: null, paperNumber: null },
  })
  const at = daysAgo(around, days - 0.5)
  must(await assignTo(tx, officer, { complaintId: id, version: 1, ownerId: officer.id, at }))
  const step = { vault, complaintId: id, action: 'register', version: null, words: null } as const
  must(await takeComplaintAction(tx, officer, { ...step, at }))
  return id
}

const aComplaint = (over: Partial<NewComplaint>): NewComplaint => ({
  ...{ relation: 'group', people: 1, openness: 'named', complainantName: null, way: 'phone' },
  ...{ workerName: demonstrationName(firstPerson), contact: '010 009 900', safeTimes: ['evening'] },
  ...{ prefersWoman: false, language: 'km', respondentKind: 'agency', agencyId: null },
  ...{ respondentWords: null, categories: ['delayed_deployment'], country: 'TH', province: null },
  ...{ month: '2026-03', askedBefore: 'agency', askedAnswer: null },
  claims: [{ kind: 'sought', sum: { minor: 30_000n, currency: 'USD' }, currency: 'USD' }],
  story: 'យើងបានបង់ប្រាក់ ហើយរង់ចាំការបញ្ជូនយូរណាស់ហើយ។',
  ...over,
})

const situations = ['at-home', 'at-home', 'abroad', 'at-home', 'missing', 'unknown'] as const
const joins = ['agreed', 'agreed', 'agreed', 'not-reached', 'not-asked', 'refused'] as const

/** Sums known, open and in two currencies. */
const aPerson = (number: number): NewPerson => ({
  name: demonstrationName(firstPerson + number),
  contact: number % 3 === 0 ? `010 00${String(7000 + number)}` : null,
  sex: number % 2 === 0 ? 'female' : 'male',
  minor: number === 17 ? true : number % 5 === 0 ? null : false,
  situation: situations[number % situations.length] ?? 'unknown',
  joins: joins[number % joins.length] ?? 'agreed',
  claims: [
    {
      kind: 'sought',
      minor: number % 7 === 0 ? null : BigInt(20_000 + 250 * (number % 40)),
      currency: number % 11 === 0 ? 'THB' : 'USD',
    },
  ],
})

async function fillGroup(around: Around): Promise<void> {
  const { tx, vault, officer, agencyIds } = around
  const over = { people: 120, agencyId: agencyIds[2] ?? null }
  const complaintId = await begin(around, { days: 34, over })
  const at = daysAgo(around, 30)
  const common = { vault, complaintId, at }
  const persons = Array.from({ length: 119 }, (_, number) => aPerson(number + 1))
  must(await addPersons(tx, officer, { ...common, version: null, persons }))
  await addAround(around, common)
  const listed = await listPersons(tx, complaintId)
  const left = listed.slice(60, 63).map(({ id }) => id)
  const change: PersonChange = { what: 'left', why: 'settled-alone' }
  must(
    await changePersons(tx, officer, {
      vault,
      ...{ complaintId, personIds: left, change, at: daysAgo(around, 12) },
    }),
  )
  await noteWhatRanOut(tx, complaintId, around.now)
}

type Common = { readonly vault: Vault; readonly complaintId: ComplaintId; readonly at: Date }

/** The second respondent, who speaks for the group, and how many they are: by whom. */
async function addAround(around: Around, common: Common): Promise<void> {
  const { tx, officer } = around
  const broker = { role: 'respondent', kind: 'broker', agencyId: null, name: 'បង វី (គំរូ)' } as const
  must(await addParty(tx, officer, { ...common, ...broker }))
  const speakers = [
    { name: demonstrationName(firstPerson + 200), relation: 'worker', at: common.at },
    { name: 'អង្គការគំរូ', relation: 'organisation', at: daysAgo(around, 10) },
  ] as const
  for (const speaker of speakers)
    must(await replaceRepresentative(tx, officer, { ...common, personId: null, ...speaker }))
  const field = 'number-of-people' as const
  const saidOn = dayOf(common.at)
  const said = [
    { source: 'worker', value: '១២០ នាក់', saidOn },
    { source: 'agency', value: '៩៨ នាក់', saidOn: addDays(saidOn, 6) },
  ] as const
  for (const one of said)
    must(await addStatement(tx, officer, { ...common, personId: null, field, ...one }))
}

/** She complained, and so did her sister, from the same telephone. */
async function fillPair(around: Around): Promise<void> {
  const { tx, vault, officer, agencyIds } = around
  const same = {
    ...{ contact: '010 009 911', agencyId: agencyIds[3] ?? null },
    workerName: demonstrationName(firstPerson + 301),
  }
  const intoId = await begin(around, { days: 9, over: { ...same, relation: 'worker' } })
  const fromId = await begin(around, {
    ...{ days: 8, over: { ...same, relation: 'family' } },
  })
  const into = await findComplaint(tx, intoId)
  const at = daysAgo(around, 6)
  must(await mergeCases(tx, officer, { vault, intoId, fromId, version: into?.version ?? 0, at }))
  for (const id of [intoId, fromId]) await noteWhatRanOut(tx, id, around.now)
}

/** Three sources, three ages; a court decides first. */
async function fillDisagreement(around: Around): Promise<void> {
  const { tx, vault, officer, now } = around
  const complaintId = await begin(around, {
    days: 24,
    over: {
      ...{ relation: 'family', workerName: demonstrationName(firstPerson + 401) },
      ...{ respondentKind: 'broker', respondentWords: 'ពូ ម៉ៅ (គំរូ)' },
    },
  })
  const [person] = await listPersons(tx, complaintId)
  const at = daysAgo(around, 20)
  const common = { vault, complaintId, at, personId: person?.id ?? null, saidOn: null }
  const said = [
    { field: 'age', source: 'family', value: '១៧ ឆ្នាំ' },
    { field: 'age', source: 'document', value: '១៩ ឆ្នាំ (លិខិតឆ្លងដែន)' },
    { field: 'age', source: 'broker', value: '២០ ឆ្នាំ' },
    { field: 'date', source: 'family', value: 'ចេញដំណើរខែមីនា' },
    { field: 'date', source: 'worker', value: 'ចេញដំណើរខែមេសា' },
  ] as const
  for (const one of said) must(await addStatement(tx, officer, { ...common, ...one }))
  const reviewOn: Day = addDays(dayOf(now), 40)
  must(
    await takeComplaintAction(tx, officer, {
      ...{ vault, complaintId, action: 'wait-elsewhere', version: null, reviewOn },
      ...{ words: 'តុលាការសម្រេចជាមុនសិន។ យើងនឹងពិនិត្យឡើងវិញ។', at: daysAgo(around, 18) },
    }),
  )
  await noteWhatRanOut(tx, complaintId, now)
}
