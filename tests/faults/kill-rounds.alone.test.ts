import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import postgres from 'postgres'
import { describe, expect, it } from 'vitest'
import { apiRoutes } from '../../src/api-routes.ts'
import { readConfig } from '../../src/platform/config.ts'
import { findRunningDatabase } from '../../src/platform/database.ts'
import { startEmbedded } from '../../src/platform/postgres/embedded.ts'
import { childrenOf } from '../support/process-tree.ts'
import { type Program, production, usePrograms } from '../support/program.ts'

const { aFolder, run } = usePrograms()

type Shown = { readonly number: string; readonly secret: string }

/** A complaint as another program sends it; each attempt from an address of its own. */
async function send(url: string, key: string): Promise<Shown | null> {
  try {
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
    const body = (await answer.json()) as Shown
    if (answer.status === 201) return body
    throw new Error(`${answer.status} ${JSON.stringify(body)}`)
  } catch (error) {
    if (error instanceof TypeError || (error as Error).name === 'SyntaxError') return null
    throw error
  }
}

let addresses = 0
const anAddress = (): string => {
  addresses += 1
  return `10.${(addresses >> 16) & 255}.${(addresses >> 8) & 255}.${addresses & 255}`
}

const env = { TRUST_PROXY: 'true' }

/** Eight senders until everything is killed; the receipts that reached one of them. */
async function sendUntilKilled(program: Program, ms: number): Promise<Map<string, Shown>> {
  const shown = new Map<string, Shown>()
  let killed = false
  const sender = async () => {
    while (!killed) {
      const key = randomUUID()
      // Whoever is killed last may still say that the others are gone; before, nobody may fail.
      const receipt = await send(program.url, key).catch((error: unknown) => {
        if (!killed) throw error
        return null
      })
      if (receipt) shown.set(key, receipt)
    }
  }
  const senders = Array.from({ length: 8 }, sender)
  await wait(ms)
  const all = [program.pid, ...childrenOf(program.pid).map(({ pid }) => pid)]
  for (const pid of all) process.kill(pid, 'SIGKILL')
  killed = true
  await Promise.all(senders)
  await program.untilEnded()
  return shown
}

async function withOwner<T>(dataDir: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const config = readConfig({ ...production, DATA_DIR: dataDir })
  const found = findRunningDatabase({ config, dataDir, say: () => {} })
  if (!found) throw new Error('no database runs here')
  const sql = postgres(found.ownerUrl, { max: 1, onnotice: () => {} })
  try {
    return await work(sql)
  } finally {
    await sql.end()
  }
}

/** Receipts that somebody holds and that no complaint belongs to. */
async function lost(dataDir: string, shown: ReadonlyMap<string, Shown>): Promise<number> {
  return withOwner(dataDir, async (sql) => {
    const numbers = [...shown.values()].map(({ number }) => number)
    const rows = await sql`select number, count(*)::int as n from complaint
      where number = any (${numbers}) group by number`
    expect(rows.filter(({ n }) => n !== 1)).toEqual([])
    return numbers.length - rows.length
  })
}

/** Nothing half: each complaint with its contact, its clocks and its first event. */
const halves = (dataDir: string): Promise<number> =>
  withOwner(dataDir, async (sql) => {
    const [row] = await sql`
      select count(*)::int as n from complaint c
      where not exists (select from complaint_contact k where k.complaint_id = c.id)
        or not exists (select from clock k where k.record_id = c.id)
        or not exists (select from event e where e.record_id = c.id)`
    return Number(row!.n)
  })

/** From now on a commit is confirmed before it is on the disk, as on a badly set-up server. */
const confirmTooEarly = (folder: string) =>
  withOwner(folder, async (sql) => {
    await sql`alter role become_app set synchronous_commit = off`
    await sql`alter system set wal_writer_delay = '10s'`
    await sql`select pg_reload_conf()`
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'become_app'`
  })

/** The program refuses to serve on such a database: sets it right first. */
async function startAgain(folder: string): Promise<Program> {
  const server = await startEmbedded({ dataDir: folder, say: () => {} })
  const sql = postgres(server.url, { max: 1 })
  await sql`alter role become_app reset synchronous_commit`
  await sql`alter system reset wal_writer_delay`
  await sql.end()
  await server.stop()
  const program = await run(folder, { env })
  await program.untilServing()
  return program
}

describe('when everything is killed while complaints are sent', () => {
  it('every receipt that was shown belongs to exactly one complaint afterwards', async () => {
    const folder = aFolder()
    let program = await run(folder, { env })
    const shown = new Map<string, Shown>()
    for (let round = 0; round < 6; round++) {
      await program.untilServing()
      const receipts = await sendUntilKilled(program, 1_500 + round * 300)
      for (const [key, receipt] of receipts) shown.set(key, receipt)
      program = await run(folder, { env })
      await program.untilServing()
      expect(await lost(folder, shown)).toBe(0)
      expect(await halves(folder)).toBe(0)
    }
    expect(shown.size).toBeGreaterThan(100)

    // Whoever lost the line sends the same again and gets the same receipt, not a second case.
    for (const [key, receipt] of [...shown].slice(-5))
      expect(await send(program.url, key)).toMatchObject({ number: receipt.number })
    expect(await lost(folder, shown)).toBe(0)
  })

  it('would lose receipts if the database did not wait for its disk (so this test can fail)', async () => {
    const folder = aFolder()
    let missing = 0
    for (let round = 0; round < 5 && missing === 0; round++) {
      const program = await run(folder, { env })
      await program.untilServing()
      // The worker sleeps: its commits would put everything before them on the disk.
      for (const { pid } of childrenOf(program.pid, 'main.js worker')) process.kill(pid, 'SIGSTOP')
      await confirmTooEarly(folder)
      const shown = await sendUntilKilled(program, 2_000)
      const next = await startAgain(folder)
      missing = await lost(folder, shown)
      next.kill('SIGTERM')
      await next.untilEnded()
    }
    expect(missing).toBeGreaterThan(0)
  })
})
