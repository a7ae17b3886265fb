import excel from 'exceljs'
import { beforeAll, describe, expect, it } from 'vitest'
import { says, textOf, useComplaintDesk } from '../../../../../tests/support/complaint-desk.ts'
import { tokenFor } from '../../../../../tests/support/sign-in.ts'

const desk = useComplaintDesk()
/** Numbers of the rows of a list, in its order. */
const numbersIn = (html: string): string[] =>
  [...html.matchAll(/aria-label="[^"]*?(\d\d-\d{7}-\d)"/g)].map(([, number = '']) => number)
const rowsIn = (html: string): string[] =>
  [...html.matchAll(/name="row" value="([^"]+)"/g)].map(([, value = '']) => value)

const received = (hours: number) => new Date(Date.parse('2026-11-10T03:00:00Z') + hours * 3_600_000)

beforeAll(async () => {
  for (let n = 0; n < 60; n += 1) {
    const province = n % 3 === 0 ? '02' : '01'
    await desk.aComplaint({ province }, { receivedAt: received(n) })
  }
})

describe('the worklist', () => {
  it('asks nobody in without a role that handles complaints', async () => {
    const statuses: Record<string, number> = {}
    for (const login of ['clerk', 'licensing', 'licensing-head', 'admin', 'counsellor', 'officer'])
      statuses[login] = (await (await desk.signedIn(login)).get('/en/work/complaints')).statusCode

    expect(statuses).toEqual({
      ...{ clerk: 403, licensing: 403, 'licensing-head': 403, admin: 403 },
      ...{ counsellor: 200, officer: 200 },
    })
  })

  it('goes forth and back page by page, each case once, the nearest date first', async () => {
    const officer = await desk.signedIn('officer')
    const first = await officer.get('/en/work/complaints')
    const next = /href="([^"]*after=[^"]*)"/.exec(first.body)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const second = await officer.get(next)
    const back = /href="([^"]*before=[^"]*)"/.exec(second.body)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const again = await officer.get(back)

    const all = [...numbersIn(first.body), ...numbersIn(second.body)]
    expect(numbersIn(first.body)).toHaveLength(50)
    expect(new Set(all).size).toBe(60)
    expect(numbersIn(again.body)).toEqual(numbersIn(first.body))
    expect(says(second.body, 'rel="next"')).toBe(false)
    expect(all).toEqual([...all].sort((a, b) => a.slice(3, 10).localeCompare(b.slice(3, 10))))
  })

  it('narrows by what stands in its address, and says how many it found', async () => {
    const officer = await desk.signedIn('officer')

    const list = await officer.get('/en/work/complaints?area=02&openness=named&age=month')

    expect(numbersIn(list.body)).toHaveLength(20)
    expect(textOf(list.body)).toContain('20 cases')
    expect(says(list.body, '<option value="02" selected')).toBe(true)
  })

  it.each([
    'state=nonsense',
    'area=%27%3Bdrop',
    'after=nonsense',
    'before=2026-11-22%2003%3A00%3A00%2B00~x',
    'category=%3Cscript%3E',
    'agencyId=1',
    'sort=price&age=never&status=gone&openness=x',
    `number=${'9'.repeat(5000)}`,
  ])('is a list and never an error: %s', async (query) => {
    const officer = await desk.signedIn('officer')

    expect((await officer.get(`/en/work/complaints?${query}`)).statusCode).toBe(200)
  })

  it('finds a case by its number, also in Khmer digits and when it is finished', async () => {
    const { id, number } = await desk.aComplaint({ openness: 'anonymous' })
    await desk.owner`
      update complaint set status = 'kept-as-warning', next_due_at = null, closed_at = now()
      where id = ${id}`
    const khmer = number.replace(/\d/g, (digit) => String.fromCharCode(0x17e0 + Number(digit)))
    const officer = await desk.signedIn('officer')

    const list = await officer.get(`/en/work/complaints?number=${encodeURIComponent(khmer)}`)

    expect(numbersIn(list.body)).toEqual([number])
  })

  it('finds a case by the part of its number that people say, and by no other digits', async () => {
    const { number } = await desk.aComplaint()
    const [year = '', running = ''] = number.split('-')
    const officer = await desk.signedIn('officer')
    const found = async (typed: string) =>
      numbersIn((await officer.get(`/en/work/complaints?number=${typed}`)).body)

    expect(await found(`${year}-${running}`)).toEqual([number])
    expect(await found(running)).toEqual([number])
    expect(await found(String(Number(running)))).toEqual([number])
    expect(await found(`${year}-${running}-${(Number(number.at(-1)) + 1) % 10}`)).toEqual([])
  })

  it('shows a provincial officer the own province alone, whatever the address asks', async () => {
    const there = await desk.signedIn('officer-bat')

    const own = await there.get('/en/work/complaints')
    const other = await there.get('/en/work/complaints?area=01')

    expect(numbersIn(own.body)).toHaveLength(20)
    expect(numbersIn(other.body)).toHaveLength(0)
    expect(says(own.body, 'name="area"')).toBe(false)
  })
})

describe('a bulk action', () => {
  it('takes every chosen case, and says which were refused and why', async () => {
    const officer = await desk.signedIn('officer-bat')
    const list = await officer.get('/en/work/complaints?state=unassigned')
    const [one = '', two = '', three = ''] = rowsIn(list.body)
    const stale = `${three.split('.')[0]}.7`

    const done = await officer.post('/en/work/complaints/bulk?state=unassigned', {
      ...{ submission: 'bulk-take-1', do: 'take', row: [one, two, stale] },
    })
    const page = await officer.get(done.headers.location ?? '')

    expect(textOf(page.body)).toContain('2 cases were given to their officer.')
    expect(textOf(page.body)).toContain('This record was changed meanwhile.')
    const owned = await desk.owner`
      select id from complaint where owner_id = ${desk.personId('officer-bat')}`
    expect(new Set(owned.map(({ id }) => id))).toEqual(
      new Set([one.split('.')[0], two.split('.')[0]]),
    )
  })

  it('to nobody, or of no case, says what is missing on the same page and keeps the choice', async () => {
    const officer = await desk.signedIn('officer')
    const list = await officer.get('/en/work/complaints?state=open&area=01')
    const [first = '', row = ''] = rowsIn(list.body)
    const url = '/en/work/complaints/bulk?area=01'

    const toNobody = await officer.post(url, { do: 'assign', officer: '', row })
    const ofNothing = await officer.post(url, {
      ...{ do: 'assign', officer: desk.personId('officer-bmc') },
    })

    expect([toNobody.statusCode, ofNothing.statusCode]).toEqual([422, 422])
    expect(textOf(toNobody.body)).toContain('Choose an officer.')
    expect(toNobody.body).toContain('href="#bulk-officer"')
    expect(toNobody.body).toMatch(new RegExp(`value="${row}" checked`))
    expect(toNobody.body).not.toMatch(new RegExp(`value="${first}" checked`))
    expect(textOf(ofNothing.body)).toContain('Choose at least one case.')
    expect(ofNothing.body).toContain(`value="${desk.personId('officer-bmc')}" selected`)
    expect(numbersIn(ofNothing.body)).toEqual(numbersIn(list.body))
  })

  it('stays on the page of the list where it was chosen', async () => {
    const officer = await desk.signedIn('officer')
    const next = /href="([^"]*after=[^"]*)"/.exec((await officer.get('/en/work/complaints')).body)
    const second = await officer.get((next?.[1] ?? '').replaceAll('&amp;', '&'))
    const action = /action="([^"]*\/bulk[^"]*)"/.exec(second.body)?.[1]?.replaceAll('&amp;', '&')

    const refused = await officer.post(action ?? '', { do: 'take' })

    expect(refused.statusCode).toBe(422)
    expect(numbersIn(refused.body)).toEqual(numbersIn(second.body))
    expect(numbersIn(refused.body).length).toBeGreaterThan(0)
  })

  it('gives no case to an officer who may not see its area', async () => {
    const officer = await desk.signedIn('officer')
    const list = await officer.get('/en/work/complaints?area=01&state=unassigned')
    const [row = ''] = rowsIn(list.body)

    const done = await officer.post('/en/work/complaints/bulk', {
      ...{ do: 'assign', officer: desk.personId('officer-bat'), row },
    })
    const page = await officer.get(done.headers.location ?? '')

    expect(textOf(page.body)).toContain('No case was changed.')
    expect(textOf(page.body)).toContain('This officer may not see the area of the case.')
  })

  it('cannot touch a case of another area by its real id', async () => {
    const [foreign] = await desk.owner`
      select id, version from complaint where area = '01' and owner_id is null limit 1`
    const officer = await desk.signedIn('officer-bat')

    const done = await officer.post('/en/work/complaints/bulk', {
      ...{ do: 'take', row: `${foreign?.id}.${foreign?.version}` },
    })

    expect(done.headers.location).toContain('not-found')
    const [row] = await desk.owner`select owner_id from complaint where id = ${foreign?.id}`
    expect(row?.owner_id).toBeNull()
  })
})

describe('a saved list', () => {
  it('belongs to the person who saved it, and holds only what a list understands', async () => {
    const officer = await desk.signedIn('officer')

    await officer.post('/en/work/complaints/views', {
      name: 'Late in Battambang',
      query: 'state=late&area=02&evil=%3Cscript%3E&after=x',
    })

    const [kept] = await desk.owner`select name, query from worklist_view`
    expect(kept).toEqual({ name: 'Late in Battambang', query: 'state=late&area=02' })
    expect(says((await officer.get('/en/work/complaints')).body, 'Late in Battambang')).toBe(true)
    const other = await desk.signedIn('head')
    expect(says((await other.get('/en/work/complaints')).body, 'Late in Battambang')).toBe(false)
  })

  it('is removed by nobody else', async () => {
    const [view] = await desk.owner`select id from worklist_view`
    const other = await desk.signedIn('head')
    const officer = await desk.signedIn('officer')

    const refused = await other.post(`/en/work/complaints/views/${view?.id}/delete`)
    expect(refused.statusCode).toBe(404)

    const removed = await officer.post(`/en/work/complaints/views/${view?.id}/delete`)
    expect(removed.statusCode).toBe(303)
    expect(await desk.owner`select from worklist_view`).toHaveLength(0)
  })
})

describe('an export', () => {
  /** As the clocks in Phnom Penh showed it. */
  const timesOf = async (number = '') => {
    const [row] = await desk.owner`
      select to_char(received_at at time zone 'Asia/Phnom_Penh', 'YYYY-MM-DD HH24:MI') as received,
        to_char(next_due_at at time zone 'Asia/Phnom_Penh', 'YYYY-MM-DD HH24:MI') as due
      from complaint where number = ${number}`
    return row
  }

  it('holds the rows that the officer may see, without a word of a person, and is kept', async () => {
    const officer = await desk.signedIn('officer-bat')

    const file = await officer.get('/en/work/complaints/export?state=open&format=csv')

    expect(file.headers['content-disposition']).toBe('attachment; filename="complaints.csv"')
    const lines = file.body.trimEnd().split('\n')
    expect(lines[0]).toBe('\uFEFFCase,State,Received,Due,Area,About,Against,Openness,Officer')
    expect(lines).toHaveLength(21)
    const [, received, due] = /^[^,]+,[^,]+,([^,]+),([^,]+),/.exec(lines[1] ?? '') ?? []
    expect({ received, due }).toEqual(await timesOf(lines[1]?.slice(0, 12)))
    expect(says(file.body, 'សុខ ដារា')).toBe(false)
    expect(says(file.body, '85510000001')).toBe(false)
    const [look] = await desk.owner`
      select actor_id, record_type, data from audit where act = 'exported' order by happened_at desc`
    expect(look).toEqual({
      actor_id: desk.personId('officer-bat'),
      record_type: 'complaint',
      data: { state: 'open', format: 'csv', most: 10_000 },
    })
  })

  it('is also a sheet', async () => {
    const officer = await desk.signedIn('officer')

    const file = await officer.get('/en/work/complaints/export?format=xlsx')

    expect(file.statusCode).toBe(200)
    const book = new excel.Workbook()
    await book.xlsx.load(file.rawPayload as never)
    const [, first] = book.worksheets[0]?.getRows(1, 2) ?? []
    const [received, due] = [first?.getCell(3), first?.getCell(4)]
    expect(due?.numFmt).toBe('yyyy-mm-dd hh:mm')
    const at = (value: unknown) =>
      value instanceof Date ? value.toISOString().slice(0, 16).replace('T', ' ') : null
    expect({ received: at(received?.value), due: at(due?.value) }).toEqual(
      await timesOf(String(first?.getCell(1).value)),
    )
  })
})

describe('the API', () => {
  const asked = async (login: string, url: string) => {
    const token = await tokenFor(desk.owner, login, desk.clock.now)
    return desk.app().inject({ url, headers: { authorization: `Bearer ${token}` } })
  }
  const act = async (login: string, url: string, payload: object) => {
    const token = await tokenFor(desk.owner, login, desk.clock.now)
    const headers = { authorization: `Bearer ${token}`, 'idempotency-key': crypto.randomUUID() }
    return desk.app().inject({ method: 'POST', url, headers, payload })
  }

  it('says what is wrong with a question instead of guessing', async () => {
    const answer = await asked('officer', '/api/v1/complaints?state=nonsense&limit=0')

    expect(answer.statusCode).toBe(422)
    expect(answer.json().errors.map(({ field }: { field: string }) => field)).toEqual([
      'state',
      'limit',
    ])
  })

  it('gives the list page by page and one case whole, without how to reach anybody', async () => {
    const first = (await asked('officer-bat', '/api/v1/complaints?limit=15')).json()
    const next = encodeURIComponent(first.next)
    const second = (await asked('officer-bat', `/api/v1/complaints?limit=15&cursor=${next}`)).json()
    const one = await asked('officer-bat', `/api/v1/complaints/${first.complaints[0].id}`)

    expect(first.complaints.length + second.complaints.length).toBe(20)
    expect(second.next).toBeNull()
    expect(one.json()).toMatchObject({ number: first.complaints[0].number, workerName: 'សុខ ដារា' })
    expect(says(one.body, '85510000001')).toBe(false)
  })

  it('takes a step as the page does, and refuses one that was decided on an older state', async () => {
    const { id } = await desk.aComplaint({ province: '02' })
    const url = `/api/v1/complaints/${id}/actions`

    const stale = await act('officer-bat', `${url}/register`, { version: 9 })
    const done = await act('officer-bat', `${url}/register`, { version: 1 })
    const wordless = await act('officer-bat', `${url}/propose-closure`, { version: 2 })
    const unknown = await act('officer-bat', `${url}/burn`, { version: 2 })

    expect([stale.statusCode, stale.json().code]).toEqual([409, 'changed-meanwhile'])
    expect([done.statusCode, done.json()]).toEqual([201, { status: 'registered', version: 2 }])
    expect([wordless.statusCode, wordless.json().code]).toEqual([422, 'words-missing'])
    expect(unknown.statusCode).toBe(404)
  })
})

describe('real ids of somebody else’s', () => {
  it('are nothing by page, form, contact, slip and API for another province', async () => {
    const { id } = await desk.aComplaint({ province: '01' })
    const token = await tokenFor(desk.owner, 'officer-bat', desk.clock.now)
    const officer = await desk.signedIn('officer-bat')

    const answers = [
      await officer.get(`/work/complaints/${id}`),
      await officer.post(`/work/complaints/${id}/actions/register`, { version: '1' }),
      await officer.post(`/work/complaints/${id}/actions/note`, { words: 'x' }),
      await officer.post(`/work/complaints/${id}/contact`, { reason: 'curious' }),
      await desk.app().inject({
        url: `/api/v1/complaints/${id}`,
        headers: { authorization: `Bearer ${token}` },
      }),
      await desk.app().inject({
        method: 'POST',
        url: `/api/v1/complaints/${id}/actions/register`,
        headers: { authorization: `Bearer ${token}`, 'idempotency-key': 'abcdefgh' },
        payload: { version: 1 },
      }),
    ]

    expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404, 404, 404, 404])
    expect(answers.some(({ body }) => says(body, 'សុខ ដារា'))).toBe(false)
  })
})
