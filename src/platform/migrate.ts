import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Logger, runMigrations } from 'graphile-worker'
import postgres from 'postgres'
import { type DatabaseRole, databaseUrls, rolePassword } from './database-urls.ts'
import { projectRoot } from './root.ts'
import { StartFailure } from './start-failure.ts'

export type MigrationNeeds = {
  readonly ownerUrl: string
  readonly masterKey: Buffer
  /** Where the .sql files lie; only tests name another folder. */
  readonly folder?: string
  /** Only these of the files: a restore first makes the schema that a backup was taken of. */
  readonly only?: ReadonlySet<string>
}

/** Brings the database to this program's schema; returns the names of what was applied. */
export async function migrate(needs: MigrationNeeds): Promise<string[]> {
  const sql = postgres(needs.ownerUrl, { max: 1, onnotice: () => {} })
  try {
    // Two starters at once: the second waits, then finds nothing left to do.
    await sql`select pg_advisory_lock(hashtext('become.migrate'))`
    await sql.unsafe(readFileSync(join(projectRoot, 'db', 'roles.sql'), 'utf8'))
    await setPasswords(sql, needs)
    const applied = await applyFiles(sql, needs)
    await migrateJobs(sql, needs.ownerUrl)
    return applied
  } finally {
    await sql.end()
  }
}

type Sql = postgres.Sql
type Migration = { readonly name: string; readonly text: string; readonly sha256: string }

async function applyFiles(sql: Sql, { folder, only }: MigrationNeeds): Promise<string[]> {
  await sql`create table if not exists schema_migration (
    name text primary key, sha256 text not null, applied_at timestamptz not null default now())`
  const rows = await sql<
    { name: string; sha256: string }[]
  >`select name, sha256 from schema_migration`
  const landed = new Map(rows.map((row) => [row.name, row.sha256]))
  const files = readMigrations(folder ?? migrationsFolder)
  checkLanded(files, landed)
  const wanted = files.filter(({ name }) => !only || only.has(name))
  const missing = wanted.filter(({ name }) => !landed.has(name))
  for (const file of missing) await applyFile(sql, file)
  return missing.map((file) => file.name)
}

async function applyFile(sql: Sql, { name, text, sha256 }: Migration): Promise<void> {
  try {
    await sql.begin(async (tx) => {
      await tx.unsafe(text)
      await tx`insert into schema_migration (name, sha256) values (${name}, ${sha256})`
    })
  } catch (error) {
    throw error instanceof postgres.PostgresError ? named(error, { name, text, sha256 }) : error
  }
}

/** The driver's own error would print the whole file. */
function named(error: postgres.PostgresError, { name, text }: Migration): Error {
  const line = text.slice(0, Number(error.position)).split('\n').length
  const place = error.position ? `${name}, line ${line}` : name
  return Object.assign(new Error(`${place}: ${error.message}`), { code: error.code })
}

/** Refuses what this program does not know, or knows otherwise. */
export function checkKnown(applied: readonly { name: string; sha256: string }[]): void {
  const landed = new Map(applied.map(({ name, sha256 }) => [name, sha256]))
  checkLanded(readMigrations(migrationsFolder), landed)
}

const migrationsFolder = join(projectRoot, 'db', 'migrations')

function checkLanded(files: readonly Migration[], landed: ReadonlyMap<string, string>): void {
  const known = new Map(files.map((file) => [file.name, file.sha256]))
  for (const [name, sha256] of landed) {
    if (!known.has(name)) {
      throw new StartFailure(
        `The database is newer than this program (it has ${name}): start the version that made it.`,
      )
    }
    if (known.get(name) !== sha256) {
      throw new StartFailure(
        `${name} was changed after this database had applied it: put the file back and write a new migration.`,
      )
    }
  }
}

function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder).filter((name) => /^\d{4}_[a-z0-9_-]+\.sql$/.test(name))
  return names.sort().map((name) => {
    const text = readFileSync(join(folder, name), 'utf8')
    return { name, text, sha256: createHash('sha256').update(text).digest('hex') }
  })
}

/** Only when the role cannot sign in yet: a managed server may keep role passwords itself. */
async function setPasswords(sql: Sql, { masterKey, ownerUrl }: MigrationNeeds): Promise<void> {
  const urls = databaseUrls(masterKey, ownerUrl)
  for (const [role, url] of [
    ['become_app', urls.app],
    ['become_jobs', urls.jobs],
  ] as const) {
    if (!(await canSignIn(url))) await setPassword(sql, role, rolePassword(masterKey, role))
  }
}

async function canSignIn(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    await sql`select 1`
    return true
  } catch {
    return false
  } finally {
    await sql.end()
  }
}

async function setPassword(sql: Sql, role: DatabaseRole, password: string): Promise<void> {
  const [made] = await sql<{ text: string }[]>`
    select format('alter role %I password %L', ${role}::text, ${password}::text) as text`
  if (made) await sql.unsafe(made.text)
}

/** The job tables are the library's own; our roles get their rights on them afterwards. */
async function migrateJobs(sql: Sql, connectionString: string): Promise<void> {
  await runMigrations({ connectionString, schema: 'graphile_worker', logger: silent })
  await sql.unsafe(readFileSync(join(projectRoot, 'db', 'jobs.sql'), 'utf8'))
}

const silent = new Logger(() => () => {})
