import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeAll } from 'vitest'
import { build } from '../../src/build.ts'
import { projectRoot } from '../../src/platform/root.ts'

export type Program = {
  readonly pid: number
  readonly url: string
  /** Everything it has printed so far. */
  printed(): string
  /** Resolves when it has printed its address; rejects when it ends before. */
  untilServing(): Promise<void>
  /** Resolves to the exit code when all it printed has arrived. */
  untilEnded(): Promise<number | null>
  kill(signal: NodeJS.Signals): void
}
export type ProgramOptions = {
  readonly env?: Readonly<Record<string, string>>
  /** Words before `node`: another user, another namespace. */
  readonly prefix?: readonly string[]
  readonly root?: string
  readonly mode?: string
  /** Behind the mode. */
  readonly words?: readonly string[]
}

/** The real program in a process of its own; whatever a test leaves running is ended after it. */
export function usePrograms() {
  const programs: ChildProcess[] = []
  const folders: string[] = []
  beforeAll(async () => {
    await build(() => {})
  })
  afterEach(async () => {
    for (const child of programs.splice(0)) await endForGood(child)
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
  })
  return {
    /** A new folder, removed after the test. */
    aFolder(): string {
      const folder = mkdtempSync(join(tmpdir(), 'become-program-'))
      chmodSync(folder, 0o711)
      folders.push(folder)
      return folder
    },
    async run(dataDir: string, options: ProgramOptions = {}): Promise<Program> {
      const port = options.env?.PORT ?? String(await freePort())
      const child = begin(dataDir, port, options)
      programs.push(child)
      return follow(child, `http://127.0.0.1:${port}`)
    },
  }
}

/** Without demonstration data a start is quicker; a test that wants it says `MODE: 'demo'`. */
export const production = {
  MODE: 'production',
  MASTER_KEY: randomBytes(32).toString('base64'),
  PUBLIC_URL: 'https://become.example',
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** Waits until the condition holds; fails after half a minute. */
export async function eventually(what: string, holds: () => boolean | Promise<boolean>) {
  for (let tries = 0; tries < 600; tries++) {
    if (await holds()) return
    await wait(50)
  }
  throw new Error(`still not so after half a minute: ${what}`)
}

function begin(dataDir: string, port: string, options: ProgramOptions): ChildProcess {
  const { env = {}, prefix = [], root = projectRoot, mode = 'start' } = options
  const { words: more = [] } = options
  const script = join(root, 'dist', 'main.js')
  // The pinned Node lies among the packages: a copied checkout has its own.
  const node = process.execPath.replace(projectRoot, root)
  const [command = '', ...words] = [...prefix, node, script, mode, ...more]
  return spawn(command, words, {
    cwd: '/',
    env: { PATH: process.env.PATH ?? '', DATA_DIR: dataDir, PORT: port, ...production, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

function follow(child: ChildProcess, url: string): Program {
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      text += chunk
    })
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  return {
    pid: child.pid ?? 0,
    url,
    printed: () => text,
    untilEnded: () => ended,
    untilServing: async () => {
      let over = false
      void ended.then(() => {
        over = true
      })
      while (!text.includes('BECOME is running')) {
        if (over) throw new Error(`it ended instead of serving: ${text}`)
        await wait(20)
      }
    },
    kill: (signal) => void child.kill(signal),
  }
}

async function endForGood(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  const hard = setTimeout(() => child.kill('SIGKILL'), 8_000)
  await ended
  clearTimeout(hard)
}
