import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import { afterAll, beforeAll, inject } from 'vitest'
import { databaseUrls, withDatabase } from '../../src/platform/database-urls.ts'
import { connect, type Db } from '../../src/platform/db.ts'

export type TestDatabase = {
  /** As the web process sees it: role become_app. */
  readonly db: Db
  /** As the worker sees it: role become_jobs. */
  readonly jobs: Db
  /** As the owner: for facts that no action can bring about. Row-level security does not hold it. */
  readonly owner: Db
  readonly urls: ReturnType<typeof databaseUrls>
}

/**
 * A database of its own for this test file, with the real schema:
 *
 *     const { db, jobs, owner } = useDatabase()
 *
 * Call it once, at the top of the file; the connections open when first used. `template` names
 * another database to copy: support/demonstration.ts has one that is filled.
 */
export function useDatabase(template = async () => 'template_become'): TestDatabase {
  const name = `test_${randomUUID().replaceAll('-', '').slice(0, 16)}`
  const masterKey = Buffer.from(inject('masterKey'), 'base64')
  const urls = databaseUrls(masterKey, withDatabase(inject('templateUrl'), name))
  const db = connect(urls.app, { max: 4 })
  const jobs = connect(urls.jobs, { max: 2 })
  const owner = connect(urls.owner, { max: 2 })

  beforeAll(async () => {
    const from = await template()
    await asServer((sql) => sql.unsafe(`create database ${name} template ${from}`))
  })
  afterAll(async () => {
    await Promise.all([db, jobs, owner].map((each) => each.end({ timeout: 1 })))
    await asServer((sql) => sql.unsafe(`drop database if exists ${name} with (force)`))
  })
  return { db, jobs, owner, urls }
}

/** The key under which tests derive secrets; production has its own. */
export const testMasterKey = (): Buffer => Buffer.from(inject('masterKey'), 'base64')

/** Work on the server itself: databases are made and dropped from here. */
export async function asServer(work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(withDatabase(inject('templateUrl'), 'postgres'), {
    max: 1,
    onnotice: () => {},
  })
  try {
    await work(sql)
  } finally {
    await sql.end()
  }
}
