import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { commands } from '../commands.ts'
import { lifecyclesDocument } from '../composition/lifecycles.ts'
import { type Config, readConfig } from '../platform/config.ts'
import { filesFolder, openDataFolder } from '../platform/data-folder.ts'
import { findRunningDatabase, openDatabase } from '../platform/database.ts'
import { connect } from '../platform/db.ts'
import { openFiles } from '../platform/files/files.ts'
import { lockFolder } from '../platform/folder-lock.ts'
import { migrate } from '../platform/migrate.ts'
import { startEmbedded } from '../platform/postgres/embedded.ts'
import { projectRoot } from '../platform/root.ts'
import { schemaText } from '../platform/schema-text.ts'
import { masterKeyOf } from '../platform/secrets.ts'
import { makeVault } from '../platform/vault/vault.ts'
import { say, sayAside } from './say.ts'

/** `npm run migrate`: brings the schema up to date, and nothing else. */
export const runMigrate = (): Promise<number> =>
  withDatabaseOf(async ({ ownerUrl, masterKey }) => {
    const applied = await migrate({ ownerUrl, masterKey })
    say(applied.length === 0 ? 'The schema is up to date.' : `Applied ${applied.join(', ')}.`)
    return 0
  })

/** `npm run schema`: writes db/schema.sql from a database that is made for it and thrown away. */
export async function runSchema(): Promise<number> {
  const dataDir = mkdtempSync(join(tmpdir(), 'become-schema-'))
  chmodSync(dataDir, 0o711)
  const server = await startEmbedded({ dataDir, say, durable: false })
  try {
    await migrate({ ownerUrl: server.url, masterKey: randomBytes(32) })
    const sql = postgres(server.url, { max: 1 })
    writeFileSync(join(projectRoot, 'db', 'schema.sql'), await schemaText(sql))
    await sql.end()
    writeFileSync(join(projectRoot, 'docs', 'domain', 'lifecycles.md'), lifecyclesDocument())
    say('Wrote db/schema.sql and docs/domain/lifecycles.md.')
    return 0
  } finally {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** A command of the table in commands.ts, beside a running program or alone. */
export const runCommand = (name: keyof typeof commands, words: readonly string[]) =>
  withDatabaseOf(async ({ ownerUrl, masterKey, config }) => {
    const db = connect(ownerUrl, { max: 2, name: `become ${name}`, timeout: 0 })
    try {
      const vault = makeVault(masterKey)
      const files = openFiles(filesFolder(config.dataDir), vault)
      const deps = { db, vault, files, config, now: new Date(), say }
      return await commands[name](deps, words)
    } finally {
      await db.end()
    }
  })

export type At = { readonly ownerUrl: string; readonly masterKey: Buffer; readonly config: Config }

/** With the database of the running program; when none runs, starts it for this while. */
export async function withDatabaseOf(work: (at: At) => Promise<number>): Promise<number> {
  const config = readConfig(process.env)
  const dataDir = openDataFolder(config.dataDir)
  const masterKey = masterKeyOf(config, dataDir)
  const needs = { config, dataDir, say: sayAside }
  const running = findRunningDatabase(needs)
  if (running) return work({ ownerUrl: running.ownerUrl, masterKey, config })
  const lock = await lockFolder(dataDir)
  const database = await openDatabase(needs, lock)
  try {
    return await work({ ownerUrl: database.ownerUrl, masterKey, config })
  } finally {
    await database.stop()
    lock.release()
  }
}
