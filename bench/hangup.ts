import { request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { nameOf } from './support/agency-rows.ts'
import { atMost, type Bench, line } from './support/bench.ts'
import { signIn, timesOf } from './support/people.ts'
import { quantile } from './support/quantile.ts'
import type { World } from './support/world.ts'

const clients = 20

/** Clients that open a list, an export or a search and hang up, again and again. */
export const hangup: Bench = {
  name: 'hangup',
  async run({ world, seconds, full }) {
    const headers = await signIn(world, 'officer')
    const asked = { headers, count: 40 }
    await timesOf(world, '/work/complaints', asked)
    const before = quantile(await timesOf(world, '/work/complaints', asked), 0.5)
    const hung = await hangUpAgainAndAgain(world, headers, full ? 60 : seconds * 3)
    const begin = performance.now()
    await timesOf(world, '/work/complaints', { headers, count: 1 })
    const first = performance.now() - begin
    const after = quantile(await timesOf(world, '/work/complaints', asked), 0.5)
    await wait(1000)
    const [busy] = await world.db<{ n: number }[]>`
      select count(*)::int as n from pg_stat_activity
      where application_name = 'become web' and state <> 'idle'`
    return [
      line('requests hung up', hung, ''),
      line('worklist before', before, 'ms'),
      atMost('first answer afterwards', first, { unit: 'ms', target: before * 3 + 20 }),
      atMost('worklist afterwards, times as long', after / before, { unit: '', target: 1.3 }),
      atMost('database sessions still busy a second later', busy?.n ?? 0, { unit: '', target: 0 }),
    ]
  },
}

async function hangUpAgainAndAgain(
  world: World,
  headers: Readonly<Record<string, string>>,
  seconds: number,
): Promise<number> {
  const end = performance.now() + seconds * 1000
  let count = 0
  const client = async () => {
    while (performance.now() < end) {
      count += 1
      await hangUp(world.url + pathOf(count), headers, 30 + ((count * 37) % 171))
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
  return count
}

const pathOf = (count: number): string => {
  const paths = [
    '/work/complaints?state=late',
    '/work/complaints/export',
    '/work/complaints/export?format=xlsx',
    `/agencies?q=${encodeURIComponent(nameOf(count % 200).en.slice(0, 12))}&n=${count}`,
  ]
  return paths[count % paths.length] ?? '/'
}

async function hangUp(
  address: string,
  headers: Readonly<Record<string, string>>,
  afterMs: number,
): Promise<void> {
  const asking = request(address, { headers, agent: false })
  asking.on('error', () => {})
  asking.on('response', (response) => response.on('error', () => {}))
  asking.end()
  await wait(afterMs)
  asking.destroy()
}
