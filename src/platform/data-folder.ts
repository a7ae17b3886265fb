import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { StartFailure } from './start-failure.ts'

/** Room for a new database and its first journal. */
const roomForNew = 200 * 1024 * 1024
/** Less than this, and a running database would soon have to stop. */
const roomToRun = 32 * 1024 * 1024

/** Makes the data folder, or makes sure that the one there is ours, writable and not full. */
export function openDataFolder(path: string, { forRestore = false } = {}): string {
  const folder = resolve(path)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o711 })
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    checkOurs(folder)
    checkRoom(folder)
    mark(folder)
    accessSync(join(folder, marker), constants.W_OK)
  } catch (error) {
    throw asSentence(error, folder)
  }
  if (existsSync(unfinishedRestore(folder)) && !forRestore) {
    throw new StartFailure(
      `A restore into ${folder} was not finished: run npm run restore again, or set another DATA_DIR.`,
    )
  }
  return folder
}

/** Lies in the folder from the beginning of a restore to its end. */
export const unfinishedRestore = (dataDir: string): string => join(dataDir, 'restore-unfinished')

export const fullDisk = (folder: string): StartFailure =>
  new StartFailure(`The disk that holds ${folder} is full: make room and start again.`)

/** Where evidence and documents lie, sealed. Every web and worker process needs the same one. */
export const filesFolder = (dataDir: string): string => join(resolve(dataDir), 'files')

const marker = 'become.json'

function checkOurs(folder: string): void {
  if (existsSync(join(folder, marker))) return
  const others = readdirSync(folder).filter((name) => name !== 'lost+found')
  if (others.length === 0) return
  throw new StartFailure(
    `${folder} holds other files and was not made by this program: set DATA_DIR to an empty or a new folder.`,
  )
}

function checkRoom(folder: string): void {
  const { bavail, bsize } = statfsSync(folder)
  const needed = existsSync(join(folder, 'postgres')) ? roomToRun : roomForNew
  if (bavail * bsize < needed) throw fullDisk(folder)
}

function mark(folder: string): void {
  const file = join(folder, marker)
  if (existsSync(file) && readFileSync(file, 'utf8').length > 0) return
  rmSync(file, { force: true })
  writeFileSync(file, `${JSON.stringify({ program: 'become', format: 1 })}\n`)
}

function asSentence(error: unknown, folder: string): unknown {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new StartFailure(
        `${folder} cannot be written by this user: set DATA_DIR to a folder that can, or start as its owner.`,
      )
    case 'ENOTDIR':
    case 'EEXIST':
      return new StartFailure(`${folder} is a file, or lies below one: set DATA_DIR to a folder.`)
    case 'ENOSPC':
    case 'EDQUOT':
      return fullDisk(folder)
    default:
      return error
  }
}
