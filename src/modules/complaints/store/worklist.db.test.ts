import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { useComplaintDesk } from '../../../../tests/support/complaint-desk.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { readAs } from '../../../platform/db.ts'
import { readCaseFile } from '../actions/case-file.ts'
import { momentOf } from '../pages/officer/moment.ts'
import { opennesses } from '../rules/complaint.ts'
import {
  everyOpenCase,
  sortOf,
  type WorklistFilters,
  worklistSorts,
  worklistStates,
} from '../rules/worklist.ts'
import { anOfficer } from '../testing/complaints.ts'
import { listWorklist, parseCursor, type WorklistAsk, type WorklistRow } from './worklist.ts'
import { countFiltered } from './worklist-counts.ts'

const desk = useComplaintDesk()
const areas = ['01', '02', '03', '25'] as const
type Known = {
  readonly id: string
  readonly area: string
  readonly openness: string
  readonly owner: string | null
  readonly received: Date
  readonly due: Date | null
  readonly status: string
  readonly awaited: boolean
}
let all: readonly Known[] = []

beforeAll(async () => {
  for (let n = 0; n < 40; n += 1)
    await desk.aComplaint(
      { province: areas[n % areas.length]!, openness: opennesses[n % 3]! },
      { receivedAt: new Date(Date.parse('2026-11-01T00:00:00Z') + (n % 7) * 40 * 3_600_000) },
    )
  await desk.owner`
    update complaint set owner_id = ${anOfficer().id} where number::text ~ '[05]-\\d$'`
  await desk.owner`
    update complaint set status = 'closed', closed_at = now(), next_due_at = null
    where number::text ~ '[37]-\\d$'`
  await desk.owner`
    update complaint set awaits_word = number::text ~ '[12]-\\d$', status = case
      when number::text ~ '1-\\d$' then 'performance' when number::text ~ '2-\\d$' then 'not-settled'
      when number::text ~ '4-\\d$' then 'waiting-elsewhere' else 'in-conciliation' end
    where number::text ~ '[12468]-\\d$'`
  all = await desk.owner<Known[]>`
    select id, area, openness, owner_id as owner, received_at as received, next_due_at as due,
      status, awaits_word as awaited
    from complaint`
})

const stage =
  (wanted: string) =>
  ({ status }: Known): boolean =>
    status === wanted
const stages = {
  'in-conciliation': stage('in-conciliation'),
  'not-settled': stage('not-settled'),
  performance: stage('performance'),
  'waiting-elsewhere': stage('waiting-elsewhere'),
}

/** What a list has to hold, in a few lines: who may see it, what is asked, in which order. */
function model(actor: Actor, filters: WorklistFilters, now: Date): string[] {
  const moment = momentOf(now)
  const isAsked: Record<WorklistFilters['state'], (one: Known) => boolean> = {
    open: ({ due }) => due !== null,
    late: ({ due }) => due !== null && due < now,
    'due-today': ({ due }) => due !== null && due >= moment.today && due < moment.tomorrow,
    mine: ({ due, owner }) => due !== null && owner === actor.id,
    unassigned: ({ due, owner }) => due !== null && owner === null,
    unread: () => false,
    finished: ({ due }) => due === null,
    'awaiting-word': ({ awaited }) => awaited,
    ...stages,
  }
  const key = ({ due, received }: Known): number =>
    sortOf(filters) === 'due' ? (due?.getTime() ?? 0) : -received.getTime()
  const way = sortOf(filters) === 'due' ? 1 : -1
  return all
    .filter(({ area }) => actor.areas === null || actor.areas.includes(area))
    .filter(({ area }) => filters.area === null || area === filters.area)
    .filter(({ openness }) => filters.openness === null || openness === filters.openness)
    .filter((one) => isAsked[filters.state](one))
    .sort((a, b) => key(a) - key(b) || way * a.id.localeCompare(b.id))
    .map(({ id }) => id)
}

async function pagesOf(actor: Actor, filters: WorklistFilters, limit: number): Promise<string[][]> {
  const moment = momentOf(desk.clock.now)
  const page = (from: WorklistAsk['from']): Promise<WorklistRow[]> =>
    readAs(desk.db, actor, (tx) => listWorklist(tx, actor, { filters, from, limit, moment }))
  const pages: WorklistRow[][] = [await page(null)]
  while (pages.at(-1)!.length === limit) {
    const cursor = parseCursor(pages.at(-1)!.at(-1)!.cursor)!
    pages.push(await page({ cursor, direction: 'after' }))
    // The way back gives the page before, as it was.
    const first = pages.at(-1)!.at(0)
    if (!first) continue
    const back = await page({ cursor: parseCursor(first.cursor)!, direction: 'before' })
    expect(back.map(({ id }) => id)).toEqual(pages.at(-2)!.map(({ id }) => id))
  }
  return pages.map((rows) => rows.map(({ id }) => id))
}

describe('a worklist', () => {
  it('holds exactly what this officer may see and asked for, in order, page by page', async () => {
    const actors = fc
      .option(fc.subarray([...areas, '17']), { nil: null })
      .map((seen) => anOfficer({ areas: seen }))
    const asked = fc.record({
      state: fc.constantFrom(...worklistStates),
      sort: fc.constantFrom(...worklistSorts),
      area: fc.option(fc.constantFrom(...areas), { nil: null }),
      openness: fc.option(fc.constantFrom(...opennesses), { nil: null }),
    })
    await fc.assert(
      fc.asyncProperty(
        actors,
        asked,
        fc.integer({ min: 1, max: 9 }),
        async (actor, over, limit) => {
          const filters = { ...everyOpenCase, ...over }
          const wanted = model(actor, filters, desk.clock.now)

          expect((await pagesOf(actor, filters, limit)).flat()).toEqual(wanted)
          const moment = momentOf(desk.clock.now)
          const found = await readAs(desk.db, actor, (tx) =>
            countFiltered(tx, actor, { filters, moment }),
          )
          expect(found).toBe(wanted.length)
        },
      ),
      { numRuns: 60 },
    )
  }, 60_000)
})

describe('earlier matters', () => {
  it('are those received before that share the contact, the name, the agency or the alias', async () => {
    const at = (day: number) => ({ receivedAt: new Date(`2026-09-0${day}T03:00:00Z`) })
    const stranger = { workerName: 'Nobody Else', respondentWords: 'someone', province: '17' }
    const contact = await desk.aComplaint({ ...stranger, contact: '012 999 888' }, at(1))
    const person = await desk.aComplaint(
      { ...stranger, contact: '012 000 001', workerName: 'Sok  Example' },
      at(2),
    )
    const alias = await desk.aComplaint(
      { ...stranger, contact: '012 000 002', respondentWords: 'Bong Vuth' },
      at(3),
    )
    const other = await desk.aComplaint({ ...stranger, contact: '012 000 003' }, at(4))
    const own = await desk.aComplaint(
      {
        ...{ province: '17', contact: '+85512999888', workerName: 'sok example' },
        respondentWords: 'bong vuth',
      },
      at(5),
    )
    const later = await desk.aComplaint({ ...stranger, contact: '012 999 888' }, at(6))
    const officer = await desk.actor('officer')

    const file = await readAs(desk.db, officer, (tx) =>
      readCaseFile(tx, officer, { vault: desk.vault, id: own.id }),
    )

    const found = file!.earlier.map(({ id, why }) => [id, why])
    expect(found).toEqual([
      [alias.id, 'respondent'],
      [person.id, 'person'],
      [contact.id, 'contact'],
    ])
    expect(found.flat()).not.toContain(other.id)
    expect(found.flat()).not.toContain(later.id)
  })
})
