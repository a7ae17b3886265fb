import { join } from 'node:path'
import { Writable } from 'node:stream'
import { pathToFileURL } from 'node:url'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { afterAll, beforeAll } from 'vitest'
import { type AppDeps, buildApp } from '../../src/app.ts'
import type { Files } from '../../src/platform/files/files.ts'
import { projectRoot } from '../../src/platform/root.ts'
import { makeVault, type Vault } from '../../src/platform/vault/vault.ts'
import { type TestDatabase, testMasterKey, useDatabase } from './database.ts'
import { testFiles } from './files.ts'

export type TestApp = TestDatabase & {
  readonly vault: Vault
  readonly files: Files
  /** The running application; requests are injected: `await app().inject('/agencies')`. */
  app(): FastifyInstance
  /** Every line that the application logged so far. */
  readonly log: readonly string[]
  /** What the application takes for the present moment; tests may move it. */
  readonly clock: { now: Date }
}

/** The built application on a database of its own, without a port: `const { app } = useApp()`. */
export function useApp({
  database = useDatabase(),
  now = new Date('2026-11-20T03:00:00Z'),
  oidc = null,
}: {
  readonly database?: TestDatabase
  readonly now?: Date
  /** A provider by which people may sign in, too. */
  readonly oidc?: AppDeps['oidc']
} = {}): TestApp {
  const vault = makeVault(testMasterKey())
  const files = testFiles()
  const clock = { now }
  const log: string[] = []
  let app: FastifyInstance | null = null

  beforeAll(async () => {
    const built = await buildApp({
      db: database.db,
      vault,
      files,
      now: () => clock.now,
      demonstration: true,
      secure: false,
      trustProxy: false,
      oidc,
      logger: pino({ level: 'trace' }, linesInto(log)),
      locales: pathToFileURL(join(projectRoot, 'locales/')),
    })
    app = built.app
  })
  afterAll(() => app?.close())

  return {
    ...database,
    vault,
    files,
    clock,
    log,
    app() {
      if (!app) throw new Error('the application is built in beforeAll; use it in tests')
      return app
    },
  }
}

const linesInto = (log: string[]): Writable =>
  new Writable({
    write(line, _encoding, done) {
      log.push(String(line))
      done()
    },
  })
