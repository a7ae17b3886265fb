import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { withDatabase } from '../../src/platform/database-urls.ts'
import { migrate } from '../../src/platform/migrate.ts'
import { startEmbedded } from '../../src/platform/postgres/embedded.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The owner's address of the template database. */
    templateUrl: string
    masterKey: string
  }
}

/** One server for the whole run, without fsync, and one migrated database to copy. */
let running: Promise<{ templateUrl: string; end: () => Promise<void> }> | null = null
let users = 0

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  users += 1
  running ??= startServer()
  const { templateUrl, end } = await running
  project.provide('templateUrl', templateUrl)
  project.provide('masterKey', testKey.toString('base64'))
  return async () => {
    users -= 1
    if (users === 0) await end()
  }
}

const testKey = Buffer.alloc(32, 'test')

async function startServer() {
  const dataDir = mkdtempSync(join(tmpdir(), 'become-test-'))
  chmodSync(dataDir, 0o711)
  const server = await startEmbedded({ dataDir, say: () => {}, durable: false })
  const end = async () => {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  try {
    const templateUrl = withDatabase(server.url, 'template_become')
    await createTemplate(server.url, templateUrl)
    return { templateUrl, end }
  } catch (error) {
    await end()
    throw error
  }
}

async function createTemplate(serverUrl: string, templateUrl: string): Promise<void> {
  const sql = postgres(serverUrl, { max: 1, onnotice: () => {} })
  await sql`create database template_become`
  await sql.end()
  await migrate({ ownerUrl: templateUrl, masterKey: testKey })
}
