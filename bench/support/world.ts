import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { fillDemonstrationPeople } from '../../src/modules/accounts/actions/fill-demonstration-people.ts'
import { loadOffices } from '../../src/modules/accounts/store/offices.ts'
import { loadComplaintCategories } from '../../src/modules/complaints/store/categories.ts'
import { loadRules } from '../../src/modules/law/store/load-rules.ts'
import { loadPlaces } from '../../src/modules/places/index.ts'
import { withDatabase } from '../../src/platform/database-urls.ts'
import { connect, type Db } from '../../src/platform/db.ts'
import { migrate } from '../../src/platform/migrate.ts'
import { startEmbedded } from '../../src/platform/postgres/embedded.ts'
import { makeVault } from '../../src/platform/vault/vault.ts'
import { oneHeap, smallHeap } from '../../src/program/child.ts'
import { fillAgencies } from './agency-rows.ts'
import { fillCases } from './case-rows.ts'
import { type Child, freePort, projectRoot, startChild } from './child.ts'

/** The built program on a database of its own with fsync on; everything on loopback. */
export type World = {
  readonly url: string
  readonly web: Child
  readonly db: Db
  readonly ownerUrl: string
  readonly databasePid: number
  readonly size: Size
  /** With which another process of the program joins it. */
  readonly env: Readonly<Record<string, string>>
  /** Adds cases until there are so many. */
  growTo(cases: number): Promise<void>
  stop(): Promise<void>
}
export type Size = { readonly agencies: number; readonly cases: number }

export const masterKey = Buffer.alloc(32, 'a key of the benches, and no secret')

export async function makeWorld(size: Size, say: (line: string) => void): Promise<World> {
  const dataDir = mkdtempSync(join(tmpdir(), 'become-bench-'))
  chmodSync(dataDir, 0o711)
  const server = await startEmbedded({ dataDir, say, durable: true })
  const clean = async () => {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  try {
    const ownerUrl = await createDatabase(server.url)
    const db = connect(ownerUrl, { max: 4, name: 'become bench', timeout: 0 })
    await fill(db, size)
    const { url, web, env } = await startWeb(ownerUrl, dataDir)
    const stop = async () => {
      await web.stop()
      await db.end({ timeout: 1 })
      await clean()
    }
    const growTo = async (cases: number) => {
      await fillCases(db, cases)
      await db`vacuum analyze`
    }
    return { url, web, env, db, ownerUrl, databasePid: server.pid, size, growTo, stop }
  } catch (error) {
    await clean()
    throw error
  }
}

async function createDatabase(serverUrl: string): Promise<string> {
  const sql = postgres(serverUrl, { max: 1, onnotice: () => {} })
  await sql`create database become`
  await sql.end()
  const ownerUrl = withDatabase(serverUrl, 'become')
  await migrate({ ownerUrl, masterKey })
  return ownerUrl
}

async function fill(db: Db, size: Size): Promise<void> {
  await db.begin(async (tx) => {
    await loadPlaces(tx)
    await loadRules(tx)
    await loadOffices(tx)
    await loadComplaintCategories(tx)
    const agencyIds = await fillAgencies(tx, size.agencies)
    const vault = makeVault(masterKey)
    const filled = { agencyIds: agencyIds.slice(0, 2), now: new Date(), vault }
    await fillDemonstrationPeople(tx, filled)
  })
  await fillCases(db, size.cases)
  await db`vacuum analyze`
}

/** Behind a proxy that says who asks, so that one machine can be many people for the rate limits. */
async function startWeb(ownerUrl: string, dataDir: string) {
  const port = await freePort()
  const env = {
    ...oneHeap,
    ...{ DATABASE_URL: ownerUrl, DATA_DIR: dataDir, PORT: String(port), TRUST_PROXY: 'true' },
    MASTER_KEY: masterKey.toString('base64'),
  }
  const main = join(projectRoot, 'dist', 'main.js')
  const web = await startChild([...smallHeap, main, 'web'], env)
  return { url: `http://127.0.0.1:${port}`, web, env }
}

/** Megabytes that a process holds now. */
export function residentMemory(pid: number): number {
  const line = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return Number(line?.[1] ?? 0) / 1024
}
