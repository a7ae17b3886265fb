import type { Db, Tx } from '../../../platform/db.ts'
import type { FileHash } from '../../../platform/files/files.ts'
import type { ImportRunId } from '../rules/run.ts'

export type StoredDocument = {
  readonly position: number
  readonly nameSealed: Buffer
  readonly fileHash: FileHash | null
  readonly size: number
  readonly digest: Buffer | null
  readonly kind: string | null
  readonly fault: string | null
}
export type NewDocument = Omit<StoredDocument, 'fileHash'> & { readonly fileHash: FileHash }

export async function insertDocument(tx: Tx, runId: ImportRunId, one: NewDocument): Promise<void> {
  await tx`
    insert into import_document (run_id, position, name_sealed, file_hash, size, digest, kind, fault)
    values (${runId}, ${one.position}, ${one.nameSealed}, ${one.fileHash}, ${one.size}, ${one.digest},
      ${one.kind}, ${one.fault})`
}

export const listDocuments = (tx: Db | Tx, runId: string): Promise<StoredDocument[]> =>
  tx<StoredDocument[]>`
    select position, name_sealed as "nameSealed", file_hash as "fileHash", size, digest, kind, fault
    from import_document where run_id = ${runId} order by position`

export type Judged = Pick<StoredDocument, 'position' | 'digest' | 'kind' | 'fault'>

export async function keepJudged(tx: Tx, runId: ImportRunId, one: Judged): Promise<void> {
  await tx`
    update import_document set digest = ${one.digest}, kind = ${one.kind}, fault = ${one.fault}
    where run_id = ${runId} and position = ${one.position}`
}

/** An archive, once what it held stands here. */
export async function dropDocument(tx: Tx, runId: ImportRunId, position: number): Promise<void> {
  await tx`delete from import_document where run_id = ${runId} and position = ${position}`
}

/** The names of the files that are to be removed with the run; none is named afterwards. */
export async function forgetDocuments(tx: Tx, runId: ImportRunId): Promise<FileHash[]> {
  const rows = await tx<{ fileHash: FileHash }[]>`
    select file_hash as "fileHash" from import_document
    where run_id = ${runId} and file_hash is not null`
  await tx`update import_document set file_hash = null where run_id = ${runId}`
  return rows.map(({ fileHash }) => fileHash)
}

export type TakenDocument = {
  readonly recordId: string
  readonly digest: Buffer
  readonly runId: string
  readonly evidenceId: string | null
}

export async function insertTaken(tx: Tx, taken: TakenDocument): Promise<void> {
  await tx`
    insert into imported_document (record_id, digest, run_id, evidence_id)
    values (${taken.recordId}, ${taken.digest}, ${taken.runId}, ${taken.evidenceId})
    on conflict do nothing`
}

/** Of these papers, which went to which record before; `RECORD DIGEST`. */
export async function listTaken(tx: Tx, digests: readonly Buffer[]): Promise<ReadonlySet<string>> {
  if (digests.length === 0) return new Set()
  const hex = digests.map((digest) => digest.toString('hex'))
  const rows = await tx<{ recordId: string; digest: string }[]>`
    select i.record_id as "recordId", encode(i.digest, 'hex') as digest
    from imported_document i
    where i.digest in (select decode(given.hex, 'hex') from unnest(${hex}::text[]) as given (hex))`
  return new Set(rows.map(({ recordId, digest }) => takenKey(recordId, digest)))
}

export const takenKey = (recordId: string, digest: string): string => `${recordId} ${digest}`

/** What became of the papers of one run. */
export const listTakenBy = (tx: Db | Tx, runId: string) =>
  tx<{ recordId: string; evidenceId: string | null }[]>`
    select record_id as "recordId", evidence_id as "evidenceId" from imported_document
    where run_id = ${runId}`
