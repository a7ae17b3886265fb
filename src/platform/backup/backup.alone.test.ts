import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { copyFile, open, stat, truncate } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asServer, testMasterKey } from '../../../tests/support/database.ts'
import { demonstrationNow, useDemonstration } from '../../../tests/support/demonstration.ts'
import { testFiles } from '../../../tests/support/files.ts'
import { applyComplaintRetention } from '../../modules/complaints/index.ts'
import { databaseUrls, withDatabase } from '../database-urls.ts'
import { connect, type Db } from '../db.ts'
import { sealLedgers } from '../events/seal.ts'
import { verifyLedgers } from '../events/verify.ts'
import { verifyDigests } from '../events/verify-digests.ts'
import { type Files, openFiles } from '../files/files.ts'
import { makeVault } from '../vault/vault.ts'
import { type OpenArchive, openArchive } from './open-archive.ts'
import { checkEmpty, checkMode, checkSchema, restoreArchive } from './restore.ts'
import { knownTransactionIds } from './tables.ts'
import { type Backup, takeBackup } from './take.ts'

const { owner, jobs, urls } = useDemonstration()
const masterKey = testMasterKey()
const backupKey = randomBytes(32)
const keys = { masterKey, backupKey }
const vault = makeVault(masterKey)
const files = testFiles()
const folder = mkdtempSync(join(tmpdir(), 'become-backup-'))
const path = join(folder, 'become.backup')
const place = `test_${randomUUID().replaceAll('-', '').slice(0, 16)}`
const there = databaseUrls(masterKey, withDatabase(urls.owner, place))

let backup: Backup
let archive: OpenArchive
let restored: Db
let restoredFiles: Files
let before: Awaited<ReturnType<typeof everyTable>>

beforeAll(async () => {
  await sealLedgers(jobs)
  await owner`select graphile_worker.add_job('escalate_clock', '{"clockId":"one"}', job_key => 'a')`
  await owner`update graphile_worker._private_jobs set attempts = max_attempts where key = 'a'`
  await owner`select graphile_worker.add_job('escalate_clock', '{"clockId":"two"}', job_key => 'b')`
  await files.put(vault.newKey().key, Buffer.from('a photograph'))
  await files.put(vault.newKey().key, Buffer.alloc(700_000, 'x'))
  // Not sealed yet when the backup is taken.
  await owner`insert into event (happened_at, record_type, record_id, type, actor_kind, actor_id)
    values (${demonstrationNow}, 'test', uuidv7(), 'test.after-seal', 'system', 'test')`
  before = await everyTable(owner)
  backup = await takeBackup({ ownerUrl: urls.owner, files, mode: 'demo', ...keys }, path)
  await asServer((sql) => sql.unsafe(`create database ${place}`))
  archive = await openArchive(path, keys)
  restoredFiles = testFiles()
  await restoreArchive(archive, { ownerUrl: there.owner, masterKey, files: restoredFiles })
  restored = connect(there.owner, { max: 2 })
}, 240_000)
afterAll(async () => {
  await restored?.end({ timeout: 1 })
  await asServer((sql) => sql.unsafe(`drop database if exists ${place} with (force)`))
  rmSync(folder, { recursive: true, force: true })
})

/** Counted and hashed by the server itself, apart from what the backup counts. */
async function everyTable(db: Db) {
  const tables = await db<{ name: string; parts: string }[]>`
    select c.oid::regclass::text as name, string_agg(quote_ident(a.attname), ', ' order by a.attnum) as parts
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
      and not a.attisdropped and a.atttypid <> 'xid8'::regtype
    where c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'schema_migration'
      and c.relnamespace in ('public'::regnamespace, 'graphile_worker'::regnamespace)
      and c.relname <> 'migrations'
    group by c.oid`
  const found = []
  for (const { name, parts } of tables) {
    const [row] = await db.unsafe(`select count(*)::int as rows,
      sum(hashtextextended(row(${parts})::text, 0)::numeric)::text as sum from ${name}`)
    found.push({ name, rows: row?.rows, sum: row?.sum })
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : 1))
}

describe('a backup that is restored elsewhere', () => {
  it('has every row of every table, jobs that wait and jobs that were given up among them', async () => {
    const after = await everyTable(restored)

    expect(before.find(({ name }) => name === 'complaint')?.rows).toBeGreaterThan(50)
    expect(before.find(({ name }) => name.endsWith('_private_jobs'))?.rows).toBeGreaterThan(1)
    expect(after).toEqual(before)
  })

  it('counts what it took', async () => {
    expect(backup.files).toBe(2)
    expect(backup.rows).toBeGreaterThan(10_000)
    expect(backup.bytes).toBe((await stat(path)).size)
  })

  it('has every file as it was', async () => {
    expect([...(await restoredFiles.list())].sort()).toEqual([...(await files.list())].sort())
  })

  it('agrees with what was sealed and signed, and goes on being sealed', async () => {
    const worker = connect(there.jobs, { max: 2 })
    expect(await verifyLedgers(restored)).toEqual([])
    expect(await verifyDigests(restored, vault)).toEqual([])

    await restored`insert into event (happened_at, record_type, record_id, type, actor_kind, actor_id)
      values (${demonstrationNow}, 'test', uuidv7(), 'test.restored', 'system', 'test')`
    await sealLedgers(worker)

    const [unsealed] = await restored`
      select count(*)::int as n from event e
      where not exists (select from seal_entry s where s.entry_id = e.id)`
    expect(unsealed?.n).toBe(0)
    expect(await verifyLedgers(restored)).toEqual([])
    await worker.end()
  })

  it('keeps what guards the rows: foreign keys, triggers, policies and rights', async () => {
    const guards = (db: Db) => db`
      select conrelid::regclass::text || ' ' || pg_get_constraintdef(oid) as line from pg_constraint
        where connamespace = 'public'::regnamespace and contype in ('f', 'c')
      union all select tgrelid::regclass::text || ' ' || tgname || ' ' || tgenabled::text from pg_trigger
        where not tgisinternal
      union all select tablename || policyname from pg_policies
      order by 1`

    expect(await guards(restored)).toEqual(await guards(owner))
  })

  it('goes on counting where it was, so that no number is given twice', async () => {
    const numbers = (db: Db) => db`
      select schemaname, sequencename, last_value from pg_sequences
      where schemaname in ('public', 'graphile_worker') order by 1, 2`

    expect(await numbers(restored)).toEqual(await numbers(owner))
  })

  it('leaves destroyed what was destroyed before, and the retention ends again what was destroyed since', async () => {
    const later = new Date('2033-01-01T00:00:00Z')
    const destroyed = async (db: Db) =>
      (await db`select id from person_key where wrapped is null order by id`).map(({ id }) => id)
    const before = await destroyed(restored)
    await applyComplaintRetention(jobs, later)
    const worker = connect(there.jobs, { max: 2 })

    await applyComplaintRetention(worker, later)

    expect((await destroyed(owner)).length).toBeGreaterThan(before.length)
    expect(await destroyed(restored)).toEqual(await destroyed(owner))
    await worker.end()
  })
})

it('names the files that rows miss, those that were changed among them, and takes all the rest', async () => {
  const place = mkdtempSync(join(tmpdir(), 'become-files-'))
  const some = openFiles(place, vault)
  const { key } = vault.newKey()
  const whole = await some.put(key, Buffer.from('whole'))
  const changed = await some.put(key, Buffer.from('to be changed'))
  const gone = 'f'.repeat(64)
  writeFileSync(join(place, changed.slice(0, 2), changed), 'something else')
  await owner`
    insert into held_file (file_hash, held_until)
    select hash, now() from unnest(${[whole, changed, gone]}::text[]) as hash`

  const needs = { ownerUrl: urls.owner, files: some, mode: 'demo', ...keys } as const
  const made = await takeBackup(needs, join(folder, 'holes.backup'))

  // The demonstration's own files lie where the tests made them.
  const others = new Set(backup.damagedFiles)
  expect(made.damagedFiles.filter((hash) => !others.has(hash))).toEqual([changed, gone].sort())
  expect(made.files).toBe(1)
  await owner`delete from held_file`
  rmSync(place, { recursive: true, force: true })
})

describe('a restore refuses', () => {
  async function aCopy(name: string): Promise<string> {
    const copy = join(folder, name)
    await copyFile(path, copy)
    return copy
  }

  it('a place that is not empty', async () => {
    await expect(checkEmpty(there.owner)).rejects.toThrow('is not empty')
  })

  it('another key than the one it was made with, and another installation’s', async () => {
    await expect(openArchive(path, { ...keys, backupKey: randomBytes(32) })).rejects.toThrow(
      'BACKUP_KEY is not the key',
    )
    await expect(openArchive(path, { ...keys, masterKey: randomBytes(32) })).rejects.toThrow(
      'MASTER_KEY is not the key',
    )
  })

  it('a backup that was cut off, at any length', async () => {
    const copy = await aCopy('cut.backup')
    const { size } = await stat(copy)
    for (const length of [size - 1, size - 200, Math.floor(size / 2), 900, 5, 0]) {
      await truncate(copy, length)
      await expect(openArchive(copy, keys)).rejects.toThrow(/damaged|no backup/)
    }
  })

  it('a backup of which one bit was changed, in the header too', async () => {
    const { size } = await stat(path)
    for (const at of [40, 700, Math.floor(size / 2), size - 1]) {
      const copy = await aCopy('changed.backup')
      const file = await open(copy, 'r+')
      const byte = Buffer.alloc(1)
      await file.read(byte, 0, 1, at)
      await file.write(Buffer.from([(byte[0] ?? 0) ^ 4]), 0, 1, at)
      await file.close()
      await expect(openArchive(copy, keys)).rejects.toThrow(/nothing was restored/)
    }
  })

  it('a file that is none, and one that is not there', async () => {
    await expect(openArchive(join(folder, 'none'), keys)).rejects.toThrow('There is no backup at')
    await expect(openArchive('package.json', keys)).rejects.toThrow('is no backup of this program')
  })

  it('a demonstration’s backup in production', () => {
    expect(() => checkMode(archive, 'production')).toThrow('of a demonstration: set MODE=demo')
  })

  it('a newer schema than this program knows', () => {
    const migrations = [...archive.header.migrations, { name: '9999_later.sql', sha256: 'x' }]

    expect(() => checkSchema({ ...archive, header: { ...archive.header, migrations } })).toThrow(
      'of a newer version of this program',
    )
    expect(() => checkSchema(archive)).not.toThrow()
  })
})

it('knows every column that holds a transaction id, which mean nothing in another place', async () => {
  const columns = await owner`
    select c.relname || '.' || a.attname as name from pg_attribute a
    join pg_class c on c.oid = a.attrelid
    where c.relkind in ('r', 'p') and not c.relispartition and a.atttypid = 'xid8'::regtype
      and c.relnamespace = 'public'::regnamespace order by 1`

  expect(columns.map(({ name }) => name)).toEqual(knownTransactionIds)
})
