import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { asServer, testMasterKey, useDatabase } from '../../../tests/support/database.ts'
import { testFiles } from '../../../tests/support/files.ts'
import { withDatabase } from '../database-urls.ts'
import { openArchive } from './open-archive.ts'
import { restoreArchive } from './restore.ts'
import { takeBackup } from './take.ts'

const { urls } = useDatabase()

it('needs no more of the owner of an outside database than to own it and to create roles', async () => {
  const owner = `owner_${randomUUID().slice(0, 8)}`
  const folder = mkdtempSync(join(tmpdir(), 'become-plain-'))
  const keys = { masterKey: testMasterKey(), backupKey: randomBytes(32) }
  const url = new URL(withDatabase(urls.owner, owner))
  url.username = owner
  url.password = 'secret'
  await asServer(async (sql) => {
    await sql.unsafe(`create role ${owner} login createrole password 'secret'`)
    await sql.unsafe(`create database ${owner} owner ${owner}`)
  })
  const path = join(folder, 'become.backup')
  const needs = { files: testFiles(), mode: 'demo', ...keys } as const
  const first = await takeBackup({ ...needs, ownerUrl: urls.owner }, path)

  const archive = await openArchive(path, keys)
  const place = { ownerUrl: url.href, masterKey: keys.masterKey, files: testFiles() }
  const loaded = await restoreArchive(archive, place)
  const again = await takeBackup({ ...needs, ownerUrl: url.href }, join(folder, 'again.backup'))

  expect(loaded.rows).toBe(first.rows)
  expect(again.rows).toBe(first.rows)
  await asServer(async (sql) => {
    await sql.unsafe(`drop database ${owner} with (force)`)
    await sql.unsafe(`drop role ${owner}`)
  })
  rmSync(folder, { recursive: true, force: true })
})
