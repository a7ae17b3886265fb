import type { Tx } from '../../../platform/db.ts'
import type { Files } from '../../../platform/files/files.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import type { Importer, Plan } from '../rules/importer.ts'

export type ImportDeps = { readonly vault: Vault; readonly files: Files }
export type RegisterImporter = Importer<Tx, ImportDeps>
export type ImportPlan = Plan<Tx, ImportDeps>
/** By kind; joined in src/importers.ts. */
export type Importers = readonly RegisterImporter[]

export function importerOf(importers: Importers, kind: string): RegisterImporter {
  const importer = importers.find((one) => one.kind === kind)
  if (!importer) throw new Error(`nothing imports ${kind}`)
  return importer
}
