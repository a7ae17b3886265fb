import { afterEach, beforeEach, expect, it } from 'vitest'
import { useDatabase } from '../../tests/support/database.ts'
import { publicActor } from '../kernel/actor.ts'
import { connect, type Db, readAs, type Tx } from './db.ts'

const { urls } = useDatabase()
let db: Db
beforeEach(() => {
  db = connect(urls.app, { max: 4 })
})
afterEach(() => db.end({ timeout: 0 }))

/** How it ended, or that it did not. */
const within = (ms: number, work: Promise<unknown>): Promise<string> =>
  Promise.race([
    work.then(
      () => 'answered',
      () => 'refused',
    ),
    new Promise<string>((resolve) => {
      setTimeout(() => resolve('never ended'), ms)
    }),
  ])

const missing = {} as { when: Date; id: string }
const failing: [string, (tx: Tx) => Promise<unknown>][] = [
  ['a moment that is none', async (tx) => tx`select ${'2024-99-99'}::timestamptz as a`],
  ['a date that is none', async (tx) => tx`select ${new Date(Number.NaN)}::timestamptz as b`],
  ['a value that is missing', async (tx) => tx`select ${missing.id}::text as c`],
  ['a moment that is missing', async (tx) => tx`select ${missing.when}::timestamptz as d`],
  ['a row with a gap', async (tx) => tx`insert into audit ${tx([{ act: missing.id }])}`],
  ['JSON that cannot be written', async (tx) => tx`select ${tx.json({ a: 1n } as never)} as e`],
  ['bytes that are none', async (tx) => tx`select ${{} as never}::bytea as f`],
  ['an id that is none', async (tx) => tx`select ${'x'}::uuid as g`],
  ['a number that is none', async (tx) => tx`select ${'x'}::int as h`],
  ['words with a zero in them', async (tx) => tx`select ${'\0'}::text as i`],
  ['ids that are none', async (tx) => tx`select ${['x']}::uuid[] as j`],
  ['a division by nothing', async (tx) => tx`select 1 / ${0}::int as k`],
]

it.each(failing)(
  '%s is refused again and again, and the next question answered',
  async (_, ask) => {
    const others = (tx: Tx) => [
      tx`select ${'x'}::text as l`,
      tx`select ${2}::int as m`,
      tx`select 3`,
    ]
    const together = (tx: Tx) => Promise.all([...others(tx), ask(tx), ...others(tx)])
    const asked: string[] = []
    // More often than there are connections: one that waits for ever would be missing.
    for (let times = 0; times < 6; times += 1) {
      asked.push(await within(2_000, readAs(db, publicActor, ask)))
      asked.push(await within(2_000, readAs(db, publicActor, together)))
    }

    expect(new Set(asked)).toEqual(new Set(['refused']))
    expect(
      await within(
        2_000,
        readAs(db, publicActor, (tx) => tx`select 1`),
      ),
    ).toBe('answered')
  },
)
