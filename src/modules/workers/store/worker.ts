import type { Tx } from '../../../platform/db.ts'
import type { ConsentItem, WorkerId } from '../rules/worker.ts'

export type WorkerRow = {
  readonly id: WorkerId
  readonly keyId: string
  readonly area: string
  readonly nameSealed: Buffer | null
  readonly nameIndex: Buffer | null
  readonly createdAt: Date
}

export async function insertWorker(tx: Tx, row: WorkerRow): Promise<void> {
  await tx`
    insert into worker (id, key_id, area, name_sealed, name_index, created_at)
    values (${row.id}, ${row.keyId}, ${row.area}, ${row.nameSealed}, ${row.nameIndex},
      ${row.createdAt})`
}

export type SealedWorker = {
  readonly id: WorkerId
  readonly keyId: string
  readonly nameSealed: Uint8Array | null
  readonly nameIndex: Uint8Array | null
}

export async function findWorker(tx: Tx, id: WorkerId): Promise<SealedWorker | null> {
  const [row] = await tx<SealedWorker[]>`
    select id, key_id as "keyId", name_sealed as "nameSealed", name_index as "nameIndex"
    from worker where id = ${id}`
  return row ?? null
}

/** A worker's record and her consents follow the record that they belong to. */
export async function moveWorkerToArea(
  tx: Tx,
  { workerId, recordId, area }: { workerId: WorkerId | null; recordId: string; area: string },
): Promise<void> {
  await tx`
    update worker set area = ${area}
    where id = ${workerId} or id in (select worker_id from consent where record_id = ${recordId})`
  await tx`update consent set area = ${area} where record_id = ${recordId}`
}

export type ConsentRow = {
  readonly workerId: WorkerId
  readonly recordType: string
  readonly recordId: string
  readonly area: string
  readonly item: ConsentItem
  readonly givenAt: Date
  readonly recordedBy: string
}

/** Nothing happens when she had agreed to this item already. */
export async function insertConsent(tx: Tx, row: ConsentRow): Promise<void> {
  await tx`
    insert into consent (worker_id, record_type, record_id, area, item, given_at, recorded_by)
    values (${row.workerId}, ${row.recordType}, ${row.recordId}, ${row.area}, ${row.item},
      ${row.givenAt}, ${row.recordedBy})
    on conflict (record_id, item) where withdrawn_at is null do nothing`
}

export async function withdrawConsentRow(
  tx: Tx,
  { recordId, item, at }: { recordId: string; item: ConsentItem; at: Date },
): Promise<void> {
  await tx`
    update consent set withdrawn_at = ${at}
    where record_id = ${recordId} and item = ${item} and withdrawn_at is null`
}

/** The items to which she agrees now, for this record. */
export async function listConsents(tx: Tx, recordId: string): Promise<ConsentItem[]> {
  const rows = await tx<{ item: ConsentItem }[]>`
    select item from consent where record_id = ${recordId} and withdrawn_at is null order by item`
  return rows.map(({ item }) => item)
}

/** Takes away by what they could be found; their keys are destroyed by whoever made them. */
export async function forgetWorkers(tx: Tx, ids: readonly WorkerId[]): Promise<void> {
  await tx`update worker set name_index = null where id = any (${[...ids]})`
}
