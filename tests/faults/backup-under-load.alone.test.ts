import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import postgres from 'postgres'
import { afterAll, expect, it } from 'vitest'
import { apiRoutes } from '../../src/api-routes.ts'
import { readConfig } from '../../src/platform/config.ts'
import { findRunningDatabase } from '../../src/platform/database.ts'
import { routes } from '../../src/routes.ts'
import { childrenOf } from '../support/process-tree.ts'
import { type Program, production, usePrograms } from '../support/program.ts'
import { fromOurPages } from '../support/sign-in.ts'

const { aFolder, run } = usePrograms()
const elsewhere = mkdtempSync(join(tmpdir(), 'become-elsewhere-'))
afterAll(() => rmSync(elsewhere, { recursive: true, force: true }))
const env = {
  TRUST_PROXY: 'true',
  BACKUP_AT: 'off',
  BACKUP_KEY: randomBytes(32).toString('base64'),
  BACKUP_DIR: elsewhere,
}

type Shown = { readonly number: string; readonly secret: string }
type Given = Shown & { readonly at: number; readonly key: string }

let addresses = 0
const anAddress = (): string => {
  addresses += 1
  return `10.9.${(addresses >> 8) & 255}.${addresses & 255}`
}

async function send(url: string, key: string): Promise<Given> {
  const answer = await fetch(`${url}${apiRoutes.complaints}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': key,
      'x-forwarded-for': anAddress(),
    },
    body: JSON.stringify({
      ...{ relation: 'worker', openness: 'anonymous', respondentKind: 'unknown' },
      ...{ categories: ['delayed_deployment'], country: 'TH', monthUnknown: 'yes' },
      ...{ askedBefore: 'nobody', story: 'សាកល្បង' },
    }),
  })
  expect(answer.status).toBe(201)
  return { ...((await answer.json()) as Shown), at: Date.now(), key }
}

/** Six senders until told to stop; every receipt, with the moment at which it was there. */
function sending(url: string) {
  const given: Given[] = []
  let goOn = true
  const sender = async () => {
    while (goOn) given.push(await send(url, randomUUID()))
  }
  const all = Promise.all(Array.from({ length: 6 }, sender))
  return {
    given,
    stop: async () => {
      goOn = false
      await all
    },
  }
}

/** Whether the receipt opens its case: the browser is led to it. */
async function opens(url: string, { number, secret }: Shown): Promise<boolean> {
  const answer = await fetch(`${url}${routes.follow.href()}`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      ...fromOurPages,
      'content-type': 'application/x-www-form-urlencoded',
      'x-forwarded-for': anAddress(),
    },
    body: new URLSearchParams({ number, secret, submission: randomUUID() }).toString(),
  })
  return answer.status === 303
}

async function ended(program: Program): Promise<string> {
  const code = await program.untilEnded()
  expect(code, program.printed()).toBe(0)
  return program.printed()
}

async function numbersIn(dataDir: string): Promise<ReadonlySet<string>> {
  const config = readConfig({ ...production, DATA_DIR: dataDir })
  const found = findRunningDatabase({ config, dataDir, say: () => {} })
  const sql = postgres(found?.ownerUrl ?? '', { max: 1, onnotice: () => {} })
  const rows = await sql<{ number: string }[]>`select number from complaint`
  await sql.end()
  return new Set(rows.map(({ number }) => number))
}

it('brings back every receipt that was given before the snapshot, when all else is gone', async () => {
  const source = aFolder()
  const program = await run(source, { env })
  await program.untilServing()
  const senders = sending(program.url)
  await wait(2_000)

  await ended(await run(source, { env, mode: 'backup' }))
  await wait(500)
  await senders.stop()
  for (const pid of [program.pid, ...childrenOf(program.pid).map(({ pid }) => pid)])
    process.kill(pid, 'SIGKILL')
  await program.untilEnded()
  await wait(1_000)
  rmSync(source, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 })

  const [name = ''] = readdirSync(elsewhere)
  const place = aFolder()
  const restoring = await run(place, { env, mode: 'restore', words: [join(elsewhere, name)] })
  const moment = Date.parse(/as of (\S+)\.\n/.exec(await ended(restoring))?.[1] ?? '')
  const before = senders.given.filter(({ at }) => at < moment)
  expect(before.length).toBeGreaterThan(20)
  expect(senders.given.length).toBeGreaterThan(before.length)
  expect(await ended(await run(place, { env, mode: 'audit' }))).toContain('Everything agrees')

  const next = await run(place, { env })
  await next.untilServing()
  const there = await numbersIn(place)
  expect(before.filter(({ number }) => !there.has(number))).toEqual([])
  for (const receipt of before.slice(-10)) expect(await opens(next.url, receipt)).toBe(true)
  // Sent again over a bad line: the same receipt, not a second case.
  for (const { key, number } of before.slice(0, 3))
    expect(await send(next.url, key)).toMatchObject({ number })
  const later = await send(next.url, randomUUID())
  expect(there.has(later.number)).toBe(false)
})

it('takes away what a restore that was killed had begun, and starts nothing on it', async () => {
  const source = aFolder()
  await ended(await run(source, { env, mode: 'migrate' }))
  const kept = mkdtempSync(join(elsewhere, 'two-'))
  await ended(await run(source, { env: { ...env, BACKUP_DIR: kept }, mode: 'backup' }))
  const file = join(kept, readdirSync(kept)[0] ?? '')
  const place = aFolder()
  await cp(source, place, { recursive: true, filter: (path) => !path.includes('postgres') })
  const first = await run(place, { env, mode: 'restore', words: [file] })
  while (!readdirSync(place).includes('postgres')) await wait(20)
  first.kill('SIGKILL')
  await first.untilEnded()
  await wait(1_000)

  const started = await run(place, { env })
  expect(await started.untilEnded()).toBe(1)
  expect(started.printed()).toMatch(/^A restore into .* was not finished: run npm run restore/)

  expect(await ended(await run(place, { env, mode: 'restore', words: [file] }))).toContain(
    'Every table was compared',
  )
  const again = await run(place, { env, mode: 'restore', words: [file] })
  expect(await again.untilEnded()).toBe(1)
  expect(again.printed()).toMatch(/is not empty, and a backup is only restored into an empty place/)
})
