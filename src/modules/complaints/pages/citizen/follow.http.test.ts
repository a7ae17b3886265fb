import { describe, expect, it } from 'vitest'
import { openCase, useCitizens } from '../../../../../tests/support/citizens.ts'
import { complainantActor, publicActor } from '../../../../kernel/actor.ts'
import { readAs } from '../../../../platform/db.ts'
import { checkDigit } from '../../rules/receipt.ts'

const { db, owner, clock, aPhone, against, aCase, anOpenCase, statusOf } = useCitizens()
const khmerDigits = (text: string) =>
  text.replace(/\d/g, (d) => String.fromCodePoint(0x17e0 + Number(d)))

describe('number and secret', () => {
  it('open the case, however they were typed', async () => {
    const { number, secret } = await aCase()
    const ways = [
      { number, secret },
      { number: number.replaceAll('-', ''), secret: secret.replace(/(.{3})/g, '$1 ') },
      { number: khmerDigits(number), secret: khmerDigits(secret) },
      {
        number: ` ${number.replaceAll('-', ' ')}\u200b`,
        secret: `${secret.slice(0, 5)}-${secret.slice(5)}`,
      },
    ]

    for (const way of ways) {
      const phone = aPhone()
      const opened = await openCase(phone, way)
      expect(opened.headers.location).toBe('/follow/case')
      expect((await phone.get('/follow/case')).body).toContain(number)
    }
  })

  it('that are wrong get one and the same answer, which tells nothing', async () => {
    const { number, secret } = await aCase()
    const other = await aCase()
    const digits = '269999999'
    const noCase = `26-9999999-${checkDigit(digits)}`
    const wrong = [
      { number, secret: other.secret },
      { number, secret: '0000000000' },
      { number, secret: `${secret}1` },
      { number: noCase, secret },
      { number: '26-0000000-0', secret },
      { number: 'abc', secret: "' or 1=1 --" },
    ]

    const answers = await Promise.all(wrong.map((way) => openCase(aPhone(), way)))

    const shown = answers.map(({ statusCode, body, cookies }) => [
      statusCode,
      cookies,
      body.replace(/ value="[^"]*"/g, ''),
    ])
    expect(shown[0]?.[0]).toBe(422)
    for (const one of shown) expect(one).toEqual(shown[0])
  })

  it('that are missing are asked for', async () => {
    const { body, statusCode } = await aPhone().post('/en/follow', { number: ' ', secret: '' })

    expect(statusCode).toBe(422)
    expect(body).toContain('Enter the case number')
    expect(body).toContain('Enter the secret number')
  })

  it('tried again and again are slowed from one address', async () => {
    const phone = aPhone()
    const { number, secret } = await aCase()
    for (let tries = 0; tries < 20; tries += 1) await openCase(phone, { number, secret: '1' })

    const slowed = await openCase(phone, { number, secret })

    expect(slowed.statusCode).toBe(429)
    expect(phone.cookies.has('case')).toBe(false)
    // Still her page: its number typed, its secret not, and the way out above it.
    expect(slowed.body).toContain(`value="${number}"`)
    expect(slowed.body).not.toContain(secret)
    expect(slowed.body).toContain('govuk-exit-this-page')
  })

  it('that are right are not counted, however many share one address', async () => {
    await owner`delete from rate_limit`
    const { number, secret } = await aCase()
    for (let tries = 0; tries < 25; tries += 1)
      expect((await openCase(aPhone(), { number, secret })).statusCode).toBe(303)

    const counted = await owner`select key from rate_limit where key like 'receipt%' and points > 0`
    expect(counted).toHaveLength(0)
  })

  it('guessed all at once are counted each, right ones among them or not', async () => {
    await owner`delete from rate_limit`
    const { number, secret } = await aCase()
    const tries = Array.from({ length: 45 }, (_, at) => (at % 3 === 0 ? secret : '1'))

    const answers = await Promise.all(
      tries.map((typed) => openCase(aPhone(), { number, secret: typed })),
    )
    const wrong = answers.filter((_, at) => tries[at] === '1').map(({ statusCode }) => statusCode)
    let more = 0
    while ((await openCase(aPhone(), { number, secret: '1' })).statusCode === 422) more += 1

    expect(wrong.filter((status) => status === 422).length + more).toBeLessThanOrEqual(20)
    expect(wrong).not.toContain(303)
  })

  it('tried against one case from many addresses are slowed too', async () => {
    const { number, secret } = await aCase()
    await owner`delete from rate_limit`
    await openCase(aPhone(), { number, secret: '1' })
    // As after three hundred tries within the hour.
    const counted = await owner`
      update rate_limit set points = points + 299 where key like 'receipt-number%' and points = 1`
    expect(counted.count).toBe(1)

    const slowed = await openCase(aPhone(), { number, secret })
    const another = await openCase(aPhone(), await aCase())

    expect(slowed.statusCode).toBe(429)
    expect(another.statusCode).toBe(303)
    const keys = await owner`select key from rate_limit`
    for (const { key } of keys) expect(key).not.toContain(number)
  })

  it('open it for half an hour, and not after the case was closed on the phone', async () => {
    const { phone, number, secret } = await anOpenCase()
    const cookie = phone.cookies.get('case') ?? ''
    const started = clock.now

    clock.now = new Date(started.getTime() + 30 * 60_000 + 1000)
    const late = await phone.get('/follow/case')
    clock.now = started
    const left = await phone.post('/follow/leave')
    phone.cookies.set('case', cookie)
    const after = await phone.get('/follow/case')

    expect(late.headers.location).toBe('/follow?ended=1')
    expect(left.headers.location).toBe('/follow')
    expect(after.headers.location).toBe('/follow?ended=1')
    expect((await openCase(phone, { number, secret })).statusCode).toBe(303)
  })

  it('that were replaced by an officer open nothing any more, at once', async () => {
    const { phone, id } = await anOpenCase()
    await owner`delete from receipt_session where complaint_id = ${id}`

    expect((await phone.get('/follow/case')).headers.location).toBe('/follow?ended=1')
  })

  it('are never shown on the page of the case', async () => {
    const { phone, secret } = await anOpenCase()

    const { body } = await phone.get('/follow/case')

    expect(body).not.toContain(secret)
    expect(body.replaceAll(' ', '')).not.toContain(secret)
  })
})

describe('whoever has no open receipt', () => {
  it.each([
    ['get', '/follow/case'],
    ['get', '/follow/case/actions/continue'],
  ] as const)('is asked for number and secret: %s %s', async (_method, url) => {
    expect((await aPhone().get(url)).headers.location).toBe('/follow?ended=1')
  })

  it.each(['message', 'actions/ask-withdrawal', 'consents/name'])(
    'changes nothing: %s',
    async (what) => {
      const { id } = await aCase(against)

      const refused = await aPhone().post(`/follow/case/${what}`, {
        words: 'x',
        version: '1',
        change: 'give',
      })

      expect(refused.statusCode).toBe(401)
      expect(await statusOf(id)).toEqual({ status: 'received', version: 1 })
    },
  )

  it('reads nothing in the tables either', async () => {
    const { id } = await aCase()

    for (const actor of [publicActor, complainantActor((await aCase()).id)]) {
      const rows = await readAs(db, actor, (tx) => tx`select from complaint where id = ${id}`)
      expect(rows).toHaveLength(0)
    }
  })
})
