import { join } from 'node:path'
import { atLeast, connections, type Line, line, type Run } from './bench.ts'
import type { Cannon, Fired } from './cannon.ts'
import { freePort, runScript, startChild } from './child.ts'
import { cpuOf, databaseCpu } from './cpu.ts'
import { median } from './quantile.ts'

/** What is asked of each side: the same rows, at their own address. */
export type Shot = Pick<Cannon, 'paths' | 'headers' | 'body' | 'unique'>
export type Duel = {
  readonly what: string
  readonly own: Shot
  readonly rival: Shot
  /** The share of the rival's rate that is wanted. */
  readonly share: number
}

/** The platform and the rival in turn, so that both meet the machine as it is. */
export async function duel(run: Run, { what, own, rival, share }: Duel): Promise<Line[]> {
  const { world, rounds } = run
  const port = await freePort()
  const script = join(import.meta.dirname, '..', 'rival.ts')
  const other = await startChild([script, String(port), world.ownerUrl])
  const [ours, theirs]: [Spent[], Spent[]] = [[], []]
  try {
    for (let round = 0; round < rounds; round++) {
      ours.push(await spend(run, own))
      const side = { url: `http://127.0.0.1:${port}`, pid: other.pid }
      theirs.push(await spend(run, rival, side))
    }
  } finally {
    await other.stop()
  }
  return report({ what, share, ours, theirs })
}

export type Spent = {
  readonly perSecond: number
  readonly p95: number
  /** Milliseconds of processor for one answer. */
  readonly web: number
  readonly database: number
}

/** Fires at one side and says what each answer took of the machine. */
export async function spend(
  { world, seconds }: Run,
  shot: Shot,
  { url, pid } = { url: world.url, pid: world.web.pid },
): Promise<Spent> {
  const before = { web: cpuOf(pid), database: databaseCpu(world.databasePid) }
  const fired = await runScript<Fired>('cannon.ts', { url, connections, seconds, ...shot })
  if (fired.failed > 0) throw new Error(`${fired.failed} of ${fired.answered} failed`)
  const each = (now: number, then: number) => (now - then) / fired.answered
  return {
    perSecond: fired.perSecond,
    p95: fired.p95,
    web: each(cpuOf(pid), before.web),
    database: each(databaseCpu(world.databasePid), before.database),
  }
}

type Fought = Pick<Duel, 'what' | 'share'> & {
  readonly ours: readonly Spent[]
  readonly theirs: readonly Spent[]
}

function report({ what, share, ours, theirs }: Fought): Line[] {
  const of = (list: readonly Spent[], figure: keyof Spent) => median(list.map((one) => one[figure]))
  const shares = ours.map(({ perSecond }, round) => perSecond / (theirs[round]?.perSecond ?? 1))
  return [
    line(what, of(ours, 'perSecond'), '1/s'),
    line(`${what}, rival`, of(theirs, 'perSecond'), '1/s'),
    atLeast('share of the rival', median(shares), { unit: '', target: share }),
    ...(
      [
        ['p95', 'ms', 'p95 at 16 connections'],
        ['web', 'ms', 'web process, processor time'],
        ['database', 'ms', 'database, processor time'],
      ] as const
    ).flatMap(([figure, unit, name]) => [
      line(name, of(ours, figure), unit),
      line(`${name}, rival`, of(theirs, figure), unit),
    ]),
  ]
}
