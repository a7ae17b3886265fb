import type { FileHash } from '../files/files.ts'
import { type Connection, quoted } from './tables.ts'

/**
 * Every file that a row names, as this transaction sees it: whatever column of text is called
 * `…_hash` or `…_file` and holds what only a file's name can be.
 */
export async function listNamedFiles(sql: Connection): Promise<ReadonlySet<FileHash>> {
  const columns = await sql<{ table: string; column: string }[]>`
    select c.relname as table, a.attname as column
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and not c.relispartition and a.atttypid = 'text'::regtype
      and a.attname ~ '(^|_)(hash|file)$'
    order by 1, 2`
  const named = new Set<FileHash>()
  for (const { table, column } of columns) {
    const name = quoted(column)
    const rows = await sql.unsafe<{ hash: FileHash }[]>(
      `select distinct ${name} as hash from ${quoted('public', table)}
       where ${name} ~ '^[0-9a-f]{64}$'`,
    )
    for (const { hash } of rows) named.add(hash)
  }
  return named
}
