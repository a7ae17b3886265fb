import { changeKinds } from './change-kinds.ts'
import { importers } from './importers.ts'
import {
  demonstrationPersons,
  fillDemonstrationPeople,
  loadOffices,
} from './modules/accounts/index.ts'
import { fillDemonstrationFiles } from './modules/agencies/index.ts'
import { fillDemonstrationChanges } from './modules/changes/index.ts'
import { fillDemonstrationOutcomes } from './modules/compensation/index.ts'
import {
  fillDemonstrationComplaints,
  fillDemonstrationEvidence,
  fillDemonstrationGroups,
  fillDemonstrationMessages,
  listKnownReceipts,
  loadComplaintCategories,
} from './modules/complaints/index.ts'
import { fillDemonstrationConciliations } from './modules/conciliation/index.ts'
import { fillDemonstrationImports } from './modules/imports/index.ts'
import { loadRules } from './modules/law/index.ts'
import { fillDemonstrationDeposits } from './modules/ledger/index.ts'
import { fillDemonstrationLetters } from './modules/letters/index.ts'
import { fillDemonstrationAgencies } from './modules/licences/index.ts'
import { loadPlaces } from './modules/places/index.ts'
import { fillDemonstrationProtection } from './modules/protection/index.ts'
import { countFiguresIn } from './modules/statistics/index.ts'
import { fillDemonstrationWorkers } from './modules/workers/index.ts'
import type { Db, Tx } from './platform/db.ts'
import type { Files } from './platform/files/files.ts'
import { StartFailure } from './platform/start-failure.ts'
import type { Vault } from './platform/vault/vault.ts'

/** What a step of the first start is given. `tx` is the owner's: row-level security does not hold it. */
export type SetupStep = {
  readonly name: string
  run(tx: Tx, deps: SetupDeps): Promise<void>
}
export type SetupDeps = {
  readonly vault: Vault
  readonly files: Files
  readonly now: Date
  readonly say: (line: string) => void
}
/** Somebody of the demonstration, as printed at the end of a start. */
export type SignIn = { readonly name: string; readonly role: string; readonly how: string }

/** Run at every start, each in one transaction: write what is new or changed, nothing else. */
const countryPack: readonly SetupStep[] = [
  { name: 'places', run: async (tx) => void (await loadPlaces(tx)) },
  { name: 'rules', run: async (tx) => void (await loadRules(tx)) },
  { name: 'offices', run: async (tx) => void (await loadOffices(tx)) },
  { name: 'kinds of complaint', run: loadComplaintCategories },
]

/** The same seed, the same demonstration. */
const demonstrationSeed = 2026

/** Run once in a demonstration's life, in this order, each in one transaction. */
const demonstration: readonly SetupStep[] = [{ name: 'demonstration', run: fillEverything }]

/** Two of the people are clerks of the first two agencies, and all of them have worked on the cases. */
async function fillEverything(tx: Tx, { vault, files, now }: SetupDeps): Promise<void> {
  const seed = demonstrationSeed
  const { licensed } = await fillDemonstrationAgencies(tx, { now, seed })
  const people = await fillDemonstrationPeople(tx, { agencyIds: licensed.slice(0, 2), now, vault })
  await fillDemonstrationFiles(tx, { vault, files, now, agencyIds: licensed, people })
  await fillDemonstrationWorkers(tx, { vault, now, seed, count: 2000 })
  await fillDemonstrationComplaints(tx, { vault, now, seed, agencyIds: licensed, people })
  await fillDemonstrationGroups(tx, { vault, now, agencyIds: licensed, people })
  await fillDemonstrationOutcomes(tx, { vault, now, agencyIds: licensed, people })
  await fillDemonstrationConciliations(tx, { vault, now, agencyIds: licensed, people })
  await fillDemonstrationChanges(tx, { kinds: changeKinds, people, now })
  await fillDemonstrationEvidence(tx, { vault, files, now })
  await fillDemonstrationMessages(tx, { vault, now })
  await fillDemonstrationLetters(tx, { vault, files, now, people })
  await fillDemonstrationImports(tx, { vault, files, importers, now, people })
  // Last: it draws on deposits for what the cases left overdue.
  await fillDemonstrationDeposits(tx, { agencyIds: licensed, people, now })
  await fillDemonstrationProtection(tx, { vault, now, people })
  // Of everything that stands now.
  await countFiguresIn(tx, now)
}

/** The persons of the demonstration, one of every role, and two whose receipts everybody knows. */
export async function demonstrationPeople(db: Db, vault: Vault): Promise<readonly SignIn[]> {
  const people = demonstrationPersons.map(({ en, role, login }) => ({
    name: en,
    role,
    how: `one click at /sign-in (API: npm run token -- ${login})`,
  }))
  const receipts = await listKnownReceipts(db, vault)
  const complainants = receipts.map(({ number, secret, kind }) => ({
    name: 'Somebody who complained',
    role: kind === 'anonymous' ? 'anonymous complainant' : 'complainant',
    how: `case ${number} and secret ${secret} at /follow`,
  }))
  return [...people, ...complainants]
}

export async function loadCountryPack(db: Db, deps: SetupDeps): Promise<void> {
  for (const step of countryPack) await db.begin((tx) => step.run(tx, deps))
}

/** Fills whatever of the demonstration is not there yet. */
export async function fillDemonstration(db: Db, deps: SetupDeps): Promise<void> {
  const done = await db<{ name: string }[]>`select name from setup_step`
  const names = new Set(done.map((row) => row.name))
  for (const step of demonstration.filter(({ name }) => !names.has(name))) {
    await db.begin(async (tx) => {
      await tx`insert into setup_step (name, demonstration) values (${step.name}, true)`
      await step.run(tx, deps)
    })
  }
}

/** Production never runs on a database that a demonstration has filled. */
export async function refuseDemonstrationData(db: Db): Promise<void> {
  const [table] = await db`select to_regclass('setup_step') as found`
  if (!table?.found) return
  const [row] = await db`select 1 from setup_step where demonstration limit 1`
  if (!row) return
  throw new StartFailure(
    'This database holds demonstration data: give production a database and a DATA_DIR of its own.',
  )
}
