import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { endEverySession } from '../modules/accounts/index.ts'
import type { Loaded } from '../platform/backup/load.ts'
import { type OpenArchive, openArchive } from '../platform/backup/open-archive.ts'
import { checkEmpty, checkMode, checkSchema, restoreArchive } from '../platform/backup/restore.ts'
import { recordRun } from '../platform/backup/runs.ts'
import { type Config, readConfig } from '../platform/config.ts'
import { filesFolder, openDataFolder, unfinishedRestore } from '../platform/data-folder.ts'
import { openDatabase } from '../platform/database.ts'
import { connect } from '../platform/db.ts'
import { openFiles } from '../platform/files/files.ts'
import { lockFolder } from '../platform/folder-lock.ts'
import { keysForRestore } from '../platform/secrets.ts'
import { StartFailure } from '../platform/start-failure.ts'
import { makeVault } from '../platform/vault/vault.ts'
import { fromWhereTheyStand } from './backup.ts'
import { say, sayAside } from './say.ts'

/** `npm run restore -- FILE`: into an empty DATA_DIR, and an empty DATABASE_URL where one is set. */
export async function runRestore([path]: readonly string[]): Promise<number> {
  if (!path) throw new StartFailure('Name the backup: npm run restore -- FILE.')
  const config = readConfig(process.env)
  const dataDir = openDataFolder(config.dataDir, { forRestore: true })
  const lock = await lockFolder(dataDir)
  try {
    const began = performance.now()
    const { masterKey, backupKey, keep } = keysForRestore(config, dataDir)
    const file = fromWhereTheyStand(path)
    const archive = await openArchive(file, { masterKey, backupKey })
    checkSchema(archive)
    checkMode(archive, config.mode)
    await checkPlace(config, dataDir)
    const at = { config, dataDir, masterKey, lock, fileName: basename(file) }
    const loaded = await restoreHere(archive, at)
    keep()
    tell(archive, loaded, (performance.now() - began) / 1000)
    return 0
  } finally {
    lock.release()
  }
}

/** What an earlier restore left half-made is nobody's, and goes. */
async function checkPlace(config: Config, dataDir: string): Promise<void> {
  if (existsSync(unfinishedRestore(dataDir))) clear(dataDir)
  const files = filesFolder(dataDir)
  const isUsed =
    existsSync(join(dataDir, 'postgres')) || (existsSync(files) && readdirSync(files).length > 0)
  if (isUsed) {
    throw new StartFailure(
      `${dataDir} is not empty, and a backup is only restored into an empty place: set another DATA_DIR, and nothing is lost.`,
    )
  }
  if (config.databaseUrl) await checkEmpty(config.databaseUrl)
}

type Here = {
  readonly config: Config
  readonly dataDir: string
  readonly masterKey: Buffer
  readonly fileName: string
  readonly lock: Awaited<ReturnType<typeof lockFolder>>
}

/** Whole or not at all: what is half-made when it fails is taken away again. */
async function restoreHere(archive: OpenArchive, here: Here): Promise<Loaded> {
  const { config, dataDir, masterKey, lock } = here
  writeFileSync(unfinishedRestore(dataDir), '', { flush: true })
  const database = await openDatabase({ config, dataDir, say: sayAside }, lock)
  let isWhole = false
  try {
    const files = openFiles(filesFolder(dataDir), makeVault(masterKey))
    const { ownerUrl } = database
    const loaded = await restoreArchive(archive, { ownerUrl, masterKey, files })
    await finish(archive, { ...here, ownerUrl, loaded })
    isWhole = true
    return loaded
  } finally {
    await database.stop()
    if (!isWhole) clear(dataDir)
    // An outside database may hold an empty schema by now: then nobody may start on it.
    if (isWhole || !config.databaseUrl) rmSync(unfinishedRestore(dataDir), { force: true })
  }
}

function clear(dataDir: string): void {
  for (const each of ['postgres', 'postgres.unfinished'])
    rmSync(join(dataDir, each), { recursive: true, force: true })
  rmSync(filesFolder(dataDir), { recursive: true, force: true })
  mkdirSync(filesFolder(dataDir), { mode: 0o700 })
}

async function finish(
  { header }: OpenArchive,
  { ownerUrl, fileName, loaded }: Here & { readonly ownerUrl: string; readonly loaded: Loaded },
): Promise<void> {
  const db = connect(ownerUrl, { max: 1, name: 'become restore' })
  await endEverySession(db)
  await recordRun(db, {
    ...{ kind: 'restore', outcome: 'done', ofMoment: new Date(header.createdAt), fileName },
    ...{ bytes: 0, rows: loaded.rows, files: loaded.files, damaged: 0 },
  })
  await db.end({ timeout: 1 })
}

function tell({ header }: OpenArchive, { rows, files, tables }: Loaded, seconds: number): void {
  const moment = header.createdAt
  say(`Restored ${rows} rows in ${tables} tables and ${files} files, as of ${moment}.`)
  say(`Every table was compared with what was archived. It took ${seconds.toFixed(1)} s.`)
  say('')
  say(`What was ended after ${moment} is alive again. Before anybody else signs in:`)
  say('- people, roles, delegations and API tokens that were ended since: end them again;')
  say('- personal keys that the term ended since: the retention job ends them in its next round,')
  say('  within a quarter of an hour after npm start;')
  say('- personal keys that were ended at somebody’s request since: end them again by hand.')
  say('Everybody has to sign in anew. Check with npm run audit, then npm start.')
}
