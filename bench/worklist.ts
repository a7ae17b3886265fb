import { atMost, type Bench, type Line, line, type Run } from './support/bench.ts'
import { runScript } from './support/child.ts'
import { duel } from './support/duel.ts'
import { pathOfPage, signIn, timesOf } from './support/people.ts'
import { median, quantile } from './support/quantile.ts'
import type { Kept, Steady } from './support/steady.ts'

type Headers = Readonly<Record<string, string>>
type List = { readonly name: string; readonly path: string; readonly headers: Headers }

/** The officer's list against the rival's, far down, and with ten times the rows. */
export const worklist: Bench = {
  name: 'worklist',
  async run(run) {
    // First few cases, then all: the rates are those of the full size.
    const grown = await tenTimesTheRows(run)
    const headers = await signIn(run.world, 'officer')
    const start = '/work/complaints'
    const hundredth = await pathOfPage(run.world, { path: start, page: 100, headers })
    return [
      ...(await duel(run, {
        what: 'worklist',
        own: { paths: [start], headers },
        rival: { paths: ['/work'] },
        share: 0.4,
      })),
      ...(await farDown(run, { name: 'hundredth page', path: hundredth, headers })),
      ...grown,
    ]
  },
}

const perSecond = 20

async function farDown({ world, seconds, rounds }: Run, list: List): Promise<Line[]> {
  const kept: Kept[] = []
  for (let round = 0; round < rounds; round++) {
    const steady: Steady = {
      ...{ url: world.url, perSecond, seconds, paths: [list.path], headers: list.headers },
    }
    kept.push(await runScript<Kept>('steady.ts', steady))
  }
  return [
    line('hundredth page at 20 a second, p50', median(kept.map(({ p50 }) => p50)), 'ms'),
    atMost('hundredth page at 20 a second, p95', median(kept.map(({ p95 }) => p95)), {
      ...{ unit: 'ms', target: 50 },
    }),
  ]
}

/** Each list with what it holds now, and again with ten times the cases; one request at a time. */
async function tenTimesTheRows(run: Run): Promise<Line[]> {
  const { world } = run
  const few = await timeLists(world, await lists(world))
  await world.growTo(world.size.cases * 10)
  const many = await timeLists(world, await lists(world))
  return few.flatMap(({ name, ms }) => {
    const later = many.find((one) => one.name === name)?.ms ?? Number.NaN
    return [
      line(`${name}: few, then ten times as many`, later, `ms (${ms.toFixed(1)})`),
      atMost(`${name}: times as long`, later / ms, { unit: '', target: 1.3 }),
    ]
  })
}

async function lists(world: Run['world']): Promise<List[]> {
  const [officer, provincial] = [await signIn(world, 'officer'), await signIn(world, 'officer-bmc')]
  const of = (name: string, path: string, headers = officer): List => ({ name, path, headers })
  const first = [
    of('open cases', '/work/complaints'),
    of('my cases', '/work/complaints?state=mine'),
    of('late cases', '/work/complaints?state=late'),
    of('nobody’s cases', '/work/complaints?state=unassigned'),
    of('finished cases', '/work/complaints?state=finished'),
    of('one province’s cases', '/work/complaints', provincial),
  ]
  const paths = first.map(({ path, headers }) => pathOfPage(world, { path, page: 3, headers }))
  const third = await Promise.all(paths)
  return first.map((list, place) => ({ ...list, path: third[place] ?? list.path }))
}

async function timeLists(world: Run['world'], all: readonly List[]) {
  const timed: { name: string; ms: number }[] = []
  for (const { name, path, headers } of all) {
    await timesOf(world, path, { headers, count: 10 })
    timed.push({ name, ms: quantile(await timesOf(world, path, { headers, count: 60 }), 0.5) })
  }
  return timed
}
