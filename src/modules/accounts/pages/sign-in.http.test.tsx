import { describe, expect, it } from 'vitest'
import { hiddenFields, password, useSignIn } from '../../../../tests/support/account-browser.ts'
import { ok, refuse } from '../../../kernel/result.ts'
import { page, redirect, type ShowRoute, submits } from '../../../platform/http/route.ts'

const desk: ShowRoute = {
  door: 'page',
  method: 'get',
  path: '/work',
  access: ['complaints-officer'],
  show: async ({ actor }) => ({ kind: 'file', type: 'text/plain', content: actor.roles.join() }),
}
const note = submits<'empty'>({
  path: '/work/note',
  access: ['complaints-officer'],
  submit: async (visit, tx) => {
    if (!visit.form.text) return refuse('empty')
    const about = { text: visit.form.text, tags: visit.form.tags ?? null }
    await tx`insert into audit (actor_kind, actor_id, act, record_type, data)
      values ('person', ${visit.actor.id}, 'looked', 'note', ${tx.json(about as never)})`
    return ok(redirect('/work'))
  },
  refused: async () => page(<p>empty</p>, 422),
})
const { browser, aPerson, signInAs, code, later, owner } = useSignIn([desk, note])

const wrong = 'The name or the password is not right'
const notes = async () =>
  (await owner`select data from audit where record_type = 'note' order by id`).map((r) => r.data)

describe('somebody who may not come in', () => {
  it('hears the same of a wrong password, an unknown name and an account that was closed', async () => {
    const { login } = await aPerson()
    const closed = await aPerson()
    await owner`update person set disabled_at = now() where id = ${closed.id}`

    const answers = await Promise.all([
      browser().post('/en/sign-in', { login, password: 'not the password' }),
      browser().post('/en/sign-in', { login: 'nobody-here', password }),
      browser().post('/en/sign-in', { login: '\u0000 or 1=1 --', password }),
      browser().post('/en/sign-in', { login: closed.login, password }),
      browser().post('/en/sign-in', { login: 'officer', password }),
    ])

    const seen = answers.map(({ statusCode, body, cookies }) => ({
      statusCode,
      cookies,
      same: body.replace(/value="[^"]*"/g, ''),
    }))
    expect(new Set(seen.map((one) => JSON.stringify(one))).size).toBe(1)
    expect(answers[0]).toMatchObject({ statusCode: 422, cookies: [] })
    expect(answers[0]?.body).toContain(wrong)
  })

  it('never gets the typed password back on the page', async () => {
    const answer = await browser().post('/sign-in', { login: 'x', password: 'my own secret' })

    expect(answer.body).toContain('value="x"')
    expect(answer.body).not.toContain('my own secret')
  })

  it('is told in Khmer which field is empty, and nothing is counted', async () => {
    const answer = await browser().post('/sign-in', { login: '', password: '' })

    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('សូមបញ្ចូលឈ្មោះគណនីរបស់អ្នក។')
    expect(answer.body).toContain('សូមបញ្ចូលពាក្យសម្ងាត់របស់អ្នក។')
  })

  it('is not signed in by the password alone', async () => {
    const { login } = await aPerson()
    const at = browser()

    const answer = await at.post('/en/sign-in', { login, password, next: '/work' })

    expect(answer.headers.location).toBe('/en/sign-in/code?next=%2Fwork')
    expect((await at.get('/en/work')).headers.location).toBe('/en/sign-in?next=%2Fwork')
    expect((await at.get('/en/account')).headers.location).toContain('/en/sign-in')
  })

  it('cannot be signed in by a form of another site', async () => {
    const { login } = await aPerson()
    const at = browser()
    const elsewhere = { 'sec-fetch-site': 'cross-site' }

    const answer = await at.post('/sign-in', { login, password }, elsewhere)

    expect(answer.statusCode).toBe(403)
    expect(at.cookies.size).toBe(0)
  })

  it('is sent to no other site', async () => {
    const { login } = await aPerson()
    const at = browser()
    await at.post('/en/sign-in', { login, password, next: '//elsewhere.example' })

    const answer = await at.post('/en/sign-in/code', {
      code: code(),
      next: 'https://elsewhere.example',
    })

    expect(answer.headers.location).toBe('/en/work')
  })
})

describe('the second step', () => {
  it('takes a code once, also for another sign-in at the same moment', async () => {
    const { login } = await aPerson()
    const [first, second] = [browser(), browser()]
    await first.post('/en/sign-in', { login, password })
    await second.post('/en/sign-in', { login, password })
    const seen = code()

    const taken = await first.post('/en/sign-in/code', { code: seen })
    const again = await second.post('/en/sign-in/code', { code: seen })

    expect(taken.statusCode).toBe(303)
    expect(again.statusCode).toBe(422)
    expect((await second.get('/en/work')).statusCode).toBe(303)
  })

  it('does no harm when its button is pressed twice', async () => {
    const { id, login } = await aPerson()
    const at = browser()
    await at.post('/en/sign-in', { login, password })
    const asBefore = browser()
    asBefore.cookies.set('s', at.cookies.get('s') ?? '')
    const seen = code()

    const presses = [
      await at.post('/en/sign-in/code', { code: seen }),
      await asBefore.post('/en/sign-in/code', { code: seen }),
    ]

    expect(presses.map(({ statusCode }) => statusCode)).toEqual([303, 303])
    expect(asBefore.cookies.get('s')).toBe(at.cookies.get('s'))
    expect(await owner`select from session where person_id = ${id}`).toHaveLength(1)
  })

  it('takes Khmer digits and a space, and a code of the step before', async () => {
    const { login } = await aPerson()
    const at = browser()
    await at.post('/sign-in', { login, password })
    const [a, b, ...rest] = [...code()].map((digit) => String.fromCharCode(0x17e0 + Number(digit)))
    later(29)

    const answer = await at.post('/sign-in/code', { code: `${a}${b} ${rest.join('')}` })

    expect(answer).toMatchObject({ statusCode: 303, headers: { location: '/work' } })
  })

  it('ends the sign-in after five wrong codes, even when the next is right', async () => {
    const { login } = await aPerson()
    const at = browser()
    await at.post('/en/sign-in', { login, password })
    for (let i = 0; i < 5; i++) await at.post('/en/sign-in/code', { code: '000000' })

    const answer = await at.post('/en/sign-in/code', { code: code() })

    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('This sign-in has ended')
    expect((await at.get('/en/work')).statusCode).toBe(303)
  })

  it('ends the sign-in after ten minutes', async () => {
    const { login } = await aPerson()
    const at = browser()
    await at.post('/en/sign-in', { login, password })
    later(10 * 60)

    const answer = await at.post('/en/sign-in/code', { code: code() })

    expect(answer.body).toContain('This sign-in has ended')
  })

  it('gives a new cookie, and the one from before the code opens nothing', async () => {
    const { login } = await aPerson()
    const at = browser('production')
    await at.post('/en/sign-in', { login, password })
    const before = at.cookies.get('s') ?? ''
    await at.post('/en/sign-in/code', { code: code() })
    const thief = browser()
    thief.cookies.set('s', before)

    expect(at.cookies.get('s')).not.toBe(before)
    expect((await at.get('/en/work')).body).toBe('complaints-officer')
    expect((await thief.get('/en/work')).statusCode).toBe(303)
  })

  it('slows codes from unknown browsers even of somebody who has the password', async () => {
    const { login } = await aPerson()
    const statuses: number[] = []
    for (let i = 0; i < 12; i++) {
      const at = browser()
      await at.post('/en/sign-in', { login, password })
      statuses.push((await at.post('/en/sign-in/code', { code: '000000' })).statusCode)
    }

    expect(statuses).toEqual([...Array(10).fill(422), 429, 429])
  })
})

describe('many attempts', () => {
  it('are slowed where they come from, and say how long', async () => {
    const { login } = await aPerson()
    const thief = browser()
    const statuses: number[] = []
    for (let i = 0; i < 6; i++)
      statuses.push((await thief.post('/en/sign-in', { login, password: `guess ${i}` })).statusCode)

    const right = await thief.post('/en/sign-in', { login, password })

    expect(statuses).toEqual([422, 422, 422, 422, 422, 429])
    expect(right).toMatchObject({ statusCode: 429, headers: { 'retry-after': '10' } })
    expect(right.body).toContain('Wait 10 seconds')
    later(10)
    expect((await thief.post('/en/sign-in', { login, password })).statusCode).toBe(303)
  })

  it('are slowed in the same way for a name that nobody has', async () => {
    const thief = browser()
    const statuses: number[] = []
    for (let i = 0; i < 6; i++)
      statuses.push((await thief.post('/sign-in', { login: 'nobody', password: 'x' })).statusCode)

    expect(statuses).toEqual([422, 422, 422, 422, 422, 429])
  })

  it('never lock the owner out, neither at another address nor in a browser used before', async () => {
    const { login } = await aPerson()
    const owners = await signInAs(login)
    await owners.post('/sign-out')
    // The thief sits behind the owner's own address.
    const thief = browser('production', owners.ip)
    const guesses: number[] = []
    for (let i = 0; i < 12; i++)
      guesses.push((await thief.post('/sign-in', { login, password: `guess ${i}` })).statusCode)

    const elsewhere = await browser().post('/en/sign-in', { login, password })
    const known = await owners.post('/en/sign-in', { login, password })

    expect(guesses.at(-1)).toBe(429)
    expect([elsewhere.statusCode, known.statusCode]).toEqual([303, 303])
  })

  it('from one address on many names are slowed, but not for a browser known there', async () => {
    const { login } = await aPerson()
    const owners = await signInAs(login)
    await owners.post('/sign-out')
    const other = await aPerson()
    for (let i = 0; i < 30; i++)
      await browser('production', owners.ip).post('/sign-in', {
        login: `nobody-${i}`,
        password: 'x',
      })

    const unknown = await browser('production', owners.ip).post('/sign-in', {
      login: other.login,
      password,
    })
    const known = await owners.post('/sign-in', { login, password })

    expect([unknown.statusCode, known.statusCode]).toEqual([429, 303])
  })

  it('with somebody else’s browser cookie are counted too', async () => {
    const { login } = await aPerson()
    const owners = await signInAs(login)
    const thief = browser()
    thief.cookies.set('d', owners.cookies.get('d') ?? '')
    const statuses: number[] = []
    for (let i = 0; i < 9; i++)
      statuses.push((await thief.post('/sign-in', { login, password: `guess ${i}` })).statusCode)

    expect(statuses).toEqual([...Array(8).fill(422), 429])
  })

  it('pressed all at once are still counted one by one', async () => {
    const { login } = await aPerson()
    const thief = browser()

    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, i) => thief.post('/sign-in', { login, password: `${i}` })),
    )

    expect(answers.filter(({ statusCode }) => statusCode === 422)).toHaveLength(5)
  })
})

describe('a demonstration', () => {
  it('has one-click sign-in that production does not know', async () => {
    const production = browser('production')

    const click = await production.post('/sign-in/demonstration', { person: 'officer' })

    expect(click.statusCode).toBe(404)
    expect((await production.get('/en/sign-in')).body).not.toContain('Kumru')
    expect((await production.get('/en/work')).statusCode).toBe(303)
  })

  it('does not sign in as a real person by one click', async () => {
    const { login } = await aPerson()
    const at = browser('demonstration')

    const click = await at.post('/en/sign-in/demonstration', { person: login })

    expect(click.statusCode).toBe(422)
    expect(at.cookies.has('s')).toBe(false)
  })

  it.each([
    ['officer', '/en/work'],
    ['counsellor', '/en/work'],
    ['admin', '/en/work'],
    ['clerk', '/en/work'],
    ['clerk2', '/en/work'],
  ])('signs in %s by one click and leads to %s', async (person, home) => {
    const at = browser('demonstration')
    expect((await at.get('/en/sign-in')).body).toContain(`value="${person}"`)

    const click = await at.post('/en/sign-in/demonstration', { person })

    expect(click).toMatchObject({ statusCode: 303, headers: { location: home } })
  })
})

describe('a session that ended while somebody was writing', () => {
  const typed = { text: 'ពាក្យ "ពិសេស" <b>&amp;</b>\r\nline two', tags: ['one', 'two'] }

  it('gives the whole form back after signing in, and sends it once', async () => {
    const { login } = await aPerson()
    const at = await signInAs(login)
    later(61 * 60)
    const before = await notes()

    const ended = await at.post('/en/work/note', { ...typed, submission: 'the-same-submission' })
    expect(ended.statusCode).toBe(401)
    expect(ended.body).toContain('Nothing you typed is lost')
    const { kept = '' } = hiddenFields(ended.body, '/en/sign-in')
    const wrongFirst = await at.post('/en/sign-in', { login, password: 'wrong', kept })
    const asked = await at.post('/en/sign-in', {
      login,
      password,
      kept: hiddenFields(wrongFirst.body, '/en/sign-in').kept ?? '',
    })
    const again = hiddenFields(asked.body, '/en/sign-in/code')
    const restored = await at.post('/en/sign-in/code', { code: code(), kept: again.kept ?? '' })

    expect(restored.statusCode).toBe(200)
    expect(await notes()).toEqual(before)
    const fields = hiddenFields(restored.body, '/en/work/note')
    expect(fields.submission).toBe('the-same-submission')
    expect(restored.body.match(/name="tags"/g)).toHaveLength(2)
    const form = { ...fields, tags: typed.tags }
    const sent = [await at.post('/en/work/note', form), await at.post('/en/work/note', form)]
    expect(sent.map(({ headers }) => headers.location)).toEqual(['/en/work', '/en/work'])
    expect(await notes()).toEqual([...before, typed])
  })

  it('brings no form along that came with an address', async () => {
    const stranger = await browser().post('/en/work/note', { text: 'words of a stranger' })
    const { kept = '' } = hiddenFields(stranger.body, '/en/sign-in')
    const link = new URLSearchParams({ kept, next: '/work' }).toString()
    const { login } = await aPerson()
    const at = browser()

    const asked = [await at.get(`/en/sign-in?${link}`), await at.get(`/en/sign-in/code?${link}`)]
    const fields = hiddenFields(asked[0]!.body, '/en/sign-in')
    await at.post('/en/sign-in', { login, password, ...fields })
    const landed = await at.post('/en/sign-in/code', { code: code(), ...fields })

    expect(kept).not.toBe('')
    expect(asked.filter(({ body }) => body.includes('name="kept"'))).toEqual([])
    expect(landed.headers.location).toBe('/en/work')
  })

  it('gives nothing back that is older than half an hour or was not ours', async () => {
    const { login } = await aPerson()
    const at = browser()
    const ended = await at.post('/en/work/note', typed)
    const { kept = '' } = hiddenFields(ended.body, '/en/sign-in')
    later(31 * 60)
    await at.post('/en/sign-in', { login, password, kept })

    const late = await at.post('/en/sign-in/code', { code: code(), kept })

    expect(late.headers.location).toBe('/en/work')
  })
})

it('keeps who signed in and how, without any address in the clear', async () => {
  const { id, login } = await aPerson()
  const at = await signInAs(login)

  const kept =
    await owner`select act, actor_id, data from audit where record_id = ${id} order by id`

  expect(kept).toEqual([{ act: 'signed-in', actor_id: id, data: { by: 'password-and-code' } }])
  const everything = JSON.stringify([
    await owner`select * from audit`,
    await owner`select * from session`,
    await owner`select encode(key, 'escape') from sign_in_failure`,
  ])
  expect(everything).not.toContain(at.ip)
})
