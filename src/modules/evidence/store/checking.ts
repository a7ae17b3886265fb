import type { Tx } from '../../../platform/db.ts'
import type { FileHash } from '../../../platform/files/files.ts'
import type { EvidenceId, RefusedReason } from '../rules/evidence.ts'

/** Queued with the row, after all other work: whoever waits for an answer comes first. */
export async function queueCheck(tx: Tx, id: EvidenceId): Promise<void> {
  const payload = tx.json({ evidenceId: id })
  await tx`
    select queue_background_job('check_evidence', ${payload}::json, ${`check_evidence/${id}`})`
}

/** Counted before the work: whatever kills the worker each time is not tried for ever. */
export async function countAttempt(tx: Tx, id: EvidenceId): Promise<void> {
  await tx`update evidence set attempts = attempts + 1 where id = ${id}`
}

export type CheckedFile = {
  readonly fileHash: FileHash
  readonly smallHash: FileHash | null
  readonly size: number
  readonly locationSealed: Buffer | null
  readonly at: Date
}

/** False where another worker was first: one of the two is kept. */
export async function markChecked(tx: Tx, id: EvidenceId, checked: CheckedFile): Promise<boolean> {
  const { fileHash, smallHash, size, locationSealed, at } = checked
  const moved = await tx`
    update evidence set status = 'checked', checked_at = ${at}, file_hash = ${fileHash},
      small_hash = ${smallHash}, size = ${size}, location_sealed = ${locationSealed}
    where id = ${id} and status = 'quarantined'`
  return moved.count === 1
}

export async function markRefused(
  tx: Tx,
  id: EvidenceId,
  { reason, at }: { reason: RefusedReason; at: Date },
): Promise<boolean> {
  const moved = await tx`
    update evidence set status = 'refused', checked_at = ${at}, refused_reason = ${reason}
    where id = ${id} and status = 'quarantined'`
  return moved.count === 1
}

/** Once the file is removed. */
export async function forgetOriginal(tx: Tx, id: EvidenceId): Promise<void> {
  await tx`update evidence set original_hash = null where id = ${id} and status = 'checked'`
}

/** Not looked through yet, or not tidied up, although it was given before this time. */
export async function listUnfinished(tx: Tx, givenBefore: Date): Promise<EvidenceId[]> {
  const rows = await tx<{ id: EvidenceId }[]>`
    select id from evidence
    where given_at < ${givenBefore}
      and (status = 'quarantined' or (status = 'checked' and original_hash is not null))
    order by given_at limit 200`
  return rows.map(({ id }) => id)
}
