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

function readOrMake(file: string): Buffer {
  if (existsSync(file)) return readKey(file)
  const key = randomBytes(32)
  makeSecrets(join(file, '..'))
  writeFileSync(file, `${key.toString('base64')}\n`, { mode: 0o600, flush: true })
  return key
}

/** The folder of secrets, closed to all but its owner. */
export function makeSecrets(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chmodSync(folder, 0o700)
}

const readKey = (file: string): Buffer => Buffer.from(readFileSync(file, 'utf8').trim(), 'base64')
