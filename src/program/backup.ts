import { existsSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { backupFolder, backupName, keepNewest } from '../platform/backup/keep.ts'
import { recordRun } from '../platform/backup/runs.ts'
import { type Backup, takeBackup } from '../platform/backup/take.ts'
import { filesFolder } from '../platform/data-folder.ts'
import { connect } from '../platform/db.ts'
import { openFiles } from '../platform/files/files.ts'
import { backupKeyOf } from '../platform/secrets.ts'
import { StartFailure } from '../platform/start-failure.ts'
import { makeVault } from '../platform/vault/vault.ts'
import { type At, withDatabaseOf } from './run-command.ts'
import { say } from './say.ts'

/** `npm run backup -- [FILE or FOLDER]`: of the running program, or of one that stands still. */
export const runBackup = ([path]: readonly string[]): Promise<number> =>
  withDatabaseOf(async (at) => {
    const began = performance.now()
    const made = await makeBackup(at, path ?? null)
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    say(`${made.path}: ${size(made.bytes)}, ${made.rows} rows, ${made.files} files, ${seconds} s.`)
    for (const hash of made.damagedFiles)
      say(`The file ${hash} is gone or is not what its name says: it is not in the backup.`)
    return made.damagedFiles.length === 0 ? 0 : 1
  })

async function makeBackup(at: At, path: string | null): Promise<Backup> {
  const { config, ownerUrl, masterKey } = at
  const backupKey = backupKeyOf(config, resolve(config.dataDir))
  if (!backupKey) {
    throw new StartFailure(
      'BACKUP_KEY must be set to make a backup (openssl rand -base64 32): keep a copy of it elsewhere.',
    )
  }
  const now = new Date()
  const target = path === null ? join(backupFolder(config), backupName(now)) : asked(path, now)
  const files = openFiles(filesFolder(config.dataDir), makeVault(masterKey))
  const needs = { ownerUrl, files, masterKey, backupKey, mode: config.mode }
  const made = await takeBackup(needs, target).catch(async (error: unknown) => {
    await record(at, { outcome: 'failed', ofMoment: now, ...nothing, fileName: basename(target) })
    throw error
  })
  await record(at, {
    outcome: made.damagedFiles.length === 0 ? 'done' : 'incomplete',
    ofMoment: made.createdAt,
    fileName: basename(target),
    ...made,
    damaged: made.damagedFiles.length,
  })
  if (path === null) await keepNewest(backupFolder(config), config.backup.keep)
  return made
}

const nothing = { bytes: 0, rows: 0, files: 0, damaged: 0 }
type Run = Omit<Parameters<typeof recordRun>[1], 'kind'>

/** Whether it is written down does not decide whether there is a backup. */
async function record({ ownerUrl }: At, run: Run): Promise<void> {
  const db = connect(ownerUrl, { max: 1, name: 'become backup' })
  const { outcome, ofMoment, fileName, bytes, rows, files, damaged } = run
  const row = { kind: 'backup', outcome, ofMoment, fileName, bytes, rows, files, damaged } as const
  await recordRun(db, row).catch(() => say('It could not be written down in the database.'))
  await db.end({ timeout: 1 })
}

/** npm runs us in the program's folder; people name files from where they stand. */
export const fromWhereTheyStand = (path: string): string =>
  resolve(process.env.INIT_CWD ?? '.', path)

function asked(path: string, now: Date): string {
  const whole = fromWhereTheyStand(path)
  // A stick that is not plugged in is no folder either: nothing is written where it should be.
  if (!existsSync(whole) && path.endsWith('/'))
    throw new StartFailure(`${whole} is no folder: make it, or name a file.`)
  if (!existsSync(whole)) return whole
  if (statSync(whole).isDirectory()) return join(whole, backupName(now))
  throw new StartFailure(`${whole} is there already: name another file, or a folder.`)
}

const size = (bytes: number): string =>
  bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`
