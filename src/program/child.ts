import { fork } from 'node:child_process'
import { join } from 'node:path'
import { projectRoot } from '../platform/root.ts'

export type Launched = {
  /** Resolves when the process has told that it works; never if it did not come so far. */
  readonly ready: Promise<void>
  readonly ended: Promise<{
    readonly wasReady: boolean
    /** The sentence with which it gave up. */
    readonly failure: string | null
    readonly how: string
  }>
  end(): Promise<void>
}
type Word = { readonly ready?: true; readonly failure?: string }

/**
 * The young part, where nearly all that a request leaves behind dies, has room for many requests;
 * left to itself the engine lets it grow with the machine. The old part holds some 50 MB and is let
 * grow before it is cleaned: a bound close to what is needed had it cleaned twice a second.
 */
export const smallHeap = ['--max-old-space-size=1024', '--max-semi-space-size=16']
/** For the C library's own memory: pages come and go on many threads. */
export const oneHeap = { MALLOC_ARENA_MAX: '2' }

/** Starts this program in another mode, with a line through which it reports. */
export function launch(mode: string, env: Readonly<Record<string, string>>): Launched {
  const child = fork(join(projectRoot, 'dist', 'main.js'), [mode], {
    env: { ...process.env, ...oneHeap, ...env },
    execArgv: ['--enable-source-maps', ...(mode === 'web' ? smallHeap : [])],
  })
  const ready = Promise.withResolvers<void>()
  const ended = Promise.withResolvers<Awaited<Launched['ended']>>()
  const heard: { wasReady: boolean; failure: string | null } = { wasReady: false, failure: null }
  child.on('message', (word: Word) => {
    heard.failure = word.failure ?? heard.failure
    if (!word.ready) return
    heard.wasReady = true
    ready.resolve()
  })
  child.once('exit', (code, signal) => ended.resolve({ ...heard, how: signal ?? `code ${code}` }))
  return {
    ready: ready.promise,
    ended: ended.promise,
    // Closing the line tells it to finish what it does; after ten seconds it is killed.
    async end() {
      if (child.connected) child.disconnect()
      const hard = setTimeout(() => child.kill('SIGKILL'), 10_000)
      await ended.promise
      clearTimeout(hard)
    },
  }
}
