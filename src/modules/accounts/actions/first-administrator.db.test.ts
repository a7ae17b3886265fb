import { beforeAll, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/support/database.ts'
import { loadOffices } from '../store/offices.ts'
import { createFirstAdministrator, type FirstAdministrator } from './first-administrator.ts'
import { forgetEndedSignIns } from './forget-ended.ts'
import { verifyPassword } from './password-hash.ts'
import { issueToken } from './tokens.ts'

const { owner, jobs } = useDatabase()
const now = new Date('2026-11-23T02:00:00Z')
const wanted: FirstAdministrator = {
  login: ' Sokha ',
  km: 'សុខា',
  en: 'Sokha',
  password: 'rain on the tin roof',
  now,
}
const create = (more: Partial<FirstAdministrator> = {}) =>
  owner.begin((tx) => createFirstAdministrator(tx, { ...wanted, ...more }))

beforeAll(() => owner.begin(loadOffices))

it.each([
  [{ password: 'short' }, 'password-short'],
  [{ password: 'sokha-password-1' }, 'password-common'],
  [{ login: 'សុខា' }, 'login-not-understood'],
  [{ login: '' }, 'login-not-understood'],
  [{ km: ' ' }, 'name-missing'],
] as const)('refuses %j', async (more, refusal) => {
  expect(await create(more)).toEqual({ ok: false, refusal })
})

it('makes the first administrator once, and no second one', async () => {
  const first = await create()
  const second = await create({ login: 'dara' })

  expect(first.ok).toBe(true)
  expect(second).toEqual({ ok: false, refusal: 'administrator-exists' })
  const rows = await owner`
    select login, role, areas, password_hash from person
    join assignment on person_id = person.id join credential using (person_id)`
  expect(rows).toMatchObject([{ login: 'sokha', role: 'administrator', areas: null }])
  const hash = rows[0]?.password_hash as string
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await verifyPassword(hash, wanted.password)).toBe(true)
  expect(await verifyPassword(hash, `${wanted.password} `)).toBe(false)
})

it('issues a token for a login, and none for a name that nobody has', async () => {
  const order = { label: 'test', scopes: ['complaints:read'], days: 1, now } as const
  const made = await owner.begin((tx) => issueToken(tx, { ...order, login: 'sokha' }))
  const none = await owner.begin((tx) => issueToken(tx, { ...order, login: 'nobody' }))

  expect(made).toMatchObject({ ok: true, value: expect.stringMatching(/^[\w-]{43}$/) })
  expect(none).toEqual({ ok: false, refusal: 'no-such-person' })
  expect(JSON.stringify(await owner`select * from api_token`)).not.toContain(made.ok && made.value)
})

it('forgets what is over, as the worker, and nothing else', async () => {
  const [person] = await owner`select id from person`
  const aSession = (name: string, seen: string, ends: string) => owner`
    insert into session (token_hash, person_id, created_at, last_seen_at, expires_at, address_hash)
    values (${name}, ${person?.id}, ${now}, ${now}::timestamptz - ${seen}::interval,
      ${now}::timestamptz + ${ends}::interval, 'x')`
  await aSession('live', '59 minutes', '1 minute')
  await aSession('idle', '61 minutes', '1 hour')
  await aSession('over', '1 minute', '-1 minute')
  await owner`insert into sign_in_failure values
    ('old', 9, ${now}::timestamptz - interval '25 hours'), ('new', 9, ${now})`

  await forgetEndedSignIns(jobs, now)

  expect(await owner`select convert_from(token_hash, 'utf8') as t from session`).toEqual([
    { t: 'live' },
  ])
  expect(await owner`select convert_from(key, 'utf8') as k from sign_in_failure`).toEqual([
    { k: 'new' },
  ])
})
