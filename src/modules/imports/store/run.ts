import type { Actor } from '../../../kernel/actor.ts'
import { isUuid } from '../../../kernel/ids.ts'
import type { Db, Tx } from '../../../platform/db.ts'
import type { FileHash } from '../../../platform/files/files.ts'
import type { PersonKeyId } from '../../../platform/vault/person-keys.ts'
import type { Finding } from '../rules/importer.ts'
import type { ImportRun, ImportRunId, RunStatus } from '../rules/run.ts'

export type NewRun = {
  readonly id: ImportRunId
  readonly kind: string
  readonly readers: readonly string[]
  readonly keyId: PersonKeyId
  readonly nameSealed: Buffer
  readonly fileHash: FileHash
  readonly by: string
  readonly at: Date
}

export async function insertRun(tx: Tx, run: NewRun): Promise<void> {
  await tx`
    insert into import_run (id, kind, readers, key_id, name_sealed, file_hash, uploaded_by, uploaded_at)
    values (${run.id}, ${run.kind}, ${run.readers as string[]}, ${run.keyId}, ${run.nameSealed},
      ${run.fileHash}, ${run.by}, ${run.at})`
}

/** Null for what is not there, or not for the acting person to see. */
export async function findRun(tx: Db | Tx, id: string): Promise<ImportRun | null> {
  if (!isUuid(id)) return null
  const [run] = await tx<ImportRun[]>`select ${columns(tx)} from import_run where id = ${id}`
  return run ?? null
}

/** The newest first. */
export const listRuns = (tx: Tx, most: number): Promise<ImportRun[]> =>
  tx<ImportRun[]>`select ${columns(tx)} from import_run order by id desc limit ${most}`

/**
 * With what only a job needs, one job at a time. Not by a lock on the row: how far a job is, is
 * written beside it and shown meanwhile.
 */
export async function takeRun(tx: Tx, id: string): Promise<RunAtWork | null> {
  await tx`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`
  return readRunAtWork(tx, id)
}

/** With what only a job needs. */
export async function readRunAtWork(tx: Tx, id: string): Promise<RunAtWork | null> {
  if (!isUuid(id)) return null
  const [run] = await tx<RunAtWork[]>`
    select ${columns(tx)}, key_id as "keyId", file_hash as "fileHash",
      findings_hash as "findingsHash", confirmed_as as "confirmedAs"
    from import_run where id = ${id}`
  return run ?? null
}
export type RunAtWork = ImportRun & {
  readonly keyId: PersonKeyId
  readonly fileHash: FileHash | null
  readonly findingsHash: Buffer | null
  readonly confirmedAs: Actor | null
}

/** False when it was moved on meanwhile. */
export async function moveRun(
  tx: Tx,
  { id, version }: ImportRun,
  { to, endedAt }: { readonly to: RunStatus; readonly endedAt: Date | null },
): Promise<boolean> {
  const moved = await tx`
    update import_run set status = ${to}, version = version + 1, ended_at = ${endedAt}
    where id = ${id} and version = ${version}`
  return moved.count === 1
}

export async function keepConfirmation(
  tx: Tx,
  run: ImportRun,
  { actor, at }: { readonly actor: Actor; readonly at: Date },
): Promise<boolean> {
  const moved = await tx`
    update import_run set status = 'confirmed', version = version + 1, confirmed_by = ${actor.id},
      confirmed_at = ${at}, confirmed_as = ${tx.json(actor as never)}
    where id = ${run.id} and version = ${run.version}`
  return moved.count === 1
}

export type Tally = {
  readonly lines: number
  readonly problems: number
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly findingsHash: Buffer
}

/** False when another job was quicker. */
export async function keepTally(tx: Tx, run: ImportRun, tally: Tally): Promise<boolean> {
  const kept = await tx`
    update import_run set status = 'checked', version = version + 1, line_count = ${tally.lines},
      problem_count = ${tally.problems}, new_count = ${tally.added},
      changed_count = ${tally.changed}, unchanged_count = ${tally.unchanged},
      findings_hash = ${tally.findingsHash}
    where id = ${run.id} and version = ${run.version}`
  return kept.count === 1
}

export async function keepRefusal(tx: Tx, run: ImportRun, refusal: string, at: Date) {
  await tx`
    update import_run set status = 'unreadable', version = version + 1, refusal = ${refusal},
      ended_at = ${at} where id = ${run.id}`
}

export async function forgetFile(tx: Db | Tx, id: ImportRunId): Promise<void> {
  await tx`update import_run set file_hash = null where id = ${id}`
}

export async function keepProgress(tx: Tx, id: ImportRunId, done: number): Promise<void> {
  await tx`update import_run set done_count = ${done} where id = ${id}`
}

const findingsAtOnce = 1000

export async function insertFindings(
  tx: Tx,
  runId: ImportRunId,
  findings: readonly Finding[],
): Promise<void> {
  for (let from = 0; from < findings.length; from += findingsAtOnce) {
    const rows = findings.slice(from, from + findingsAtOnce).map((finding, index) => ({
      ...{ position: from + index, line: finding.line, kind: finding.kind },
      ...{ subject: finding.subject, data: finding },
    }))
    await tx`
      insert into import_finding (run_id, position, line, kind, subject, data)
      select ${runId}, r.position, r.line, r.kind, r.subject, r.data
      from json_to_recordset(${tx.json(rows as never)}::json)
        as r(position int, line int, kind text, subject text, data jsonb)`
  }
}

export type FindingsAsk = {
  readonly kind: Finding['kind'] | null
  /** The position after which to go on; -1 from the beginning. */
  readonly after: number
  readonly most: number
}

export async function listFindings(
  tx: Db | Tx,
  runId: ImportRunId,
  { kind, after, most }: FindingsAsk,
): Promise<{ position: number; finding: Finding }[]> {
  return tx<{ position: number; finding: Finding }[]>`
    select position, data as finding from import_finding
    where run_id = ${runId} and position > ${after} and (${kind}::text is null or kind = ${kind})
    order by position limit ${most}`
}

/** Files that a run no longer needs: ended, or left lying for a week. */
export const listFilesToForget = (db: Db | Tx, before: Date) =>
  db<{ id: ImportRunId; fileHash: FileHash; keyId: PersonKeyId }[]>`
    select id, file_hash as "fileHash", key_id as "keyId" from import_run
    where file_hash is not null and (ended_at is not null or uploaded_at < ${before})
    limit 500`

const columns = (tx: Db | Tx) => tx`
  id, kind, status, version, uploaded_by as "uploadedBy", uploaded_at as "uploadedAt", refusal,
  line_count as lines, problem_count as problems, new_count as added, changed_count as changed,
  unchanged_count as unchanged, confirmed_by as "confirmedBy", confirmed_at as "confirmedAt",
  done_count as done, ended_at as "endedAt"`
