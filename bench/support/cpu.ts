import { readdirSync, readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'

/** The kernel counts a hundred ticks a second. */
const msPerTick = 10

/** Milliseconds of processor that a process has used so far. */
export function cpuOf(pid: number | string): number {
  const fields = statOf(pid)
  return fields ? (Number(fields[11]) + Number(fields[12])) * msPerTick : 0
}

/** Of the database server: the postmaster and every process that it started and that still runs. */
export function databaseCpu(postmaster: number): number {
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  const family = processes.filter((pid) => statOf(pid)?.[1] === String(postmaster))
  return [String(postmaster), ...family].reduce((sum, pid) => sum + cpuOf(pid), 0)
}

/** How many of the machine's processors others keep busy now, while nothing is measured. */
export async function busyWithOthers(): Promise<number> {
  const before = idleTicks()
  await wait(2000)
  return Math.max(0, cpus().length - (idleTicks() - before) / 200)
}

function idleTicks(): number {
  const [, , , , idle = 0, waiting = 0] = readFileSync('/proc/stat', 'utf8').split(/\s+/)
  return Number(idle) + Number(waiting)
}

/** The fields after the name, which may hold spaces. */
function statOf(pid: number | string): string[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return null
  }
}
