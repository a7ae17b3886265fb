import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Files, openFiles } from '../../src/platform/files/files.ts'
import { makeVault } from '../../src/platform/vault/vault.ts'
import { testMasterKey } from './database.ts'

/** One process runs many files of tests, and hears of its end once. */
const folders: string[] = []
process.once('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** A folder for files that ends with the tests' process. */
export function testFiles(): Files {
  const folder = mkdtempSync(join(tmpdir(), 'become-files-'))
  folders.push(folder)
  return openFiles(folder, makeVault(testMasterKey()))
}
