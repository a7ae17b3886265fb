import { beforeAll, describe, expect, it } from 'vitest'
import { useSignIn } from '../../../../tests/support/account-browser.ts'
import { identify } from '../../../composition/identify.ts'
import { publicActor } from '../../../kernel/actor.ts'
import { newId } from '../../../platform/new-id.ts'
import { hashToken, newToken } from '../actions/secrets.ts'

const { db, owner, aPerson, signInAs, clock, later } = useSignIn()

const asBrowser = (s: string | undefined) =>
  identify(db, { cookies: { s }, bearer: null, access: [], now: clock.now })
const asProgram = (bearer: string, cookies = {}) =>
  identify(db, { cookies, bearer, access: [], now: clock.now })
const nobody = { actor: publicActor, name: null, scopes: null }

describe('a session', () => {
  type Login = { readonly cookie: string; readonly id: string }
  const aLogin = async (wanted: Parameters<typeof aPerson>[0] = {}): Promise<Login> => {
    const { id, login } = await aPerson(wanted)
    const browser = await signInAs(login)
    return { cookie: browser.cookies.get('s') ?? '', id }
  }

  it.each<[string, (login: Login) => Promise<unknown> | unknown]>([
    ['after an hour without a request', () => later(3601)],
    ['that was ended', ({ id }) => owner`delete from session where person_id = ${id}`],
    [
      'of a person whose account was closed',
      ({ id }) => owner`update person set disabled_at = now() where id = ${id}`,
    ],
    [
      'whose code is awaited',
      ({ id }) => owner`update session set second_factor_at = null where person_id = ${id}`,
    ],
  ])('%s is nobody’s', async (_, happens) => {
    const login = await aLogin()
    expect((await asBrowser(login.cookie)).actor.kind).toBe('person')

    await happens(login)

    expect(await asBrowser(login.cookie)).toEqual(nobody)
  })

  it('is nobody’s twelve hours after it began, however busy it was', async () => {
    const { cookie } = await aLogin()
    const seen: string[] = []
    for (let hour = 0; hour < 14; hour++) {
      seen.push((await asBrowser(cookie)).actor.kind)
      later(3590)
    }

    expect(seen).toEqual([...Array(13).fill('person'), 'public'])
  })

  it.each(['', 'x', 'x'.repeat(43), `${'x'.repeat(42)}'`, '\u0000'.repeat(43), undefined])(
    'is not found for the cookie %j',
    async (cookie) => {
      expect(await asBrowser(cookie)).toEqual(nobody)
    },
  )

  it.each<[string, Parameters<typeof aPerson>[0], readonly string[]]>([
    ['no assignment', { role: null }, []],
    ['an assignment from tomorrow', { from: '2099-01-01' }, []],
    ['an assignment that ended yesterday', { from: '2020-01-01', to: '2026-11-22' }, []],
    ['no second step yet', { withCode: false }, []],
    ['an assignment of today', {}, ['complaints-officer']],
    ['another role', { role: 'licensing-head' }, ['licensing-head']],
  ])('of a person with %s has the roles that follow', async (_, wanted, roles) => {
    const { cookie } = await aLogin(wanted)

    const { actor } = await asBrowser(cookie)

    expect(actor).toMatchObject({ kind: 'person', roles, agencyId: null })
    expect(actor.areas).toEqual(roles.length > 0 ? null : [])
  })

  it('loses its roles on the day after the assignment, and keeps them on the last day', async () => {
    const today = '2026-11-23'
    const { id, login } = await aPerson({ from: '2026-01-01', to: today, areas: ['01'] })
    clock.now = new Date('2026-11-23T16:00:00Z')
    const cookie = (await signInAs(login)).cookies.get('s')
    clock.now = new Date('2026-11-23T16:59:00Z')
    const lastMinute = await asBrowser(cookie)

    clock.now = new Date('2026-11-23T17:00:00Z')
    const nextDay = await asBrowser(cookie)

    expect(lastMinute.actor).toMatchObject({ id, roles: ['complaints-officer'], areas: ['01'] })
    expect(nextDay.actor).toMatchObject({ id, roles: [], areas: [], officeId: null })
  })
})

describe('an API token', () => {
  let person: { id: string; login: string }
  beforeAll(async () => {
    person = await aPerson({ areas: ['02'] })
  })
  const aToken = async (days = 7) => {
    const token = newToken()
    await owner`
      insert into api_token (token_hash, person_id, label, scopes, created_at, expires_at)
      values (${hashToken(token)}, ${person.id}, 'test', '{complaints:read}', ${clock.now},
        ${new Date(clock.now.getTime() + days * 86_400_000)})`
    return token
  }

  it('gives today’s roles of its person, and only its own scopes', async () => {
    const { actor, scopes } = await asProgram(await aToken())

    expect(actor).toMatchObject({ id: person.id, roles: ['complaints-officer'], areas: ['02'] })
    expect(scopes).toEqual(['complaints:read'])
  })

  it('opens nothing once it has expired or was revoked', async () => {
    const [old, revoked] = [await aToken(1), await aToken()]
    await owner`update api_token set revoked_at = now() where token_hash = ${hashToken(revoked)}`
    later(86_400)

    expect(await asProgram(old)).toEqual(nobody)
    expect(await asProgram(revoked)).toEqual(nobody)
  })

  it('that opens nothing is not made up for by a cookie beside it', async () => {
    const browser = await signInAs(person.login)

    const found = await asProgram('x'.repeat(43), { s: browser.cookies.get('s') })

    expect(found).toEqual(nobody)
  })

  it('is no session, and a session no token', async () => {
    const token = await aToken()
    const cookie = (await signInAs(person.login)).cookies.get('s') ?? ''

    expect(await asBrowser(token)).toEqual(nobody)
    expect(await asProgram(cookie)).toEqual(nobody)
  })
})

it('an agency’s clerk belongs to the agency and sees no area', async () => {
  const agencyId = newId<string>()
  const { id, login } = await aPerson({ role: null })
  await owner`insert into assignment (person_id, role, agency_id, from_day)
    values (${id}, 'agency-clerk', ${agencyId}, '2020-01-01')`

  const { actor } = await asBrowser((await signInAs(login)).cookies.get('s'))

  expect(actor).toMatchObject({ roles: ['agency-clerk'], agencyId, officeId: null, areas: [] })
})
