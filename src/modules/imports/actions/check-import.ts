import { createHash } from 'node:crypto'
import { systemActor } from '../../../kernel/actor.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { type Db, type Tx, transact } from '../../../platform/db.ts'
import type { Files } from '../../../platform/files/files.ts'
import { partsOfCell } from '../../../platform/sheets/cells.ts'
import { readSheet, type SheetRefusal } from '../../../platform/sheets/read-sheet.ts'
import { openPersonKeys } from '../../../platform/vault/person-keys.ts'
import type { DataKey, Vault } from '../../../platform/vault/vault.ts'
import { matchDocuments } from '../rules/documents.ts'
import type { Finding, Plan } from '../rules/importer.ts'
import { matchRows } from '../rules/rows.ts'
import { listDocuments, listTaken, type StoredDocument, takenKey } from '../store/document.ts'
import { insertFindings, keepRefusal, keepTally, type RunAtWork, takeRun } from '../store/run.ts'
import { type ImportDeps, type Importers, importerOf, type RegisterImporter } from './importers.ts'
import { lookAtDocuments, runDocument } from './look-at-documents.ts'

export type ImportJob = {
  readonly db: Db
  readonly vault: Vault
  readonly files: Files
  readonly importers: Importers
  readonly now: () => Date
}

/** More lines than any register of this country has, and what they take when unpacked. */
const limits = { rows: 50_000, unpackedBytes: 200 * 1024 * 1024 }

/** Looks through an uploaded file: every problem and every difference, by line and column. */
export async function checkImport(job: ImportJob, runId: string): Promise<void> {
  await transact(job.db, systemActor('check_import'), async (tx) => {
    const run = await takeRun(tx, runId)
    if (run?.status !== 'uploaded') return ok(null)
    return (await checkRun(tx, job, run)) ? ok(null) : refuse('checked-already')
  })
}

/** In a transaction that has the run for itself; false when another job was quicker. */
export async function checkRun(
  tx: Tx,
  job: Omit<ImportJob, 'db'>,
  run: RunAtWork,
): Promise<boolean> {
  const read = await planOf(tx, job, run, { looksAtDocuments: true })
  if (!read.ok) {
    await keepRefusal(tx, run, read.refusal, job.now())
    return true
  }
  const { plan, lines } = read.value
  const count = (kind: Finding['kind']) =>
    plan.findings.filter((finding) => finding.kind === kind).length
  await insertFindings(tx, run.id, plan.findings)
  return keepTally(tx, run, {
    ...{ lines, unchanged: plan.unchanged, findingsHash: hashOf(plan.findings) },
    ...{ problems: count('problem'), added: count('new'), changed: count('changed') },
  })
}

export type PlannedFile = {
  readonly plan: Plan<Tx, ImportDeps>
  readonly lines: number
  readonly documents: readonly StoredDocument[]
  readonly key: DataKey
}

/** What the run's file would change as things stand now. */
export async function planOf(
  tx: Tx,
  job: Pick<ImportJob, 'vault' | 'files' | 'importers' | 'now'>,
  run: RunAtWork,
  { looksAtDocuments = false } = {},
): Promise<Result<PlannedFile, SheetRefusal | 'file-gone'>> {
  const key = (await openPersonKeys(tx, job.vault, [run.keyId])).get(run.keyId)
  if (!key || !run.fileHash) return refuse('file-gone')
  const sheet = await readSheet(await job.files.get(key, run.fileHash), limits)
  if (!sheet.ok) return sheet
  const importer = importerOf(job.importers, run.kind)
  const matched = matchRows(importer.columns, sheet.value)
  const lines = sheet.value.rows.length
  const papers = { ...job, runId: run.id, key, now: job.now() }
  if (matched.problems.length > 0)
    return ok({ plan: stopped(matched.problems), lines, documents: [], key })
  if (looksAtDocuments) await lookAtDocuments(tx, papers, importer)
  const documents = await listDocuments(tx, run.id)
  const { rows, problems } = matchDocuments(
    matched.rows,
    { column: importer.documents?.column ?? null, partsOf: partsOfCell },
    documents.map((one) => runDocument(papers, one)),
  )
  const taken = await listTaken(
    tx,
    documents.flatMap(({ digest }) => digest ?? []),
  )
  const plan = await importer.plan(tx, rows, {
    now: papers.now,
    isTaken: (recordId, { digest }) => taken.has(takenKey(recordId, digest)),
  })
  return ok({ plan: ordered(importer, plan, problems), lines, documents, key })
}

/** What cannot be read as lines is not looked into further. */
const stopped = (findings: readonly Finding[]): Plan<Tx, ImportDeps> => ({
  findings,
  unchanged: 0,
  carryOut: async () => {
    throw new Error('a file with problems is never carried out')
  },
})

const rank = { problem: 0, changed: 1, new: 2, absent: 3, same: 4 }

/** Problems first, then differences, what is new, and what the file leaves out; each by its line. */
function ordered(
  importer: RegisterImporter,
  plan: Plan<Tx, ImportDeps>,
  problems: readonly Finding[],
): Plan<Tx, ImportDeps> {
  const findings = [...problems, ...plan.findings].sort(
    (a, b) => rank[a.kind] - rank[b.kind] || a.line - b.line,
  )
  return { ...plan, findings: findings.map((finding) => underHead(importer, finding)) }
}

/** Whoever mends the file knows its columns by their heads. */
function underHead({ columns }: RegisterImporter, finding: Finding): Finding {
  if (finding.kind !== 'problem') return finding
  const column = columns.find(({ key }) => key === finding.column)
  return { ...finding, column: column?.heads[0] ?? finding.column }
}

/** What was shown and confirmed is what is carried out: both have this hash. */
export const hashOf = (findings: readonly Finding[]): Buffer =>
  createHash('sha256').update(JSON.stringify(findings)).digest()
