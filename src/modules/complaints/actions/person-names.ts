import type { Tx } from '../../../platform/db.ts'
import { openPersonKeys } from '../../../platform/vault/person-keys.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import type { CasePersonId } from '../rules/person.ts'
import { listSealedNames } from '../store/person.ts'

/**
 * The names of these persons of a case, in two questions for all of them. Who has none, was never
 * named, or whose name was forgotten at the end of its term, is missing from the map.
 */
export async function openNames(
  tx: Tx,
  vault: Vault,
  ids: readonly CasePersonId[],
): Promise<ReadonlyMap<CasePersonId, string>> {
  const sealed = await listSealedNames(tx, ids)
  const keys = await openPersonKeys(tx, vault, [...new Set(sealed.map(({ keyId }) => keyId))])
  return new Map(
    sealed.flatMap(({ id, keyId, nameSealed }) => {
      const key = keys.get(keyId)
      return key && nameSealed ? [[id, vault.open(key, nameSealed)] as const] : []
    }),
  )
}
