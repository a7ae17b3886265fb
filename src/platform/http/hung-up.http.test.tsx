import { request } from 'node:http'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testMasterKey, useDatabase } from '../../../tests/support/database.ts'
import { testFiles } from '../../../tests/support/files.ts'
import { eventually } from '../../../tests/support/program.ts'
import { errorPages } from '../../error-pages.tsx'
import { publicActor } from '../../kernel/actor.ts'
import { connect, readAs } from '../db.ts'
import { loadMessages } from '../i18n/messages.ts'
import { makeReaders } from '../i18n/reader.ts'
import { projectRoot } from '../root.ts'
import { makeVault } from '../vault/vault.ts'
import { page, type ShowRoute } from './route.ts'
import { makeServer, type Server } from './server.ts'

const { urls } = useDatabase()
/** One connection, so that whoever comes second has to wait. */
const db = connect(urls.app, { max: 1 })
const shown: string[] = []
const log: string[] = []
let app: Server['app']
let url = ''

const route = (path: string, cached: boolean): ShowRoute => ({
  ...{ door: 'page', method: 'get', path, access: ['public'], cached },
  show: async () => {
    shown.push(path)
    return page(<p>shown</p>)
  },
})

beforeAll(async () => {
  const stream = new Writable({
    write(line, _encoding, done) {
      log.push(String(line))
      done()
    },
  })
  const nobody = { actor: publicActor, name: null, scopes: null }
  const built = await makeServer({
    deps: {
      ...{
        db,
        vault: makeVault(testMasterKey()),
        files: testFiles(),
        now: () => new Date(),
        errorPages,
      },
      readers: makeReaders(loadMessages(pathToFileURL(join(projectRoot, 'locales/')))),
      ...{ identify: async () => nobody, rail: () => [], demonstration: true },
      secureCookies: false,
    },
    routes: [route('/cached', true), route('/drawn', false)],
    ...{ logger: pino({ level: 'warn' }, stream), trustProxy: false, hsts: false },
  })
  app = built.app
  url = await app.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(async () => {
  await app?.close()
  await db.end()
})

async function askAndHangUp(path: string): Promise<void> {
  const asking = request(url + path, { agent: false })
  asking.on('error', () => {})
  asking.end()
  await wait(60)
  asking.destroy()
}

describe('whoever hangs up', () => {
  it.each(['/cached', '/drawn'])('while waiting costs no work: %s', async (path) => {
    shown.length = 0
    const busy = readAs(db, publicActor, (tx) => tx`select pg_sleep(0.4)`)
    await Promise.all([askAndHangUp(path), askAndHangUp(path), askAndHangUp(path)])
    await busy

    const next = await fetch(url + path)
    expect(next.status).toBe(200)
    expect(shown).toEqual([path])
  })

  it('is no fault, and is not logged as one', async () => {
    await eventually('the connection is free', async () => {
      const asked = await readAs(db, publicActor, (tx) => tx`select 1`)
      return asked.count === 1
    })

    expect(log).toEqual([])
  })
})
