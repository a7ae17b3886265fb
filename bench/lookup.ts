import { gzipSync } from 'node:zlib'
import { nameOf } from './support/agency-rows.ts'
import {
  atLeast,
  atMost,
  type Bench,
  connections,
  type Line,
  line,
  type Run,
} from './support/bench.ts'
import type { Cannon, Fired } from './support/cannon.ts'
import { runScript } from './support/child.ts'
import { textAt } from './support/people.ts'
import { median } from './support/quantile.ts'
import { firstAgency, someAgencies } from './support/samples.ts'

/** Is this agency allowed? From memory, and as it is drawn anew; and what the first page weighs. */
export const lookup: Bench = {
  name: 'lookup',
  async run(run) {
    const agencies = await someAgencies(run.world, 20)
    const pages = agencies.map((id) => `/agencies/${id}`)
    const searches = agencies.map(
      (_, number) => `/agencies?q=${encodeURIComponent(nameOf(number).en)}`,
    )
    const longest = `/agencies/${await firstAgency(run.world)}`
    for (const path of [...pages, ...searches]) await textAt(run.world, path)
    const rate = (paths: readonly string[], unique = false) => rateOf(run, { paths, unique })
    return [
      atLeast('agency page from memory', await rate(pages), { unit: '1/s', target: 5000 }),
      atLeast('look-up from memory', await rate(searches), { unit: '1/s', target: 5000 }),
      atLeast('agency page of 50 rows, drawn', await rate([longest], true), {
        ...{ unit: '1/s', target: 900 },
      }),
      line('look-up, drawn', await rate(searches, true), '1/s'),
      ...(await weigh(run)),
    ]
  },
}

async function rateOf(
  { world, seconds, rounds }: Run,
  { paths, unique }: { paths: readonly string[]; unique: boolean },
): Promise<number> {
  const rates: number[] = []
  for (let round = 0; round < rounds; round++) {
    const cannon: Cannon = { url: world.url, connections, seconds, paths, unique }
    const fired = await runScript<Fired>('cannon.ts', cannon)
    if (fired.failed > 0) throw new Error(`${fired.failed} requests failed`)
    rates.push(fired.perSecond)
  }
  return median(rates)
}

/** Everything that a browser loads for the home page, but the fonts. */
async function weigh({ world }: Run): Promise<Line[]> {
  const page = await bytesOf(`${world.url}/`)
  const text = await textAt(world, '/')
  const linked = [...text.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map((match) => match[1])
  const loaded = [...new Set(linked)].filter((path) => path && !path.endsWith('.woff2'))
  let rest = 0
  for (const path of loaded) rest += await bytesOf(world.url + path)
  const scripts = loaded.filter((path) => path?.endsWith('.js')).length
  return [
    atMost('first page over the wire, without fonts', (page + rest) / 1000, {
      ...{ unit: 'kB', target: 40 },
    }),
    atMost('scripts that it needs', scripts, { unit: '', target: 0 }),
  ]
}

/** As it travels: compressed where the server does so, with its headers. */
async function bytesOf(address: string): Promise<number> {
  const response = await fetch(address, { headers: { 'accept-encoding': 'gzip' } })
  const body = Buffer.from(await response.arrayBuffer())
  let headers = 20
  response.headers.forEach((value, name) => {
    headers += name.length + value.length + 4
  })
  // The client unpacks by itself: packed again, it weighs what it weighed.
  const packed = response.headers.get('content-encoding') ? gzipSync(body).length : body.length
  return packed + headers
}
