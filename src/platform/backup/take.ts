import { randomBytes, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createZstdCompress } from 'node:zlib'
import postgres from 'postgres'
import type { FileHash, Files } from '../files/files.ts'
import { StartFailure } from '../start-failure.ts'
import { type EntryHead, entryBytes, type TableCount, type TableHead } from './entries.ts'
import { archiveKey, sealFrames } from './frames.ts'
import { type Header, headerBytes, keyId } from './header.ts'
import { listNamedFiles } from './named-files.ts'
import { makeRowDigest } from './row-digest.ts'
import {
  archivedRows,
  type Connection,
  copyOut,
  listSequences,
  listTables,
  oneText,
} from './tables.ts'

export type BackupNeeds = {
  /** Of the owner: row-level security would leave rows out. */
  readonly ownerUrl: string
  readonly files: Files
  readonly masterKey: Buffer
  readonly backupKey: Buffer
  readonly mode: Header['mode']
}
export type Backup = {
  readonly path: string
  /** The moment of the snapshot: what was committed before it is in the archive. */
  readonly createdAt: Date
  readonly bytes: number
  readonly tables: number
  readonly rows: number
  readonly files: number
  /** Files that a row names and that are gone, or are not what their name says: not taken. */
  readonly damagedFiles: readonly string[]
}

/**
 * Writes an archive of one moment while the program works on: the tables in one snapshot, then the
 * files. A file is on the disk before the row that names it is committed, and never changes, so
 * whatever the snapshot names is there. The archive appears whole or not at all.
 */
export async function takeBackup(needs: BackupNeeds, path: string): Promise<Backup> {
  const sql = postgres(needs.ownerUrl, {
    ...{ max: 1, max_lifetime: null, onnotice: () => {} },
    connection: { application_name: 'become backup' },
  })
  const part = `${path}.${randomUUID()}.part`
  try {
    await claim(sql)
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    await sql.unsafe('begin isolation level repeatable read read only')
    await sql.unsafe(oneText)
    const made = await write(sql, needs, part)
    await sql.unsafe('commit')
    await settle(part, path)
    const { size } = await stat(path)
    const damagedFiles = await stillNamed(sql, made.damagedFiles)
    return { ...made, path, bytes: size, damagedFiles }
  } finally {
    await rm(part, { force: true })
    await sql.end({ timeout: 1 })
  }
}

/** Two at once would only slow each other. Given back with the connection. */
async function claim(sql: Connection): Promise<void> {
  const [row] = await sql<{ mine: boolean }[]>`
    select pg_try_advisory_lock(hashtext('become.backup')) as mine`
  if (!row?.mine) throw new StartFailure('Another backup is being made just now.')
}

/** A file that ended since the snapshot has gone with its row: nobody misses it. */
async function stillNamed(sql: Connection, hashes: ReadonlySet<FileHash>) {
  if (hashes.size === 0) return []
  const named = await listNamedFiles(sql)
  return [...hashes].filter((hash) => named.has(hash)).sort()
}

async function write(sql: Connection, needs: BackupNeeds, part: string) {
  const header = await headerOf(sql, needs)
  const bytes = headerBytes(header)
  const counts: Counts = { tables: [], files: 0, missing: new Set() }
  const key = archiveKey(needs.backupKey, Buffer.from(header.salt, 'base64'))
  const out = createWriteStream(part, { flags: 'wx', mode: 0o600 })
  out.write(bytes)
  await pipeline(
    archiveOf(sql, needs.files, counts),
    createZstdCompress(),
    (source: AsyncIterable<Uint8Array>) => sealFrames(source, { key, header: bytes }),
    out,
  )
  return {
    createdAt: new Date(header.createdAt),
    tables: counts.tables.length,
    rows: counts.tables.reduce((sum, { rows }) => sum + rows, 0),
    files: counts.files,
    damagedFiles: counts.missing,
  }
}

async function headerOf(sql: Connection, needs: BackupNeeds): Promise<Header> {
  // The first question takes the snapshot; the transaction began before it.
  const [clock] = await sql<{ now: Date }[]>`select now() as now`
  const migrations = await sql<{ name: string; sha256: string }[]>`
    select name, sha256 from schema_migration order by name`
  return {
    createdAt: (clock?.now ?? new Date()).toISOString(),
    mode: needs.mode,
    salt: randomBytes(32).toString('base64'),
    backupKeyId: keyId(needs.backupKey),
    masterKeyId: keyId(needs.masterKey),
    migrations: migrations.map(({ name, sha256 }) => ({ name, sha256 })),
  }
}

type Counts = { readonly tables: TableCount[]; files: number; missing: Set<FileHash> }

async function* archiveOf(sql: Connection, files: Files, counts: Counts) {
  for (const table of await listTables(sql)) yield* tableBytes(sql, table, counts)
  yield* entryBytes(await listSequences(sql))
  counts.missing = new Set(await listNamedFiles(sql))
  // Listed after the snapshot: whatever it names is among them.
  for (const hash of [...(await files.list())].sort()) yield* fileBytes(files, hash, counts)
  const summary: EntryHead = { kind: 'summary', tables: counts.tables, files: counts.files }
  yield* entryBytes(summary)
}

async function* tableBytes(sql: Connection, table: TableHead, counts: Counts) {
  const digest = makeRowDigest()
  async function* rows() {
    for await (const chunk of copyOut(sql, archivedRows(table))) {
      digest.update(chunk)
      yield chunk
    }
  }
  yield* entryBytes(table, rows())
  counts.tables.push({ schema: table.schema, name: table.name, ...digest.result() })
}

async function* fileBytes(files: Files, hash: FileHash, counts: Counts) {
  const sealed = await files.sealed(hash).catch(() => null)
  if (!sealed) return
  counts.missing.delete(hash)
  counts.files += 1
  yield* entryBytes({ kind: 'file', hash }, piecesOf(sealed))
}

async function* piecesOf(bytes: Buffer): AsyncGenerator<Uint8Array> {
  const size = 256 * 1024
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size)
}

/** Safely on the disk under its name, and the name too. */
async function settle(part: string, path: string): Promise<void> {
  await synced(part, 'r+')
  await rename(part, path)
  await synced(dirname(path), 'r')
}

async function synced(path: string, flags: string): Promise<void> {
  const handle = await open(path, flags)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
