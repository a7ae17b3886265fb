import { beforeAll, describe, expect, it } from 'vitest'
import { useApp } from '../../../../tests/support/app.ts'
import { demonstrationNow, useDemonstration } from '../../../../tests/support/demonstration.ts'
import { fromOurPages, signInAs, tokenFor } from '../../../../tests/support/sign-in.ts'

const { app, owner } = useApp({ database: useDemonstration(), now: demonstrationNow })

type Row = { id: string; agency_id: string; version: number }
const licence = async (number: string): Promise<Row> => {
  const [row] = await owner<Row[]>`
    select id, agency_id, version from licence where number = ${number}`
  return row!
}
const get = (url: string, cookie: string) => app().inject({ url, headers: { cookie } })
const post = (url: string, cookie: string, fields: Record<string, string>) =>
  app().inject({
    method: 'POST',
    url,
    headers: { ...fromOurPages, cookie, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  })

let head: string
let officer: string
let complaints: string
beforeAll(async () => {
  head = await signInAs(app(), 'licensing-head')
  officer = await signInAs(app(), 'licensing')
  complaints = await signInAs(app(), 'officer')
})

const offered = async (cookie: string, agencyId: string): Promise<string[]> => {
  const { body } = await get(`/en/work/agencies/${agencyId}`, cookie)
  return [...body.matchAll(/[?&;]action=([a-z]+)"/g)].map((match) => match[1] ?? '').sort()
}

describe('the officers’ page of an agency', () => {
  it('asks strangers to sign in', async () => {
    const { agency_id } = await licence('DEMO-001')
    const { statusCode, headers } = await get(`/work/agencies/${agency_id}`, '')
    expect([statusCode, headers.location]).toEqual([303, expect.stringContaining('/sign-in')])
  })

  it('offers each only what they may do now', async () => {
    const { agency_id } = await licence('DEMO-001')
    expect(await offered(head, agency_id)).toEqual(['revoke', 'surrender', 'suspend'])
    expect(await offered(officer, agency_id)).toEqual(['surrender', 'suspend'])
    expect(await offered(complaints, agency_id)).toEqual([])
  })

  it('lists the register and finds in it', async () => {
    const all = await get('/en/work/agencies', officer)
    expect(all.body.match(/<tr/g)?.length).toBeGreaterThan(40)
    const found = await get('/en/work/agencies?q=DEMO-001', officer)
    expect(found.body).toContain('Ripe Mango')
    expect(found.body).not.toContain('Golden Durian')
  })
})

describe('deciding', () => {
  const steps = async (number: string, action: string) => {
    const { id, agency_id, version } = await licence(number)
    return { url: `/en/work/licences/${id}/actions/${action}`, agency_id, version: String(version) }
  }

  it('says beside its field what is wrong, and loses nothing that was typed', async () => {
    const { url, version } = await steps('DEMO-001', 'suspend')
    const note = 'Papers 12'
    const fields = {
      version,
      note,
      reason: '',
      term: 'date',
      'until-day': '៣០',
      'until-month': '2',
      'until-year': '2027',
    }

    const { statusCode, body } = await post(url, head, fields)

    expect(statusCode).toBe(422)
    expect(body).toContain('href="#reason"')
    expect(body).toContain('Enter a date that exists')
    expect(body).toContain(note)
    expect(body).toContain('value="៣០"')
  })

  it('refuses a last day in the past, and a role that may not', async () => {
    const { url, version } = await steps('DEMO-001', 'suspend')
    const fields = {
      version,
      note: 'x',
      reason: 'workers-unpaid',
      term: 'date',
      'until-day': '1',
      'until-month': '1',
      'until-year': '2026',
    }

    expect((await post(url, head, fields)).body).toContain('Choose a last day after today.')
    expect((await post(url, complaints, fields)).statusCode).toBe(403)
  })

  it('suspends for as long as precedent has it, and the public reads it at once', async () => {
    const { url, agency_id, version } = await steps('DEMO-003', 'suspend')
    const before = await app().inject(`/en/agencies/${agency_id}`)
    expect(before.body).toContain('is licensed for')

    const fields = { version, note: 'Papers 12', reason: 'workers-unpaid', term: 'default' }
    const { statusCode, headers } = await post(url, officer, fields)

    expect([statusCode, headers.location]).toEqual([303, `/en/work/agencies/${agency_id}`])
    const api = await app().inject(`/api/v1/agencies/${agency_id}`)
    expect(JSON.parse(api.body).answer).toEqual({
      kind: 'suspended',
      since: '2026-11-20',
      until: '2027-01-04',
      condition: null,
    })
    expect(api.body).not.toContain('Papers 12')
    expect((await get(`/en/work/agencies/${agency_id}`, officer)).body).toContain('Papers 12')
  })

  it('does not decide twice when the first decision was not seen', async () => {
    const { url, version } = await steps('DEMO-005', 'surrender')
    const fields = { version, note: 'Letter', reason: 'own-request' }
    expect((await post(url, officer, { ...fields, submission: 'first-attempt' })).statusCode).toBe(
      303,
    )
    expect((await post(url, officer, { ...fields, submission: 'first-attempt' })).statusCode).toBe(
      303,
    )

    const again = await post(url, officer, { ...fields, submission: 'other-window' })

    expect(again.statusCode).toBe(422)
    expect(again.body).toContain('This record was changed meanwhile')
    const { id } = await licence('DEMO-005')
    const kept =
      await owner`select from licence_decision where licence_id = ${id} and action = 'surrender'`
    expect(kept.length).toBe(1)
  })

  it('does the same by token', async () => {
    const { id, version } = await licence('DEMO-007')
    const token = await tokenFor(owner, 'licensing-head', demonstrationNow)
    const call = (body: object, key: string) =>
      app().inject({
        method: 'POST',
        url: `/api/v1/licences/${id}/actions/suspend`,
        headers: { authorization: `Bearer ${token}`, 'idempotency-key': key },
        payload: body,
      })

    const wrong = await call({ version, reason: 'workers-unpaid' }, 'attempt-number-1')
    expect(wrong.statusCode).toBe(422)
    expect(JSON.parse(wrong.body).errors).toMatchObject([{ field: 'note' }])
    const body = {
      version,
      reason: 'workers-unpaid',
      note: 'Papers',
      term: 'condition',
      condition: 'workers-repaid',
    }
    const done = await call(body, 'attempt-number-2')
    expect(done.statusCode).toBe(201)
    expect(JSON.parse(done.body)).toMatchObject({
      status: 'suspended',
      suspension: { until: null, condition: 'workers-repaid' },
    })
    const stale = await call(body, 'attempt-number-3')
    expect([stale.statusCode, JSON.parse(stale.body).code]).toEqual([409, 'changed-meanwhile'])
  })
})
