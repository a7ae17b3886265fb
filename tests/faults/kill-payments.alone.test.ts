import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { apiRoutes } from '../../src/api-routes.ts'
import { proveLedger } from '../../src/modules/ledger/index.ts'
import { readConfig } from '../../src/platform/config.ts'
import { findRunningDatabase } from '../../src/platform/database.ts'
import { connect, type Db } from '../../src/platform/db.ts'
import { childrenOf } from '../support/process-tree.ts'
import { type Program, production, usePrograms } from '../support/program.ts'

const { aFolder, run } = usePrograms()
const env = { MODE: 'demo' }
const minor = 1n

type Owed = { readonly id: string; readonly personId: string; readonly owed: string }
type Said = { readonly status: number; readonly body: Record<string, unknown> }
/** One sum that is paid and then confirmed, each with a key of its own: sent again, it is the same. */
type Attempt = { readonly due: Owed; readonly payKey: string; readonly wordKey: string }

const asOfficer = (token: string) => ({
  async get(url: string): Promise<Said> {
    return said(await fetch(url, { headers: { authorization: `Bearer ${token}` } }))
  },
  /** Null where the line broke: nobody knows then whether it was done. */
  async post(url: string, key: string, body: object): Promise<Said | null> {
    const headers = {
      ...{ authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      'idempotency-key': key,
    }
    try {
      return await said(await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) }))
    } catch (error) {
      if (error instanceof TypeError || (error as Error).name === 'SyntaxError') return null
      throw error
    }
  },
})
const said = async (answer: Response): Promise<Said> => ({
  status: answer.status,
  body: (await answer.json()) as Record<string, unknown>,
})
type Officer = ReturnType<typeof asOfficer>

/** Pays, and says that it came; answers how far that got as far as the officer was told. */
async function payAndConfirm(
  url: string,
  officer: Officer,
  { due, payKey, wordKey }: Attempt,
  onPaid: () => void = () => {},
): Promise<'nothing' | 'paid' | 'confirmed'> {
  const paid = await officer.post(`${url}${apiRoutes.payments}`, payKey, {
    lines: [{ dueId: due.id, personId: due.personId, minor: String(minor) }],
    ...{ paidOn: '2026-01-05', channel: 'cash', reference: payKey },
  })
  const [payment] = (paid?.body.payments as string[] | undefined) ?? []
  if (!payment) return 'nothing'
  onPaid()
  const heard = { saidBy: 'herself', how: 'in-person', on: '2026-01-05' }
  const word = await officer.post(
    `${url}${apiRoutes.paymentWords.replace(':id', payment)}`,
    wordKey,
    { dueId: due.id, answer: 'came', heard },
  )
  if (word && word.status !== 201) throw new Error(JSON.stringify(word))
  return word ? 'confirmed' : 'paid'
}

async function tokenOf(folder: string): Promise<string> {
  const command = await run(folder, { env, mode: 'token', words: ['head'] })
  await command.untilEnded()
  const token = command.printed().trim().split('\n').at(-1) ?? ''
  expect(token).toMatch(/^\S{20,}$/)
  return token
}

async function withOwner<T>(dataDir: string, work: (db: Db) => Promise<T>): Promise<T> {
  const config = readConfig({ ...production, ...env, DATA_DIR: dataDir })
  const found = findRunningDatabase({ config, dataDir, say: () => {} })
  if (!found) throw new Error('no database runs here')
  const db = connect(found.ownerUrl, { max: 1 })
  try {
    return await work(db)
  } finally {
    await db.end()
  }
}

/**
 * Four desks that pay and confirm; everything is killed in the moment in which so many payments were
 * answered, before the last of them is confirmed. How far each attempt got.
 */
async function payUntilKilled(
  program: Program,
  { officer, dues, payments }: { officer: Officer; dues: readonly Owed[]; payments: number },
) {
  const reached = new Map<Attempt, 'nothing' | 'paid' | 'confirmed'>()
  let paid = 0
  let killed = false
  const onPaid = () => {
    paid += 1
    if (paid !== payments) return
    for (const pid of [program.pid, ...childrenOf(program.pid).map(({ pid }) => pid)])
      process.kill(pid, 'SIGKILL')
    killed = true
  }
  const desk = async (_: unknown, place: number) => {
    for (let n = place; !killed; n += 4) {
      const due = dues[n % dues.length]
      if (!due) return
      const attempt = { due, payKey: randomUUID(), wordKey: randomUUID() }
      reached.set(attempt, 'nothing')
      reached.set(attempt, await payAndConfirm(program.url, officer, attempt, onPaid))
    }
  }
  await Promise.all(Array.from({ length: 4 }, desk))
  await program.untilEnded()
  return reached
}

/** By the number of its slip: how each payment stands, and how often it is there. */
const kept = (db: Db, attempts: readonly Attempt[]) =>
  db<{ reference: string; status: string; times: number }[]>`
    select reference, min(status) as status, count(*)::int as times from due_payment
    where reference = any (${attempts.map(({ payKey }) => payKey)}) group by reference`

it('what was paid when everything was killed is there once, and is confirmed once', async () => {
  const folder = aFolder()
  let program = await run(folder, { env })
  await program.untilServing()
  const officer = asOfficer(await tokenOf(folder))
  const open = await officer.get(`${program.url}${apiRoutes.payments}?state=open`)
  const dues = (open.body.dues as Owed[]).filter(({ owed }) => BigInt(owed) > 5_000n)
  expect(dues.length).toBeGreaterThan(1)
  const between: Attempt[] = []
  const all: Attempt[] = []

  for (const payments of [5, 9]) {
    const reached = await payUntilKilled(program, { officer, dues, payments })
    const attempts = [...reached.keys()]
    all.push(...attempts)
    program = await run(folder, { env })
    await program.untilServing()
    await withOwner(folder, async (db) => {
      const found = new Map((await kept(db, attempts)).map((row) => [row.reference, row]))
      for (const [{ payKey }, how] of reached) {
        const row = found.get(payKey)
        expect(row?.times ?? 1).toBe(1)
        if (how !== 'nothing') expect(row).toBeDefined()
        if (how === 'confirmed') expect(row?.status).toBe('confirmed')
      }
      between.push(...attempts.filter(({ payKey }) => found.get(payKey)?.status === 'recorded'))
      expect(await proveLedger(db)).toEqual([])
    })
    // Whoever lost the line sends the same again.
    for (const attempt of attempts)
      expect(await payAndConfirm(program.url, officer, attempt)).toBe('confirmed')
  }

  expect(all.length).toBeGreaterThan(13)
  await withOwner(folder, async (db) => {
    const rows = await kept(db, all)
    expect(rows).toHaveLength(all.length)
    expect(new Set(rows.map(({ status, times }) => `${status} ${times}`))).toEqual(
      new Set(['confirmed 1']),
    )
    expect(await proveLedger(db)).toEqual([])
    const [word] = await db<{ words: number }[]>`
      select count(*)::int as words from word_given w join due_payment p on p.id = w.subject_id
      where p.reference = any (${all.map(({ payKey }) => payKey)})`
    expect(word?.words).toBe(all.length)
  })
  expect(between.length).toBeGreaterThan(1)
})
