import { systemActor } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import { ok } from '../../../kernel/result.ts'
import { type Tx, transact } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import { destroyPersonKey } from '../../../platform/vault/person-keys.ts'
import { findNumber, rulebook } from '../../law/index.ts'
import type { CarryOut } from '../rules/importer.ts'
import type { ImportRunId } from '../rules/run.ts'
import { forgetDocuments, insertTaken } from '../store/document.ts'
import {
  forgetFile,
  keepProgress,
  listFilesToForget,
  moveRun,
  readRunAtWork,
  takeRun,
} from '../store/run.ts'
import { hashOf, type ImportJob, type PlannedFile, planOf } from './check-import.ts'
import type { ImportDeps } from './importers.ts'

/**
 * Carries out what was confirmed: all of it or, after a kill or a failure, nothing. Where the
 * register has changed since, nothing is written and the file has to be looked through again.
 */
export async function carryOutImport(job: ImportJob, runId: string): Promise<void> {
  const asked = await transact(job.db, systemActor('carry_out_import'), async (tx) =>
    ok(await readRunAtWork(tx, runId)),
  )
  const run = asked.ok ? asked.value : null
  if (run?.status !== 'confirmed' || !run.confirmedAs) return
  const actor = run.confirmedAs
  await transact(job.db, actor, async (tx) => {
    // Another job was quicker.
    if ((await takeRun(tx, runId))?.version !== run.version) return ok(null)
    const read = await planOf(tx, job, run)
    const isAsShown =
      read.ok &&
      run.findingsHash !== null &&
      hashOf(read.value.plan.findings).equals(run.findingsHash)
    if (isAsShown) {
      // On a connection of its own: it is seen before the end, and says nothing of it.
      const told = { ...job, report: (done: number) => report(job, run.id, done) }
      await read.value.plan.carryOut(tx, actor, workOf(tx, told, run.id, read.value))
    }
    const to = isAsShown ? 'done' : 'out-of-date'
    if (!(await moveRun(tx, run, { to, endedAt: job.now() })))
      throw new Error('the run was moved on while it was carried out')
    await recordEvent(tx, actor, {
      ...{ recordType: 'import-run', recordId: run.id, at: job.now(), visibleTo: ['officer'] },
      ...{ type: isAsShown ? 'import.carried-out' : 'import.out-of-date', from: 'confirmed', to },
      data: { kind: run.kind, added: run.added, changed: run.changed },
    })
    return ok(null)
  })
}

export const workOf = (
  tx: Tx,
  job: Omit<ImportJob, 'db'> & { readonly report: (done: number) => Promise<void> },
  runId: ImportRunId,
  { documents, key }: PlannedFile,
): CarryOut<ImportDeps> => ({
  ...{ runId, now: job.now(), deps: { vault: job.vault, files: job.files } },
  progressed: job.report,
  open: async ({ position }) => {
    const one = documents.find((document) => document.position === position)
    if (!one?.fileHash) throw new Error(`the paper ${position} of a file is gone`)
    const bytes = await job.files.get(key, one.fileHash)
    return { name: nameOf(job.vault.open(key, one.nameSealed)), bytes, whole: true }
  },
  took: ({ recordId, document, evidenceId }) =>
    insertTaken(tx, {
      ...{ recordId, runId, evidenceId, digest: Buffer.from(document.digest, 'hex') },
    }),
})

/** Without the folders of an archive. */
const nameOf = (path: string): string => path.split(/[\\/]/).at(-1) ?? path

const report = async ({ db }: ImportJob, id: Parameters<typeof keepProgress>[1], done: number) =>
  void (await transact(db, systemActor('carry_out_import'), async (tx) =>
    ok(await keepProgress(tx, id, done)),
  ))

/** Files of runs that have ended, or that nobody came back for within the term of the rulebook. */
export async function forgetImportFiles({
  db,
  files,
  now,
}: Pick<ImportJob, 'db' | 'files' | 'now'>) {
  const actor = systemActor('forget_import_files')
  const listed = await transact(db, actor, async (tx) => {
    const days = findNumber(await rulebook(tx, dayOf(now())), 'retention.import_file_days')
    const before = days === null ? new Date(0) : new Date(now().getTime() - days * 86_400_000)
    return ok(await listFilesToForget(tx, before))
  })
  if (!listed.ok) return
  for (const { id, fileHash, keyId } of listed.value) {
    const forgotten = await transact(db, actor, async (tx) => {
      await destroyPersonKey(tx, keyId)
      await forgetFile(tx, id)
      return ok(await forgetDocuments(tx, id))
    })
    for (const hash of [fileHash, ...(forgotten.ok ? forgotten.value : [])])
      await files.remove(hash)
  }
}
