import { beforeAll, describe, expect, it } from 'vitest'
import {
  type Browser,
  type SomebodyNew,
  useSignIn,
} from '../../../../../tests/support/account-browser.ts'
import type { Actor } from '../../../../kernel/actor.ts'
import { ok } from '../../../../kernel/result.ts'
import { transact } from '../../../../platform/db.ts'
import { loadRules } from '../../../law/index.ts'
import { loadPlaces } from '../../../places/index.ts'

const world = useSignIn()
const { db, owner, later } = world
let ministry = ''
let admin: Somebody
let second: Somebody
type Somebody = { readonly id: string; readonly at: Browser }

const somebody = async (wanted: SomebodyNew): Promise<Somebody> => {
  const { id, login } = await world.aPerson(wanted)
  return { id, at: await world.signInAs(login) }
}

beforeAll(async () => {
  await owner.begin(async (tx) => {
    await loadRules(tx)
    await loadPlaces(tx)
  })
  const [row] = await owner`select id from office where code = 'ministry'`
  ministry = row?.id
  admin = await somebody({ role: 'administrator' })
  second = await somebody({ role: 'complaints-head' })
})

const aNewcomer = async () => (await world.aPerson({ role: null })).id
const theRole = (more: Record<string, string> = {}) => ({
  role: 'complaints-officer',
  office: ministry,
  ...{ 'from-day': '24', 'from-month': '11', 'from-year': '2026' },
  reason: 'A new colleague',
  ...more,
})
const propose = async (by: Somebody, whom: string, more: Record<string, string> = {}) => {
  const answer = await by.at.post(`/en/work/people/${whom}/role`, theRole(more))
  return String(answer.headers.location ?? answer.body)
}
/** With a fresh code: each sitting of these tests is over before the next. */
const decide = async (by: Somebody, request: string, form: Record<string, string> = {}) => {
  later(16 * 60)
  const code = { 'signing-code': world.code() }
  return by.at.post(request, { do: 'approve', version: '1', ...code, ...form })
}
const rolesOf = (id: string) => owner`select role, to_day from assignment where person_id = ${id}`

describe('a role for somebody', () => {
  it.each([
    [{ office: '' }, 'Choose the office'],
    [{ role: 'agency-clerk' }, 'Say for which agency'],
    [{ 'from-year': '2025' }, 'today or later'],
    [{ 'to-day': '1', 'to-month': '11', 'to-year': '2026' }, 'lies before the first'],
    [{ reason: ' ' }, 'Say why'],
  ])('is not asked for with %j', async (more, words) => {
    expect(await propose(admin, await aNewcomer(), more)).toContain(words)
  })

  it('is given by nobody alone: not by the proposer, nor by the person concerned', async () => {
    const head = await somebody({ role: 'licensing-head' })
    const request = await propose(admin, await aNewcomer())
    const own = await propose(admin, head.id, { role: 'counsellor' })

    expect((await decide(admin, request)).body).toContain('You asked for it yourself')
    expect((await decide(head, own)).body).toContain('about yourself')
    expect(await rolesOf(head.id)).toHaveLength(1)
  })

  it('is given with the code of the second person, and kept with what was shown', async () => {
    const whom = await aNewcomer()
    const request = await propose(admin, whom)
    const without = await second.at.post(request, { do: 'approve', version: '1' })

    const done = await decide(second, request)

    expect(without.body).toContain('Enter the six-digit code')
    expect(done.headers.location).toBe(`/en/work/people/${whom}`)
    expect(await rolesOf(whom)).toMatchObject([{ role: 'complaints-officer', to_day: null }])
    const [kept] = await owner`select s.person_id, s.meaning from signature s
      join person_request r on r.signature_id = s.id where r.person_id = ${whom}`
    expect(kept).toEqual({ person_id: second.id, meaning: 'person-request.approve' })
  })

  it('of an administrator is given by administrators only', async () => {
    const other = await somebody({ role: 'administrator' })
    const whom = await aNewcomer()
    const request = await propose(admin, whom, { role: 'administrator' })

    expect((await decide(second, request)).body).toContain('Your role does not allow this')
    expect((await decide(other, request)).statusCode).toBe(303)
  })

  it('is not given twice by two who approve at once, and not at two places', async () => {
    const third = await somebody({ role: 'complaints-head' })
    const whom = await aNewcomer()
    const requests = [await propose(admin, whom), await propose(admin, whom)]
    const bmc = (await owner`select id from office where code = 'pdolvt-01'`)[0]?.id as string
    const elsewhere = await propose(admin, whom, { office: bmc })
    later(16 * 60)
    const code = { 'signing-code': world.code(), do: 'approve', version: '1' }

    const answers = await Promise.all([
      second.at.post(requests[0] ?? '', code),
      third.at.post(requests[0] ?? '', code),
      third.at.post(requests[1] ?? '', code),
    ])

    expect(answers.filter(({ statusCode }) => statusCode === 303)).toHaveLength(1)
    expect(await rolesOf(whom)).toHaveLength(1)
    expect((await decide(second, elsewhere)).body).toContain('works at another place')
    expect((await decide(second, requests[0] ?? '')).body).toContain('Somebody else was quicker')
  })

  it('is written by no program past the second person', async () => {
    const whom = await aNewcomer()
    const actor: Actor = {
      kind: 'person',
      id: admin.id,
      roles: ['administrator'],
      officeId: ministry,
      areas: null,
      agencyId: null,
    }
    const write = transact(db, actor, async (tx) => {
      await tx`insert into assignment (person_id, role, office_id, from_day)
        values (${whom}, 'complaints-head', ${ministry}, '2026-01-01')`
      return ok(null)
    })
    const approveOwn = transact(db, actor, async (tx) => {
      await tx`insert into person_request (kind, person_id, reason, proposed_by, proposed_at)
        values ('second-factor-reset', ${whom}, 'x', ${admin.id}, now())`
      await tx`update person_request set status = 'approved', decided_by = ${admin.id},
        decided_at = now(), signature_id = (select id from signature limit 1)
        where person_id = ${whom}`
      return ok(null)
    })

    await expect(write).rejects.toThrow('row-level security')
    await expect(approveOwn).rejects.toThrow('request_by_two_people')
  })

  it('ends with its last day, at once with yesterday, and never by whom it concerns', async () => {
    const whom = await somebody({ role: 'complaints-officer', from: '2026-11-01' })
    const [held] = await owner`select id from assignment where person_id = ${whom.id}`
    const [own] = await owner`select id from assignment where person_id = ${admin.id}`
    const end = (id: string, day: string) =>
      admin.at.post(`/en/work/assignments/${id}/end`, {
        ...{ 'lastDay-day': day, 'lastDay-month': '11', 'lastDay-year': '2026' },
      })
    expect((await whom.at.get('/en/account')).body).toContain('Complaints officer')

    expect((await end(own?.id, '23')).body).toContain('about yourself')
    expect((await end(held?.id, '1')).body).toContain('Choose yesterday or later')
    expect((await end(held?.id, '22')).statusCode).toBe(303)

    expect((await whom.at.get('/en/account')).body).toContain('None yet')
  })
})

describe('an account', () => {
  const add = (login: string, by = admin) =>
    by.at.post('/en/work/people/new', { km: 'គំរូ', en: 'Example', login })
  const openedBy = async (login: string) => {
    const { headers } = await add(login)
    const page = await admin.at.get(String(headers.location))
    const password = /<code>([^<]+)<\/code>/.exec(page.body)?.[1] ?? ''
    return { path: String(headers.location), page, password }
  }

  it('is not opened by a head, nor under a name that somebody has', async () => {
    expect((await add('by-a-head', second)).statusCode).toBe(403)
    await add('taken-name')
    expect((await add('Taken-Name')).body).toContain('Somebody has this sign-in name')
    expect((await add('សុខា')).body).toContain('Use small Latin letters')
  })

  it('shows its first password once; it is changed before anything else', async () => {
    const { path, password } = await openedBy('newcomer')
    const again = await admin.at.get(path)
    const at = world.browser()

    const knocked = await at.post('/en/sign-in', { login: 'newcomer', password })
    const asked = await at.get('/en/account/password')
    const own = 'three quiet buffaloes'
    const changed = await at.post('/en/account/password', { current: password, wanted: own })

    expect(again.body).not.toContain(password)
    expect(knocked.headers.location).toBe('/en/account/password')
    expect(asked.body).toContain('was handed over to you')
    expect(changed.headers.location).toBe('/en/account/second-factor')
    expect((await at.get('/en/work/people')).statusCode).toBe(403)
  })

  it('gives no role with a first password, and none at all after its days', async () => {
    const { login } = await world.aPerson({ role: 'administrator' })
    const [row] = await owner`select id from person where login = ${login}`
    const made = await admin.at.post(`/en/work/people/${row?.id}/actions/first-password`)
    const page = await admin.at.get(String(made.headers.location))
    const password = /<code>([^<]+)<\/code>/.exec(page.body)?.[1] ?? ''
    const at = world.browser()
    await at.post('/en/sign-in', { login, password })
    later(30)
    const coded = await at.post('/en/sign-in/code', { code: world.code() })

    expect(coded.headers.location).toBe('/en/account/password')
    expect((await at.get('/en/work/people')).statusCode).toBe(403)
    later(8 * 24 * 3600)
    const late = await world.browser().post('/en/sign-in', { login, password })
    expect(late.body).toContain('not right')
    later(-8 * 24 * 3600)
  })

  it('is closed with its sessions and roles, and opens again without any', async () => {
    const whom = await somebody({ role: 'complaints-officer' })
    const self = await admin.at.post(`/en/work/people/${admin.id}/actions/disable`)
    await admin.at.post(`/en/work/people/${whom.id}/actions/disable`)

    expect(self.body).toContain('about yourself')
    expect((await whom.at.get('/en/account')).headers.location).toContain('/en/sign-in')
    await admin.at.post(`/en/work/people/${whom.id}/actions/enable`)
    expect(await rolesOf(whom.id)).toMatchObject([{ to_day: '2026-11-22' }])
    const [person] = await owner`select disabled_at from person where id = ${whom.id}`
    expect(person).toEqual({ disabled_at: null })
  })

  it('loses its second step by two persons only, and its sessions with it', async () => {
    const whom = await somebody({ role: 'complaints-officer' })
    const asked = await admin.at.post(`/en/work/people/${whom.id}/reset`, { reason: 'Lost' })
    const request = String(asked.headers.location)
    const alone = await decide(admin, request)
    const [before] = await owner`select totp_secret from credential where person_id = ${whom.id}`

    const done = await decide(second, request)

    expect(alone.body).toContain('You asked for it yourself')
    expect(before?.totp_secret).not.toBeNull()
    expect(done.statusCode).toBe(303)
    const [after] = await owner`select totp_secret from credential where person_id = ${whom.id}`
    expect(after).toEqual({ totp_secret: null })
    expect((await whom.at.get('/en/account')).headers.location).toContain('/en/sign-in')
  })
})

describe('the list', () => {
  it('finds people by role, office, province, name and what waits', async () => {
    const whom = await somebody({ role: 'counsellor', areas: ['12'] })
    const [row] = await owner`select login from person where id = ${whom.id}`
    await propose(admin, whom.id, { role: 'complaints-officer', office: ministry })
    const found = async (query: string) =>
      (await admin.at.get(`/en/work/people?${query}`)).body.includes(`people/${whom.id}"`)

    expect(await found('role=counsellor&area=12')).toBe(true)
    expect(await found('role=counsellor&area=13')).toBe(false)
    expect(await found('role=licensing-head')).toBe(false)
    expect(await found(`text=${row?.login.toUpperCase()}`)).toBe(true)
    expect(await found('state=disabled')).toBe(false)
    expect(await found(`office=${ministry}`)).toBe(true)
  })

  it('is exported by administrators, who are named for it, and spoils no spreadsheet', async () => {
    await admin.at.post('/en/work/people/new', { km: '=1+1', en: '@sum', login: 'formula' })
    await admin.at.get('/en/work/people')
    const csv = await admin.at.get('/en/work/people/export?state=all')

    expect((await second.at.get('/en/work/people/export')).statusCode).toBe(403)
    expect(csv.body).toContain("formula,'=1+1,'@sum")
    const looks =
      await owner`select act from audit where actor_id = ${admin.id} and act = 'exported'`
    expect(looks).toHaveLength(1)
  })

  it('shows a person’s history and every office with the one above it', async () => {
    const page = await admin.at.get(`/en/work/people/${second.id}`)
    const offices = await admin.at.get('/en/work/offices')

    expect(page.body).toContain('Signed something')
    expect(offices.body).toContain('Bureau of Work Abroad')
  })
})
