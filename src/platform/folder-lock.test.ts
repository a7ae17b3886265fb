import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { findHolder, lockFolder } from './folder-lock.ts'

const aFolder = (): string => mkdtempSync(join(tmpdir(), 'become-lock-'))

it('lets nobody in while the holder lives', async () => {
  const folder = aFolder()
  await lockFolder(folder)

  await expect(lockFolder(folder)).rejects.toThrow(`Already running on ${folder}`)
})

it('is free again when released, and leaves nothing', async () => {
  const folder = aFolder()
  const lock = await lockFolder(folder)

  lock.release()

  expect(readdirSync(folder)).toEqual([])
  await expect(lockFolder(folder)).resolves.toBeDefined()
})

it('is taken over from a process that is dead', async () => {
  const folder = aFolder()
  const { pid } = spawnSync('true')
  writeFileSync(join(folder, 'lock'), JSON.stringify({ pid, birth: '1' }))

  await expect(lockFolder(folder)).resolves.toBeDefined()
})

it('is taken over when another process has got the number of the dead one', async () => {
  const folder = aFolder()
  writeFileSync(join(folder, 'lock'), JSON.stringify({ pid: process.pid, birth: 'long ago' }))

  await expect(lockFolder(folder)).resolves.toBeDefined()
})

it.each(['', '{"pid":', 'null'])(
  'is taken over when nothing can be read in it: %j',
  async (text) => {
    const folder = aFolder()
    writeFileSync(join(folder, 'lock'), text)

    await expect(lockFolder(folder)).resolves.toBeDefined()
  },
)

it('goes to one of two that find the same dead holder', async () => {
  const folder = aFolder()
  writeFileSync(join(folder, 'lock'), '{"pid":999999999,"birth":"1"}')

  const both = await Promise.allSettled([lockFolder(folder), lockFolder(folder)])

  expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
})

it('tells where the database of the holder runs', async () => {
  const folder = aFolder()
  const lock = await lockFolder(folder)

  lock.tellDatabasePort(5432)

  expect(findHolder(folder)).toMatchObject({ pid: process.pid, databasePort: 5432 })
})
