import { resolve } from 'node:path'
import { type Config, readConfig } from '../platform/config.ts'
import { filesFolder } from '../platform/data-folder.ts'
import { type DatabaseUrls, databaseUrls } from '../platform/database-urls.ts'
import { printPublicAddress } from '../platform/documents/public-address.ts'
import { type Files, openFiles } from '../platform/files/files.ts'
import { masterKeyOf } from '../platform/secrets.ts'
import { StartFailure } from '../platform/start-failure.ts'
import { makeVault, type Vault } from '../platform/vault/vault.ts'

export type ProcessSettings = {
  readonly config: Config
  readonly masterKey: Buffer
  readonly urls: DatabaseUrls
  readonly vault: Vault
  readonly files: Files
}

/** What one web or worker process needs; the database runs already, whoever started it. */
export function processSettings(): ProcessSettings {
  const config = readConfig(process.env)
  if (!config.databaseUrl) {
    throw new StartFailure('DATABASE_URL must be set for a web or worker process of its own.')
  }
  printPublicAddress(config.publicUrl)
  const masterKey = masterKeyOf(config, resolve(config.dataDir))
  const vault = makeVault(masterKey)
  const files = openFiles(filesFolder(config.dataDir), vault)
  return { config, masterKey, vault, files, urls: databaseUrls(masterKey, config.databaseUrl) }
}
