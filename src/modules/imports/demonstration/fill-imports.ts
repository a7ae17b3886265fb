import type { Actor } from '../../../kernel/actor.ts'
import { addDays, dayOf } from '../../../kernel/days.ts'
import type { Tx } from '../../../platform/db.ts'
import type { Files } from '../../../platform/files/files.ts'
import { csvText } from '../../../platform/sheets/csv.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { listOffices } from '../../accounts/index.ts'
import { sampleReceipt } from '../../evidence/index.ts'
import { workOf } from '../actions/carry-out-import.ts'
import { checkRun, planOf } from '../actions/check-import.ts'
import { type Importers, importerOf } from '../actions/importers.ts'
import { uploadImport } from '../actions/upload-import.ts'
import { keepConfirmation, moveRun, readRunAtWork } from '../store/run.ts'

export type ImportExamples = {
  readonly vault: Vault
  readonly files: Files
  readonly importers: Importers
  readonly now: Date
  /** Ids of the demonstration's people by login. */
  readonly people: ReadonlyMap<string, string>
}

/** Letters of an old register that came in with a scan, and a file that waits with problems in it. */
export async function fillDemonstrationImports(tx: Tx, given: ImportExamples): Promise<void> {
  const { vault, files, importers, now, people } = given
  const ministry = (await listOffices(tx)).find(({ code }) => code === 'ministry')
  const actor: Actor = {
    ...{ kind: 'person', roles: ['complaints-head'], agencyId: null, areas: null },
    ...{ id: people.get('head') ?? '', officeId: ministry?.id ?? null },
  }
  const job = { vault, files, importers, now: () => now }
  const scan = await sampleReceipt()
  const documents = [{ name: 'scan-118.jpg', read: async () => scan.bytes }]
  const file = (lines: readonly (readonly string[])[]) => ({
    name: 'old-letters.csv',
    bytes: Buffer.from(csvText([heads, ...lines])),
  })
  const upload = async (lines: readonly (readonly string[])[]) => {
    const importer = importerOf(importers, 'letters')
    const run = { vault, files, importer, file: file(lines), documents, now, byJob: false }
    const id = await uploadImport(tx, actor, run)
    const uploaded = await readRunAtWork(tx, id)
    if (uploaded) await checkRun(tx, job, uploaded)
    return readRunAtWork(tx, id)
  }
  const today = dayOf(now)
  const good = await upload(oldLetters(addDays(today, -400)))
  await upload(oldLetters(addDays(today, 30)))
  const checked =
    good?.status === 'checked' && (await keepConfirmation(tx, good, { actor, at: now }))
  const run = good && checked ? await readRunAtWork(tx, good.id) : null
  const read = run && (await planOf(tx, job, run))
  if (!run || !read?.ok)
    throw new Error('the old letters of the demonstration cannot be brought in')
  const told = { ...job, report: async () => {} }
  await read.value.plan.carryOut(tx, actor, workOf(tx, told, run.id, read.value))
  await moveRun(tx, run, { to: 'done', endedAt: now })
}

const heads = ['old number', 'direction', 'date', 'to or from', 'subject', 'scans']

/** Of nobody who exists. */
const oldLetters = (day: string): readonly (readonly string[])[] => [
  ['១១៨/គំរូ', 'ចូល', day, 'ភ្នាក់ងារគំរូទី១ (សាកល្បង)', 'ចម្លើយអំពីពាក្យបណ្តឹងចាស់', 'scan-118.jpg'],
  ['១១៩/គំរូ', 'ចេញ', day, 'សាលាឃុំគំរូ (សាកល្បង)', 'ការបញ្ជូនសំណុំរឿងចាស់', ''],
  ['១២០/គំរូ', 'ចូល', day, 'អង្គការគំរូ (សាកល្បង)', 'សំណើសុំព័ត៌មាន', ''],
]
