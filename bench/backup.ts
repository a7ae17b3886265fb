import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { openArchive } from '../src/platform/backup/open-archive.ts'
import { restoreArchive } from '../src/platform/backup/restore.ts'
import { takeBackup } from '../src/platform/backup/take.ts'
import { withDatabase } from '../src/platform/database-urls.ts'
import { openFiles } from '../src/platform/files/files.ts'
import { makeVault } from '../src/platform/vault/vault.ts'
import { atMost, type Bench, line } from './support/bench.ts'
import { masterKey, residentMemory } from './support/world.ts'

const files = 200
const fileBytes = 400_000

/** A backup of the running program, and all of it brought back beside: within a minute? */
export const backup: Bench = {
  name: 'backup',
  async run({ world, full }) {
    const folder = mkdtempSync(join(tmpdir(), 'become-bench-backup-'))
    // The roles of the server have their passwords from it.
    const keys = { masterKey, backupKey: randomBytes(32) }
    const vault = makeVault(keys.masterKey)
    const source = openFiles(join(folder, 'source'), vault)
    for (let count = 0; count < files; count++)
      await source.put(vault.newKey().key, randomBytes(fileBytes))
    try {
      const { ownerUrl } = world
      const path = join(folder, 'become.backup')
      const needs = { ownerUrl, files: source, mode: 'demo', ...keys } as const
      const taken = await timed(() => takeBackup(needs, path))
      const brought = await timed(async () => {
        const archive = await openArchive(path, keys)
        const there = openFiles(join(folder, 'there'), vault)
        const place = await anotherDatabase(ownerUrl)
        return restoreArchive(archive, { ownerUrl: place, files: there, masterKey })
      })
      const target = { unit: 's', target: full ? 600 : 60 }
      return [
        line('rows', taken.value.rows, ''),
        line('files', taken.value.files, ''),
        line('archive', taken.value.bytes / 1e6, 'MB'),
        atMost('backup', taken.seconds, target),
        atMost('restore, compared', brought.seconds, target),
        line('memory of the process', residentMemory(process.pid), 'MB'),
      ]
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; seconds: number }> {
  const began = performance.now()
  const value = await work()
  return { value, seconds: (performance.now() - began) / 1000 }
}

async function anotherDatabase(ownerUrl: string): Promise<string> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  await sql`drop database if exists become_restored with (force)`
  await sql`create database become_restored`
  await sql.end()
  return withDatabase(ownerUrl, 'become_restored')
}
