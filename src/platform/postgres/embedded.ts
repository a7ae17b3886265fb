import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fullDisk } from '../data-folder.ts'
import { StartFailure } from '../start-failure.ts'
import { chooseRunner, type Runner } from './account.ts'
import { type Binaries, findBinaries } from './binaries.ts'
import { ownerUrl, prepareCluster } from './cluster.ts'
import { stopOrphan } from './orphan.ts'
import { serverSettings } from './settings.ts'

export type EmbeddedNeeds = {
  readonly dataDir: string
  readonly say: (line: string) => void
  /** False only for tests: faster, and nothing survives a power cut. */
  readonly durable?: boolean
}
export type EmbeddedServer = {
  /** Of the owner, on the maintenance database `postgres`. */
  readonly url: string
  readonly pid: number
  /** Resolves when the server has ended, whoever ended it. */
  readonly ended: Promise<void>
  stop(): Promise<void>
}

/** Starts PostgreSQL on the data folder, which the caller has locked. */
export async function startEmbedded(needs: EmbeddedNeeds): Promise<EmbeddedServer> {
  const { dataDir, say, durable = true } = needs
  mkdirSync(dataDir, { recursive: true, mode: 0o711 })
  const binaries = findBinaries()
  const runner = chooseRunner([dataDir, binaries.root])
  await stopOrphan(join(dataDir, 'postgres'), say)
  const cluster = await prepareCluster({ dataDir, binaries, runner, durable })
  for (let tries = 0; tries < 50; tries++) {
    const port = await freePort()
    const child = launch({ dataDir, durable, binaries, runner, cluster, port })
    const server = handle(child, ownerUrl(dataDir, port))
    if (await isReady(server, cluster)) return server
    if (!passesByItself(lastWords(dataDir))) break
    await wait(200)
  }
  throw failure(dataDir)
}

type Launch = {
  readonly dataDir: string
  readonly durable: boolean
  readonly binaries: Binaries
  readonly runner: Runner
  readonly cluster: string
  readonly port: number
}

/** In a session of its own: Ctrl-C must reach it last, after those who still use it. */
function launch({ dataDir, durable, binaries, runner, cluster, port }: Launch): ChildProcess {
  const words = ['-D', cluster, ...serverSettings({ port, durable })]
  const [command = '', ...rest] = [...runner.prefix, binaries.postgres, ...words]
  const log = openLog(dataDir)
  const child = spawn(command, rest, {
    ...(runner.account ?? {}),
    cwd: dataDir,
    env: { PATH: process.env.PATH ?? '', LC_ALL: 'C' },
    stdio: ['ignore', log, log],
    detached: true,
  })
  closeSync(log)
  return child
}

function handle(child: ChildProcess, url: string): EmbeddedServer {
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  const stop = async () => {
    child.kill('SIGINT')
    const hard = setTimeout(() => child.kill('SIGQUIT'), 20_000)
    await ended
    clearTimeout(hard)
  }
  return { url, pid: child.pid ?? 0, ended, stop }
}

/** The server writes its state into the eighth line of its pid file. False when it ended. */
async function isReady(server: EmbeddedServer, cluster: string): Promise<boolean> {
  let running = true
  server.ended.then(() => {
    running = false
  })
  while (running) {
    const lines = readLines(join(cluster, 'postmaster.pid'))
    if (lines[0] === String(server.pid) && lines[7]?.trim() === 'ready') return true
    await wait(20)
  }
  return false
}

/** Sessions of a killed server take a moment to notice; a free port may be taken meanwhile. */
const passesByItself = (said: string): boolean =>
  said.includes('shared memory block') || said.includes('Address already in use')

const lastWords = (dataDir: string): string => readLines(logFile(dataDir)).slice(-6).join('\n')

const failure = (dataDir: string): StartFailure =>
  lastWords(dataDir).includes('No space left')
    ? fullDisk(dataDir)
    : new StartFailure(`The database server did not start; ${logFile(dataDir)} says why.`)

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n')
  } catch {
    return []
  }
}

const logFile = (dataDir: string): string => join(dataDir, 'postgres.log')

function openLog(dataDir: string): number {
  const file = logFile(dataDir)
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size > 10_000_000) renameSync(file, `${file}.1`)
  return openSync(file, 'a', 0o600)
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
