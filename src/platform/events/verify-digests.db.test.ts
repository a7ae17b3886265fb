import { randomBytes } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { testMasterKey, useDatabase } from '../../../tests/support/database.ts'
import { sealAll } from '../../../tests/support/seal.ts'
import { type Day, dayOf } from '../../kernel/days.ts'
import { makeVault } from '../vault/vault.ts'
import { recordLook } from './audit.ts'
import { signDailyDigest } from './digest.ts'
import { verifyLedgers } from './verify.ts'
import { verifyDigests } from './verify-digests.ts'

const { db, jobs, owner } = useDatabase()
const vault = makeVault(testMasterKey())
const day: Day = dayOf(new Date('2026-11-23T02:00:00Z'))
const actor = {
  kind: 'person',
  id: 'x',
  roles: [],
  agencyId: null,
  officeId: null,
  areas: [],
} as const

describe('a day that was signed', { timeout: 60_000 }, () => {
  beforeEach(async () => {
    await owner`truncate daily_digest, seal_entry, seal_block, audit`
    for (const recordType of ['complaint', 'licence']) {
      await recordLook(db, actor, { act: 'looked', recordType })
      await sealAll({ jobs, owner })
    }
    await signDailyDigest(jobs, vault, day)
  })

  it('agrees with the chain, and goes on to agree when the chain grows', async () => {
    await recordLook(db, actor, { act: 'looked', recordType: 'complaint' })
    await sealAll({ jobs, owner })

    expect(await verifyDigests(owner, vault)).toEqual([])
  })

  it('contradicts a chain whose end was cut off, though that agrees with itself', async () => {
    await owner`delete from seal_entry where block = 2`
    await owner`delete from seal_block where number = 2`
    await owner`delete from audit where record_type = 'licence'`

    expect(await verifyLedgers(owner)).toEqual([])
    expect(await verifyDigests(owner, vault)).toEqual([
      { kind: 'contradicts-signature', where: 'audit', id: `day ${day}` },
    ])
  })

  it.each<[string, () => Promise<unknown>]>([
    [
      'a hash that was written over',
      () => owner`update seal_block set hash = 'x' where number = 2`,
    ],
    [
      'a line of another key',
      async () => {
        await owner`delete from daily_digest`
        await signDailyDigest(jobs, makeVault(randomBytes(32)), day)
      },
    ],
    ['a line of another day', () => owner`update daily_digest set day = '2026-11-24'`],
    ['a signature that is none', () => owner`update daily_digest set signature = 'x'`],
  ])('contradicts %s', async (_what, change) => {
    await change()

    expect((await verifyDigests(owner, vault)).map(({ kind }) => kind)).toEqual([
      'contradicts-signature',
    ])
  })
})
