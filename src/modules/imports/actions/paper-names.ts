import type { Tx } from '../../../platform/db.ts'
import { openPersonKeys } from '../../../platform/vault/person-keys.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { listDocuments } from '../store/document.ts'
import { readRunAtWork } from '../store/run.ts'

/** How the papers of a run are called, by their positions; nobody knows once the run's key has ended. */
export async function paperNames(
  tx: Tx,
  vault: Vault,
  runId: string,
): Promise<ReadonlyMap<number, string>> {
  const documents = await listDocuments(tx, runId)
  const run = documents.length > 0 ? await readRunAtWork(tx, runId) : null
  const key = run && (await openPersonKeys(tx, vault, [run.keyId])).get(run.keyId)
  if (!key) return new Map()
  return new Map(documents.map((one) => [one.position, vault.open(key, one.nameSealed)]))
}
