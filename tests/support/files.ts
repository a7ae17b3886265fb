import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Files, openFiles } from '../../src/platform/files/files.ts'
import { makeVault } from '../../src/platform/vault/vault.ts'
import { testMasterKey } from './database.ts'

/** A folder for files that ends with the tests' process. */
export function testFiles(): Files {
  const folder = mkdtempSync(join(tmpdir(), 'become-files-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return openFiles(folder, makeVault(testMasterKey()))
}
