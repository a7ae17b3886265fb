import postgres from 'postgres'
import { StartFailure } from '../start-failure.ts'

/** Refuses a server that is too old, or that may forget what it acknowledged. */
export async function checkServer(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => {} })
  try {
    const [found] = await sql<Found[]>`
      select current_setting('server_version_num')::integer as version,
        current_setting('server_encoding') as encoding,
        current_setting('fsync') as fsync,
        current_setting('synchronous_commit') as synchronous_commit,
        current_setting('full_page_writes') as full_page_writes`
    if (found) judge(found)
  } finally {
    await sql.end()
  }
}

type Found = {
  readonly version: number
  readonly encoding: string
  readonly fsync: string
  readonly synchronous_commit: string
  readonly full_page_writes: string
}

function judge(found: Found): void {
  if (found.version < 180_000) {
    const major = Math.floor(found.version / 10_000)
    throw new StartFailure(`The database server is PostgreSQL ${major}; 18 or later is needed.`)
  }
  if (found.encoding !== 'UTF8') {
    throw new StartFailure(`The database is encoded in ${found.encoding}; it must be UTF8.`)
  }
  for (const name of ['fsync', 'synchronous_commit', 'full_page_writes'] as const) {
    if (found[name] !== 'off' && found[name] !== 'local') continue
    throw new StartFailure(
      `The database server runs with ${name} ${found[name]}, so that it may lose what it has confirmed: switch it on.`,
    )
  }
}
