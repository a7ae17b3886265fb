import { beforeAll, describe, expect, it } from 'vitest'
import { testMasterKey, useDatabase } from '../../../../tests/support/database.ts'
import { testFiles } from '../../../../tests/support/files.ts'
import { complainantActor, publicActor, systemActor } from '../../../kernel/actor.ts'
import { readAs } from '../../../platform/db.ts'
import { makeVault } from '../../../platform/vault/vault.ts'
import { loadCountryPack } from '../../../setup.ts'
import { findComplaint } from '../store/complaint.ts'
import { listClaims } from '../store/details.ts'
import { findByReceipt } from '../store/receipt.ts'
import { aReceivedComplaint } from '../testing/complaints.ts'
import { complaintsAgreeWithEvents } from './check-against-events.ts'
import { secretHash } from './secret.ts'

const { db, jobs, owner } = useDatabase()
const vault = makeVault(testMasterKey())
const deps = { db, vault }
beforeAll(() =>
  loadCountryPack(owner, { vault, files: testFiles(), now: new Date(), say: () => {} }),
)

describe('receiving a complaint', () => {
  it('gives it to the office of the province, with the ten days from receipt running', async () => {
    const { id } = await aReceivedComplaint(deps)

    const [row] = await owner`
      select c.area, c.status, o.kind, c.next_due_at from complaint c
      join office o on o.id = c.office_id where c.id = ${id}`
    const clocks = await owner`
      select kind, due_at, uncertain, rule_key from clock where record_id = ${id} order by kind`
    expect(row).toMatchObject({ area: '01', status: 'received', kind: 'provincial' })
    expect([...clocks]).toEqual([
      {
        kind: 'first-answer',
        due_at: new Date('2026-11-22T03:00:00Z'),
        uncertain: false,
        rule_key: 'complaint.first_answer_hours',
      },
      {
        kind: 'resolve',
        due_at: new Date('2026-11-30T16:59:59.999Z'),
        uncertain: false,
        rule_key: 'complaint.resolve_days',
      },
    ])
    expect(row!.next_due_at).toEqual(clocks[0]!.due_at)
  })

  it('counts a paper complaint from the day on which it came, not from its entry', async () => {
    const { id } = await aReceivedComplaint(
      deps,
      {},
      { door: 'paper', receivedAt: new Date('2026-11-01T17:00:00Z'), paperNumber: 'BMC-17' },
    )

    const [clock] = await owner`
      select due_at from clock where record_id = ${id} and kind = 'resolve'`
    expect(clock!.due_at).toEqual(new Date('2026-11-12T16:59:59.999Z'))
  })

  it('gives it to the ministry when no province is known', async () => {
    const { id } = await aReceivedComplaint(deps, { province: null })

    const [row] = await owner`select area from complaint where id = ${id}`
    expect(row!.area).toBe('00')
  })

  it('keeps an unknown sum open, and a known one in the currency in which it was paid', async () => {
    const { id } = await aReceivedComplaint(deps)

    const claims = await readAs(db, complainantActor(id), (tx) => listClaims(tx, id))
    expect(claims).toEqual([
      { kind: 'paid', currency: 'USD', sum: { minor: 65_000n, currency: 'USD' } },
      { kind: 'sought', currency: 'THB', sum: null },
    ])
  })

  it('leaves no word of hers readable in any table', async () => {
    const { id, secret } = await aReceivedComplaint(deps)

    const tables = ['complaint', 'complaint_contact', 'worker', 'event', 'clock', 'complaint_claim']
    for (const table of tables) {
      const [dump] = await owner.unsafe(
        `select coalesce(string_agg(t::text, ' '), '') as text from ${table} t`,
      )
      for (const word of ['ដារា', 'រី', 'រង់ចាំ', '10000001', secret]) {
        const asBytes = Buffer.from(word).toString('hex')
        expect(`${table}: ${dump!.text.includes(word)} ${word}`).toBe(`${table}: false ${word}`)
        expect(`${table}: ${dump!.text.includes(asBytes)} ${asBytes}`).toBe(
          `${table}: false ${asBytes}`,
        )
      }
    }
    expect(id).toBeTruthy()
  })

  it('keeps neither name nor way to reach her when she stays anonymous', async () => {
    const { id } = await aReceivedComplaint(deps, {
      openness: 'anonymous',
      complainantName: 'ម្តាយ',
    })

    const [row] = await owner`
      select c.worker_id, k.name_sealed, k.contact_sealed, k.contact_index, k.way, k.safe_times
      from complaint c join complaint_contact k on k.complaint_id = c.id where c.id = ${id}`
    expect(row).toEqual({
      worker_id: null,
      name_sealed: null,
      contact_sealed: null,
      contact_index: null,
      way: 'none',
      safe_times: [],
    })
  })

  it('opens to number and secret, and to nothing else', async () => {
    const receipt = await aReceivedComplaint(deps)
    const open = (number: string, secret: string) =>
      readAs(db, publicActor, (tx) => findByReceipt(tx, number, secretHash(vault, number, secret)))

    expect(await open(receipt.number, receipt.secret)).toBe(receipt.id)
    expect(await open(receipt.number, '0000000000')).toBeNull()
    const other = await aReceivedComplaint(deps)
    expect(await open(other.number, receipt.secret)).toBeNull()
  })

  it('cannot be read by anybody without number and secret, nor by another case', async () => {
    const mine = await aReceivedComplaint(deps)
    const other = await aReceivedComplaint(deps)
    const reads = (actor: Parameters<typeof readAs>[1]) =>
      readAs(db, actor, async (tx) => (await findComplaint(tx, mine.id)) !== null)

    expect(await reads(publicActor)).toBe(false)
    expect(await reads(complainantActor(other.id))).toBe(false)
    expect(await reads(complainantActor(mine.id))).toBe(true)
    expect(await reads(systemActor('test'))).toBe(true)
  })

  it('is named by the audit when somebody changes a status or a sum behind the application', async () => {
    expect(await complaintsAgreeWithEvents(jobs)).toEqual([])
    const { id } = await aReceivedComplaint(deps)
    const other = await aReceivedComplaint(deps)

    await owner`update complaint set status = 'registered' where id = ${id}`
    await owner`update complaint_claim set minor = 1 where complaint_id = ${other.id} and kind = 'paid'`

    const faults = await complaintsAgreeWithEvents(jobs)
    expect(faults.map((fault) => [fault.where, fault.id])).toEqual([
      ['complaint status', id],
      ['complaint sums', other.id],
    ])
  })
})
