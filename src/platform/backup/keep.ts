import { readdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Config } from '../config.ts'

export const backupFolder = (config: Config): string =>
  resolve(config.backup.dir ?? join(config.dataDir, 'backups'))

/** By the moment, so that the order of names is the order of time. */
export const backupName = (at: Date): string =>
  `become-${at.toISOString().slice(0, 19).replaceAll(':', '')}Z.backup`

export const isBackup = (name: string): boolean =>
  /^become-\d{4}-\d\d-\d\dT\d{6}Z\.backup$/.test(name)

/** What has to go so that only the newest so many stay. */
export const tooOld = (names: readonly string[], keep: number): readonly string[] =>
  names.filter(isBackup).sort().slice(0, -keep)

/** Removes the oldest, and what a killed attempt left behind. Returns the names. */
export async function keepNewest(folder: string, keep: number): Promise<readonly string[]> {
  const names = await readdir(folder)
  const left = names.filter((name) => /^become-.*\.backup\.[0-9a-f-]{36}\.part$/.test(name))
  const ended = [...tooOld(names, keep), ...left]
  for (const name of ended) await rm(join(folder, name), { force: true })
  return ended
}
