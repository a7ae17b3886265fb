import { describe, expect, it } from 'vitest'
import { testMasterKey } from '../../../../tests/support/database.ts'
import { demonstrationNow, useDemonstration } from '../../../../tests/support/demonstration.ts'
import { makeVault } from '../../../platform/vault/vault.ts'
import { complaintsAgreeWithEvents } from '../actions/check-against-events.ts'
import { complaintStatuses, contactWays, doors, opennesses, relations } from '../rules/complaint.ts'
import { parseCaseNumber } from '../rules/receipt.ts'
import { journeys } from './journeys.ts'
import { listKnownReceipts } from './known-receipts.ts'

const { owner, jobs } = useDemonstration()

/** The different values of a column, sorted. */
const valuesOf = async (table: string, column: string): Promise<string[]> => {
  const rows = await owner<{ value: string }[]>`
    select distinct ${owner(column)} as value from ${owner(table)} where ${owner(column)} is not null`
  return rows.map(({ value }) => value).sort()
}
const sorted = (values: readonly string[]) => [...values].sort()
const one = async (query: Promise<readonly { n: number }[]>): Promise<number> =>
  (await query)[0]?.n ?? -1

describe('the cases of the demonstration', () => {
  it('are as many as planned, beside two thousand workers who never complained', async () => {
    const planned = journeys.reduce((sum, { count }) => sum + count, 0)

    expect(planned).toBe(600)
    // With one of a group, two of one matter, and one that waits for a court.
    expect(await one(owner`select count(*)::int n from complaint`)).toBe(611)
    expect(
      await one(owner`select count(*)::int n from worker w
        where not exists (select from complaint c where c.worker_id = w.id)`),
    ).toBe(2000)
  })

  it('stand in every status, and show every kind, door, openness and relation', async () => {
    expect(await valuesOf('complaint', 'status')).toEqual(sorted(complaintStatuses))
    expect(await valuesOf('complaint', 'openness')).toEqual(sorted(opennesses))
    expect(await valuesOf('complaint', 'door')).toEqual(
      // What comes from an old register is brought in, never made up.
      sorted(doors.filter((door) => door !== 'old-register')),
    )
    expect(await valuesOf('complaint_contact', 'relation')).toEqual(sorted(relations))
    expect(await valuesOf('complaint_contact', 'way')).toEqual(sorted(contactWays))
    expect(await valuesOf('agency_inquiry', 'status')).toEqual(['answered', 'asked', 'withdrawn'])
    const unused = await owner`
      select code from complaint_category k
      where not exists (select from complaint c where k.code = any (c.categories))`
    expect(unused).toEqual([])
  })

  it('agree with their events', async () => {
    expect(await complaintsAgreeWithEvents(jobs)).toEqual([])
  })

  it('have an owner and a next date while they are open, but for a few that just came in', async () => {
    const undated = await owner`
      select number from complaint where (closed_at is null) <> (next_due_at is not null)`
    const unowned = await owner<{ number: string; fresh: boolean }[]>`
      select number, exists (select from event e where e.record_id = c.id and
        e.type in ('complaint.received', 'complaint.transferred')
        and e.happened_at > ${demonstrationNow}::timestamptz - interval '2 days') as fresh
      from complaint c
      where owner_id is null and outside_body is null and closed_at is null`

    expect(undated).toEqual([])
    expect(unowned.length).toBe(6)
    expect(unowned.filter(({ fresh }) => !fresh)).toEqual([])
  })

  it('have next dates that are those of their clocks', async () => {
    const differing = await owner`
      select c.number from complaint c
      left join lateral (select min(due_at) as due from clock
        where record_id = c.id and stopped_at is null and paused_at is null) k on true
      where c.next_due_at is distinct from k.due`

    expect(differing).toEqual([])
  })

  it('lie in the past, and every clock that ran out was noticed', async () => {
    const future = await owner`
      select type from event where happened_at > ${demonstrationNow} and record_type = 'complaint'`
    const unnoticed = await owner`
      select id, kind from clock
      where due_at < ${demonstrationNow} and stopped_at is null and paused_at is null
        and escalated_at is null`

    expect(future).toEqual([])
    expect(unnoticed).toEqual([])
  })

  it('give the officer about forty open files, some due today, late, or with unread messages', async () => {
    const [row] = await owner<{ open: number; today: number; late: number; unread: number }[]>`
      select count(*) filter (where login = 'officer')::int as open,
        count(*) filter (where next_due_at between ${demonstrationNow}
          and date_trunc('day', ${demonstrationNow}::timestamptz, 'Asia/Phnom_Penh')
            + interval '1 day')::int as today,
        count(*) filter (where next_due_at < ${demonstrationNow})::int as late,
        count(*) filter (where exists (select from complaint_message m where m.complaint_id = c.id
          and m.read_at is null and m.from_side = 'complainant'))::int as unread
      from complaint c left join person p on p.id = c.owner_id where next_due_at is not null`

    expect(row?.open).toBeGreaterThanOrEqual(35)
    expect(row?.open).toBeLessThanOrEqual(52)
    expect(row?.today).toBeGreaterThanOrEqual(5)
    expect(row?.late).toBeGreaterThanOrEqual(8)
    expect(row?.unread).toBeGreaterThanOrEqual(10)
  })

  it('ended late now and then', async () => {
    const rows = await owner<{ outcome: string; n: number }[]>`
      select outcome, count(*)::int n from clock where kind = 'resolve' and outcome is not null
      group by outcome`
    const ended = Object.fromEntries(rows.map(({ outcome, n }) => [outcome, n]))

    expect(ended.missed).toBeGreaterThan(40)
    expect(ended.met).toBeGreaterThan(ended.missed ?? 0)
  })

  it('are of groups, too: one of 120 persons against two, two of one matter, sources that differ', async () => {
    const [group] = await owner`
      select count(*)::int persons, count(*) filter (where left_at is not null)::int "left",
        (select count(*)::int from case_party p where p.complaint_id = m.complaint_id) parties
      from case_person m group by complaint_id order by 1 desc limit 1`
    const differing = await owner`
      select field from case_statement group by complaint_id, field having count(*) > 2`

    expect(group).toEqual({ persons: 120, left: 3, parties: 2 })
    expect(await one(owner`select count(*)::int n from case_merge where undone_at is null`)).toBe(1)
    expect(differing).toEqual([{ field: 'age' }])
  })

  it('claim sums in many currencies, some of them open', async () => {
    expect((await valuesOf('complaint_claim', 'currency')).length).toBeGreaterThan(7)
    expect(
      await one(owner`select count(*)::int n from complaint_claim where minor is null`),
    ).toBeGreaterThan(20)
  })

  it('have two receipts that everybody knows', async () => {
    const receipts = await listKnownReceipts(owner, makeVault(testMasterKey()))

    expect(receipts.map(({ kind, secret }) => [kind, secret])).toEqual([
      ['closure-proposed', '1000 000 001'],
      ['anonymous', '1000 000 002'],
    ])
    for (const { number } of receipts) expect(parseCaseNumber(number)).toBe(number)
  })
})
