import { setTimeout as wait } from 'node:timers/promises'
import { type Config, readConfig } from '../platform/config.ts'
import { filesFolder, openDataFolder } from '../platform/data-folder.ts'
import { type OpenDatabase, openDatabase } from '../platform/database.ts'
import { withoutPassword } from '../platform/database-urls.ts'
import { connect } from '../platform/db.ts'
import { printPublicAddress } from '../platform/documents/public-address.ts'
import { openFiles } from '../platform/files/files.ts'
import { type FolderLock, lockFolder } from '../platform/folder-lock.ts'
import { freeJobs } from '../platform/free-jobs.ts'
import { migrate } from '../platform/migrate.ts'
import { checkPort } from '../platform/port.ts'
import { checkServer } from '../platform/postgres/check-server.ts'
import { masterKeyOf } from '../platform/secrets.ts'
import { StartFailure } from '../platform/start-failure.ts'
import { makeVault } from '../platform/vault/vault.ts'
import {
  demonstrationPeople,
  fillDemonstration,
  loadCountryPack,
  refuseDemonstrationData,
} from '../setup.ts'
import { announce } from './announce.ts'
import { interrupted } from './interrupted.ts'
import { makeNightlyBackups } from './nightly-backups.ts'
import { say, step } from './say.ts'
import { type Supervisor, supervise } from './supervise.ts'

/** Everything at once: database, schema, first data, a web and a worker process; until Ctrl-C. */
export async function start(): Promise<number> {
  const config = readConfig(process.env)
  const dataDir = openDataFolder(config.dataDir)
  const lock = await lockFolder(dataDir)
  const running: Running = { database: null, processes: null }
  try {
    await Promise.race([run({ config, dataDir, lock, running }), interrupted()])
    say('Stopping')
  } finally {
    await running.processes?.stop()
    await running.database?.stop()
    lock.release()
  }
  return 0
}

type Running = { database: OpenDatabase | null; processes: Supervisor | null }
type Start = {
  readonly config: Config
  readonly dataDir: string
  readonly lock: FolderLock
  readonly running: Running
}

async function run({ config, dataDir, lock, running }: Start): Promise<void> {
  await checkPort(config)
  const masterKey = masterKeyOf(config, dataDir)
  const database = await step('Starting the database', () =>
    openDatabase({ config, dataDir, say }, lock),
  )
  running.database = database
  await checkServer(database.ownerUrl)
  const people = await prepare(config, { ownerUrl: database.ownerUrl, masterKey, dataDir })
  running.processes = supervise(environment(config, { database, masterKey, dataDir }))
  await step('Starting the web and the worker process', running.processes.ready)
  announce(config, people)
  const nightly = makeNightlyBackups({ config, dataDir, ownerUrl: database.ownerUrl })
  try {
    await Promise.race([running.processes.failed, databaseEnded(database)])
  } finally {
    nightly.stop()
  }
}

type At = { readonly ownerUrl: string; readonly masterKey: Buffer; readonly dataDir: string }

async function prepare(config: Config, at: At) {
  const db = connect(at.ownerUrl, { max: 2, name: 'become setup', timeout: 0 })
  const vault = makeVault(at.masterKey)
  const files = openFiles(filesFolder(at.dataDir), vault)
  const deps = { vault, files, now: new Date(), say }
  // What the demonstration prints names the same address as everything after it.
  printPublicAddress(config.publicUrl)
  try {
    if (config.mode === 'production') await refuseDemonstrationData(db)
    await step('Preparing the schema', () => migrate(at))
    // Nobody else works on our own server: what was locked, was locked by one that is gone.
    if (!config.databaseUrl) await freeJobs(db)
    await step('Loading the country pack', () => loadCountryPack(db, deps))
    if (config.mode === 'production') return []
    await step('Filling demonstration data', () => fillDemonstration(db, deps))
    return await demonstrationPeople(db, deps.vault)
  } finally {
    await db.end()
  }
}

/** The children read the same settings; they need no password of the owner. */
const environment = (
  config: Config,
  { database, masterKey, dataDir }: { database: OpenDatabase; masterKey: Buffer; dataDir: string },
): Record<string, string> => ({
  DATABASE_URL: withoutPassword(database.ownerUrl),
  ...(config.masterKey ? {} : { MASTER_KEY: masterKey.toString('base64') }),
  DATA_DIR: dataDir,
})

async function databaseEnded(database: OpenDatabase): Promise<never> {
  await database.ended
  // On Ctrl-C or a kill of all processes this is not the news.
  await wait(200)
  throw new StartFailure('The database server ended by itself: everything stops. Start again.')
}
