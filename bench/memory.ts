import { setTimeout as wait } from 'node:timers/promises'
import { nameOf } from './support/agency-rows.ts'
import { atMost, type Bench, connections, line } from './support/bench.ts'
import type { Cannon, Fired } from './support/cannon.ts'
import { runScript } from './support/child.ts'
import { signIn } from './support/people.ts'
import { median } from './support/quantile.ts'
import { complaint, someAgencies } from './support/samples.ts'
import { residentMemory } from './support/world.ts'

/** The web process under everything at once: is it small, and does it stay so? */
export const memory: Bench = {
  name: 'memory',
  async run({ world, full }) {
    const seconds = full ? 600 : 60
    const agencies = await someAgencies(world, 50)
    const headers = await signIn(world, 'officer')
    const reading: Cannon = {
      ...{ url: world.url, connections: connections - 4, seconds, unique: true, headers },
      paths: [
        ...agencies.map((id) => `/agencies/${id}`),
        ...agencies.map((_, number) => `/agencies?q=${encodeURIComponent(nameOf(number).km)}`),
        ...['/', '/rules', '/work/complaints', '/work/complaints?state=late', '/en/rules'],
      ],
    }
    const writing: Cannon = {
      ...{ url: world.url, connections: 4, seconds, paths: ['/api/v1/complaints'] },
      body: complaint,
    }
    const [held, read, written] = await Promise.all([
      watch(world.web.pid, seconds),
      runScript<Fired>('cannon.ts', reading),
      runScript<Fired>('cannon.ts', writing),
    ])
    const third = Math.floor(held.length / 3)
    const middle = median(held.slice(third, 2 * third))
    const end = median(held.slice(-third))
    return [
      line('requests answered', read.answered + written.answered, ''),
      line('of them complaints received', written.answered - written.failed, ''),
      atMost('web process at most', Math.max(...held), { unit: 'MB', target: 300 }),
      atMost(`last third of ${seconds} s to the one before`, end / middle, {
        ...{ unit: '', target: 1.1 },
      }),
    ]
  },
}

async function watch(pid: number, seconds: number): Promise<number[]> {
  const held: number[] = []
  for (let second = 0; second < seconds; second++) {
    held.push(residentMemory(pid))
    await wait(1000)
  }
  return held
}
