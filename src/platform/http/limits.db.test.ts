import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { testMasterKey, useDatabase } from '../../../tests/support/database.ts'
import { makeVault } from '../vault/vault.ts'
import { makeLimits } from './limits.ts'

const { db } = useDatabase()
const limits = () => makeLimits(db, makeVault(testMasterKey()))

it('counts for all processes together, and gives back for all of them', async () => {
  const limit = { name: 'together', points: 2, seconds: 600 }
  const [here, there] = [limits(), limits()]
  const first = await here.take(limit, 'a')
  await there.take(limit, 'a')

  expect(await there.consume(limit, 'a')).toBeGreaterThan(0)
  await first.giveBack()
  // The one that was refused was counted too.
  expect(await there.consume(limit, 'a')).toBeGreaterThan(0)
  expect(await here.consume(limit, 'b')).toBe(0)
})

it('lets exactly as many of those at the same moment pass as there are points', async () => {
  const limit = { name: 'race', points: 5, seconds: 600 }
  const taken = await Promise.all(
    Array.from({ length: 20 }, () => limits().take(limit, 'somebody')),
  )

  expect(taken.filter(({ wait }) => wait === 0)).toHaveLength(5)
})

it('gives nothing back to a count that began later: tries cannot be saved up', async () => {
  const limit = { name: 'later', points: 1, seconds: 1 }
  const old = await limits().take(limit, 'a')
  await sleep(1_100)
  expect(await limits().consume(limit, 'a')).toBe(0)

  await old.giveBack()

  expect(await limits().consume(limit, 'a')).toBeGreaterThan(0)
})
