import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { useDatabase } from '../../tests/support/database.ts'
import { eventually } from '../../tests/support/program.ts'
import { type Actor, publicActor, systemActor } from '../kernel/actor.ts'
import { ok } from '../kernel/result.ts'
import { connect, type Db, readAs, setActor, type Tx, transact } from './db.ts'
import { fewest } from './lines.ts'

const { db, owner, urls } = useDatabase()
const officer: Actor = { ...systemActor('officer'), kind: 'person', areas: ['01', '02'] }

/** Asked without a moment's wait, in the way that is sent soonest. */
const whoActs = (tx: Tx) =>
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

  it('has the public read as somebody of no agency, no area and no other role', async () => {
    const [settings] = await readAs(
      db,
      publicActor,
      (tx) => tx`
        select actor_kind() as kind, actor_id() as id, actor_agency() as agency,
          actor_areas() as areas, actor_roles() as roles,
          current_setting('transaction_read_only') as reads`,
    )

    expect(settings).toEqual({
      ...{ kind: 'public', id: 'public', agency: null },
      ...{ areas: ['none'], roles: ['public'], reads: 'on' },
    })
  })

  it('lets the public write nothing by reading', async () => {
    const wrote = readAs(db, publicActor, (tx) => tx`select nextval('complaint_number')`)

    await expect(wrote).rejects.toThrow(/read-only/)
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

describe('a line, after a transaction on it', () => {
  const failing = async (tx: Tx) => {
    await tx`select 1 / 0`
    return ''
  }

  it('is free and outside any transaction when the work failed', async () => {
    const single = connect(urls.app, { max: 1 })
    const who = (tx: Tx) =>
      tx<{ pid: number; kind: string }[]>`select pg_backend_pid() as pid, actor_kind() as kind`
    const [before] = await readAs(single, officer, who)

    await expect(readAs(single, officer, failing)).rejects.toThrow(/division by zero/)
    await expect(transact(single, officer, async (tx) => ok(await failing(tx)))).rejects.toThrow(
      /division by zero/,
    )
    await expect(
      readAs(single, officer, async () => {
        throw new Error('of our own')
      }),
    ).rejects.toThrow('of our own')

    const state = await stateOf(before?.pid ?? 0)
    const [after] = await readAs(single, systemActor('next'), who)
    await single.end()
    expect(state).toBe('idle')
    expect(after).toEqual({ pid: before?.pid, kind: 'system' })
  })

  it('is free and outside any transaction when the work only read', async () => {
    const single = connect(urls.app, { max: 1 })
    const pid = await readAs(single, officer, pidOf)

    await eventually('it is idle', async () => (await stateOf(pid)) === 'idle')
    await single.end()
  })

  it('asks nothing as whoever comes next', async () => {
    const single = connect(urls.app, { max: 1 })
    const failed = Promise.withResolvers<void>()
    const late: Promise<unknown>[] = []
    const work = async (tx: Tx) => {
      late.push(failed.promise.then(() => tx`select pg_sleep(0)`))
      return failing(tx)
    }

    await expect(readAs(single, officer, work)).rejects.toThrow(/division by zero/)
    const next = readAs(single, systemActor('next'), (tx) => tx`select pg_sleep(0.1)`)
    failed.resolve()
    await expect(late[0]).rejects.toThrow(/revoked/)
    await next
    await single.end()
  })

  it('lets nobody who only reads become somebody: it would be forgotten at once', async () => {
    const asked = readAs(db, publicActor, (tx) => setActor(tx, officer))

    await expect(asked).rejects.toThrow('a session of nobody acts for nobody else')
  })

  it('shows nobody what was set for another, in whatever order they come', async () => {
    const single = connect(urls.app, { max: 1 })
    const actors = [officer, publicActor, systemActor('x')]
    const asked = await Promise.all(
      Array.from({ length: 30 }, (_, n) =>
        readAs(single, actors[n % 3] ?? officer, async (tx) => {
          const first = await whoActs(tx)
          if (n % 5 === 0) await tx`select 1 / 0`.catch(() => {})
          return first
        }),
      ),
    )
    await single.end()

    expect(asked).toEqual(Array.from({ length: 30 }, (_, n) => actors[n % 3]?.kind))
  })
})

describe('a line that breaks', () => {
  it('ends what is under way on it, and the next who asks has a new one', async () => {
    const single = connect(urls.app, { max: 1 })
    let cut = 0
    const broken = readAs(single, officer, async (tx) => {
      cut = await pidOf(tx)
      await owner`select pg_terminate_backend(${cut})`
      await wait(100)
      return whoActs(tx)
    })
    const waiting = readAs(single, systemActor('next'), whoActs)

    await expect(broken).rejects.toThrow()
    expect(await waiting).toBe('system')
    const pid = await readAs(single, officer, pidOf)
    await single.end()
    expect(pid).not.toBe(cut)
  })

  it('of the public ends likewise, and the next who asks has a new one', async () => {
    const single = connect(urls.app, { max: 1 })
    const cut = await readAs(single, publicActor, pidOf)
    const broken = readAs(single, publicActor, (tx) => tx`select pg_sleep(10)`)
    await owner`select pg_terminate_backend(${cut})`

    await expect(broken).rejects.toThrow()
    expect(await readAs(single, publicActor, pidOf)).not.toBe(cut)
    await single.end()
  })

  it('does not hide that it broke from work that asks nothing more', async () => {
    const single = connect(urls.app, { max: 1 })
    const broken = transact(single, officer, async (tx) => {
      await owner`select pg_terminate_backend(${await pidOf(tx)})`
      await wait(100)
      return ok('written')
    })

    await expect(broken).rejects.toThrow(/lost/)
    await single.end()
  })

  it('refuses everybody at once where there is no server', async () => {
    const nowhere = connect(urls.app.replace(/:\d+\//, ':1/'), { max: 2 })
    const asked = Array.from({ length: 6 }, () => readAs(nowhere, officer, whoActs))

    const ended = await Promise.all(
      asked.map((each) =>
        each.then(
          () => 'answered',
          () => 'refused',
        ),
      ),
    )
    expect(new Set(ended)).toEqual(new Set(['refused']))
    await nowhere.end({ timeout: 1 })
  })
})

describe('many transactions at once', () => {
  const asLongAs = (release: Promise<void>, many: Db, count: number) =>
    Array.from({ length: count }, () =>
      readAs(many, officer, async (tx) => {
        await tx`select 1`
        await release
      }),
    )
  const used = async (name: string) => {
    const [row] = await owner<{ n: number }[]>`
      select count(*)::int as n from pg_stat_activity
      where application_name = ${name} and state = 'idle in transaction'`
    return row?.n
  }

  it('take turns on a few lines while they are short', async () => {
    const many = connect(urls.app, { max: 10, name: 'short ones', patience: 60_000 })
    const pids = await Promise.all(Array.from({ length: 40 }, () => readAs(many, officer, pidOf)))
    await many.end()

    expect(new Set(pids).size).toBeLessThanOrEqual(fewest)
  })

  it('hold nobody up when they are long, until every line is used', async () => {
    const many = connect(urls.app, { max: 6, name: 'long ones' })
    const { promise, resolve } = Promise.withResolvers<void>()
    const long = asLongAs(promise, many, 5)
    expect(await readAs(many, systemActor('sixth'), whoActs)).toBe('system')

    long.push(...asLongAs(promise, many, 3))
    await eventually('all are used', async () => (await used('long ones')) === 6)
    const last = readAs(many, systemActor('last'), whoActs)
    await wait(100)
    resolve()
    await Promise.all(long)
    expect(await last).toBe('system')
    await many.end()
  })
})

describe('a write', () => {
  it('is not said to be written when one of its statements failed unheard', async () => {
    const written = transact(db, officer, async (tx) => {
      await tx`select 1 / 0`.catch(() => {})
      return ok('written')
    })

    await expect(written).rejects.toThrow()
  })
})

describe('the end of a program', () => {
  it('waits for the transactions under way, and begins no other', async () => {
    const ending = connect(urls.app, { max: 1 })
    const underWay = readAs(ending, officer, async (tx) => {
      await tx`select pg_sleep(0.1)`
      return whoActs(tx)
    })
    const comesLate = readAs(ending, officer, whoActs)
    await Promise.all([
      expect(underWay).resolves.toBe('person'),
      expect(comesLate).rejects.toThrow(/closed/),
      ending.end({ timeout: 5 }),
    ])
  })
})

const pidOf = async (tx: Tx): Promise<number> => {
  const [row] = await tx<{ pid: number }[]>`select pg_backend_pid() as pid`
  return row?.pid ?? 0
}

async function stateOf(pid: number): Promise<string | undefined> {
  const [row] = await owner<{ state: string }[]>`
    select state from pg_stat_activity where pid = ${pid}`
  return row?.state
}
