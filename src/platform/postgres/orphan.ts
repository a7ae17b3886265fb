import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { commandOf, isAlive } from '../processes.ts'

/**
 * Shuts down a server that a killed program left behind on this cluster, and clears a pid file
 * whose number now belongs to another process. The caller holds the lock of the data folder.
 */
export async function stopOrphan(cluster: string, say: (line: string) => void): Promise<void> {
  const file = join(cluster, 'postmaster.pid')
  if (!existsSync(file)) return
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  if (!isServer(pid)) {
    rmSync(file, { force: true })
    return
  }
  say('A database server was left over from a killed run: shutting it down')
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (await endsAfter(pid, signal)) break
  }
  rmSync(file, { force: true })
}

const isServer = (pid: number): boolean =>
  Number.isInteger(pid) && pid > 1 && isAlive(pid) && commandOf(pid).includes('postgres')

async function endsAfter(pid: number, signal: NodeJS.Signals): Promise<boolean> {
  try {
    process.kill(pid, signal)
  } catch {
    return true
  }
  for (let tries = 0; tries < 200; tries++) {
    if (!isAlive(pid)) return true
    await wait(50)
  }
  return false
}
