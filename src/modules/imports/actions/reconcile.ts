import type { Tx } from '../../../platform/db.ts'
import { statusesOfEvidence } from '../../evidence/index.ts'
import type { Finding } from '../rules/importer.ts'
import { type Reconciled, type ReconciledDocuments, reconcile } from '../rules/reconciliation.ts'
import type { ImportRun } from '../rules/run.ts'
import { listDocuments, listTakenBy } from '../store/document.ts'
import type { RegisterImporter } from './importers.ts'

/** How the file and what stands here compare: line by line and in sums. */
export async function reconcileRun(
  tx: Tx,
  importer: RegisterImporter,
  { run, findings }: { readonly run: ImportRun; readonly findings: readonly Finding[] },
): Promise<readonly Reconciled[]> {
  const numbers = (await importer.numbersHere?.(tx, run.id)) ?? new Map<string, string>()
  return reconcile(findings, { isDone: run.status === 'done', numbers })
}

/** What became of the papers; those that went to records may still be looked through. */
export async function reconcileDocuments(tx: Tx, run: ImportRun): Promise<ReconciledDocuments> {
  const [brought, taken] = await Promise.all([listDocuments(tx, run.id), listTakenBy(tx, run.id)])
  const ids = taken.flatMap(({ evidenceId }) => evidenceId ?? [])
  const statuses = await statusesOfEvidence(tx, ids)
  const of = (status: string) => statuses.filter((one) => one === status).length
  return {
    brought: brought.length,
    faulty: brought.filter(({ fault }) => fault !== null).length,
    taken: ids.length,
    there: taken.length - ids.length,
    waiting: of('quarantined'),
    checked: of('checked'),
    refused: of('refused'),
  }
}
