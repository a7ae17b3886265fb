import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeVault } from '../vault/vault.ts'
import { type FileHash, openFiles } from './files.ts'

const vault = makeVault(randomBytes(32))
const content = Buffer.from('a photograph of a contract')

function aFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'become-files-'))
  return { folder, files: openFiles(folder, vault) }
}

describe('files at rest', () => {
  it('refuses a file that was changed behind its back', async () => {
    const { folder, files } = aFolder()
    const { key } = vault.newKey()
    const hash = await files.put(key, content)
    const path = join(folder, hash.slice(0, 2), hash)
    const bytes = readFileSync(path)
    bytes[40] = (bytes[40] ?? 0) ^ 1
    writeFileSync(path, bytes)

    await expect(files.get(key, hash)).rejects.toThrow('was changed')
  })

  it('refuses another key, and a missing file', async () => {
    const { files } = aFolder()
    const { key } = vault.newKey()
    const hash = await files.put(key, content)

    await expect(files.get(vault.newKey().key, hash)).rejects.toThrow()
    await expect(files.get(key, 'f'.repeat(64) as FileHash)).rejects.toThrow('ENOENT')
  })

  it('gives back what was put, and shows nothing of it on the disk', async () => {
    const { folder, files } = aFolder()
    const { key } = vault.newKey()

    const hash = await files.put(key, content)

    expect(await files.get(key, hash)).toEqual(content)
    const names = readdirSync(folder, { recursive: true }).map(String)
    expect(names.filter((name) => name.endsWith('.part'))).toEqual([])
    expect(readFileSync(join(folder, hash.slice(0, 2), hash)).includes('photograph')).toBe(false)
  })

  it('moves to another folder as it lies there, and forgets', async () => {
    const { files } = aFolder()
    const { key } = vault.newKey()
    const hash = await files.put(key, content)
    const { files: elsewhere } = aFolder()

    await elsewhere.restore(hash, await files.sealed(hash))
    await files.remove(hash)

    expect(await elsewhere.get(key, hash)).toEqual(content)
    expect(await elsewhere.list()).toEqual([hash])
    expect(await files.list()).toEqual([])
    await expect(elsewhere.restore('0'.repeat(64) as FileHash, content)).rejects.toThrow('changed')
  })
})
