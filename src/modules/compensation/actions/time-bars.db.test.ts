import { beforeAll, describe, expect, it } from 'vitest'
import { testMasterKey, useDatabase } from '../../../../tests/support/database.ts'
import { testFiles } from '../../../../tests/support/files.ts'
import type { Day } from '../../../kernel/days.ts'
import { readAs, transact } from '../../../platform/db.ts'
import { makeVault } from '../../../platform/vault/vault.ts'
import { loadCountryPack } from '../../../setup.ts'
import { listPersons } from '../../complaints/index.ts'
import { anOfficer, aReceivedComplaint, taken } from '../../complaints/testing/complaints.ts'
import { calculate } from '../rules/calculator/calculate.ts'
import { claimsOf } from '../rules/calculator/claims-of.ts'
import { noFacts } from '../rules/calculator/facts.ts'
import { packLaw } from '../testing/law-of-the-pack.ts'
import { takeClaims } from './take-claims.ts'
import { caseTimeBars, recordFiling, warnOfTimeBars } from './time-bars.ts'

const { db, jobs, owner } = useDatabase()
const deps = { db, vault: makeVault(testMasterKey()) }
beforeAll(() =>
  loadCountryPack(owner, {
    ...{ vault: deps.vault, files: testFiles(), say: () => {} },
    now: new Date('2026-11-20T03:00:00Z'),
  }),
)
const on = (day: string) => new Date(`${day}T05:00:00Z`)

/** Somebody was injured in Thailand in June: the fund takes her claim until 28 November. */
const anInjury = () => aReceivedComplaint(deps, { categories: ['injury'], month: '2026-06' })
const alarms = async (id: string) =>
  (
    await owner`select data from event
      where record_id = ${id} and type = 'complaint.time-bar-near' order by happened_at`
  ).map(({ data }) => data)
const file = (
  id: string,
  changed: Partial<Parameters<typeof recordFiling>[2]> = {},
  actor = anOfficer(),
) =>
  transact(db, actor, (tx) =>
    recordFiling(tx, actor, {
      ...{ complaintId: id, bar: 'TH.fund', filedOn: '2026-11-21' as Day, now: on('2026-11-21') },
      ...changed,
    }),
  )

describe('a time bar', () => {
  it('is told to the owner once for each of the days of the rule, and no more once it is filed', async () => {
    const { id } = await anInjury()
    const other = await anInjury()

    await warnOfTimeBars(jobs, on('2026-11-20'))
    await warnOfTimeBars(jobs, on('2026-11-20'))
    expect(await alarms(id)).toEqual([{ bar: 'TH.fund', until: '2026-11-28', days: 8 }])

    expect(await file(id)).toEqual({ ok: true, value: null })
    await warnOfTimeBars(jobs, on('2026-11-22'))
    await warnOfTimeBars(jobs, on('2026-12-24'))
    expect(await alarms(id)).toHaveLength(1)
    expect(await alarms(other.id)).toMatchObject([{ days: 8 }, { days: 6 }])
  })

  it('is told once more when it has passed, also where a day was missed', async () => {
    const { id } = await anInjury()
    const passed = async () =>
      (
        await owner`select data from event
          where record_id = ${id} and type = 'complaint.time-bar-passed'`
      ).map(({ data }) => data)

    await warnOfTimeBars(jobs, on('2026-11-28'))
    expect(await passed()).toEqual([])
    await warnOfTimeBars(jobs, on('2026-11-30'))
    await warnOfTimeBars(jobs, on('2026-12-01'))
    await warnOfTimeBars(jobs, on('2027-01-30'))
    expect(await passed()).toEqual([{ bar: 'TH.fund', until: '2026-11-28', days: -2 }])
  })

  it.each([
    ['no case', { complaintId: 'nothing' }, 'not-found'],
    ['a bar that does not concern it', { bar: 'MY.scheme' }, 'no-such-time-bar'],
    ['tomorrow', { filedOn: '2026-11-22' as Day }, 'filed-in-the-future'],
    ['a day before it happened', { filedOn: '2026-05-31' as Day }, 'filed-before-it-happened'],
  ] as const)('is not filed for %s', async (_what, changed, refusal) => {
    const { id } = await anInjury()
    expect(await file(id, changed)).toEqual({ ok: false, refusal })
  })

  it('is filed once, by whoever sees the case', async () => {
    const { id } = await anInjury()
    expect(await file(id, {}, anOfficer({ areas: ['24'] }))).toEqual({
      ok: false,
      refusal: 'not-found',
    })
    const both = await Promise.all([file(id), file(id)])
    expect(both.filter((done) => done.ok)).toHaveLength(1)
    const bars = await readAs(db, anOfficer(), (tx) => caseTimeBars(tx, id, '2026-11-23' as Day))
    expect(bars?.find((bar) => bar.id === 'TH.fund')).toMatchObject({
      ...{ state: 'filed', filedOn: '2026-11-21' },
    })
  })

  it('begins before the court when conciliation fails', async () => {
    const { id } = await anInjury()
    await owner`insert into event (id, happened_at, record_type, record_id, type, actor_kind, actor_id, data, visible_to)
      values (gen_random_uuid(), ${on('2026-11-10')}, 'complaint', ${id}, 'complaint.not-settled', 'person', 'x', '{}', '{officer}')`
    const bars = await readAs(db, anOfficer(), (tx) => caseTimeBars(tx, id, '2026-11-23' as Day))
    expect(bars?.find((bar) => bar.id === 'KH.court')).toMatchObject({ until: '2027-01-10' })
  })
})

describe('what was reckoned', () => {
  const found = () => {
    const charge = {
      kind: 'recruitment',
      money: { minor: 64_900n, currency: 'USD' },
      on: '2026-03-01' as Day,
    } as const
    const passport = { kind: 'passport', since: null } as const
    const told = { ...noFacts, country: 'TH', charges: [charge], documents: [passport] }
    return claimsOf(calculate(told, { law: packLaw, today: '2026-11-20' as Day }))
  }
  const take = (complaintId: string, personId: string, claims = found(), actor = anOfficer()) =>
    transact(db, actor, (tx) =>
      takeClaims(tx, actor, {
        ...{ vault: deps.vault, complaintId, personId, claims, at: on('2026-11-21') },
        basisOf: ({ head }) => `reckoned: ${head}`,
      }),
    )
  const aCase = async () => {
    const { id } = await aReceivedComplaint(deps, { claims: [] })
    await taken(deps, anOfficer(), { complaintId: id, action: 'register', at: on('2026-11-20') })
    const [person] = await readAs(db, anOfficer(), (tx) => listPersons(tx, id))
    return { id, personId: person?.id ?? '' }
  }

  it('becomes claims of a person, sums as sums and the rest open, with its working', async () => {
    const { id, personId } = await aCase()
    expect(await take(id, personId)).toEqual({ ok: true, value: 2 })
    const claims = await owner`
      select kind, minor, currency, basis_sealed is not null as based from case_claim
      where complaint_id = ${id} order by kind`
    expect(claims.map((claim) => ({ ...claim }))).toEqual([
      { kind: 'document', minor: null, currency: null, based: true },
      { kind: 'overcharge', minor: 60_000n, currency: 'USD', based: true },
    ])
  })

  it('is taken for nobody else, and not out of nothing', async () => {
    const { id, personId } = await aCase()
    const other = await aCase()
    expect(await take(id, other.personId)).toEqual({ ok: false, refusal: 'not-found' })
    expect(await take(id, personId, [])).toEqual({ ok: false, refusal: 'nothing-to-claim' })
    expect(await take(id, personId, found(), anOfficer({ areas: ['24'] }))).toEqual({
      ...{ ok: false, refusal: 'not-found' },
    })
  })
})
