import { describe, expect, it } from 'vitest'
import { says, textOf, useComplaintDesk } from '../../../../../tests/support/complaint-desk.ts'
import { newId } from '../../../../platform/new-id.ts'
import { nameKey } from '../../../../platform/text/index.ts'

const desk = useComplaintDesk()

const told = {
  openness: 'confidential',
  relation: 'family',
  workerName: 'សុខ គំរូ',
  complainantName: 'Example Mother',
  way: 'phone',
  contact: '012 000 111',
  respondentKind: 'broker',
  respondentWords: 'bong Ry',
  categories: 'wage_unpaid',
  country: 'TH',
  province: '01',
  'month-month': '៣',
  'month-year': '2026',
  paidAmount: '1,250.50',
  paidCurrency: 'USD',
  soughtOpen: 'yes',
  soughtCurrency: 'THB',
  askedBefore: 'nobody',
  story: 'She was not paid for five months.',
}

async function enter(login: string, over: Record<string, string | string[]> = {}) {
  const browser = await desk.signedIn(login)
  const answer = await browser.post('/en/work/complaints/new', { ...told, ...over })
  const id = /complaints\/([0-9a-f-]{36})\/slip/.exec(answer.headers.location ?? '')?.[1] ?? ''
  return { browser, answer, id }
}

describe('entering a complaint for somebody', () => {
  it('says everything that is missing, beside its field, and loses nothing', async () => {
    const { answer } = await enter('counsellor', {
      categories: '',
      country: '',
      story: 'Kept words',
    })

    expect(answer.statusCode).toBe(422)
    expect(textOf(answer.body)).toContain('Choose at least one.')
    expect(answer.body).toContain('href="#categories"')
    expect(answer.body).toContain('Kept words</textarea>')
    expect(await desk.owner`select from complaint`).toHaveLength(0)
  })

  it.each([
    ['a day to come', { 'paperDay-day': '1', 'paperDay-month': '1', 'paperDay-year': '2027' }],
    [
      'a day that does not exist',
      { 'paperDay-day': '30', 'paperDay-month': '2', 'paperDay-year': '2026' },
    ],
    [
      'a day of the last century',
      { 'paperDay-day': '1', 'paperDay-month': '1', 'paperDay-year': '1999' },
    ],
  ])('refuses %s for a paper complaint', async (_, day) => {
    const { answer } = await enter('counsellor', day)

    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('paperDay-error')
  })

  it('keeps who helped, and shows the slip once to that browser alone', async () => {
    const { browser, answer, id } = await enter('counsellor')

    expect(answer.statusCode).toBe(303)
    const slip = await browser.get(`/en/work/complaints/${id}/slip`)
    expect(textOf(slip.body)).toMatch(/Secret number \d{4} \d{3} \d{3}/)
    expect(textOf(slip.body)).toContain('page “Follow your case”, /en/follow')
    expect(textOf(slip.body)).toContain('Questions: Ministry of Labour hotline, 1297')
    expect(textOf(slip.body)).toContain('opened again for 15 minutes')
    const other = await desk.signedIn('officer')
    expect((await other.get(`/en/work/complaints/${id}/slip`)).statusCode).toBe(303)
    const [row] = await desk.owner`
      select door, helped_by, openness, happened_month, paper_number from complaint
      where id = ${id}`
    expect(row).toEqual({
      door: 'assisted',
      helped_by: desk.personId('counsellor'),
      openness: 'confidential',
      happened_month: '2026-03',
      paper_number: null,
    })
    const claims = await desk.owner`
      select kind, minor, currency from complaint_claim where complaint_id = ${id} order by kind`
    expect([...claims]).toEqual([
      { kind: 'paid', minor: 125_050n, currency: 'USD' },
      { kind: 'sought', minor: null, currency: 'THB' },
    ])
  })

  it('counts the time of a paper complaint from the day on the paper', async () => {
    const { id } = await enter('officer-bmc', {
      paperNumber: 'BMC 12/26',
      ...{ 'paperDay-day': '10', 'paperDay-month': '11', 'paperDay-year': '2026' },
    })

    const [row] = await desk.owner`
      select door, paper_number, received_at from complaint where id = ${id}`
    expect(row).toEqual({
      door: 'paper',
      paper_number: 'BMC 12/26',
      received_at: new Date('2026-11-09T17:00:00Z'),
    })
    const [clock] = await desk.owner`
      select due_at from clock where record_id = ${id} and kind = 'resolve'`
    expect(clock?.due_at).toEqual(new Date('2026-11-20T16:59:59.999Z'))
  })

  it('keeps neither name nor contact of an anonymous complaint, whatever was typed', async () => {
    const { id } = await enter('counsellor', { openness: 'anonymous' })

    const [row] = await desk.owner`
      select c.worker_id, k.name_sealed, k.contact_sealed, k.way from complaint c
      join complaint_contact k on k.complaint_id = c.id where c.id = ${id}`
    expect(row).toEqual({ worker_id: null, name_sealed: null, contact_sealed: null, way: 'none' })
  })

  const agency = (words: string) => ({ respondentKind: 'agency', respondentWords: words })
  const agencyOf = async (id: string) =>
    (await desk.owner`select agency_id from complaint where id = ${id}`)[0]?.agency_id

  it('takes the agency whose full name was written, and says so', async () => {
    const { browser, answer, id } = await enter('officer', agency(' example  AGENCY 1 '))

    expect(answer.statusCode).toBe(303)
    expect(await agencyOf(id)).toBe(desk.agencies[0])
    const slip = await browser.get(answer.headers.location ?? '')
    expect(textOf(slip.body)).toContain('Recorded against: Example Agency 1')
  })

  it('takes the agency whose licence number was written', async () => {
    await desk.owner`
      insert into licence (id, agency_id, number, number_key, status, valid_from, valid_to)
      values (${newId()}, ${desk.agencies[1]}, 'DEMO 902', ${nameKey('DEMO 902')}, 'granted',
        '2026-01-01', '2027-01-01')`

    const { id } = await enter('officer', agency('demo-902'))

    expect(await agencyOf(id)).toBe(desk.agencies[1])
  })

  it('asks which agency is meant when names only resemble it, and blames nobody', async () => {
    const { answer } = await enter('officer', agency('Exampel Agency'))

    const said = textOf(answer.body)
    expect(answer.statusCode).toBe(422)
    expect(said).toContain('One more question: which agency is it?')
    expect(said).not.toContain('There is a problem')
    expect(answer.body).toContain(desk.agencies[0])
    expect(answer.body).toContain(`${told.story}</textarea>`)
  })

  it('takes a choice for the words for which it was offered, and for no others', async () => {
    const resembling = { ...agency('Exampel Agency'), offeredFor: 'Exampel Agency' }
    const unanswered = await enter('officer', resembling)
    const chosen = await enter('officer', { ...resembling, agencyId: desk.agencies[1] })
    const changed = await enter('officer', {
      ...{ ...resembling, respondentWords: 'Example Agency 1', agencyId: desk.agencies[1] },
    })

    expect(textOf(unanswered.answer.body)).toContain('Choose the agency, or')
    expect(await agencyOf(chosen.id)).toBe(desk.agencies[1])
    expect(await agencyOf(changed.id)).toBe(desk.agencies[0])
  })

  it('speaks to whoever helps, from the top of the page to its end', async () => {
    const browser = await desk.signedIn('officer')

    const { body } = await browser.post('/en/work/complaints/new', {})

    const summary = body.split('error-summary__list')[1]?.split('</ul>')[0] ?? ''
    const fields = [...summary.matchAll(/href="#([^"]+)"/g)].map(([, field]) => field)
    expect(fields).toEqual([
      ...['openness', 'relation', 'workerName', 'way', 'respondentKind', 'respondentWords'],
      ...['categories', 'country', 'month', 'askedBefore'],
    ])
    const places = fields.map((field) => body.indexOf(`id="${field}"`))
    expect(places.toSorted((a, b) => a - b)).toEqual(places)
    expect(textOf(summary)).not.toMatch(/\b(you|your|I)\b/i)
  })

  it('becomes one complaint when it is pressed twice', async () => {
    const browser = await desk.signedIn('officer')
    const form = { ...told, submission: 'the-same-form', story: 'pressed twice' }
    const before = await desk.owner`select from complaint`

    const first = await browser.post('/en/work/complaints/new', form)
    const second = await browser.post('/en/work/complaints/new', form)

    expect(second.headers.location).toBe(first.headers.location)
    expect(await desk.owner`select from complaint`).toHaveLength(before.length + 1)
  })
})

describe('a counsellor', () => {
  it('sees the cases that she helped to enter, may read them, and nothing else', async () => {
    const hers = await enter('counsellor')
    const { id: another } = await desk.aComplaint({ province: '01' })

    const list = await hers.browser.get('/en/work/complaints')
    const page = await hers.browser.get(`/en/work/complaints/${hers.id}`)

    expect(says(list.body, hers.id)).toBe(true)
    expect(says(list.body, another)).toBe(false)
    expect(page.statusCode).toBe(200)
    expect(page.body).not.toContain('/actions/')
    expect((await hers.browser.get(`/en/work/complaints/${another}`)).statusCode).toBe(404)
    const act = await hers.browser.post(`/en/work/complaints/${hers.id}/actions/register`, {
      version: '1',
    })
    expect(act.statusCode).toBe(403)
    expect((await hers.browser.get('/en/work/complaints/export')).statusCode).toBe(403)
  })
})
