import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  existsSync,
  lchownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { fullDisk } from '../data-folder.ts'
import { makeSecrets } from '../secrets.ts'
import { StartFailure } from '../start-failure.ts'
import type { Runner } from './account.ts'
import { type Binaries, majorVersion } from './binaries.ts'

const ownerRole = 'become_owner'

/** The owner's address on the embedded server of this data folder. */
export const ownerUrl = (dataDir: string, port: number): string =>
  `postgres://${ownerRole}:${ownerPassword(dataDir)}@127.0.0.1:${port}/postgres`

export type ClusterNeeds = {
  readonly dataDir: string
  readonly binaries: Binaries
  readonly runner: Runner
  readonly durable: boolean
}

/** Finds the cluster's folder, or makes one; what a killed attempt left is cleared. */
export async function prepareCluster(needs: ClusterNeeds): Promise<string> {
  const folder = join(needs.dataDir, 'postgres')
  const password = ownerPassword(needs.dataDir)
  if (!existsSync(folder)) await createCluster(needs, folder, password)
  checkVersion(folder, majorVersion(needs.binaries))
  belongTo(folder, needs.runner)
  return folder
}

/** Made beside its final place and moved there when complete, so that it is whole or absent. */
async function createCluster(needs: ClusterNeeds, folder: string, password: string): Promise<void> {
  const unfinished = `${folder}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { mode: 0o700 })
  const passwordFile = join(unfinished, 'password')
  const cluster = join(unfinished, 'cluster')
  writeFileSync(passwordFile, password, { mode: 0o600 })
  belongTo(unfinished, needs.runner)
  await initialise(needs, cluster, passwordFile)
  renameSync(cluster, folder)
  rmSync(unfinished, { recursive: true, force: true })
}

/**
 * The default collation is the built-in C.UTF-8: by code point, the same on every machine, so that
 * no index breaks when the server moves to another ICU. Lists that people read say
 * `collate "km-x-icu"` or `collate "en-x-icu"` themselves.
 */
async function initialise(needs: ClusterNeeds, cluster: string, passwordFile: string) {
  const words = [
    ...['--pgdata', cluster, '--username', ownerRole, '--pwfile', passwordFile],
    ...['--auth', 'scram-sha-256', '--encoding', 'UTF8', '--locale', 'C'],
    ...['--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8', '--data-checksums'],
    ...(needs.durable ? [] : ['--no-sync']),
  ]
  const { code, output } = await run(needs, words)
  if (code === 0) return
  if (output.includes('No space left')) {
    throw fullDisk(needs.dataDir)
  }
  throw new Error(`initdb failed (${code}): ${output.trim().split('\n').slice(-5).join(' ')}`)
}

function run({ binaries, runner, dataDir }: ClusterNeeds, words: readonly string[]) {
  const [command = '', ...rest] = [...runner.prefix, binaries.initdb, ...words]
  const child = spawn(command, rest, {
    ...(runner.account ?? {}),
    cwd: dataDir,
    env: { PATH: process.env.PATH ?? '', LC_ALL: 'C' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk
    })
  }
  return new Promise<{ code: number | null; output: string }>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output }))
  })
}

function ownerPassword(dataDir: string): string {
  const secrets = join(dataDir, 'secrets')
  const file = join(secrets, 'postgres-owner')
  if (existsSync(file)) return readFileSync(file, 'utf8').trim()
  makeSecrets(secrets)
  const password = randomBytes(24).toString('base64url')
  writeFileSync(file, `${password}\n`, { mode: 0o600 })
  return password
}

function checkVersion(folder: string, wanted: string): void {
  const file = join(folder, 'PG_VERSION')
  const found = existsSync(file) ? readFileSync(file, 'utf8').trim() : 'unknown'
  if (found === wanted) return
  throw new StartFailure(
    `${folder} holds a database of PostgreSQL ${found}, and this program brings ${wanted}: use another DATA_DIR, or move the data with the program that made it.`,
  )
}

/** As root, hands the folder to whoever the server runs as (it may have been another before). */
function belongTo(folder: string, { account }: Runner): void {
  if (process.getuid?.() !== 0) return
  const { uid, gid } = account ?? { uid: 0, gid: 0 }
  if (statSync(folder).uid === uid && existsSync(join(folder, 'PG_VERSION'))) return
  chownSync(folder, uid, gid)
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    lchownSync(join(folder, entry), uid, gid)
  }
}
