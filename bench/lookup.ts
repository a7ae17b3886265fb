import { gzipSync } from 'node:zlib'
import { nameOf } from './support/agency-rows.ts'
import { atLeast, atMost, type Bench, type Line, line, type Run } from './support/bench.ts'
import { type Shot, type Spent, spend } from './support/duel.ts'
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
    return [
      ...(await measure(run, 'agency page from memory', { paths: pages, target: 5000 })),
      ...(await measure(run, 'look-up from memory', { paths: searches, target: 5000 })),
      ...(await measure(run, 'agency page of 50 rows, drawn', {
        ...{ paths: [longest], unique: true, target: 900 },
      })),
      ...(await measure(run, 'look-up, drawn', { paths: searches, unique: true })),
      ...(await weigh(run)),
    ]
  },
}

async function measure(run: Run, what: string, shot: Shot & { target?: number }): Promise<Line[]> {
  const { target, ...fired } = shot
  const spent: Spent[] = []
  for (let round = 0; round < run.rounds; round++) spent.push(await spend(run, fired))
  const of = (figure: keyof Spent) => median(spent.map((one) => one[figure]))
  const rate = of('perSecond')
  return [
    target ? atLeast(what, rate, { unit: '1/s', target }) : line(what, rate, '1/s'),
    line('  web process, processor time', of('web'), 'ms'),
    line('  database, processor time', of('database'), 'ms'),
  ]
}

/** Everything that a browser loads for the home page, but the fonts. */
async function weigh({ world }: Run): Promise<Line[]> {
  const page = await bytesOf(`${world.url}/`)
  const text = await textAt(world, '/')
  const linked = [...text.matchAll(/(?:href|src)="(\/assets\/[^"#]+)/g)].map((match) => match[1])
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
