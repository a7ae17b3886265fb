import { beforeAll, describe, expect, it } from 'vitest'
import { useComplaintDesk } from '../../../../tests/support/complaint-desk.ts'
import { readAs } from '../../../platform/db.ts'
import { ask, sql } from '../../../platform/sql.ts'
import { momentOf } from '../pages/officer/moment.ts'
import { everyOpenCase, type WorklistFilters } from '../rules/worklist.ts'
import { parseCursor, type WorklistAsk, worklistQuery } from './worklist.ts'

const desk = useComplaintDesk()
const rows = 20_000
const limit = 51

/** Many cases at once, as no action could make them: a quarter of them open, in every province. */
beforeAll(async () => {
  const { id } = await desk.aComplaint({ respondentKind: 'agency', agencyId: desk.agencies[0] })
  await desk.owner`
    insert into complaint (number, secret_hash, status, openness, door, received_at, area,
      office_id, owner_id, helped_by, key_id, respondent_kind, agency_id, categories, asked_before,
      language, next_due_at, closed_at, unread, awaits_word)
    select 'made-' || n, secret_hash, case when n % 4 <> 0 then 'closed' when n % 400 = 0 then 'in-conciliation'
        when n % 200 = 0 then 'not-settled' when n % 40 = 0 then 'performance'
        when n % 28 = 0 then 'waiting-elsewhere' else 'received' end,
      openness, door, received_at - n * interval '7 minutes',
      lpad((1 + n % 25)::text, 2, '0'), office_id,
      case when n % 3 = 0 then ${desk.personId('officer')}::uuid
        when n % 50 <> 0 then ${desk.personId('head')}::uuid end,
      case when n % 20 = 0 then ${desk.personId('counsellor')}::uuid end,
      key_id, respondent_kind, agency_id, categories, asked_before, language,
      case when n % 4 = 0 then received_at + interval '10 days' - n * interval '7 minutes' end,
      case when n % 4 <> 0 then received_at end, n % 8 = 0, n % 80 = 0
    from complaint, generate_series(1, ${rows}::int) n where id = ${id}`
  await desk.owner`analyze complaint`
}, 60_000)

type Node = {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Actual Rows': number
  readonly 'Actual Loops': number
  readonly Plans?: readonly Node[]
}

const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)]
const rowsOf = (node: Node): number => node['Actual Rows'] * node['Actual Loops']

/** What the database really did for one page of this list. */
async function planOf(login: string, filters: WorklistFilters, from: WorklistAsk['from'] = null) {
  const actor = await desk.actor(login)
  const moment = momentOf(desk.clock.now)
  const [explained] = await readAs(desk.db, actor, (tx) =>
    ask<{ 'QUERY PLAN': readonly { Plan: Node }[] }[]>(
      tx,
      sql`explain (analyze, format json, timing off)
        ${worklistQuery(actor, { filters, from, limit, moment })}`,
    ),
  )
  const nodes = nodesOf(explained!['QUERY PLAN'][0]!.Plan)
  const onCases = nodes.filter((node) => node['Relation Name'] === 'complaint')
  return {
    readsTheTable: onCases.some((node) => node['Node Type'] === 'Seq Scan'),
    read: onCases.reduce((sum, node) => sum + rowsOf(node), 0),
    sorted: nodes
      .filter((node) => node['Node Type'].includes('Sort'))
      .reduce((sum, node) => sum + rowsOf(node), 0),
  }
}

const lists: readonly (readonly [string, Partial<WorklistFilters>])[] = [
  ['open cases by due date', {}],
  ['open cases by receipt', { sort: 'receipt' }],
  ['late cases', { state: 'late' }],
  ['one officer’s own cases', { state: 'mine' }],
  ['cases without officer', { state: 'unassigned' }],
  ['cases with unread messages', { state: 'unread' }],
  ['cases in conciliation', { state: 'in-conciliation' }],
  ['cases not settled', { state: 'not-settled' }],
  ['cases in which something is due', { state: 'performance' }],
  ['cases paid and waiting for her word', { state: 'awaiting-word' }],
  ['cases waiting for another authority', { state: 'waiting-elsewhere' }],
  ['finished cases', { state: 'finished' }],
  ['cases in one state', { status: 'received' }],
  ['one agency’s cases', { agencyId: 'the agency', sort: 'receipt' }],
]

describe.each(['officer', 'officer-bmc', 'counsellor'])('one page for %s', (login) => {
  it.each(lists)('comes from an index, without sorting the table: %s', async (_, over) => {
    const agencyId = over.agencyId ? desk.agencies[0] : null
    const plan = await planOf(login, { ...everyOpenCase, ...over, agencyId })

    expect(plan.readsTheTable).toBe(false)
    // A counsellor has few cases: they may be put in order by hand.
    const most = login === 'counsellor' ? rows / 20 : 4 * limit + 100
    expect(plan.read).toBeLessThanOrEqual(most)
    expect(plan.sorted).toBeLessThanOrEqual(most)
  })

  it('reads no more for the hundredth page than for the first', async () => {
    const cursor = parseCursor('2026-11-06 03:00:00+00~01900000-0000-7000-8000-000000000000')
    const from = { cursor: cursor!, direction: 'after' } as const
    const first = await planOf(login, everyOpenCase)
    const later = await planOf(login, everyOpenCase, from)

    expect(later.readsTheTable).toBe(false)
    expect(later.read).toBeLessThanOrEqual(first.read + limit)
  })
})
