import postgres from 'postgres'
import type { Files } from '../files/files.ts'
import { checkKnown, migrate } from '../migrate.ts'
import { StartFailure } from '../start-failure.ts'
import type { Header } from './header.ts'
import { type Loaded, loadArchive } from './load.ts'
import type { OpenArchive } from './open-archive.ts'

export type RestoreNeeds = {
  /** Of a database without anything in it. */
  readonly ownerUrl: string
  readonly masterKey: Buffer
  readonly files: Files
}

/**
 * Makes the schema that the archive was taken of, loads and compares, and only then brings the
 * schema to this program's.
 */
export async function restoreArchive(archive: OpenArchive, needs: RestoreNeeds): Promise<Loaded> {
  const { ownerUrl, masterKey, files } = needs
  const only = new Set(archive.header.migrations.map(({ name }) => name))
  await migrate({ ownerUrl, masterKey, only })
  const loaded = await loadArchive(archive, { ownerUrl, files })
  await migrate({ ownerUrl, masterKey })
  return loaded
}

/** Before anything is begun: an older program cannot hold what a newer one kept. */
export function checkSchema({ header }: OpenArchive): void {
  try {
    checkKnown(header.migrations)
  } catch (error) {
    if (!(error instanceof StartFailure)) throw error
    throw new StartFailure(
      'The backup is of a newer version of this program, or of another: restore with the version that made it.',
    )
  }
}

/** People's data among what a demonstration fills, or the reverse, could not be parted again. */
export function checkMode({ header }: OpenArchive, mode: Header['mode']): void {
  if (header.mode === mode) return
  throw new StartFailure(
    `The backup is of ${header.mode === 'demo' ? 'a demonstration' : 'a production system'}: set MODE=${header.mode} to restore it.`,
  )
}

/** Throws where a database holds anything, of us or of others. */
export async function checkEmpty(ownerUrl: string): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  try {
    const [row] = await sql<{ found: number }[]>`
      select count(*)::int as found from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
        and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`
    if (row?.found === 0) return
  } finally {
    await sql.end()
  }
  throw new StartFailure(
    'The database in DATABASE_URL is not empty, and a backup is only restored into an empty one: create another, and nothing is lost.',
  )
}
