import { beforeAll, expect, it } from 'vitest'
import { type Browser, useSignIn } from '../../../../../tests/support/account-browser.ts'
import { publicActor } from '../../../../kernel/actor.ts'
import { ok } from '../../../../kernel/result.ts'
import { transact } from '../../../../platform/db.ts'
import { loadRules } from '../../../law/index.ts'
import { loadPlaces } from '../../../places/index.ts'
import { findIdentity } from '../find-identity.ts'

const world = useSignIn()
const { db, owner, clock, later } = world

beforeAll(() =>
  owner.begin(async (tx) => {
    await loadRules(tx)
    await loadPlaces(tx)
  }),
)

const parts = (name: string, day: string) => {
  const [year = '', month = '', date = ''] = day.split('-')
  return { [`${name}-year`]: year, [`${name}-month`]: month, [`${name}-day`]: date }
}
const give = (at: Browser, to: string, until = '2026-11-25') =>
  at.post('/en/work/delegations', {
    ...{ role: 'complaints-head', to, reason: 'Away' },
    ...parts('from', '2026-11-23'),
    ...parts('until', until),
  })
const aPair = async () => {
  clock.now = new Date('2026-11-23T02:00:00Z')
  const [head, deputy] = [
    await world.aPerson({ role: 'complaints-head', from: '2026-01-01' }),
    await world.aPerson({ role: 'complaints-officer', from: '2026-01-01' }),
  ]
  const [atHead, atDeputy] = [await world.signInAs(head.login), await world.signInAs(deputy.login)]
  return { head, deputy, atHead, atDeputy }
}
const givenTo = async (deputy: string) => {
  const [row] = await owner`select id from delegation where to_person = ${deputy}`
  return String(row?.id)
}
const rolesOf = async (at: Browser) => {
  const sent = { cookies: { s: at.cookies.get('s') }, bearer: null, access: [], now: clock.now }
  const found = await findIdentity(db, sent)
  return found?.actor ?? publicActor
}

it('is given by nobody who does not hold the role, and not twice for the same days', async () => {
  const { atHead, atDeputy, head, deputy } = await aPair()
  const other = await world.aPerson({ role: 'complaints-officer' })

  expect((await give(atDeputy, head.id)).body).toContain('You do not hold this role')
  expect((await give(atHead, deputy.id)).statusCode).toBe(303)
  expect((await give(atHead, other.id)).body).toContain('Somebody else acts with this role')
})

it('lets the deputy act with the role, and says for whom in every step', async () => {
  const { atHead, atDeputy, head, deputy } = await aPair()
  await give(atHead, deputy.id)
  expect((await rolesOf(atDeputy)).roles).toEqual(['complaints-officer'])

  await atDeputy.post('/en/account/acting', { delegation: await givenTo(deputy.id) })

  expect(await rolesOf(atDeputy)).toMatchObject({
    id: deputy.id,
    roles: ['complaints-head'],
    actingFor: head.id,
  })
  const asked = await atDeputy.post(`/en/work/people/${deputy.id}/reset`, { reason: 'Lost' })
  expect(asked.statusCode).toBe(303)
  const [event] = await owner`
    select actor_id, data from event where type = 'person.reset-proposed'
    and record_id = ${deputy.id}`
  expect(event).toMatchObject({ actor_id: deputy.id, data: { actingFor: head.id } })
  await atDeputy.post('/en/account/acting', {})
  expect((await rolesOf(atDeputy)).roles).toEqual(['complaints-officer'])
})

it('gives nothing in a browser of somebody else, nor to a head who acts for no one', async () => {
  const { atHead, deputy } = await aPair()
  await give(atHead, deputy.id)
  const id = await givenTo(deputy.id)

  expect((await atHead.post('/en/account/acting', { delegation: id })).statusCode).toBe(404)
})

it('gives nothing from the midnight of Phnom Penh on, in a browser that acted until then', async () => {
  const { atHead, atDeputy, deputy } = await aPair()
  await give(atHead, deputy.id, '2026-11-23')
  await atDeputy.post('/en/account/acting', { delegation: await givenTo(deputy.id) })
  await owner`update session set expires_at = '2026-12-31'`

  clock.now = new Date('2026-11-23T16:59:59Z')
  await owner`update session set last_seen_at = ${clock.now}`
  const before = await rolesOf(atDeputy)
  later(1)
  const after = await rolesOf(atDeputy)

  expect(before.roles).toEqual(['complaints-head'])
  expect(after.roles).toEqual(['complaints-officer'])
  expect(after.actingFor).toBeUndefined()
})

it.each([
  [
    'the head’s own role ended',
    (head: string) => owner`
    update assignment set to_day = '2026-11-22' where person_id = ${head}`,
  ],
  [
    'the head’s account was closed',
    (head: string) => owner`
    update person set disabled_at = ${clock.now} where id = ${head}`,
  ],
])('gives nothing once %s', async (_what, change) => {
  const { atHead, atDeputy, head, deputy } = await aPair()
  await give(atHead, deputy.id)
  await atDeputy.post('/en/account/acting', { delegation: await givenTo(deputy.id) })

  await change(head.id)

  expect((await rolesOf(atDeputy)).roles).toEqual(['complaints-officer'])
})

it('ends at once when the head is back, and the days are free for another', async () => {
  const { atHead, atDeputy, deputy } = await aPair()
  await give(atHead, deputy.id)
  const id = await givenTo(deputy.id)
  await atDeputy.post('/en/account/acting', { delegation: id })

  const stranger = await world.signInAs((await world.aPerson({ role: 'counsellor' })).login)
  expect((await stranger.post(`/en/work/delegations/${id}/end`)).statusCode).toBe(404)
  expect((await atHead.post(`/en/work/delegations/${id}/end`)).statusCode).toBe(303)

  expect((await rolesOf(atDeputy)).roles).toEqual(['complaints-officer'])
  const other = await world.aPerson({ role: 'complaints-officer', from: '2026-01-01' })
  expect((await give(atHead, other.id)).statusCode).toBe(303)
})

it('signs for the head in the days alone, also past the program', async () => {
  const { atHead, atDeputy, head, deputy } = await aPair()
  const whom = await world.aPerson({ role: 'counsellor' })
  const admin = await world.signInAs((await world.aPerson({ role: 'administrator' })).login)
  const asked = await admin.post(`/en/work/people/${whom.id}/reset`, { reason: 'Lost' })
  await give(atHead, deputy.id)
  await atDeputy.post('/en/account/acting', { delegation: await givenTo(deputy.id) })
  later(30)
  const code = { 'signing-code': world.code() }

  const done = await atDeputy.post(String(asked.headers.location), {
    ...{ do: 'approve', version: '1', ...code },
  })

  expect(done.statusCode).toBe(303)
  const [signed] =
    await owner`select role, acting_for from signature where person_id = ${deputy.id}`
  expect(signed).toEqual({ role: 'complaints-head', acting_for: head.id })
  const actor = { ...(await rolesOf(atDeputy)) }
  const late = transact(db, actor, async (tx) => {
    await tx`insert into signature (record_type, record_id, person_id, role, acting_for, signed_at,
      meaning, shown_hash, method)
      values ('x', uuidv7(), ${deputy.id}, 'complaints-head', ${head.id}, '2026-11-26T02:00:00Z',
        'x', sha256('x'), 'totp')`
    return ok(null)
  })
  await expect(late).rejects.toThrow('row-level security')
})
