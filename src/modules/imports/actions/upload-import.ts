import type { Actor } from '../../../kernel/actor.ts'
import type { Tx } from '../../../platform/db.ts'
import { queueJob, recordEvent } from '../../../platform/events/record-event.ts'
import type { Files } from '../../../platform/files/files.ts'
import { newId } from '../../../platform/new-id.ts'
import { createPersonKey } from '../../../platform/vault/person-keys.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import type { ImportRunId } from '../rules/run.ts'
import { insertRun } from '../store/run.ts'
import type { RegisterImporter } from './importers.ts'
import { keepPaper } from './look-at-documents.ts'

/** A paper where it lies, to be read when its turn comes. */
export type GivenFileOf = { readonly name: string; read(): Promise<Buffer> }

export type UploadImport = {
  readonly vault: Vault
  readonly files: Files
  readonly importer: RegisterImporter
  readonly file: { readonly name: string; readonly bytes: Buffer }
  /** Papers, or archives of them, read one after the other. */
  readonly documents?: Iterable<GivenFileOf>
  readonly now: Date
  /** Nothing is queued where the caller goes on by itself. */
  readonly byJob?: boolean
}

/** Keeps the file sealed and has a job look through it; nothing else is written yet. */
export async function uploadImport(
  tx: Tx,
  actor: Actor,
  { vault, files, importer, file, documents = [], now, byJob = true }: UploadImport,
): Promise<ImportRunId> {
  const id = newId<ImportRunId>()
  const { id: keyId, key } = await createPersonKey(tx, vault)
  const fileHash = await files.put(key, file.bytes)
  await insertRun(tx, {
    ...{ id, keyId, fileHash, by: actor.id, at: now },
    ...{ kind: importer.kind, readers: importer.readers },
    nameSealed: vault.seal(key, file.name.slice(0, 200)),
  })
  const papers = { vault, files, runId: id, key, now }
  let position = 0
  for (const { name, read } of documents) {
    position += 1
    await keepPaper(tx, papers, { position, name, bytes: await read() })
  }
  await recordEvent(tx, actor, {
    ...{ recordType: 'import-run', recordId: id, type: 'import.uploaded', to: 'uploaded' },
    ...{ at: now, data: { kind: importer.kind, documents: position }, visibleTo: ['officer'] },
  })
  if (byJob) await queueJob(tx, 'check_import', { runId: id })
  return id
}
