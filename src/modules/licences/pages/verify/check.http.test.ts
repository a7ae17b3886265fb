import { inflateSync } from 'node:zlib'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { useApp } from '../../../../../tests/support/app.ts'
import { demonstrationNow, useDemonstration } from '../../../../../tests/support/demonstration.ts'
import { dayOf } from '../../../../kernel/days.ts'
import { readSigned } from '../../../../kernel/tokens/cose.ts'
import { decodeList, statusAt } from '../../../../kernel/tokens/status-list.ts'
import { fromText, toText } from '../../../../kernel/tokens/text-form.ts'
import { decodeToken, type Token } from '../../../../kernel/tokens/token.ts'
import { signTokens } from '../../../../platform/tokens/sign-token.ts'
import { publishStatusList } from '../../../../platform/tokens/status-source.ts'
import { beginTokenKey, withdrawTokenKey } from '../../../../platform/tokens/token-keys.ts'
import { statusSources } from '../../../../status-sources.ts'

const desk = useApp({ database: useDemonstration(), now: demonstrationNow })
const { app, owner, vault } = desk

type Code = { readonly code: string; readonly says: Token; readonly address: string }
let agency = ''
let code: Code
const codesOf = async (id: string): Promise<Code[]> =>
  (await app().inject(`/api/v1/agencies/${id}/codes`)).json().codes
const idOf = async (name: string): Promise<string> => {
  const [row] = await owner<{ id: string }[]>`
    select id from agency where name_latin like ${`%${name}%`} order by length(name_latin)`
  return row?.id ?? ''
}
beforeAll(async () => {
  agency = await idOf('Ripe Mango')
  const [first] = await codesOf(agency)
  if (!first) throw new Error('the demonstration has no code to check')
  code = first
})

const ask = async (typed: string) => {
  const { statusCode, body } = await app().inject(
    `/api/v1/check?${new URLSearchParams({ code: typed })}`,
  )
  const { answer, why } = JSON.parse(body)
  return statusCode === 200 ? [answer, why].filter(Boolean).join(': ') : statusCode
}
const send = (typed: string, lang = '/en') =>
  app().inject({
    ...{ method: 'POST', url: `${lang}/check` },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ code: typed }).toString(),
  })

describe('a code that somebody holds', () => {
  it('is valid, as it was scanned, pasted or typed', async () => {
    for (const typed of [
      code.code,
      code.address,
      ` ${code.code.toLowerCase()} `,
      encodeURIComponent(code.code),
    ])
      expect(await ask(typed)).toBe('valid')
  })

  it('says what it is for, and nothing of any person', () => {
    expect(code.address).toBe(`http://127.0.0.1:8080/check#${code.code}`)
    expect(code.says).toMatchObject({ kind: 'licence', issuedOn: dayOf(demonstrationNow) })
    expect(code.code.length).toBeLessThan(400)
  })

  it.each<[string, (text: string) => string]>([
    [
      'changed in one sign',
      (text) => `${text.slice(0, 100)}${text[100] === 'A' ? 'B' : 'A'}${text.slice(101)}`,
    ],
    ['cut off', (text) => text.slice(0, -3)],
    ['with something behind it', (text) => `${text}000`],
    [
      'of another country’s signature',
      (text) => {
        const signed = readSigned(fromText(text) ?? new Uint8Array())
        const bytes = Uint8Array.from(fromText(text) ?? [])
        bytes.set(new Uint8Array(64).fill(7), bytes.length - 64)
        return signed ? toText(bytes) : ''
      },
    ],
  ])('is not valid when it is %s', async (_name, change) => {
    expect(await ask(change(code.code))).toBe('not-valid: not-ours')
  })

  it('is the same when another shows it, and names whose it is', async () => {
    const { body } = await send(code.code)

    expect(body).toContain('answer--allowed')
    expect(body).toContain('Ripe Mango')
    expect(body).toContain('A code can be copied')
  })

  it('is not valid for what no register knows, however well it is signed', async () => {
    const [made = ''] = await signTokens(owner, vault, [{ ...code.says, place: 2_000_000 }])
    const [beyond = ''] = await signTokens(owner, vault, [{ ...code.says, place: 2 ** 40 }])

    expect([await ask(made), await ask(beyond)]).toEqual(['not-valid: ended', 'not-valid: ended'])
  })

  it('is not valid after its last day', async () => {
    const [old = ''] = await signTokens(owner, vault, [{ ...code.says, to: '2026-11-19' as never }])

    expect(await ask(old)).toBe('not-valid: run-out')
  })
})

describe('the form, for whoever has no script', () => {
  it.each([
    ['/en', 'is licensed for', 'As of', 'stays the original'],
    ['', 'មានអាជ្ញាប័ណ្ណសម្រាប់', 'គិតត្រឹម', 'នៅតែជាច្បាប់ដើម'],
  ])('answers in %s words', async (lang, ...words) => {
    const { body, statusCode } = await send(code.code, lang)

    expect(statusCode).toBe(200)
    for (const word of words) expect(body.toLowerCase()).toContain(word.toLowerCase())
  })

  it('leads a number to the look-up, and says when nothing was typed', async () => {
    expect((await send(code.says.number)).headers.location).toBe(
      `/en/agencies?q=${code.says.number}`,
    )
    expect((await send('  ')).statusCode).toBe(422)
  })

  it('never writes what a code says as HTML', async () => {
    const names = { km: null, en: '<img src=x>' }
    const [made = ''] = await signTokens(owner, vault, [{ ...code.says, names }])

    expect((await send(made)).body).not.toContain('<img src=x>')
  })
})

const listNow = async () => {
  const { rawPayload, headers } = await app().inject('/.well-known/token-status')
  const claims = decodeList(readSigned(rawPayload)?.payload ?? new Uint8Array())
  if (!claims) throw new Error(`no list: ${headers['content-type']}`)
  return { claims, packed: inflateSync(claims.compressed) }
}
/** As the job does; the demonstration's other jobs would take half a minute. */
const publish = () =>
  publishStatusList({ db: desk.jobs, vault, now: desk.clock.now, sources: statusSources })

describe('the published list', () => {
  it('is not there before it was published once', async () => {
    expect((await app().inject('/.well-known/token-status')).statusCode).toBe(404)
  })

  it('says of every code what the page says, and is dated', async () => {
    await publish()

    const { claims, packed } = await listNow()
    expect(claims.issuedAt).toEqual(demonstrationNow)
    expect(statusAt(packed, code.says.place)).toBe('valid')
    const rows = await owner<{ place: number; status: string }[]>`
      select d.status_place as place, l.status from licence_destination d
      join licence l on l.id = d.licence_id where l.status in ('revoked', 'surrendered')`
    expect(rows.length).toBeGreaterThan(1)
    for (const { place, status } of rows) expect(statusAt(packed, place)).toBe(status)
  })

  it('is not published again while nothing changed, and is when a licence is suspended', async () => {
    const before = (await listNow()).claims.issuedAt
    desk.clock.now = new Date(demonstrationNow.getTime() + 60_000)
    await publish()
    expect((await listNow()).claims.issuedAt).toEqual(before)

    await owner`
      update licence set status = 'suspended', suspended_on = '2026-11-20', condition = 'workers-repaid'
      where number = ${code.says.number}`
    await publish()

    const { claims, packed } = await listNow()
    expect(claims.issuedAt.getTime()).toBeGreaterThan(before.getTime())
    expect(statusAt(packed, code.says.place)).toBe('suspended')
    expect(await ask(code.code)).toBe('not-valid: suspended')
    expect(await codesOf(agency)).toEqual([])
    await owner`
      update licence set status = 'granted', suspended_on = null, condition = null
      where number = ${code.says.number}`
  })

  it('says nothing of a warning or an agency that is not public', async () => {
    const other = await idOf('Coconut')
    const [secret] = await codesOf(other)
    expect(secret).toBeDefined()
    await owner`update agency set is_public = false where id = ${other}`
    await publish()

    expect(statusAt((await listNow()).packed, secret?.says.place ?? -1)).not.toBe('valid')
    await owner`update agency set is_public = true where id = ${other}`
  })
})

beforeEach(() => {
  desk.clock.now = demonstrationNow
})

describe('keys', () => {
  const published = async () => (await app().inject('/.well-known/jwks.json')).json()

  it('are published without their secret half, with the time', async () => {
    const { asOf, keys, withdrawn } = await published()

    expect([asOf, withdrawn]).toEqual([demonstrationNow.toISOString(), []])
    expect(keys).toEqual([
      {
        kty: 'EC',
        crv: 'P-256',
        x: expect.any(String),
        y: expect.any(String),
        kid: '1',
        alg: 'ES256',
        use: 'sig',
      },
    ])
  })

  it('are followed by others: what the old one signed holds until it is withdrawn', async () => {
    await owner.begin((tx) => beginTokenKey(tx, demonstrationNow))
    const [next] = await codesOf(agency)
    expect([await ask(code.code), await ask(next?.code ?? '')]).toEqual(['valid', 'valid'])
    expect((await published()).keys).toHaveLength(2)

    await owner.begin((tx) => withdrawTokenKey(tx, 1, demonstrationNow))
    expect([await ask(code.code), await ask(next?.code ?? '')]).toEqual([
      'not-valid: key-withdrawn',
      'valid',
    ])
    expect((await published()).withdrawn).toEqual(['1'])
  })

  it('that nobody knows prove nothing', async () => {
    const bytes = Uint8Array.from(fromText(code.code) ?? [])
    const at = bytes.findIndex((byte, place) => byte === 0x04 && bytes[place + 1] === 0x41)
    bytes[at + 2] = 99

    expect(await ask(toText(bytes))).toBe('not-valid: not-ours')
  })
})

describe('what is printed', () => {
  it('is a sheet with a code for each country, as a picture of its own', async () => {
    const { body } = await app().inject(`/en/agencies/${agency}/sheet`)
    const pictures = [...body.matchAll(/src="(\/agencies\/[^"]+\/codes\/\d+)"/g)].map(
      ([, src]) => src,
    )
    const [first = ''] = pictures

    expect(pictures).toHaveLength((await codesOf(agency)).length)
    expect((await app().inject(first)).headers['content-type']).toBe('image/svg+xml')
    expect(body).toContain('stays the original')
  })

  it.each(['999999', '99999999999', '-1', 'x', '%00'])(
    'is no picture of place %s',
    async (place) => {
      expect((await app().inject(`/agencies/${agency}/codes/${place}`)).statusCode).toBe(404)
    },
  )

  it('is a poster of a country, in A3, and of no country that is none', async () => {
    const { statusCode, headers, rawPayload } = await app().inject('/agencies/posters/TH')

    expect([statusCode, headers['content-type']]).toEqual([200, 'application/pdf'])
    expect(rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    expect((await app().inject('/agencies/posters/XX')).statusCode).toBe(404)
  })

  it('leads from the poster to the same list, in which nobody stands who may not send', async () => {
    const { body } = await app().inject('/en/agencies?q=&destination=MY')
    const list = /<ol>(.*?)<\/ol>/s.exec(body)?.[1] ?? ''

    expect(list).toContain('Ripe Mango (Demonstration)')
    expect(list).not.toMatch(/Golden Durian|Ambong Banana|Guava Blossom|Ripe Mangoes/)
  })
})

describe('the page for times without network', () => {
  it('brings every answer with it, and the list of what to keep', async () => {
    const { body, headers } = await app().inject('/check')
    const worker = await app().inject('/check-worker.js')

    expect(headers['cache-control']).toBe('public, max-age=60')
    expect(body.match(/<template /g)).toHaveLength(16)
    expect(worker.headers['content-type']).toContain('text/javascript')
    expect(worker.body).toContain('"/en/check"')
    expect(worker.body).toContain('importScripts(')
  })

  it('reads the same token as the server', () => {
    expect(
      decodeToken(readSigned(fromText(code.code) ?? new Uint8Array())?.payload ?? new Uint8Array()),
    ).toEqual(code.says)
  })
})
