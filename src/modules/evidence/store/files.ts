import type { Tx } from '../../../platform/db.ts'
import type { FileHash } from '../../../platform/files/files.ts'
import type { EvidenceId } from '../rules/evidence.ts'

/** Names the files of a draft, so that they go when it ends. */
export async function holdFiles(tx: Tx, hashes: readonly FileHash[], until: Date): Promise<void> {
  if (hashes.length === 0) return
  await tx`
    insert into held_file (file_hash, held_until)
    select hash, ${until} from unnest(${hashes as readonly string[]}::text[]) as hash
    on conflict (file_hash) do update set held_until = excluded.held_until`
}

export async function listEndedFiles(tx: Tx, now: Date): Promise<FileHash[]> {
  const rows = await tx<{ hash: FileHash }[]>`
    select file_hash as hash from held_file where held_until <= ${now} limit 1000`
  return rows.map(({ hash }) => hash)
}

export async function dropHeldFiles(tx: Tx, hashes: readonly FileHash[]): Promise<void> {
  await tx`delete from held_file where file_hash = any (${hashes as readonly string[]})`
}

/** Of these files, those that a row names. */
export async function namedFiles(
  tx: Tx,
  hashes: readonly FileHash[],
): Promise<ReadonlySet<FileHash>> {
  const given = hashes as readonly string[]
  const rows = await tx<{ hash: FileHash }[]>`
    select given.hash from unnest(${given}::text[]) as given (hash)
    where exists (select from held_file h where h.file_hash = given.hash)
      or exists (select from evidence e
        where given.hash in (e.original_hash, e.file_hash, e.small_hash))`
  return new Set(rows.map(({ hash }) => hash))
}

export type Unreadable = { readonly id: EvidenceId; readonly hashes: readonly FileHash[] }

/** Files whose key is destroyed: nobody can read them any more. */
export async function listUnreadable(tx: Tx): Promise<Unreadable[]> {
  return tx<Unreadable[]>`
    select e.id, array_remove(array[e.original_hash, e.file_hash, e.small_hash], null) as hashes
    from evidence e join person_key k on k.id = e.key_id
    where k.wrapped is null
      and coalesce(e.original_hash, e.file_hash, e.small_hash) is not null
    limit 500`
}

export async function forgetFiles(tx: Tx, id: EvidenceId): Promise<void> {
  await tx`
    update evidence set original_hash = null, file_hash = null, small_hash = null
    where id = ${id}`
}
