import type postgres from 'postgres'
import type { EntryHead, TableHead } from './entries.ts'

/** One connection, inside the transaction that the work is done in. */
export type Connection = postgres.Sql

/** So that values have one text, whatever a server is set to. */
export const oneText = `set local timezone = 'UTC'; set local datestyle = 'ISO, YMD';
  set local intervalstyle = 'iso_8601'; set local bytea_output = 'hex';
  set local extra_float_digits = 1; set local statement_timeout = 0; set local lock_timeout = 0;
  set local idle_in_transaction_session_timeout = 0`

/**
 * Every table that holds rows: ours and the queue's. Not what migrations write themselves, nor what
 * does not outlive a crash anyway (unlogged).
 */
export async function listTables(sql: Connection): Promise<readonly TableHead[]> {
  const rows = await sql.unsafe<TableRow[]>(`
    select n.nspname as schema, c.relname as name, p.relname as parent,
      pg_get_expr(c.relpartbound, c.oid) as bound,
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      ) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
      left join pg_inherits i on i.inhrelid = c.oid left join pg_class p on p.oid = i.inhparent
    where c.relkind = 'r' and c.relpersistence = 'p'
      and (n.nspname = 'public' and c.relname <> 'schema_migration'
        or n.nspname = 'graphile_worker' and c.relname <> 'migrations')
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    order by 1, 2`)
  return rows.map(({ schema, name, parent, bound, columns }) => ({
    kind: 'table' as const,
    ...{ schema, name, columns, partOf: parent && bound ? { parent, bound } : null },
  }))
}
type TableRow = {
  readonly schema: string
  readonly name: string
  readonly parent: string | null
  readonly bound: string | null
  readonly columns: string[]
}

type Sequences = Extract<EntryHead, { kind: 'sequences' }>

export async function listSequences(sql: Connection): Promise<Sequences> {
  const rows = await sql.unsafe<{ schema: string; name: string }[]>(`
    select schemaname as schema, sequencename as name from pg_sequences
    where schemaname in ('public', 'graphile_worker') order by 1, 2`)
  const sequences: Sequences['sequences'] = []
  for (const { schema, name } of rows) {
    const [at] = await sql.unsafe<{ value: string; isCalled: boolean }[]>(
      `select last_value::text as value, is_called as "isCalled" from ${quoted(schema, name)}`,
    )
    if (at) sequences.push({ schema, name, ...at })
  }
  return { kind: 'sequences', sequences }
}

export const quoted = (...names: readonly string[]): string =>
  names.map((name) => `"${name.replaceAll('"', '""')}"`).join('.')

export const columnList = (columns: readonly string[]): string =>
  columns.map((column) => quoted(column)).join(', ')

/**
 * What is archived of a table. Transaction ids begin low again in another cluster, and the seals go
 * by them: what was sealed gets one before the last seal's, what was not one after it. A job that
 * was under way is one that waits, with the attempt that it was at given back.
 */
export function archivedRows({ schema, name, columns, partOf }: TableHead): string {
  const special = specials[`${schema}.${partOf?.parent ?? name}`] ?? {}
  const values = columns.map((column) => special[column] ?? quoted(column))
  return `select ${values.join(', ')} from ${quoted(schema, name)} archived`
}

const ledgerXid = `case when exists (select from public.seal_entry s
  where s.entry_id = archived.id) then '1'::xid8 else '3'::xid8 end`
const unlocked = { locked_at: 'null', locked_by: 'null' }
const specials: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'public.event': { xid: ledgerXid },
  'public.audit': { xid: ledgerXid },
  'public.seal_block': { up_to_xid: `'2'::xid8` },
  'graphile_worker._private_job_queues': unlocked,
  'graphile_worker._private_jobs': {
    ...unlocked,
    attempts: 'case when locked_at is null then attempts else greatest(attempts - 1, 0) end',
  },
}
/** Columns of transaction ids that `archivedRows` knows; a test holds them against the schema. */
export const knownTransactionIds: readonly string[] = [
  'audit.xid',
  'event.xid',
  'seal_block.up_to_xid',
]

/** The lines of a COPY, some tens of kilobytes at a time. */
export async function* copyOut(sql: Connection, query: string): AsyncGenerator<Uint8Array> {
  const lines = await sql.unsafe(`copy (${query}) to stdout`).readable()
  let waiting: Uint8Array[] = []
  let size = 0
  for await (const chunk of lines as AsyncIterable<Uint8Array>) {
    waiting.push(chunk)
    size += chunk.length
    if (size < 64 * 1024) continue
    yield Buffer.concat(waiting)
    waiting = []
    size = 0
  }
  // The driver may have paused the connection for the last lines, and would leave it so (3.4.9).
  lines._read(0)
  if (size > 0) yield Buffer.concat(waiting)
}
