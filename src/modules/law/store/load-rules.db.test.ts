import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/support/database.ts'
import { eventually } from '../../../../tests/support/program.ts'
import type { Day } from '../../../kernel/days.ts'
import { listenForChanges, publicChanged } from '../../../platform/public-changed.ts'
import { loadPlaces, readPackFiles } from '../../places/index.ts'
import { rulebook, workCalendar } from '../actions/rulebook.ts'
import { dueAt } from '../rules/clock.ts'
import { clockRule, findNumber } from '../rules/rulebook.ts'
import { loadRules } from './load-rules.ts'
import { findRuleVersion, listRulesInForce, ruleInForce } from './rules.ts'

const { db, jobs, owner } = useDatabase()
const today = '2026-11-22' as Day
const load = () => owner.begin((tx) => loadRules(tx))

beforeAll(async () => {
  await owner.begin((tx) => loadPlaces(tx))
  await load()
})

describe('the rules of the country pack', () => {
  it.each([
    ['complaint.resolve_days', 10, 'days', 'verified'],
    ['complaint.first_answer_hours', 48, 'hours', 'reported'],
    ['complaint.agency_answer_days', 3, 'working-days', 'assumed'],
    ['complaint.escalation_days', null, 'days', 'unknown'],
    ['deposit.minimum_usd', 100_000, 'USD', 'reported'],
    ['deposit.topup_days', null, 'days', 'unknown'],
    ['age.min', 18, 'years', 'reported'],
    ['KR.pra_allowed', false, 'yes-no', 'reported'],
  ])('%s is %s %s, %s', async (key, value, unit, standing) => {
    expect(await ruleInForce(db, key, today)).toMatchObject({ version: 1, value, unit, standing })
  })

  it('have no value exactly where nothing is known', async () => {
    const rules = await listRulesInForce(db, today)
    expect(rules.length).toBeGreaterThan(80)
    for (const { key, value, standing } of rules)
      expect([key, value === null]).toEqual([key, standing === 'unknown'])
  })

  it('name a source wherever they claim to have been read somewhere', async () => {
    const claimed = (await listRulesInForce(db, today)).filter(
      ({ standing }) => standing === 'verified' || standing === 'reported',
    )
    expect(claimed.filter(({ source, article }) => source === null || article === null)).toEqual([])
  })

  it('do not hold before they began, nor after they ended', async () => {
    const key = 'complaint.first_answer_hours'
    expect(await ruleInForce(db, key, '2023-12-31' as Day)).toBeNull()
    expect(await ruleInForce(db, key, '2028-12-31' as Day)).not.toBeNull()
    expect(await ruleInForce(db, key, '2029-01-01' as Day)).toBeNull()
  })
})

describe('loading the rules again', () => {
  const reload = async () => {
    await owner`delete from loaded_file where name like 'rules/%'`
    return load()
  }

  it('reads no file that did not change', async () => {
    expect(await load()).toEqual([])
  })

  it('puts a changed name right', async () => {
    await owner`update rule set name_en = 'Wrong' where key = 'age.min'`
    expect(await reload()).toHaveLength(readPackFiles('rules/*.json').length)
    expect((await ruleInForce(db, 'age.min', today))?.name.en).toBe('Minimum age')
  })

  it('refuses another value under a version that records may name', async () => {
    await owner`update rule set value = '17' where key = 'age.min'`
    await expect(reload()).rejects.toThrow(/age\.min version 1 .* write a new version/)
    await owner`update rule set value = '18' where key = 'age.min'`
  })

  it('leaves alone what the ministry has entered', async () => {
    await owner`update rule set valid_to = '2026-12-31' where key = 'complaint.agency_answer_days'`
    await owner`
      insert into rule (key, version, part, value, unit, valid_from, standing, source, name_km,
        name_en, origin)
      values ('complaint.agency_answer_days', 2, 'complaints', '5', 'working-days', '2027-01-01',
        'verified', 'Prakas', 'រយៈពេល', 'Time', 'ministry')`

    await reload()

    const key = 'complaint.agency_answer_days'
    expect((await ruleInForce(db, key, '2026-12-31' as Day))?.value).toBe(3)
    expect((await ruleInForce(db, key, '2027-01-01' as Day))?.value).toBe(5)
    expect((await findRuleVersion(db, { key, version: 1 }))?.validTo).toBe('2026-12-31')
    expect(await findRuleVersion(db, { key, version: 3 })).toBeNull()
  })
})

describe('the table of rules', () => {
  const insert = (over: Record<string, unknown>) =>
    owner`insert into rule ${owner({
      key: 'test.rule',
      version: 1,
      part: 'workers',
      unit: 'years',
      standing: 'unknown',
      name_km: 'ក',
      name_en: 'A',
      ...over,
    })}`

  it('refuses two versions that hold on the same day', async () => {
    await insert({ valid_to: '2026-06-30' })
    await expect(insert({ version: 2, valid_from: '2026-06-30' })).rejects.toThrow(/no_overlap/)
    await insert({ version: 2, valid_from: '2026-07-01' })
    await expect(insert({ version: 3, valid_from: '2030-01-01' })).rejects.toThrow(/no_overlap/)
    await owner`delete from rule where key = 'test.rule'`
  })

  it('refuses a value that nobody knows, and a claim without its source', async () => {
    await expect(owner`
      insert into rule (key, version, part, value, unit, standing, name_km, name_en)
      values ('test.rule', 1, 'workers', '3', 'years', 'unknown', 'ក', 'A')`).rejects.toThrow(
      /unknown_has_no_value/,
    )
    await expect(insert({ standing: 'assumed' })).rejects.toThrow(/unknown_has_no_value/)
    await expect(owner`
      insert into rule (key, version, part, value, unit, standing, name_km, name_en)
      values ('test.rule', 1, 'workers', '3', 'years', 'verified', 'ក', 'A')`).rejects.toThrow(
      /rule_source/,
    )
  })

  it('cannot be changed by the application or its jobs', async () => {
    for (const role of [db, jobs]) {
      await expect(role`update rule set value = '1'`).rejects.toThrow(/permission denied/)
      await expect(role`delete from rule`).rejects.toThrow(/permission denied/)
    }
  })
})

describe('the clocks of a complaint, by the rules of the country pack', () => {
  const received = new Date('2025-04-10T16:00:00+07:00')
  const due = async (key: string) => {
    const on = '2025-04-10' as Day
    const term = clockRule(await rulebook(db, on), key)
    return dueAt(received, term!, await workCalendar(db, on))
  }

  it('end after ten calendar days, after 48 hours, and for the agency after the feast', async () => {
    expect(await due('complaint.resolve_days')).toEqual({
      dueAt: new Date('2025-04-20T23:59:59.999+07:00'),
      uncertain: false,
    })
    expect((await due('complaint.first_answer_hours')).dueAt).toEqual(
      new Date('2025-04-12T16:00:00+07:00'),
    )
    expect(await due('complaint.agency_answer_days')).toEqual({
      dueAt: new Date('2025-04-18T23:59:59.999+07:00'),
      uncertain: false,
    })
  })

  it('follow the rulebook as soon as a process that keeps it hears of a change', async () => {
    let heard = 0
    const hear = () => {
      heard += 1
    }
    const changes = await listenForChanges(db, { clear: hear })
    const age = async () => findNumber(await rulebook(db, today), 'age.min')
    expect(await age()).toBe(18)
    await owner`update rule set value = '19' where key = 'age.min'`
    expect(await age()).toBe(18)

    const before = heard
    await owner.begin((tx) => publicChanged(tx))
    await eventually('the change is heard', () => heard > before)

    expect(await age()).toBe(19)
    await changes.stop()
    await owner`update rule set value = '18' where key = 'age.min'`
  })
})
