import { once } from 'node:events'
import type { Writable } from 'node:stream'
import postgres from 'postgres'
import type { FileHash, Files } from '../files/files.ts'
import { StartFailure } from '../start-failure.ts'
import { type Bytes, damaged } from './bytes.ts'
import type { EntryHead, TableCount, TableHead } from './entries.ts'
import type { OpenArchive } from './open-archive.ts'
import { makeRowDigest } from './row-digest.ts'
import { type Connection, columnList, copyOut, listTables, oneText, quoted } from './tables.ts'

export type Loaded = { readonly tables: number; readonly rows: number; readonly files: number }
type Target = { readonly ownerUrl: string; readonly files: Files }

/**
 * Loads an archive into a database that has its schema and no rows, in one transaction: all of it,
 * equal in count and digest to what was archived, or nothing.
 */
export async function loadArchive(archive: OpenArchive, target: Target): Promise<Loaded> {
  const sql = postgres(target.ownerUrl, {
    ...{ max: 1, max_lifetime: null, onnotice: () => {} },
    connection: { application_name: 'become restore' },
  })
  try {
    await sql.unsafe('begin')
    await sql.unsafe(oneText)
    const loaded = await loadAll(sql, archive, target.files)
    await sql.unsafe('commit')
    await sql.unsafe('analyze')
    return loaded
  } finally {
    await sql.end({ timeout: 1 })
  }
}

async function loadAll(sql: Connection, archive: OpenArchive, files: Files): Promise<Loaded> {
  const constraints = await openUp(sql)
  const loaded: TableHead[] = []
  let restoredFiles = 0
  let summary: Extract<EntryHead, { kind: 'summary' }> | null = null
  for await (const { head, body } of archive.entries()) {
    if (head.kind === 'table') loaded.push(await loadTable(sql, head, body))
    else if (head.kind === 'sequences') await setSequences(sql, head.sequences)
    else if (head.kind === 'file') {
      await files.restore(head.hash as FileHash, await whole(body))
      restoredFiles += 1
    } else summary = head
  }
  if (!summary) throw damaged('its end is missing')
  await close(sql, constraints)
  await compare(sql, loaded, summary.tables)
  if (restoredFiles !== summary.files) throw differs('the files')
  const rows = summary.tables.reduce((sum, table) => sum + table.rows, 0)
  return { tables: loaded.length, rows, files: restoredFiles }
}

type Constraint = { readonly table: string; readonly name: string; readonly text: string }

/** Without triggers and foreign keys, which the owner may take off and put on again. */
async function openUp(sql: Connection): Promise<readonly Constraint[]> {
  const constraints = await sql.unsafe<Constraint[]>(`
    select conrelid::regclass::text as table, quote_ident(conname) as name,
      pg_get_constraintdef(oid) as text
    from pg_constraint
    where contype = 'f' and conparentid = 0
      and connamespace in ('public'::regnamespace, 'graphile_worker'::regnamespace)`)
  for (const { table, name } of constraints)
    await sql.unsafe(`alter table ${table} drop constraint ${name}`)
  const tables = await listTables(sql)
  for (const { schema, name } of tables)
    await sql.unsafe(`alter table ${quoted(schema, name)} disable trigger user`)
  if (tables.length > 0)
    await sql.unsafe(`truncate ${tables.map((each) => quoted(each.schema, each.name)).join(', ')}`)
  return constraints
}

/** A foreign key that is put on looks at every row. */
async function close(sql: Connection, constraints: readonly Constraint[]): Promise<void> {
  for (const { schema, name } of await listTables(sql))
    await sql.unsafe(`alter table ${quoted(schema, name)} enable trigger user`)
  for (const { table, name, text } of constraints)
    await sql.unsafe(`alter table ${table} add constraint ${name} ${text}`)
}

async function loadTable(sql: Connection, head: TableHead, body: Bytes): Promise<TableHead> {
  const { schema, name, columns, partOf } = head
  const table = quoted(schema, name)
  if (partOf) {
    await sql.unsafe(
      `create table if not exists ${table} partition of ${quoted(schema, partOf.parent)} ${partOf.bound}`,
    )
  }
  const into = await sql
    .unsafe(`copy ${table} (${columnList(columns)}) from stdin`)
    .writable()
    .catch((error: unknown) => {
      throw isUnknown(error) ? unknownTable(name) : error
    })
  await copyIn(sql, into, body)
  return head
}

/**
 * What the server refuses at the end of a COPY the driver tells nobody, and waits (3.4.9): another
 * question behind it, in the same transaction, tells.
 */
async function copyIn(sql: Connection, into: Writable, body: Bytes): Promise<void> {
  const failed = new Promise<never>((_, reject) => into.once('error', reject))
  failed.catch(() => {})
  for await (const chunk of body) {
    if (!into.write(chunk)) await Promise.race([once(into, 'drain'), failed])
  }
  const allSent = new Promise<void>((resolve) => {
    const finish = into._final.bind(into)
    into._final = (done) => {
      finish(done)
      resolve()
    }
  })
  into.end()
  await Promise.race([allSent, failed])
  await sql.unsafe('select 1')
}

const isUnknown = (error: unknown): boolean =>
  error instanceof postgres.PostgresError && ['42P01', '42703'].includes(error.code)

const unknownTable = (name: string): StartFailure =>
  new StartFailure(
    `This program keeps ${name} in another form than the one that made the backup: restore with that version, then start this one.`,
  )

type Sequences = Extract<EntryHead, { kind: 'sequences' }>['sequences']

async function setSequences(sql: Connection, sequences: Sequences): Promise<void> {
  for (const { schema, name, value, isCalled } of sequences)
    await sql`select setval(${quoted(schema, name)}::regclass, ${value}::bigint, ${isCalled})`
}

async function whole(body: Bytes): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  for await (const piece of body) pieces.push(piece)
  return Buffer.concat(pieces)
}

async function compare(
  sql: Connection,
  tables: readonly TableHead[],
  counts: readonly TableCount[],
): Promise<void> {
  const wanted = new Map(counts.map((each) => [`${each.schema}.${each.name}`, each]))
  if (wanted.size !== tables.length) throw differs('the number of tables')
  for (const { schema, name, columns } of tables) {
    const digest = makeRowDigest()
    const query = `select ${columnList(columns)} from ${quoted(schema, name)}`
    for await (const chunk of copyOut(sql, query)) digest.update(chunk)
    const { rows, digest: found } = digest.result()
    const one = wanted.get(`${schema}.${name}`)
    if (rows !== one?.rows || found !== one.digest) throw differs(name)
  }
}

const differs = (what: string): StartFailure =>
  new StartFailure(`What was loaded is not what was archived (${what}): nothing was kept.`)
