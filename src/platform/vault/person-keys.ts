import type { Db, Tx } from '../db.ts'
import { newId } from '../new-id.ts'
import type { DataKey, Vault } from './vault.ts'

export type PersonKeyId = string & { readonly __id: 'person-key' }

/** A new key for one person in one matter, kept wrapped. */
export async function createPersonKey(
  tx: Tx,
  vault: Vault,
): Promise<{ id: PersonKeyId; key: DataKey }> {
  const { key, wrapped } = vault.newKey()
  const id = newId<PersonKeyId>()
  await tx`insert into person_key (id, wrapped) values (${id}, ${wrapped})`
  return { id, key }
}

/** As many new keys, kept in one question. */
export async function createPersonKeys(
  tx: Tx,
  vault: Vault,
  count: number,
): Promise<{ id: PersonKeyId; key: DataKey }[]> {
  const made = Array.from({ length: count }, () => ({
    id: newId<PersonKeyId>(),
    ...vault.newKey(),
  }))
  if (count > 0) await tx`insert into person_key ${tx(made, 'id', 'wrapped')}`
  return made.map(({ id, key }) => ({ id, key }))
}

/** The keys that still exist; a destroyed one is missing from the map. */
export async function openPersonKeys(
  tx: Tx,
  vault: Vault,
  ids: readonly PersonKeyId[],
): Promise<ReadonlyMap<PersonKeyId, DataKey>> {
  const rows = await tx<{ id: PersonKeyId; wrapped: Uint8Array }[]>`
    select id, wrapped from person_key where id = any (${ids as readonly string[]}) and wrapped is not null`
  return new Map(rows.map((row) => [row.id, vault.unwrap(row.wrapped)]))
}

/** Ends everything sealed under this key. Only the worker's role may. */
export async function destroyPersonKey(db: Db | Tx, id: PersonKeyId): Promise<void> {
  await db`
    update person_key set wrapped = null, destroyed_at = now()
    where id = ${id} and destroyed_at is null`
}
