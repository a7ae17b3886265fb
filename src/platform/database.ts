import postgres from 'postgres'
import type { Config } from './config.ts'
import { withDatabase } from './database-urls.ts'
import { type FolderLock, findHolder } from './folder-lock.ts'
import { ownerUrl } from './postgres/cluster.ts'
import { startEmbedded } from './postgres/embedded.ts'
import { StartFailure } from './start-failure.ts'

export type OpenDatabase = {
  readonly ownerUrl: string
  /** Resolves when an embedded server has ended; never for an external one. */
  readonly ended: Promise<void>
  stop(): Promise<void>
}
export type DatabaseNeeds = {
  readonly config: Config
  readonly dataDir: string
  readonly say: (line: string) => void
}

/** The external database as set, or the embedded server, started on the locked data folder. */
export async function openDatabase(
  { config, dataDir, say }: DatabaseNeeds,
  lock: FolderLock,
): Promise<OpenDatabase> {
  if (config.databaseUrl) return external(config.databaseUrl)
  const server = await startEmbedded({ dataDir, say })
  await createDatabase(server.url)
  lock.tellDatabasePort(Number(new URL(server.url).port))
  return { ...server, ownerUrl: withDatabase(server.url, databaseName) }
}

/** The database of a program that runs on this folder now; null when none does. */
export function findRunningDatabase({ config, dataDir }: DatabaseNeeds): OpenDatabase | null {
  if (config.databaseUrl) return external(config.databaseUrl)
  const holder = findHolder(dataDir)
  if (!holder) return null
  if (!holder.databasePort) {
    throw new StartFailure(`The program on ${dataDir} is still starting: try again in a moment.`)
  }
  return external(withDatabase(ownerUrl(dataDir, holder.databasePort), databaseName))
}

const databaseName = 'become'

const external = (ownerUrl: string): OpenDatabase => ({
  ownerUrl,
  ended: new Promise(() => {}),
  stop: async () => {},
})

async function createDatabase(serverUrl: string): Promise<void> {
  const sql = postgres(serverUrl, { max: 1, onnotice: () => {} })
  try {
    const [found] = await sql`select 1 from pg_database where datname = ${databaseName}`
    if (!found) await sql.unsafe(`create database ${databaseName}`)
  } finally {
    await sql.end()
  }
}
