import { expect, it } from 'vitest'
import { useDatabase } from '../../../tests/support/database.ts'
import { sealLedgers } from './seal.ts'
import { verifyLedgers } from './verify.ts'

const { jobs, owner } = useDatabase()

it('seals what one transaction wrote, however much: a register that was imported', async () => {
  await owner`
    insert into event (happened_at, record_type, record_id, type, actor_kind, actor_id)
    select now(), 'test', uuidv7(), 'test.imported', 'system', 'test'
    from generate_series(1, 5200)`
  await sealLedgers(jobs)

  const [left] = await owner`
    select count(*)::int as n from event
    where not exists (select from seal_entry where entry_id = event.id)`
  expect(left).toEqual({ n: 0 })
  expect(await verifyLedgers(jobs)).toEqual([])
})
