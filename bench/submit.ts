import { join } from 'node:path'
import { atLeast, type Bench, connections, type Line, line, type Run } from './support/bench.ts'
import type { Cannon, Fired } from './support/cannon.ts'
import { freePort, runScript, startChild } from './support/child.ts'
import { cpuOf, databaseCpu } from './support/cpu.ts'
import { median } from './support/quantile.ts'
import { complaint } from './support/samples.ts'

/** A complaint received, against the rival; and where the time of each goes. */
export const submit: Bench = {
  name: 'submit',
  async run(run) {
    const { world, rounds } = run
    const port = await freePort()
    const script = join(import.meta.dirname, 'rival.ts')
    const rival = await startChild([script, String(port), world.ownerUrl])
    try {
      const own: Spent[] = []
      const others: Spent[] = []
      const rivalUrl = `http://127.0.0.1:${port}`
      for (let round = 0; round < rounds; round++) {
        own.push(
          await spend(run, { url: world.url, path: '/api/v1/complaints', pid: world.web.pid }),
        )
        others.push(await spend(run, { url: rivalUrl, path: '/complaints', pid: rival.pid }))
      }
      return report(own, others)
    } finally {
      await rival.stop()
    }
  },
}

type Spent = {
  readonly perSecond: number
  readonly p95: number
  /** Milliseconds of processor for one complaint. */
  readonly web: number
  readonly database: number
}
type Side = { readonly url: string; readonly path: string; readonly pid: number }

async function spend({ world, seconds }: Run, { url, path, pid }: Side): Promise<Spent> {
  const before = { web: cpuOf(pid), database: databaseCpu(world.databasePid) }
  const cannon: Cannon = { url, connections, seconds, paths: [path], body: complaint }
  const fired = await runScript<Fired>('cannon.ts', cannon)
  if (fired.failed > 0) throw new Error(`${fired.failed} of ${fired.answered} were refused`)
  const each = (now: number, then: number) => (now - then) / fired.answered
  return {
    perSecond: fired.perSecond,
    p95: fired.p95,
    web: each(cpuOf(pid), before.web),
    database: each(databaseCpu(world.databasePid), before.database),
  }
}

function report(own: readonly Spent[], rival: readonly Spent[]): Line[] {
  const of = (list: readonly Spent[], figure: keyof Spent) => median(list.map((one) => one[figure]))
  const rate = of(own, 'perSecond')
  const rivals = of(rival, 'perSecond')
  return [
    line('complaints', rate, '1/s'),
    line('rival', rivals, '1/s'),
    atLeast('share of the rival', rate / rivals, { unit: '', target: 0.5 }),
    line('p95 at 16 connections', of(own, 'p95'), 'ms'),
    line('rival p95', of(rival, 'p95'), 'ms'),
    line('web process, processor per complaint', of(own, 'web'), 'ms'),
    line('rival, processor per complaint', of(rival, 'web'), 'ms'),
    line('database, processor per complaint', of(own, 'database'), 'ms'),
    line('rival database, processor per complaint', of(rival, 'database'), 'ms'),
  ]
}
