import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' && !isZombie(pid)
  }
  return !isZombie(pid)
}

/** The command line of a process, empty when it is not known. */
export function commandOf(pid: number): string {
  return readProc(pid, 'cmdline')?.replaceAll('\0', ' ') ?? ask(pid, 'command=')
}

/** Tells two processes apart that had the same number one after the other. */
export function birthOf(pid: number): string {
  const stat = readProc(pid, 'stat')
  return stat ? (afterName(stat)[19] ?? '') : ask(pid, 'lstart=')
}

export function parentOf(pid: number): number {
  const stat = readProc(pid, 'stat')
  return Number(stat ? afterName(stat)[1] : ask(pid, 'ppid='))
}

const isZombie = (pid: number): boolean => {
  const stat = readProc(pid, 'stat')
  return stat !== null && afterName(stat)[0] === 'Z'
}

/** The fields of /proc/N/stat behind the name, which may itself hold spaces. */
const afterName = (stat: string): string[] => stat.slice(stat.lastIndexOf(')') + 2).split(' ')

function readProc(pid: number, file: string): string | null {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return null
  }
}

const ask = (pid: number, field: string): string =>
  process.platform === 'linux'
    ? ''
    : spawnSync('ps', ['-o', field, '-p', String(pid)], { encoding: 'utf8' }).stdout.trim()
