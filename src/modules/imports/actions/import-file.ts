import { type Actor, systemActor } from '../../../kernel/actor.ts'
import { ok } from '../../../kernel/result.ts'
import { transact } from '../../../platform/db.ts'
import type { Finding } from '../rules/importer.ts'
import { mayBeConfirmed } from '../rules/run.ts'
import { findRun, listFindings } from '../store/run.ts'
import { carryOutImport, forgetImportFiles } from './carry-out-import.ts'
import { checkImport, type ImportJob } from './check-import.ts'
import { decideImport } from './decide-import.ts'
import type { RegisterImporter } from './importers.ts'
import { paperNames } from './paper-names.ts'
import { type GivenFileOf, uploadImport } from './upload-import.ts'

export type FindingLine = {
  readonly kind: Finding['kind']
  readonly line: number
  readonly subject: string
  /** The code of the problem, or the fields that differ: for whoever sits at the machine. */
  readonly what: string
}
export type ImportedFile = {
  readonly findings: readonly FindingLine[]
  readonly sentence: string
  readonly isFine: boolean
}

type ImportFile = {
  readonly importer: RegisterImporter
  readonly file: { readonly name: string; readonly bytes: Buffer }
  readonly documents?: Iterable<GivenFileOf>
  readonly carryOut: boolean
}

/** From the command line: the same steps as in the browser, by whoever may run commands here. */
export async function importFile(
  job: ImportJob,
  { importer, file, documents = [], carryOut }: ImportFile,
): Promise<ImportedFile> {
  const { db, vault, files } = job
  const now = job.now()
  const actor: Actor = { ...systemActor('import'), roles: ['system', ...importer.readers] }
  const uploaded = await transact(db, actor, async (tx) =>
    ok(
      await uploadImport(tx, actor, { vault, files, importer, file, documents, now, byJob: false }),
    ),
  )
  if (!uploaded.ok) throw new Error('an upload by command was refused')
  const id = uploaded.value
  await checkImport(job, id)
  const run = await findRun(db, id)
  if (run?.status !== 'checked') return failed(`The file cannot be read: ${run?.refusal}.`)
  const found = await listFindings(db, id, { kind: null, after: -1, most: 200_000 })
  const papers = await transact(db, actor, async (tx) => ok(await paperNames(tx, vault, id)))
  const findings = found
    .filter(({ finding }) => finding.kind !== 'same')
    .map(({ finding }) => lineOf(finding, papers.ok ? papers.value : new Map()))
  const tally = `${run.lines} lines: ${run.problems} problems, ${run.added} new, ${run.changed} changed, ${run.unchanged} unchanged.`
  const action = carryOut && mayBeConfirmed(run) ? 'confirm' : 'drop'
  const decided = await transact(db, actor, (tx) =>
    decideImport(tx, actor, { id, version: run.version, action, now, byJob: false }),
  )
  if (decided.ok && action === 'confirm') await carryOutImport(job, id)
  const ended = await findRun(db, id)
  await forgetImportFiles(job)
  if (!carryOut)
    return { findings, sentence: `${tally} Nothing was written.`, isFine: run.problems === 0 }
  if (ended?.status === 'done')
    return { findings, sentence: `${tally} All of it was brought in.`, isFine: true }
  return { ...failed(`${tally} Nothing was written.`), findings }
}

const failed = (sentence: string): ImportedFile => ({ findings: [], sentence, isFine: false })

const lineOf = (finding: Finding, papers: ReadonlyMap<number, string>): FindingLine => ({
  ...{ kind: finding.kind, line: finding.line },
  subject:
    finding.kind === 'problem' && finding.document !== undefined
      ? (papers.get(finding.document) ?? '')
      : finding.subject,
  what:
    finding.kind === 'problem'
      ? `${finding.column ?? ''} ${finding.message.key.replace('imports.problem.', '')}`.trim()
      : finding.changes
          .map(({ field, from, to }) => `${field} ${from ?? '–'} → ${to ?? '–'}`)
          .join('; '),
})
