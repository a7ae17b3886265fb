import type { Actor } from '../../../kernel/actor.ts'
import { type StepRefusal, takeStep } from '../../../kernel/lifecycle.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { queueJob, recordEvent } from '../../../platform/events/record-event.ts'
import { type ImportRunId, importLifecycle, mayBeConfirmed } from '../rules/run.ts'
import { findRun, keepConfirmation, moveRun } from '../store/run.ts'

export type DecideImport = {
  readonly id: string
  readonly version: number
  readonly action: 'confirm' | 'drop'
  readonly now: Date
  /** Nothing is queued where the caller goes on by itself. */
  readonly byJob?: boolean
}
export type DecideImportRefusal = StepRefusal | 'not-found' | 'changed-meanwhile' | 'has-problems'

/** Confirms what a dry run has shown, or drops it. */
export async function decideImport(
  tx: Tx,
  actor: Actor,
  { id, version, action, now, byJob = true }: DecideImport,
): Promise<Result<ImportRunId, DecideImportRefusal>> {
  const run = await findRun(tx, id)
  if (!run) return refuse('not-found')
  if (run.version !== version) return refuse('changed-meanwhile')
  const step = takeStep(importLifecycle, run.status, { action, roles: actor.roles })
  if (!step.ok) return step
  if (action === 'confirm' && !mayBeConfirmed(run)) return refuse('has-problems')
  const moved =
    action === 'confirm'
      ? await keepConfirmation(tx, run, { actor, at: now })
      : await moveRun(tx, run, { to: step.value, endedAt: now })
  if (!moved) return refuse('changed-meanwhile')
  await recordEvent(tx, actor, {
    ...{ recordType: 'import-run', recordId: run.id, at: now, visibleTo: ['officer'] },
    ...{ type: action === 'confirm' ? 'import.confirmed' : 'import.dropped' },
    ...{ from: run.status, to: step.value, data: { kind: run.kind } },
  })
  if (action === 'confirm' && byJob) await queueJob(tx, 'carry_out_import', { runId: run.id })
  return ok(run.id)
}
