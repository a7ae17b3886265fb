import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from './config.ts'
import { StartFailure } from './start-failure.ts'

/** The master key: as set, or the demonstration's own, made once and kept in the data folder. */
export function masterKeyOf(config: Config, dataDir: string): Buffer {
  const file = join(dataDir, 'secrets', 'demonstration-key')
  if (config.mode === 'demo') return config.masterKey ?? readOrMake(file)
  if (!config.masterKey) throw new Error('production was configured without a master key')
  if (existsSync(file) && readKey(file).equals(config.masterKey)) {
    throw new StartFailure(
      'MASTER_KEY is the key of the demonstration: make another one for production with openssl rand -base64 32.',
    )
  }
  return config.masterKey
}

/** The key of backups: as set, or the demonstration's own; null where production has none. */
export function backupKeyOf(config: Config, dataDir: string): Buffer | null {
  if (config.backup.key || config.mode === 'production') return config.backup.key
  return readOrMake(join(dataDir, 'secrets', 'backup-key'))
}

/**
 * The two keys of an installation that is to be brought back, none of them made up. A demonstration
 * that was given them keeps them, as one that made them does: `keep`, once everything is there.
 */
export function keysForRestore(config: Config, dataDir: string) {
  const wanted = [
    { name: 'MASTER_KEY', given: config.masterKey, file: 'demonstration-key' },
    { name: 'BACKUP_KEY', given: config.backup.key, file: 'backup-key' },
  ].map((one) => ({ ...one, file: join(dataDir, 'secrets', one.file) }))
  const keys = wanted.map(({ name, given, file }) => {
    if (given) return given
    if (config.mode === 'demo' && existsSync(file)) return readKey(file)
    throw new StartFailure(`${name} must be set: a backup is read with both keys, and makes none.`)
  })
  return {
    masterKey: keys[0] ?? Buffer.alloc(0),
    backupKey: keys[1] ?? Buffer.alloc(0),
    keep(): void {
      if (config.mode !== 'demo') return
      for (const [at, { file }] of wanted.entries())
        if (!existsSync(file)) writeKey(file, keys[at] ?? Buffer.alloc(0))
    },
  }
}

function readOrMake(file: string): Buffer {
  if (existsSync(file)) return readKey(file)
  const key = randomBytes(32)
  writeKey(file, key)
  return key
}

function writeKey(file: string, key: Buffer): void {
  makeSecrets(join(file, '..'))
  writeFileSync(file, `${key.toString('base64')}\n`, { mode: 0o600, flush: true })
}

/** The folder of secrets, closed to all but its owner. */
export function makeSecrets(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chmodSync(folder, 0o700)
}

const readKey = (file: string): Buffer => Buffer.from(readFileSync(file, 'utf8').trim(), 'base64')
