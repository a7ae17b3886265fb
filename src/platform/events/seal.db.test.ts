import { afterAll, describe, expect, it } from 'vitest'
import { testMasterKey, useDatabase } from '../../../tests/support/database.ts'
import { sealAll } from '../../../tests/support/seal.ts'
import { systemActor } from '../../kernel/actor.ts'
import { ok } from '../../kernel/result.ts'
import { connect, type Db, transact } from '../db.ts'
import { newId } from '../new-id.ts'
import { createPersonKey, destroyPersonKey } from '../vault/person-keys.ts'
import { makeVault } from '../vault/vault.ts'
import { recordLook } from './audit.ts'
import { recordEvent } from './record-event.ts'
import { sealLedgers } from './seal.ts'
import { verifyLedgers } from './verify.ts'

const { db, jobs, urls } = useDatabase()
// One connection, so that its temporary table is always the same.
const owner = connect(urls.owner, { max: 1 })
afterAll(() => owner.end())
const actor = systemActor('test')
const vault = makeVault(testMasterKey())

async function anEvent(contentHash: Buffer | null = null): Promise<string> {
  const recordId = newId<string>()
  await transact(db, actor, async (tx) => {
    await recordEvent(tx, actor, {
      ...{ recordType: 'complaint', recordId, type: 'complaint.received', at: new Date() },
      data: { door: 'web' },
      contentHash,
      visibleTo: ['officer'],
    })
    return ok(null)
  })
  const [row] = await owner`select id from event where record_id = ${recordId}`
  return String(row!.id)
}

/** Changes the past as somebody with every right on the database could, then puts it back. */
async function afterwards(change: (sql: Db) => Promise<unknown>) {
  await owner`create temporary table as_it_was as select * from event`
  await change(owner)
  const faults = await verifyLedgers(jobs)
  await owner`delete from event`
  await owner`insert into event select * from as_it_was`
  await owner`drop table as_it_was`
  return faults
}

describe('the chain over what happened and who looked', { timeout: 60_000 }, () => {
  it('cannot be rewritten by the application or the worker', async () => {
    await anEvent()
    for (const role of [db, jobs])
      for (const table of ['event', 'audit']) {
        await expect(role.unsafe(`delete from ${table}`)).rejects.toThrow(/permission denied/)
        await expect(role.unsafe(`update ${table} set record_type = 'x'`)).rejects.toThrow(
          /permission denied/,
        )
      }
  })

  it('verifies when nothing was changed, block upon block', async () => {
    await anEvent()
    await recordLook(db, actor, { act: 'looked', recordType: 'complaint' })
    await sealAll({ jobs, owner })
    await anEvent()
    await sealAll({ jobs, owner })
    await sealAll({ jobs, owner })

    expect(await verifyLedgers(jobs)).toEqual([])
    const [blocks] = await owner`select count(*)::int as n from seal_block where ledger = 'event'`
    expect(blocks!.n).toBeGreaterThanOrEqual(2)
  })

  it('names an event that was changed, one that was removed, and one that was slipped in', async () => {
    const id = await anEvent()
    await sealAll({ jobs, owner })

    const changed = await afterwards(
      (sql) => sql`update event set to_status = 'closed' where id = ${id}`,
    )
    const removed = await afterwards((sql) => sql`delete from event where id = ${id}`)
    const added = await afterwards(
      (sql) => sql`
        insert into event (happened_at, record_type, record_id, type, actor_kind, actor_id, xid)
        values (now(), 'complaint', uuidv7(), 'complaint.closed', 'person', 'x', '3')`,
    )

    expect(changed).toEqual([{ kind: 'changed', where: 'event', id }])
    expect(removed).toEqual([{ kind: 'missing', where: 'event', id }])
    expect(added).toMatchObject([{ kind: 'added', where: 'event' }])
  })

  it('names a block whose seal was rewritten', async () => {
    await anEvent()
    await sealAll({ jobs, owner })
    const [entry] = await owner`select entry_id, entry_hash from seal_entry limit 1`
    await owner`update seal_entry set entry_hash = ${Buffer.alloc(32, 7)} where entry_id = ${entry!.entry_id}`

    const faults = await verifyLedgers(jobs)

    await owner`update seal_entry set entry_hash = ${entry!.entry_hash} where entry_id = ${entry!.entry_id}`
    expect(faults.map(({ kind }) => kind).sort()).toEqual(['chain-broken', 'changed'])
  })

  it('does not seal past a transaction that is still under way', async () => {
    await sealAll({ jobs, owner })
    let late = ''
    await transact(db, actor, async (tx) => {
      await recordEvent(tx, actor, {
        ...{ recordType: 'complaint', recordId: newId<string>(), type: 'complaint.received' },
        at: new Date(),
        visibleTo: ['officer'],
      })
      late = await anEvent()
      await sealLedgers(jobs)
      const [sealed] =
        await owner`select count(*)::int as n from seal_entry where entry_id = ${late}`
      expect(sealed!.n).toBe(0)
      return ok(null)
    })
    await sealAll({ jobs, owner })

    const [sealed] = await owner`select count(*)::int as n from seal_entry where entry_id = ${late}`
    expect(sealed!.n).toBe(1)
    expect(await verifyLedgers(jobs)).toEqual([])
  })

  it('still verifies when the content behind an event was destroyed for ever', async () => {
    const made = await transact(db, actor, async (tx) => ok(await createPersonKey(tx, vault)))
    if (!made.ok) throw new Error('no key')
    const sealed = vault.seal(made.value.key, 'what she told us')
    await anEvent(vault.contentHash(made.value.key, 'what she told us'))
    await sealAll({ jobs, owner })

    await destroyPersonKey(jobs, made.value.id)

    const [row] = await owner`select wrapped from person_key where id = ${made.value.id}`
    expect(row!.wrapped).toBeNull()
    expect(sealed.includes('told')).toBe(false)
    expect(await verifyLedgers(jobs)).toEqual([])
  })
})
