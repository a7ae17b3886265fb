import { setTimeout as wait } from 'node:timers/promises'
import { StartFailure } from '../platform/start-failure.ts'
import { type Launched, launch } from './child.ts'
import { say } from './say.ts'

export type Supervisor = {
  /** Resolves when every process has told that it works. */
  ready(): Promise<void>
  /** Rejects when a process could not even begin. */
  readonly failed: Promise<never>
  stop(): Promise<void>
}
type Env = Readonly<Record<string, string>>

/** Runs a web and a worker process; one that crashes is started again, later each time. */
export function supervise(env: Env): Supervisor {
  const kept = ['web', 'worker'].map((mode) => keepRunning(mode, env))
  const restart = () => {
    for (const each of kept) each.restart()
  }
  process.on('SIGUSR2', restart)
  return {
    ready: async () => {
      await Promise.all(kept.map((each) => each.ready))
    },
    failed: Promise.race(kept.map((each) => each.failed)),
    stop: async () => {
      process.off('SIGUSR2', restart)
      await Promise.all(kept.map((each) => each.stop()))
    },
  }
}

type Kept = {
  readonly mode: string
  readonly env: Env
  readonly ready: PromiseWithResolvers<void>
  child: Launched | null
  wanted: 'running' | 'restarted' | 'stopped'
  crashes: number
}

function keepRunning(mode: string, env: Env) {
  const ready = Promise.withResolvers<void>()
  const failed = Promise.withResolvers<never>()
  failed.promise.catch(() => {})
  const kept: Kept = { mode, env, ready, child: null, wanted: 'running', crashes: 0 }
  again(kept).catch((error) => {
    ready.reject(error)
    failed.reject(error)
  })
  return {
    ready: ready.promise,
    failed: failed.promise,
    restart: () => {
      kept.wanted = 'restarted'
      void kept.child?.end()
    },
    stop: async () => {
      kept.wanted = 'stopped'
      await kept.child?.end()
    },
  }
}

async function again(kept: Kept): Promise<void> {
  while (kept.wanted !== 'stopped') {
    const began = Date.now()
    kept.child = launch(kept.mode, kept.env)
    kept.child.ready.then(() => kept.ready.resolve())
    const ending = await kept.child.ended
    if (kept.wanted === 'running') await recover(kept, { ...ending, lived: Date.now() - began })
    else if (kept.wanted === 'restarted') kept.wanted = 'running'
  }
}

type Ending = Awaited<Launched['ended']> & { readonly lived: number }

async function recover(kept: Kept, { wasReady, failure, how, lived }: Ending): Promise<void> {
  if (!wasReady && kept.crashes === 0) {
    throw new StartFailure(failure ?? `The ${kept.mode} process did not start (${how}).`)
  }
  kept.crashes = lived > 60_000 ? 1 : kept.crashes + 1
  say(`The ${kept.mode} process ended (${failure ?? how}); starting it again.`)
  await wait(Math.min(30_000, 250 * 2 ** kept.crashes))
}
