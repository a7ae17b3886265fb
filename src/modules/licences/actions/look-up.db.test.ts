import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/support/database.ts'
import { publicActor } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/days.ts'
import { readAs } from '../../../platform/db.ts'
import { loadRules } from '../../law/index.ts'
import { loadPlaces } from '../../places/index.ts'
import { fillDemonstrationAgencies } from '../demonstration/fill-agencies.ts'
import { lookUp } from './look-up.ts'

const { db, owner } = useDatabase()
const now = new Date('2026-06-15T03:00:00Z')
const today = '2026-06-15' as Day

beforeAll(async () => {
  await owner.begin(async (tx) => {
    await loadPlaces(tx)
    await loadRules(tx)
    await fillDemonstrationAgencies(tx, { now, seed: 7 })
  })
})

const ask = (q: string, destination: string | null = null) =>
  readAs(db, publicActor, (tx) => lookUp(tx, { q, destination, today }))

const summary = async (q: string, destination: string | null = null) => {
  const { exact } = await ask(q, destination)
  return exact.map(({ agency, match, answer }) => [agency.names.en, match.by, answer.kind])
}
const mango = 'Ripe Mango (Demonstration)'

describe('an agency is found exactly', () => {
  it.each([
    ['its Khmer name', 'ស្វាយទុំ', 'name'],
    ['its Khmer name with the legal form and hidden marks', 'ក្រុមហ៊ុន ស្វាយ\u200bទុំ', 'name'],
    ['its full Khmer name', 'ស្វាយទុំ «គំរូ»', 'name'],
    ['its Latin name in other case', 'RIPE  mango Co., Ltd.', 'name'],
    ['its Latin name in full', mango, 'name'],
    ['another romanisation', 'svay toum', 'name'],
    ['its licence number', 'demo-001', 'licence-number'],
    ['its licence number in Khmer digits', 'DEMO ០០១', 'licence-number'],
    ['its telephone', '010 000 100', 'phone'],
    ['its telephone in Khmer digits', '០១០ ០០០ ១០០', 'phone'],
    ['its telephone in international form', '+855 10-000-100', 'phone'],
    ['its page', 'http://www.ripe-mango.example/contact', 'page'],
  ])('by %s', async (_, typed, by) => {
    expect(await summary(typed)).toEqual([[mango, by, 'licensed']])
  })
})

describe('every answer that a record can give', () => {
  it.each([
    [
      'Golden Durian',
      { kind: 'suspended', since: '2026-05-26', until: '2026-07-10', condition: null },
    ],
    [
      'Red Rambutan',
      { kind: 'suspended', since: '2026-04-01', until: null, condition: 'workers-repaid' },
    ],
    ['Ambong Banana', { kind: 'revoked', on: '2025-11-17' }],
    ['Guava Blossom', { kind: 'expired', on: '2025-11-27' }],
    ['Pursat Orange', { kind: 'surrendered', on: '2026-02-15' }],
    ['Forest Jackfruit', { kind: 'not-begun', from: '2026-07-05' }],
    ['Tall Sugar Palm', { kind: 'licensed' }],
    ['Ripe Mangoes', { kind: 'warned', warning: { reason: 'takes-anothers-name' } }],
    ['Flying Fruit Basket', { kind: 'warned', warning: { appeal: 'open' } }],
    ['Whirlwind Jobs Corner', { kind: 'never-licensed' }],
  ])('%s', async (typed, answer) => {
    const { exact } = await ask(typed)
    expect(exact.map((found) => found.answer)).toMatchObject([answer])
  })

  it('says for which other countries it is licensed when not for the one asked', async () => {
    expect(await summary('Ripe Mango', 'KR')).toEqual([[mango, 'name', 'other-countries']])
  })

  it('does not show an application that is not on the register', async () => {
    const { exact, similar } = await ask('Fragrant Champei')
    expect(exact).toEqual([])
    expect(similar.map(({ agency }) => agency.names.en)).not.toContain(
      'Fragrant Champei (Demonstration)',
    )
    expect(await summary('DEMO-018')).toEqual([])
  })
})

describe('what only resembles', () => {
  it.each([
    ['a letter more', 'Ripe Mangos', mango],
    ['a letter of another script', 'Ripe M\u0430ngo', mango],
    ['a part of the name', 'Mango', mango],
    ['another spelling than those recorded', 'Svai Tom', mango],
    ['a Khmer letter less', 'ស្វាយទុ', mango],
    ['a former name', 'Old Lotus Jewel', 'Lotus Jewel (Demonstration)'],
  ])('never decides: %s', async (_, typed, expected) => {
    const { exact, similar } = await ask(typed)
    expect(exact).toEqual([])
    expect(similar.map(({ agency }) => agency.names.en)).toContain(expected)
  })

  it('never decides: a telephone that the agency gave up', async () => {
    const { exact, similar } = await ask('010 000 619')
    expect(exact).toEqual([])
    expect(similar.map(({ match }) => match.by)).toEqual(['former-phone'])
  })

  it('names the original beside its imitator', async () => {
    const { exact, similar } = await ask('Ripe Mangoes')
    expect(exact.map(({ answer }) => answer.kind)).toEqual(['warned'])
    expect(similar.map(({ agency }) => agency.names.en)).toContain(mango)
  })
})

describe('whatever is typed', () => {
  it.each([
    ['nothing', ''],
    ['marks that nobody sees', '\u200b\u202e\u2066\ufeff'],
    ['100,000 letters', 'ស'.repeat(100_000)],
    ['100,000 digits', '1'.repeat(100_000)],
    ['HTML', '<script>alert(1)</script>'],
    ['SQL', "'; drop table agency; --"],
    ['wildcards', '%%%___'],
    ['emoji', '🥭🥭🥭'],
    ['right to left', 'مكتب العمل'],
    ['half a character', '\ud83e'],
    ['a null character', 'a\u0000b'],
  ])('gives no licence: %s', async (_, typed) => {
    expect((await ask(typed)).exact).toEqual([])
  })

  it('keeps no more of the question than a name can have', async () => {
    expect((await ask('x'.repeat(100_000))).typed).toHaveLength(200)
  })
})

it('answers within 25 ms among 2,000 agencies', async () => {
  await owner`
    insert into agency (kind, name_km, name_latin, is_public)
    select 'agency', null, 'Bulk ' || md5(n::text), true from generate_series(1, 2000) n`
  await owner`
    insert into agency_name (agency_id, kind, name, key, sound, is_public)
    select id, 'spelling', name_latin || n, md5(name_latin || n),
      translate(substr(md5(name_latin || n), 1, 16), '0123456789', 'aeioumntks'), true
    from agency cross join generate_series(1, 3) n where name_latin like 'Bulk %'`
  await owner`analyze`
  const questions = [
    'Ripe Mango',
    'ស្វាយទុំ',
    'Svai Tom',
    'manpower kampuchea',
    'eanosmktie',
    '010 000 100',
  ]

  const times: number[] = []
  for (let round = 0; round < 60; round += 1) {
    const begin = performance.now()
    await ask(questions[round % questions.length] ?? '')
    times.push(performance.now() - begin)
  }

  // Half of them: the other tests of this run want the processor too. The bench measures the 95th.
  expect(times.sort((a, b) => a - b)[30]).toBeLessThan(25)
})
