import { Agent, request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { quantile } from './quantile.ts'

/** A process of its own: so many requests a second, whether or not the last was answered. */
export type Steady = {
  readonly url: string
  readonly perSecond: number
  readonly seconds: number
  readonly paths: readonly string[]
  readonly headers?: Readonly<Record<string, string>>
}
export type Kept = {
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly answered: number
  readonly failed: number
}

if (import.meta.main) {
  const asked = JSON.parse(process.argv[2] ?? '{}') as Steady
  process.stdout.write(JSON.stringify(await keepAsking(asked)))
}

async function keepAsking({ url, perSecond, seconds, paths, headers }: Steady): Promise<Kept> {
  const agent = new Agent({ keepAlive: true, maxSockets: 16 })
  const times: number[] = []
  let failed = 0
  const begin = performance.now()
  const asked: Promise<void>[] = []
  for (let count = 0; count < perSecond * seconds; count++) {
    const due = begin + (count * 1000) / perSecond
    const early = due - performance.now()
    if (early > 0) await wait(early)
    const target = new URL(paths[count % paths.length] ?? '/', url)
    asked.push(
      ask(target, { agent, headers }).then((status) => {
        // From when it was due: a request that had to wait for its turn waited.
        times.push(performance.now() - due)
        if (status >= 400 || status === 0) failed += 1
      }),
    )
  }
  await Promise.all(asked)
  agent.destroy()
  times.sort((a, b) => a - b)
  const figures = { p50: quantile(times, 0.5), p95: quantile(times, 0.95) }
  return { ...figures, p99: quantile(times, 0.99), answered: times.length, failed }
}

function ask(url: URL, { agent, headers }: { agent: Agent; headers: Steady['headers'] }) {
  return new Promise<number>((resolve) => {
    const sent = { 'accept-encoding': 'gzip, deflate, br', ...headers }
    const asking = request(url, { agent, headers: sent, timeout: 30_000 }, (response) => {
      response.resume()
      response.once('end', () => resolve(response.statusCode ?? 0))
    })
    asking.once('error', () => resolve(0))
    asking.end()
  })
}
