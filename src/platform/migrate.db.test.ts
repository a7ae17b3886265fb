import { cpSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { testMasterKey, useDatabase } from '../../tests/support/database.ts'
import { migrate } from './migrate.ts'
import { projectRoot } from './root.ts'

const { db, jobs, owner, urls } = useDatabase()

it('refuses a database that is newer than the program', async () => {
  const folder = aFolderOfMigrations({ '9001_later.sql': 'create table migration_later (id int)' })
  await run(folder)

  await expect(run(aFolderOfMigrations({}))).rejects.toThrow(
    'The database is newer than this program (it has 9001_later.sql)',
  )
  await owner`delete from schema_migration where name = '9001_later.sql'`
})

it('refuses a migration that was changed after it had landed', async () => {
  await run(aFolderOfMigrations({ '9002_note.sql': 'create table migration_try (id int)' }))

  const changed = aFolderOfMigrations({ '9002_note.sql': 'create table migration_try (id bigint)' })

  await expect(run(changed)).rejects.toThrow('9002_note.sql was changed after')
  await owner`delete from schema_migration where name = '9002_note.sql'`
})

it('leaves nothing of a migration that failed half-way, and names file and line', async () => {
  const folder = aFolderOfMigrations({
    '9003_half.sql': 'create table migration_half (id int);\nselect nothing_such;',
  })

  await expect(run(folder)).rejects.toThrow('9003_half.sql, line 2')

  expect(await owner`select to_regclass('migration_half') as half`).toEqual([{ half: null }])
})

it('applies each migration once when two programs start together', async () => {
  const folder = aFolderOfMigrations({ '9004_once.sql': 'create table migration_once (id int)' })

  const applied = await Promise.all([run(folder), run(folder)])

  expect(applied.flat()).toEqual(['9004_once.sql'])
})

it('lets web and worker sign in as roles that own nothing and pass no policy', async () => {
  const ask = (sql: typeof db) => sql`
    select rolname as role, rolsuper or rolbypassrls or rolcreaterole as mighty, (
      select count(*) from pg_class where relowner = oid) as owned
    from pg_roles where rolname = current_user`

  expect(await ask(db)).toEqual([{ role: 'become_app', mighty: false, owned: 0n }])
  expect(await ask(jobs)).toEqual([{ role: 'become_jobs', mighty: false, owned: 0n }])
})

it('lets the worker, and not the web process, read and take jobs', async () => {
  await owner`select graphile_worker.add_job('greet')`

  const seen = await jobs`select task_identifier from graphile_worker.jobs`

  expect(seen).toEqual([{ task_identifier: 'greet' }])
  await expect(db`select * from graphile_worker.jobs`).rejects.toThrow('permission denied')
})

const run = (folder: string) =>
  migrate({ ownerUrl: urls.owner, masterKey: testMasterKey(), folder })

/** The real migrations and these. */
function aFolderOfMigrations(more: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'become-migrations-'))
  const real = join(projectRoot, 'db', 'migrations')
  for (const name of readdirSync(real)) cpSync(join(real, name), join(folder, name))
  for (const [name, text] of Object.entries(more)) writeFileSync(join(folder, name), text)
  return folder
}
