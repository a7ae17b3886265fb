import { Secret, TOTP } from 'otpauth'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import {
  type Browser,
  hiddenFields,
  password,
  useSignIn,
} from '../../../../tests/support/account-browser.ts'
import { ok } from '../../../kernel/result.ts'
import { answers } from '../../../platform/http/route.ts'

const ping = answers({
  path: '/api/v1/ping',
  method: 'get',
  access: ['complaints-officer'],
  scope: 'complaints:read',
  summary: 'ping',
  reply: z.object({ who: z.string() }),
  handle: async ({ actor }) => ok({ who: actor.id }),
})
const write = answers({
  path: '/api/v1/pong',
  method: 'get',
  access: ['complaints-officer'],
  scope: 'complaints:write',
  summary: 'pong',
  reply: z.object({}),
  handle: async () => ok({}),
})
const { browser, aPerson, signInAs, code, later, clock, owner } = useSignIn([ping, write])

const order = { label: 'monthly report', scopes: 'complaints:read', days: '30' }
const tokenOn = (html: string) => /<code>([\w-]{43})<\/code>/.exec(html)?.[1] ?? ''

describe('the account page', () => {
  it.each([
    ['GET', '/account'],
    ['GET', '/account/second-factor'],
    ['POST', '/account/second-factor'],
    ['POST', '/account/sessions'],
    ['POST', '/account/tokens'],
    ['POST', '/account/tokens/0190-none/end'],
  ])('%s %s sends somebody unknown to the sign-in', async (method, path) => {
    const at = browser()
    const answer = method === 'GET' ? await at.get(path) : await at.post(path, order)

    expect(answer.statusCode).toBe(303)
    expect(answer.headers.location).toContain('/sign-in?next=')
  })

  it('says who I am and what I may do, in both languages', async () => {
    const at = browser('demonstration')
    await at.post('/sign-in/demonstration', { person: 'officer-bmc' })

    const [km, en] = [await at.get('/account'), await at.get('/en/account')]

    expect(km.body).toContain('មន្ត្រីទទួលពាក្យបណ្តឹង')
    expect(en.body).toContain('Complaints officer')
    expect(en.body).toContain('Provincial Department of Labour and Vocational Training, Banteay')
  })

  it('says to somebody without an assignment whom to ask', async () => {
    const { login } = await aPerson({ role: null })
    const at = await signInAs(login)

    expect((await at.get('/en/account')).body).toContain('ask your administrator for an assignment')
  })

  it.each([
    ['/en/account/sessions', { end: '\u0000' }, 303],
    ['/en/account/tokens/%00/end', {}, 404],
    ['/en/account/tokens', { ...order, label: '\u0000' }, 422],
    ['/en/account/tokens', { ...order, label: 'a\u0000b' }, 303],
  ] as const)('takes marks that nobody sees at %s for nothing', async (path, form, status) => {
    const at = await signInAs((await aPerson()).login)

    expect((await at.post(path, form)).statusCode).toBe(status)
  })

  it('is opened by no API token', async () => {
    const at = await signInAs((await aPerson()).login)
    await at.post('/en/account/tokens', order)
    const token = tokenOn((await at.get('/en/account')).body)

    const answer = await browser().api('/account', token)

    expect(answer.headers.location).toContain('/sign-in')
  })
})

describe('sessions', () => {
  const works = async (at: Browser) => (await at.get('/account')).statusCode === 200

  it('are ended one by one or all but this one, and never somebody else’s', async () => {
    const { login } = await aPerson()
    const stranger = await signInAs((await aPerson()).login)
    const [mine, second, third] = [
      await signInAs(login),
      await signInAs(login),
      await signInAs(login),
    ]
    const [foreign] = await owner`select id from session order by created_at limit 1`

    await mine.post('/account/sessions', { end: String(foreign?.id) })
    await mine.post('/account/sessions', { end: "' or true --" })
    expect([await works(stranger), await works(second), await works(third)]).toEqual([
      true,
      true,
      true,
    ])

    await mine.post('/account/sessions', { end: 'others' })
    expect([await works(mine), await works(second), await works(third)]).toEqual([
      true,
      false,
      false,
    ])
    expect(await works(stranger)).toBe(true)
  })

  it('end when somebody signs out, also for whoever copied the cookie', async () => {
    const at = await signInAs((await aPerson()).login)
    const copy = browser()
    copy.cookies.set('s', at.cookies.get('s') ?? '')
    expect(await works(copy)).toBe(true)

    const answer = await at.post('/en/sign-out')

    expect(answer.headers.location).toBe('/en')
    expect(at.cookies.has('s')).toBe(false)
    expect(await works(copy)).toBe(false)
  })

  it('are kept in a cookie that no script and no other site reads', async () => {
    const { login } = await aPerson()
    const at = browser()
    const answer = await at.post('/sign-in', { login, password })

    const cookie = answer.cookies.find(({ name }) => name === 's')

    expect(cookie).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Lax', path: '/' })
  })
})

describe('changing the password', () => {
  const change = '/en/account/password'
  const wanted = 'five boats below the bridge'

  it.each([
    ['not my password', wanted, 'This is not your current password.'],
    [password, 'too short', 'Use at least 12 letters'],
    [password, 'Cambodia-2026-Khmer', 'Too many people use this password'],
    [password, '', 'Enter your password.'],
  ])('from %j to %j is refused, and no password comes back', async (current, next, sentence) => {
    const at = await signInAs((await aPerson()).login)

    const answer = await at.post(change, { current, wanted: next })

    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain(sentence)
    expect(answer.body).not.toMatch(/type="password"[^>]*value="[^"]/)
  })

  it('makes the old one useless and ends the other sessions', async () => {
    const { login } = await aPerson()
    const [mine, other] = [await signInAs(login), await signInAs(login)]

    const answer = await mine.post(change, { current: password, wanted })

    expect(answer.headers.location).toBe('/en/account')
    expect((await mine.get('/account')).statusCode).toBe(200)
    expect((await other.get('/account')).statusCode).toBe(303)
    expect((await browser().post('/sign-in', { login, password })).statusCode).toBe(422)
    expect((await browser().post('/sign-in', { login, password: wanted })).statusCode).toBe(303)
  })
})

describe('API tokens', () => {
  it.each([
    [{ label: '', scopes: 'complaints:read', days: '30' }, 'Say what the token is for.'],
    [{ label: 'x', days: '30' }, 'Choose at least one thing'],
    [{ label: 'x', scopes: 'everything', days: '30' }, 'We could not read this answer'],
    [{ label: 'x', scopes: 'complaints:read', days: '40000' }, 'We could not read this answer'],
  ])('are not made from %j', async (form, sentence) => {
    const at = await signInAs((await aPerson()).login)

    const answer = await at.post('/en/account/tokens', form)

    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain(sentence)
  })

  it('are not made by somebody without a role', async () => {
    const { id, login } = await aPerson({ role: null })
    const at = await signInAs(login)

    await at.post('/account/tokens', order)

    expect(await owner`select from api_token where person_id = ${id}`).toHaveLength(0)
  })

  it('are shown once, work within their scopes, and end when revoked or expired', async () => {
    const { id, login } = await aPerson()
    const at = await signInAs(login)
    await at.post('/en/account/tokens', order)
    const first = await at.get('/en/account')
    const second = await at.get('/en/account')
    const token = tokenOn(first.body)

    expect(token).not.toBe('')
    expect(second.body).not.toContain(token)
    expect((await at.api('/api/v1/ping', token)).json()).toEqual({ who: id })
    expect((await at.api('/api/v1/pong', token)).json()).toMatchObject({ code: 'no-such-scope' })

    const [row] = await owner`select id from api_token where person_id = ${id}`
    const stranger = await signInAs((await aPerson()).login)
    expect((await stranger.post(`/account/tokens/${row?.id}/end`)).statusCode).toBe(404)
    expect((await at.api('/api/v1/ping', token)).statusCode).toBe(200)
    expect((await at.post(`/account/tokens/${row?.id}/end`)).statusCode).toBe(303)
    expect((await at.api('/api/v1/ping', token)).statusCode).toBe(401)
  })

  it('lose the role together with their person', async () => {
    const { id, login } = await aPerson()
    const at = await signInAs(login)
    await at.post('/en/account/tokens', order)
    const token = tokenOn((await at.get('/en/account')).body)

    await owner`update assignment set to_day = '2026-11-22', from_day = '2020-01-01' where person_id = ${id}`

    expect((await at.api('/api/v1/ping', token)).json()).toMatchObject({ code: 'not-your-role' })
  })
})

describe('setting up the second step', () => {
  const secretOn = (html: string) =>
    (/<code>([A-Z2-7 ]+)<\/code>/.exec(html)?.[1] ?? '').replace(/ /g, '')
  const codeFor = (secret: string, at: Date) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() })
  const action = '/en/account/second-factor'
  const roles = async (at: Browser) =>
    (await at.get('/en/account')).body.includes('Complaints officer')

  it('gives the roles to somebody who signed in with a password alone', async () => {
    const { login } = await aPerson({ withCode: false })
    const at = browser()
    const signed = await at.post('/en/sign-in', { login, password })
    expect(signed.headers.location).toBe(action)
    expect(await roles(at)).toBe(false)
    const shown = await at.get(action)
    expect(shown.body).toContain('src="data:image/svg+xml;base64,')
    const fields = hiddenFields(shown.body, action)

    const wrong = await at.post(action, { ...fields, code: '000000' })
    const same = secretOn(wrong.body)
    const done = await at.post(action, {
      ...hiddenFields(wrong.body, action),
      code: codeFor(same, clock.now),
    })

    expect(wrong.statusCode).toBe(422)
    expect(same).toBe(secretOn(shown.body))
    expect(done.statusCode).toBe(303)
    expect(await roles(at)).toBe(true)
    const again = browser()
    expect((await again.post('/en/sign-in', { login, password })).headers.location).toBe(
      '/en/sign-in/code',
    )
    expect(
      (await again.post('/en/sign-in/code', { code: codeFor(same, clock.now) })).statusCode,
    ).toBe(422)
    later(30)
    expect(
      (await again.post('/en/sign-in/code', { code: codeFor(same, clock.now) })).statusCode,
    ).toBe(303)
  })

  it('is not moved to another phone without a code of the old one', async () => {
    const { login } = await aPerson()
    const at = await signInAs(login)
    const shown = await at.get(action)
    const typed = {
      ...hiddenFields(shown.body, action),
      code: codeFor(secretOn(shown.body), clock.now),
    }

    const without = await at.post(action, typed)
    later(30)
    const fresh = {
      ...hiddenFields(without.body, action),
      code: codeFor(secretOn(without.body), clock.now),
    }
    const moved = await at.post(action, { ...fresh, current: code() })

    expect(without.statusCode).toBe(422)
    expect(without.body).toContain('The code of the old phone is not right')
    expect(moved.statusCode).toBe(303)
  })

  it('takes no secret that was shown to somebody else', async () => {
    const [a, b] = [await aPerson({ withCode: false }), await aPerson({ withCode: false })]
    const [mine, theirs] = [browser(), browser()]
    await mine.post('/en/sign-in', { login: a.login, password })
    await theirs.post('/en/sign-in', { login: b.login, password })
    const shown = await mine.get(action)
    const fields = hiddenFields(shown.body, action)

    const answer = await theirs.post(action, {
      ...fields,
      code: codeFor(secretOn(shown.body), clock.now),
    })

    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('This page was open too long')
  })

  it('keeps the secret sealed', async () => {
    const { id } = await aPerson()

    const [row] = await owner`select totp_secret from credential where person_id = ${id}`

    expect(Buffer.from(row?.totp_secret as Uint8Array).toString('latin1')).not.toContain('JBSWY3')
  })
})
