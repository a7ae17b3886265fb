import { beforeEach, describe, expect, it } from 'vitest'
import { useDatabase } from '../../tests/support/database.ts'
import { systemActor } from '../kernel/actor.ts'
import { readAs } from './db.ts'
import { keepUnchanged, snapshotOf } from './unchanged.ts'

const { db, owner } = useDatabase()
let reads = 0
let kept = keepUnchanged<number>()
beforeEach(async () => {
  reads = 0
  kept = keepUnchanged<number>(2)
  await owner`create table if not exists pebble (id int)`
  await owner`grant select on pebble to public`
})

const count = (key = 'all') =>
  readAs(db, systemActor('reader'), async (tx) =>
    kept({ key, version: await snapshotOf(tx) }, async () => {
      reads += 1
      const rows = await tx`select id from pebble`
      return rows.length
    }),
  )

describe('what is kept while nothing changes', () => {
  it('is read once, and again as soon as anything was committed', async () => {
    const before = await count()
    expect(await count()).toBe(before)
    expect(reads).toBe(1)

    await owner`insert into pebble values (1)`
    expect(await count()).toBe(before + 1)
    expect(reads).toBe(2)
  })

  it('is read again while somebody writes, and after a write that was undone', async () => {
    const before = await count()
    await owner
      .begin(async (tx) => {
        await tx`insert into pebble values (1)`
        expect(await count()).toBe(before)
        throw new Error('undone')
      })
      .catch(() => {})
    expect(await count()).toBe(before)
  })

  it('shows a commit that came between two questions of long readers to the later one', async () => {
    const before = await count()
    await readAs(db, systemActor('reader'), async (tx) => {
      const old = await snapshotOf(tx)
      await owner`insert into pebble values (1)`
      expect(await count()).toBe(before + 1)
      // The older reader keeps its own view and does not pass it on.
      const seen = await kept({ key: 'all', version: old }, async () => {
        const rows = await tx`select id from pebble`
        return rows.length
      })
      expect(seen).toBe(before)
    })
    expect(await count()).toBe(before + 1)
  })

  it('is apart for each question, and never grows without end', async () => {
    for (const key of ['a', 'b', 'c', 'a']) await count(key)
    expect(reads).toBe(4)
  })
})
