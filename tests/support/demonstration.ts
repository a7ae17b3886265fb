import { inject } from 'vitest'
import { withDatabase } from '../../src/platform/database-urls.ts'
import { connect } from '../../src/platform/db.ts'
import { migrate } from '../../src/platform/migrate.ts'
import { makeVault } from '../../src/platform/vault/vault.ts'
import { fillDemonstration, loadCountryPack } from '../../src/setup.ts'
import { asServer, type TestDatabase, testMasterKey, useDatabase } from './database.ts'
import { testFiles } from './files.ts'

/** The legal day on which every demonstration of the tests begins. */
export const demonstrationNow = new Date('2026-11-20T03:00:00Z')

/** A copy of what a first start leaves behind: the country pack and the demonstration data. */
export const useDemonstration = (): TestDatabase => useDatabase(demonstrationTemplate)

const name = 'template_demonstration'

/** Made by the first test file that asks; the others wait for it. */
async function demonstrationTemplate(): Promise<string> {
  await asServer(async (sql) => {
    await sql`select pg_advisory_lock(hashtext(${name}))`
    const [made] = await sql`select 1 from pg_database where datname = ${name}`
    if (made) return
    await sql.unsafe(`drop database if exists ${name}_next with (force)`)
    await sql.unsafe(`create database ${name}_next`)
    await fill(withDatabase(inject('templateUrl'), `${name}_next`))
    await sql.unsafe(`alter database ${name}_next rename to ${name}`)
  })
  return name
}

async function fill(ownerUrl: string): Promise<void> {
  await migrate({ ownerUrl, masterKey: testMasterKey() })
  const owner = connect(ownerUrl, { max: 1 })
  const deps = {
    vault: makeVault(testMasterKey()),
    files: testFiles(),
    now: demonstrationNow,
    say: () => {},
  }
  await loadCountryPack(owner, deps)
  await fillDemonstration(owner, deps)
  await owner.end()
}
