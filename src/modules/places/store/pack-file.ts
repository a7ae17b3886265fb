import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { Db, Tx } from '../../../platform/db.ts'
import { publicChanged } from '../../../platform/public-changed.ts'
import { projectRoot } from '../../../platform/root.ts'

/** A file of the country pack. Its digest tells whether it changed since it was loaded last. */
export type PackFile = { readonly name: string; readonly text: string; readonly digest: string }

const packFolder = join(projectRoot, 'countries', 'kh')

export function readPackFile(name: string): PackFile {
  const text = readFileSync(join(packFolder, name), 'utf8')
  return { name, text, digest: createHash('sha256').update(text).digest('hex') }
}

/** The files that match, such as `rules/*.json`, by name. */
export const readPackFiles = (pattern: string): PackFile[] =>
  globSync(pattern, { cwd: packFolder }).sort().map(readPackFile)

/** One record a line, by the names in the first line; an empty cell is null. */
export const csvRows = ({ text }: PackFile): Record<string, string | null>[] =>
  parse(text, { columns: true, cast: (cell) => (cell === '' ? null : cell) })

export async function isLoaded(db: Db | Tx, file: PackFile): Promise<boolean> {
  const [row] = await db`
    select from loaded_file where name = ${file.name} and digest = ${file.digest}`
  return row !== undefined
}

/** Whoever keeps reference data in memory hears of it. */
export async function keepLoaded(tx: Tx, { name, digest }: PackFile): Promise<void> {
  await tx`
    insert into loaded_file (name, digest) values (${name}, ${digest})
    on conflict (name) do update set digest = excluded.digest, loaded_at = now()`
  await publicChanged(tx)
}
