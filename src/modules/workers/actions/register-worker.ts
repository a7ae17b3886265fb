import type { Tx } from '../../../platform/db.ts'
import { newId } from '../../../platform/new-id.ts'
import { nameKey } from '../../../platform/text/index.ts'
import type { DataKey, Vault } from '../../../platform/vault/vault.ts'
import type { WorkerId } from '../rules/worker.ts'
import { insertWorker } from '../store/worker.ts'

export type RegisterWorker = {
  readonly vault: Vault
  /** Of this person; the same key seals whatever else is kept of her in this matter. */
  readonly key: { readonly id: string; readonly key: DataKey }
  readonly name: string | null
  readonly area: string
  readonly at: Date
}

/** A worker's record with as little as the matter needs: her name, sealed. */
export async function registerWorker(tx: Tx, worker: RegisterWorker): Promise<WorkerId> {
  const { vault, key, name, area, at } = worker
  const id = newId<WorkerId>()
  await insertWorker(tx, {
    id,
    keyId: key.id,
    area,
    nameSealed: name === null ? null : vault.seal(key.key, name),
    nameIndex: name === null ? null : nameIndex(vault, name),
    createdAt: at,
  })
  return id
}

/** Equal for names that differ only in spelling habits, so that earlier matters are found. */
const nameIndex = (vault: Vault, name: string): Buffer =>
  vault.blindIndex('worker-name', nameKey(name))
