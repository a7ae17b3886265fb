import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { useCitizens } from '../../../tests/support/citizens.ts'
import { buildApp } from '../../app.ts'
import { projectRoot } from '../root.ts'
import { forgetLimits } from './limits.ts'
import type { Server } from './server.ts'

const test = useCitizens()
const { owner, jobs, aCase, against } = test
/** The same application as it runs in production, behind one proxy. */
let production: Server['app']
beforeAll(async () => {
  const { db, vault, files, clock } = test
  const built = await buildApp({
    ...{ db, vault, files, now: () => clock.now, logger: false, demonstration: false },
    ...{ secure: true, trustProxy: true, locales: new URL(`file://${projectRoot}/locales/`) },
  })
  production = built.app
})
afterAll(() => production?.close())

const follow = (forwardedFor: string) =>
  production.inject({
    method: 'POST',
    url: '/follow',
    headers: {
      'x-forwarded-for': forwardedFor,
      'content-type': 'application/x-www-form-urlencoded',
    },
    payload: 'number=26-0000001-0&secret=0000000000',
  })

describe('whoever guesses', () => {
  it('is not counted as somebody else for having named other addresses before', async () => {
    const answers: number[] = []
    for (let tries = 0; tries < 22; tries += 1)
      answers.push((await follow(`10.0.0.${tries}, 203.0.113.9`)).statusCode)

    expect(answers.slice(0, 20)).not.toContain(429)
    expect(answers.slice(20)).toEqual([429, 429])
    expect((await follow('203.0.113.10')).statusCode).not.toBe(429)
  })

  it('is counted once for all addresses of one line of IPv6', async () => {
    const answers: number[] = []
    for (let tries = 0; tries < 21; tries += 1)
      answers.push((await follow(`2001:db8:1:2::${tries.toString(16)}`)).statusCode)

    expect(answers.at(-1)).toBe(429)
    expect((await follow('2001:db8:1:3::1')).statusCode).not.toBe(429)
  })
})

describe('what is counted', () => {
  it('says of nobody who it was', async () => {
    await follow('198.51.100.77')
    const rows = await owner<{ key: string }[]>`select key from rate_limit`

    expect(rows.length).toBeGreaterThan(0)
    expect(rows.filter(({ key }) => /198\.51|0000001/.test(key))).toEqual([])
  })

  it('is forgotten when its time is over, and not before', async () => {
    await follow('198.51.100.78')
    const left = async (now: Date) => {
      await forgetLimits(jobs, now)
      const [row] = await owner`select count(*)::int as n from rate_limit`
      return row!.n
    }

    expect(await left(new Date())).toBeGreaterThan(0)
    expect(await left(new Date(Date.now() + 2 * 3_600_000))).toBe(0)
  })
})

describe('a program that sends under a key of somebody else', () => {
  const complaint = (story: string) => ({
    ...{ relation: 'worker', openness: 'named', workerName: 'សុខ សាកល្បង', way: 'none' },
    ...{ respondentKind: 'unknown', respondentWords: 'បង', categories: ['wage_unpaid'] },
    ...{
      country: 'TH',
      province: '02',
      month: '2026-10',
      soughtOpen: 'yes',
      soughtCurrency: 'THB',
    },
    ...{ askedBefore: 'nobody', story, safeTimes: [], prefersWoman: 'no' },
  })
  const send = async (payload: object, key: string) => {
    const headers = { 'idempotency-key': key }
    const answer = await production.inject({
      ...{ method: 'POST', url: '/api/v1/complaints', payload, headers },
    })
    return { status: answer.statusCode, body: answer.json() }
  }

  it('gets no receipt but its own', async () => {
    const hers = await send(complaint('her story'), '00000001')
    const guessed = await send(complaint('another story'), '00000001')
    const again = await send(complaint('her story'), '00000001')

    expect([hers.status, guessed.status, again.status]).toEqual([201, 201, 201])
    expect(guessed.body.number).not.toBe(hers.body.number)
    expect(again.body).toEqual(hers.body)
  })

  it.each(['short', 'with spaces in it', 'x'.repeat(101)])(
    'is told that a key counts for nothing: %s',
    async (key) => {
      const { status, body } = await send(complaint('a story'), key)

      expect([status, body.code]).toEqual([422, 'no-idempotency-key'])
    },
  )
})

describe('every answer', () => {
  const pages = ['/', '/agencies?q=x', '/follow', '/complain', '/sign-in', '/nowhere', '/work']

  it.each(pages)('of %s is guarded', async (url) => {
    for (const method of ['GET', 'HEAD'] as const) {
      const { headers } = await production.inject({ method, url })

      expect(headers['content-security-policy']).toContain("default-src 'none'")
      expect(headers['content-security-policy']).not.toContain('unsafe')
      expect(headers['strict-transport-security']).toContain('max-age=31536000')
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['referrer-policy']).toBe('same-origin')
    }
  })

  it.each(pages.slice(2))('of %s is kept by no browser and no proxy', async (url) => {
    const { headers } = await production.inject(url)

    expect(headers['cache-control']).toBe('no-store')
  })

  it('from the cache is the same with every header, and brings no cookie', async () => {
    const ask = () => production.inject({ url: '/agencies?q=y', cookies: { case: 'x', s: 'y' } })
    const [first, second] = [await ask(), await ask()]

    for (const { headers } of [first, second]) {
      expect(headers['cache-control']).toBe('public, max-age=60')
      expect(headers.vary).toContain('accept-encoding')
      expect(headers['content-security-policy']).toBeDefined()
      expect(headers['set-cookie']).toBeUndefined()
    }
    expect(second.body).toBe(first.body)
  })

  it('sets cookies for this site alone, out of reach of scripts and plain lines', async () => {
    const { number, secret } = await aCase(against)
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const answer = await production.inject({
      ...{ method: 'POST', url: '/follow', headers },
      payload: new URLSearchParams({ number, secret }).toString(),
    })

    expect(answer.statusCode).toBe(303)
    expect(answer.headers.location).not.toContain(number)
    expect(answer.cookies).toMatchObject([
      { name: 'case', httpOnly: true, secure: true, sameSite: 'Lax', path: '/', maxAge: 1800 },
    ])
  })

  it('of an address that cannot be read tells nothing of the program', async () => {
    for (const url of [
      '/complain/%ff',
      `/${'x'.repeat(300)}`,
      '/api/v1/%',
      '/work/complaints/%00',
    ]) {
      const { body, statusCode } = await production.inject(url)

      expect(statusCode).toBeLessThan(500)
      expect(body).not.toMatch(/node_modules|\.ts:|at \w+ \(/)
    }
  })
})

describe('a program', () => {
  it.each([
    [undefined, 'សូមចូលគណនី'],
    ['fr', 'សូមចូលគណនី'],
    ['en', 'Sign in first'],
    ['en-GB,en;q=0.9', 'Sign in first'],
    ['en;q=0.2, km;q=0.8', 'សូមចូលគណនី'],
    [';q=x,,', 'សូមចូលគណនី'],
  ])(
    'that asks for %s is told what is wrong in that language, or in Khmer',
    async (asked, told) => {
      const headers = asked === undefined ? {} : { 'accept-language': asked }
      const answer = await production.inject({ url: '/api/v1/complaints', headers })

      expect(answer.statusCode).toBe(401)
      expect(answer.json().title).toContain(told)
      expect(answer.headers.vary).toContain('accept-language')
    },
  )
})

describe('a program that sends slowly', () => {
  it('or reads nothing is not waited for', () => {
    expect(production.server.requestTimeout).toBe(120_000)
    expect(production.server.timeout).toBe(60_000)
  })
})

describe('an address that takes forms only', () => {
  it.each([
    ['/follow/case/message', '/follow/case'],
    ['/en/follow/case/message', '/en/follow/case'],
    ['/follow/case/consents/name?x=1', '/follow/case'],
    ['/en/complain/send', '/en/complain/check'],
    ['/complain/forget', '/complain'],
    ['/follow/leave', '/follow'],
    ['/work/complaints/1/actions/register', '/work/complaints/1'],
    ['/en/work/complaints/views', '/en/work/complaints'],
    ['/agency/inquiries/1/answer', '/agency/inquiries/1'],
    ['/sign-out', '/'],
    ['/en/sign-out', '/en'],
  ])('leads to the page of its form: %s', async (url, page) => {
    const { statusCode, headers } = await production.inject(url)

    expect([statusCode, headers.location]).toEqual([303, page])
    expect(headers['cache-control']).toBe('no-store')
  })
})

describe('a page that cannot be shown to whoever may be watched', () => {
  const quiet = (body: string) => ({
    title: /<title>([^<]*)/.exec(body)?.[1],
    out: body.includes('govuk-exit-this-page'),
    service: body.includes('class="masthead__name" href'),
  })
  const told = { title: 'Information', out: true, service: false }

  it.each([
    '/en/complain/nowhere',
    '/en/follow/x',
    '/en/follow/case/actions/x/y',
    '/en/complain/a/b',
  ])('tells nothing at %s', async (url) => {
    const { statusCode, body } = await production.inject(url)

    expect([404, 410]).toContain(statusCode)
    expect(quiet(body)).toEqual(told)
  })

  it('tells nothing when another site sent a form', async () => {
    const { statusCode, body } = await production.inject({
      ...{ method: 'POST', url: '/en/complain/story', payload: 'story=abc' },
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'cross-site',
      },
    })

    expect(statusCode).toBe(403)
    expect(quiet(body)).toEqual(told)
    // Its words are not put into a form of ours.
    expect(body).not.toContain('abc')
  })

  it('keeps what was typed when it was too often', async () => {
    const send = () =>
      production.inject({
        ...{
          method: 'POST',
          url: '/en/follow/case/message',
          payload: 'words=my+words&secret=12345',
        },
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'x-forwarded-for': '203.0.113.60',
        },
      })
    await send()
    await owner`update rate_limit set points = 60 where key like 'complainant-message%'`
    const { statusCode, body } = await send()

    expect(statusCode).toBe(429)
    expect(quiet(body)).toEqual(told)
    expect(body).toContain('action="/en/follow/case/message"')
    expect(body).toContain('<input type="hidden" name="words" value="my words">')
    expect(body).not.toContain('12345')
  })
})

describe('a failure', () => {
  it('shows a number that is in the log with the place, and with nothing that was sent', async () => {
    const { number, secret } = await aCase(against)
    await owner`alter table receipt_session add constraint broken check (false) not valid`
    const answer = await test.aPhone().post('/follow', { number, secret })
    await owner`alter table receipt_session drop constraint broken`

    expect(answer.statusCode).toBe(500)
    expect(answer.body).toContain('govuk-exit-this-page')
    expect(answer.body).toContain(`name="number" value="${number}"`)
    expect(answer.body).not.toContain(secret)
    const reference = /<strong>([0-9a-f-]{13})<\/strong>/.exec(answer.body)?.[1] ?? 'none'
    const lines = test.log.filter((line) => line.includes(reference))
    expect(lines).toHaveLength(1)
    expect(JSON.parse(lines[0]!).err).toMatchObject({ code: '23514', table: 'receipt_session' })
    expect(lines[0]).toContain('openReceiptSession')
    expect(test.log.join('')).not.toMatch(new RegExp(`${number}|${secret}|Failing row`))
  })
})
