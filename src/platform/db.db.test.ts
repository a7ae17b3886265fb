import { describe, expect, it } from 'vitest'
import { useDatabase } from '../../tests/support/database.ts'
import { type Actor, publicActor, systemActor } from '../kernel/actor.ts'
import { ok } from '../kernel/result.ts'
import { connect, readAs, transact } from './db.ts'

const { db, urls } = useDatabase()
const officer: Actor = { ...systemActor('officer'), kind: 'person', areas: ['01', '02'] }

/** Asked without a moment's wait, in the way that is sent soonest. */
const whoActs = (tx: Parameters<Parameters<typeof readAs>[2]>[0]) =>
  tx<{ kind: string }[]>`select actor_kind() as kind`.then(([row]) => row?.kind)

describe('a transaction', () => {
  it('acts as somebody from its very first question on, also on a fresh connection', async () => {
    for (let turn = 0; turn < 5; turn++) {
      const fresh = connect(urls.app, { max: 1 })
      const asked = [await readAs(fresh, officer, whoActs), await readAs(fresh, officer, whoActs)]
      await fresh.end()
      expect(asked).toEqual(['person', 'person'])
    }
  })

  it('acts as its own person when many go on at once', async () => {
    const actors = Array.from(
      { length: 60 },
      (_, n) => [officer, publicActor, systemActor('x')][n % 3],
    )
    const seen = await Promise.all(
      actors.map((actor) =>
        transact(db, actor ?? officer, async (tx) => {
          const kinds = await Promise.all([whoActs(tx), whoActs(tx), whoActs(tx)])
          return ok(kinds.join())
        }),
      ),
    )

    expect(seen.map((each) => each.ok && each.value)).toEqual(
      actors.map((actor) => Array(3).fill(actor?.kind).join()),
    )
  })

  it('leaves nobody acting on the connection once it is over', async () => {
    const single = connect(urls.app, { max: 1 })
    await readAs(single, officer, whoActs)
    const [after] = await single<{ kind: string }[]>`select actor_kind() as kind`
    await single.end()

    expect(after?.kind).toBe('')
  })

  it('does nothing at all for an actor whom the database cannot take', async () => {
    const broken = { ...officer, agencyId: 'x\0y' }

    await expect(readAs(db, broken, async (tx) => tx`select 1`)).rejects.toThrow()
  })
})
