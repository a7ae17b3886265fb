import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { birthOf, isAlive } from './processes.ts'
import { StartFailure } from './start-failure.ts'

/** The process that uses a data folder, and the port of its embedded database once that runs. */
export type Holder = {
  readonly pid: number
  readonly birth: string
  readonly databasePort?: number
}
export type FolderLock = {
  /** Lets other commands find the running database. */
  tellDatabasePort(port: number): void
  release(): void
}

/** One program at a time per data folder. A killed holder's lock is taken over. */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const me: Holder = { pid: process.pid, birth: birthOf(process.pid) }
  for (let tries = 0; tries < 3; tries++) {
    const holder = findHolder(folder)
    if (holder) throw alreadyRunning(folder, holder)
    if (await take(folder, me)) return held(folder, me)
  }
  throw new StartFailure(`Another program is just starting on ${folder}.`)
}

/** Who uses the folder now; null when nobody alive does. */
export function findHolder(folder: string): Holder | null {
  const holder = read(folder)
  return holder && isAlive(holder.pid) && birthOf(holder.pid) === holder.birth ? holder : null
}

const fileIn = (folder: string): string => join(folder, 'lock')

const alreadyRunning = (folder: string, { pid }: Holder): StartFailure =>
  new StartFailure(
    `Already running on ${folder} (process ${pid}): stop that one first, or set another DATA_DIR and PORT.`,
  )

/** Of two that find the same dead holder, the later may remove the earlier's lock: look again. */
async function take(folder: string, me: Holder): Promise<boolean> {
  const stale = existsSync(fileIn(folder))
  if (stale) rmSync(fileIn(folder), { force: true })
  if (!appear(folder, me)) return false
  if (stale) await wait(150)
  return read(folder)?.pid === me.pid
}

/** Whole or not at all: written under another name first. False when another was quicker. */
function appear(folder: string, me: Holder): boolean {
  const mine = `${fileIn(folder)}.${me.pid}`
  writeFileSync(mine, JSON.stringify(me), { mode: 0o600, flush: true })
  try {
    linkSync(mine, fileIn(folder))
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return false
  } finally {
    rmSync(mine, { force: true })
  }
}

function held(folder: string, me: Holder): FolderLock {
  return {
    tellDatabasePort(databasePort) {
      const next = `${fileIn(folder)}.next`
      writeFileSync(next, JSON.stringify({ ...me, databasePort }), { mode: 0o600 })
      renameSync(next, fileIn(folder))
    },
    release: () => {
      if (read(folder)?.pid === me.pid) rmSync(fileIn(folder), { force: true })
    },
  }
}

function read(folder: string): Holder | null {
  try {
    return JSON.parse(readFileSync(fileIn(folder), 'utf8')) as Holder
  } catch {
    return null
  }
}
