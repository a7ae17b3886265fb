import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { DataKey, Vault } from '../vault/vault.ts'

/** SHA-256 of the sealed bytes, in hexadecimal: the name of a file, and the proof that it is whole. */
export type FileHash = string & { readonly __id: 'file' }

/** Files at rest: each sealed under a key, named by its hash, never changed. */
export type Files = {
  /** Returns once the file is safely on the disk, so that a row which names it may be committed. */
  put(key: DataKey, bytes: Uint8Array): Promise<FileHash>
  /**
   * The same, marked until `claim`: a row that was to name it may never be committed, and then
   * only the mark tells that nobody wants it.
   */
  putUnclaimed(key: DataKey, bytes: Uint8Array): Promise<FileHash>
  claim(hash: FileHash): Promise<void>
  /** Marked before this time, and not claimed since. */
  unclaimed(before: Date): Promise<readonly FileHash[]>
  /** Throws where the file is missing or is not what was put. */
  get(key: DataKey, hash: FileHash): Promise<Buffer>
  /** As it lies there, sealed: for a backup. */
  sealed(hash: FileHash): Promise<Buffer>
  /** Brings back what a backup kept; throws where it is not what its name says. */
  restore(hash: FileHash, sealed: Uint8Array): Promise<void>
  remove(hash: FileHash): Promise<void>
  list(): Promise<readonly FileHash[]>
}

export function openFiles(folder: string, vault: Vault): Files {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const shelfOf = (hash: FileHash) => join(folder, hash.slice(0, 2))
  const pathOf = (hash: FileHash) => join(shelfOf(hash), hash)
  const markOf = (hash: FileHash) => `${pathOf(hash)}${mark}`

  async function keep(hash: FileHash, sealed: Uint8Array): Promise<void> {
    mkdirSync(shelfOf(hash), { recursive: true, mode: 0o700 })
    const next = join(shelfOf(hash), `${randomUUID()}.part`)
    await written(next, sealed)
    await rename(next, pathOf(hash))
    // The names, too, have to be on the disk: a shelf may be new.
    await synced(shelfOf(hash))
    await synced(folder)
  }
  async function sealedBytes(hash: FileHash): Promise<Buffer> {
    const sealed = await readFile(pathOf(hash))
    if (hashOf(sealed) !== hash) throw new Error(`the file ${hash} was changed`)
    return sealed
  }

  return {
    async put(key, bytes) {
      const sealed = vault.sealBytes(key, bytes)
      const hash = hashOf(sealed)
      await keep(hash, sealed)
      return hash
    },
    async putUnclaimed(key, bytes) {
      const sealed = vault.sealBytes(key, bytes)
      const hash = hashOf(sealed)
      mkdirSync(shelfOf(hash), { recursive: true, mode: 0o700 })
      await writeFile(markOf(hash), '', { mode: 0o600 })
      await keep(hash, sealed)
      return hash
    },
    claim: (hash) => rm(markOf(hash), { force: true }),
    async unclaimed(before) {
      const names = await readdir(folder, { recursive: true })
      const marks = names.filter((name) => name.endsWith(mark))
      const old = await Promise.all(marks.map((name) => isOlder(join(folder, name), before)))
      return marks.flatMap((name, index) => {
        const hash = basename(name, mark)
        return old[index] && isFileHash(hash) ? [hash] : []
      })
    },
    get: async (key, hash) => vault.openBytes(key, await sealedBytes(hash)),
    sealed: sealedBytes,
    async restore(hash, sealed) {
      if (hashOf(sealed) !== hash) throw new Error(`the file ${hash} was changed`)
      await keep(hash, sealed)
    },
    async remove(hash) {
      await rm(pathOf(hash), { force: true })
      await rm(markOf(hash), { force: true })
    },
    async list() {
      const names = await readdir(folder, { recursive: true })
      return names.map((name) => name.split(/[\\/]/).at(-1) ?? '').filter(isFileHash)
    },
  }
}

const mark = '.unclaimed'

/** False also where it has just been claimed. */
const isOlder = (path: string, before: Date): Promise<boolean> =>
  stat(path).then(
    ({ mtime }) => mtime < before,
    () => false,
  )

const isFileHash = (name: string): name is FileHash => /^[0-9a-f]{64}$/.test(name)

const hashOf = (bytes: Uint8Array): FileHash =>
  createHash('sha256').update(bytes).digest('hex') as FileHash

async function written(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function synced(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
