import { afterEach, describe, expect, it } from 'vitest'
import { useDatabase } from '../../tests/support/database.ts'
import { eventually } from '../../tests/support/program.ts'
import { publicActor } from '../kernel/actor.ts'
import { type Db, readAs, type Tx } from './db.ts'
import { inMemory, listenForChanges, publicChanged } from './public-changed.ts'

const { db, owner } = useDatabase()
const endings: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const end of endings.splice(0)) await end()
})

/** Listens, and counts what it heard. */
async function listen(): Promise<{ heard: number }> {
  const news = { heard: 0 }
  const { stop } = await listenForChanges(db, {
    clear() {
      news.heard += 1
    },
  })
  endings.push(stop)
  return news
}

/** A fact outside the database, and how often it was read. */
function aFact() {
  const fact = { now: 'old', reads: 0, before: async (): Promise<unknown> => null }
  const read = inMemory(async (asked: Db | Tx) => {
    fact.reads += 1
    const seen = fact.now
    await asked`select 1`
    await fact.before()
    return seen
  })
  return { fact, read, find: () => readAs(db, publicActor, (tx) => read(tx)) }
}

const change = () => owner.begin((tx) => publicChanged(tx))

describe('public facts in memory', () => {
  it('are read each time where nobody listens', async () => {
    const { fact, find } = aFact()
    expect(await find()).toBe('old')
    fact.now = 'new'

    expect(await find()).toBe('new')
    expect(fact.reads).toBe(2)
  })

  it('are read once a transaction where nobody listens, and again after it changed them', async () => {
    const { fact, read } = aFact()

    const seen = await owner.begin(async (tx) => {
      const before = [await read(tx), await read(tx)]
      fact.now = 'new'
      const kept = await read(tx)
      await publicChanged(tx)
      return [...before, kept, await read(tx)]
    })

    expect(seen).toEqual(['old', 'old', 'old', 'new'])
    expect(fact.reads).toBe(2)
  })

  it('are read once, also by many at a time', async () => {
    await listen()
    const { fact, find } = aFact()

    expect(await Promise.all([find(), find(), find()])).toEqual(['old', 'old', 'old'])
    expect(await find()).toBe('old')
    expect(fact.reads).toBe(1)
  })

  it('are read again after any process changed them', async () => {
    const news = await listen()
    const { fact, find } = aFact()
    await find()
    const heard = news.heard
    fact.now = 'new'
    await change()
    await eventually('the change is heard', () => news.heard > heard)

    expect(await find()).toBe('new')
  })

  it('are not kept when they changed while they were read', async () => {
    const news = await listen()
    const { fact, find } = aFact()
    const heard = news.heard
    fact.before = async () => {
      await change()
      await eventually('the change is heard', () => news.heard > heard)
    }
    expect(await find()).toBe('old')
    fact.now = 'new'
    fact.before = async () => null

    expect(await find()).toBe('new')
  })

  it('are not taken from a transaction that began before the change', async () => {
    const news = await listen()
    await owner`create table probe (n int)`
    await owner`grant select on probe to become_app`
    const count = inMemory(async (asked) => (await asked`select n from probe`).length)
    const heard = news.heard

    const seen = await readAs(db, publicActor, async (tx) => {
      await tx`select 1`
      await owner.begin(async (write) => {
        await write`insert into probe values (1)`
        await publicChanged(write)
      })
      await eventually('the change is heard', () => news.heard > heard)
      return count(tx)
    })
    expect(seen).toBe(1)
    expect(await readAs(db, publicActor, (tx) => count(tx))).toBe(1)
  })

  it('are asked again when the reading failed', async () => {
    await listen()
    const { fact, find } = aFact()
    fact.before = async () => {
      throw new Error('no answer')
    }
    await expect(find()).rejects.toThrow('no answer')
    fact.before = async () => null

    expect(await find()).toBe('old')
  })

  it('are read each time again once nobody listens any more', async () => {
    await listen()
    const { fact, find } = aFact()
    await find()
    for (const end of endings.splice(0)) await end()
    fact.now = 'new'

    expect(await find()).toBe('new')
  })
})
