import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Db } from '../db.ts'
import { judge } from '../operations/checks.ts'
import { type Figures, readFigures } from '../operations/figures.ts'
import { addHouseGauges } from '../operations/gauges.ts'

/** Figures for Prometheus: by route pattern, never by address, which could hold an id. */
export function watch(app: FastifyInstance, db: Db): void {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const seconds = new Histogram({
    name: 'become_http_request_seconds',
    help: 'Time to answer, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  })
  watchDatabase(registry, db)
  const house = keptFor(figuresMs, () => readFigures(db))
  addHouseGauges(registry, house)
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none'
    const labels = { method: request.method, route, status: String(reply.statusCode) }
    seconds.observe(labels, reply.elapsedTime / 1000)
    done()
  })
  app.get('/metrics', async (_request, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  )
  app.get('/health', async (_request, reply) => {
    const healthy = await answers(db)
    const wanting = healthy ? await house().then(wantingIn, () => []) : []
    return reply.code(healthy ? 200 : 503).send({ healthy, database: healthy, degraded: wanting })
  })
}

/** What wants an operator, while everybody is served. */
const wantingIn = (figures: Figures): readonly string[] =>
  judge(figures, new Date())
    .filter(({ state }) => state === 'attention' || state === 'danger')
    .map(({ name, state }) => `${name}: ${state}`)

async function answers(db: Db): Promise<boolean> {
  try {
    await db`select 1`
    return true
  } catch {
    return false
  }
}

/** What an operator has to notice: clocks that ran out, jobs that wait or failed, seals that lag. */
function watchDatabase(registry: Registry, db: Db): void {
  const gauges = {
    overdue: 'Running clocks that have run out',
    jobs_waiting: 'Jobs due and not done',
    jobs_failed: 'Jobs that were given up',
    seal_age_seconds: 'Time since the last seal',
  }
  const figures = keptFor(figuresMs, () => operatingFigures(db))
  for (const [name, help] of Object.entries(gauges))
    new Gauge({
      ...{ name: `become_${name}`, help, registers: [registry] },
      async collect() {
        this.set(Number((await figures())?.[name] ?? 0))
      },
    })
}

const figuresMs = 5_000

async function operatingFigures(db: Db): Promise<Record<string, number> | undefined> {
  const [row] = await db<Record<string, number>[]>`select * from operating_figures()`
  return row
}

/** Asked for once in a while however often it is wanted: whoever asks all day costs nothing. */
function keptFor<T>(ms: number, read: () => Promise<T>): () => Promise<T> {
  let kept: { readonly until: number; readonly value: Promise<T> } | null = null
  return () => {
    if (kept && kept.until > performance.now()) return kept.value
    const value = read()
    kept = { until: performance.now() + ms, value }
    // A failure is not kept.
    value.catch(() => {
      kept = null
    })
    return value
  }
}
