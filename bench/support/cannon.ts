import autocannon from 'autocannon'
import { quantile } from './quantile.ts'

/** A process of its own: as many requests as so many connections can have answered. */
export type Cannon = {
  readonly url: string
  readonly connections: number
  readonly seconds: number
  /** Taken in turn. */
  readonly paths: readonly string[]
  /** Makes every address another one, in this run and the next, so that no cache knows it. */
  readonly unique?: boolean
  readonly headers?: Readonly<Record<string, string>>
  /** Sends this body as another person with another submission each time. */
  readonly body?: unknown
}
export type Fired = {
  readonly perSecond: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly answered: number
  readonly failed: number
}

async function fire(asked: Cannon): Promise<Fired> {
  const times: number[] = []
  let failed = 0
  const { errors, duration } = await new Promise<autocannon.Result>((resolve, reject) => {
    const run = autocannon(
      {
        url: asked.url,
        connections: asked.connections,
        duration: asked.seconds,
        timeout: 30,
        requests: [{ method: asked.body ? 'POST' : 'GET', setupRequest: setupOf(asked) }],
      },
      (error, result) => (error ? reject(error) : resolve(result)),
    )
    run.on('response', (_client, status, _bytes, time) => {
      times.push(time)
      if (status >= 400) failed += 1
    })
  })
  times.sort((a, b) => a - b)
  return {
    perSecond: (times.length - failed) / duration,
    ...{ p50: quantile(times, 0.5), p95: quantile(times, 0.95), p99: quantile(times, 0.99) },
    ...{ answered: times.length, failed: failed + errors },
  }
}

function setupOf({ paths, unique, headers = {}, body }: Cannon) {
  let count = 0
  const text = body ? JSON.stringify(body) : null
  return (request: autocannon.Request): autocannon.Request => {
    count += 1
    const path = paths[count % paths.length] ?? '/'
    const sent = { ...headers, 'accept-encoding': 'gzip, deflate, br' }
    if (text === null)
      return {
        ...request,
        path: unique ? `${path}${path.includes('?') ? '&' : '?'}n=${process.pid}.${count}` : path,
        headers: sent,
      }
    return { ...request, path, body: text, headers: { ...sent, ...personOf(count) } }
  }
}

function personOf(count: number) {
  return {
    'content-type': 'application/json',
    'idempotency-key': `bench-${process.pid}-${count}`,
    'x-forwarded-for': `10.${(count >> 16) & 255}.${(count >> 8) & 255}.${count & 255}`,
  }
}

if (import.meta.main) {
  const asked = JSON.parse(process.argv[2] ?? '{}') as Cannon
  process.stdout.write(JSON.stringify(await fire(asked)))
}
