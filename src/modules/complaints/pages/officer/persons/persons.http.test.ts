import { beforeAll, describe, expect, it } from 'vitest'
import {
  type DeskBrowser,
  says,
  textOf,
  useComplaintDesk,
} from '../../../../../../tests/support/complaint-desk.ts'
import { taken } from '../../../testing/complaints.ts'

const desk = useComplaintDesk()
let officer: DeskBrowser
let other: DeskBrowser

beforeAll(async () => {
  officer = await desk.signedIn('officer')
  other = await desk.signedIn('head')
})

let submissions = 0
const submission = () => `00000000-0000-4000-8000-${String(++submissions).padStart(12, '0')}`

async function aCase(): Promise<{ id: string; number: string; secret: string; path: string }> {
  const receipt = await desk.aComplaint({ relation: 'group', people: 3, province: '01' })
  const actor = await desk.actor('officer')
  await taken(desk, actor, { complaintId: receipt.id, action: 'register', at: desk.clock.now })
  return { ...receipt, path: `/en/work/complaints/${receipt.id}` }
}

const sent = (browser: DeskBrowser, path: string, form: Record<string, string | string[]>) =>
  browser.post(path, { submission: submission(), ...form })

const list = (text: string, what: 'check' | 'take') => ({
  ...{ list: text, currency: 'USD', situation: 'unknown', do: what },
})

describe('a list of persons', () => {
  it('takes nobody while one line is wrong, and loses no line', async () => {
    const { id, path } = await aCase()
    const typed = 'name\tsum\nSok Dara\t250\nChan Thy\tmuch'

    for (const what of ['check', 'take'] as const) {
      const page = await sent(officer, `${path}/persons/new`, list(typed, what))
      expect(says(page.body, 'Chan Thy\tmuch')).toBe(true)
      expect(says(textOf(page.body), 'Sum: Enter the amount in figures')).toBe(true)
      expect(says(page.body, 'value="take"')).toBe(false)
    }
    const [row] = await desk.owner`
      select count(*)::int n from case_person where complaint_id = ${id}`
    expect(row?.n).toBe(1)
  })

  it('is seen before it is taken, and then stands on the page of the case', async () => {
    const { path } = await aCase()
    const typed = 'Sok Dara, 010 000 123, 250\nChan Thy'

    const seen = await sent(officer, `${path}/persons/new`, list(typed, 'check'))
    expect(says(textOf(seen.body), '2 persons understood')).toBe(true)
    const done = await sent(officer, `${path}/persons/new`, list(typed, 'take'))
    expect(done.statusCode).toBe(303)

    const page = await officer.get(`${path}/persons`)
    expect(says(textOf(page.body), '2. Sok Dara')).toBe(true)
    expect(says(textOf(page.body), 'open, in USD')).toBe(true)
    expect(says(page.body, '010 000 123')).toBe(false)
  })

  it('is nothing for a counsellor or an agency', async () => {
    const { path } = await aCase()
    for (const login of ['counsellor', 'clerk']) {
      const browser = await desk.signedIn(login)
      const page = await sent(browser, `${path}/persons/new`, list('Sok Dara', 'take'))
      expect([403, 404]).toContain(page.statusCode)
    }
  })
})

describe('the next step of a case', () => {
  it('is the meeting where one is set, and never to wait for somebody elsewhere', async () => {
    const { id, path } = await aCase()
    const nextIn = async (status: string) => {
      await desk.owner`update complaint set status = ${status} where id = ${id}`
      const { body } = await officer.get(path)
      return textOf(body.slice(body.indexOf('class="case-brief"')).split('</section>')[0] ?? '')
    }

    expect(says(await nextIn('in-conciliation'), 'Hold the meeting')).toBe(true)
    expect(says(await nextIn('waiting-elsewhere'), 'Wait for a decision elsewhere')).toBe(false)
  })
})

describe('one person of a group', () => {
  it('follows her own part with her own receipt, and writes to the office', async () => {
    const { id, path } = await aCase()
    await sent(officer, `${path}/persons/new`, list('Sok Dara, 010 000 123, 250\nChan Thy', 'take'))
    const [second] = await desk.owner`
      select id from case_person where complaint_id = ${id} and position = 2`
    const slips = await sent(officer, `${path}/persons/bulk`, {
      ...{ person: second?.id, do: 'receipts' },
    })
    const shown = textOf(slips.body)
    expect(says(shown, 'Receipt of person 2: Sok Dara')).toBe(true)
    const number = /\d\d-\d{7}-\d/.exec(shown.slice(shown.indexOf('Receipt of person')))?.[0]
    const secret = /\d{4} \d{3} \d{3}/.exec(shown)?.[0]
    expect([typeof number, typeof secret]).toEqual(['string', 'string'])

    const phone = await desk.signedIn('clerk2')
    const opened = await sent(phone, '/en/follow', { number: number ?? '', secret: secret ?? '' })
    expect(opened.statusCode).toBe(303)
    const own = textOf((await phone.get('/en/follow/case')).body)
    expect(says(own, 'Your part of case')).toBe(true)
    expect(says(own, '250 USD')).toBe(true)
    expect(says(own, 'Chan Thy')).toBe(false)
    await sent(phone, '/en/follow/case/message', { words: 'Only for the office' })
    const timeline = textOf((await officer.get(path)).body)
    expect(says(timeline, 'Message from person 2 of the group')).toBe(true)
  })

  it('is reached only with a reason, and both are kept', async () => {
    const { id, path } = await aCase()
    await sent(officer, `${path}/persons/new`, list('Sok Dara, 010 000 123', 'take'))

    const without = await sent(officer, `${path}/persons/2/contact`, { reason: '' })
    expect(without.statusCode).toBe(422)
    expect(says(without.body, '010 000 123')).toBe(false)
    const shown = await sent(officer, `${path}/persons/2/contact`, { reason: 'to ask her' })
    expect(says(shown.body, '010 000 123')).toBe(true)
    const looks = await desk.owner`
      select reason from audit where act = 'revealed'
        and record_id in (select id from case_person where complaint_id = ${id})`
    expect(looks).toEqual([{ reason: 'to ask her' }])
  })

  it('is not found by what is no place in a case', async () => {
    const { path } = await aCase()
    for (const place of ['0', '-1', '2', 'x', '1e9', '99999999999999999999'])
      expect((await officer.get(`${path}/persons/${place}`)).statusCode).toBe(404)
  })
})

describe('sources that disagree', () => {
  it('stand side by side', async () => {
    const { path } = await aCase()
    for (const [saidSource, saidValue] of [
      ['worker', 'seventeen'],
      ['document', 'nineteen'],
    ] as const)
      await sent(officer, `${path}/persons/1/statement`, {
        saidField: 'age',
        saidSource,
        saidValue,
      })

    const page = textOf((await officer.get(`${path}/persons/1`)).body)
    expect(says(page, 'age: sources disagree')).toBe(true)
    expect(says(page, 'seventeen') && says(page, 'nineteen')).toBe(true)
  })
})

describe('two cases of one matter', () => {
  it('are proposed, joined by an officer, and taken apart by another', async () => {
    const [one, two] = [await aCase(), await aCase()]
    const page = await officer.get(`${one.path}/duplicates`)
    expect(says(textOf(page.body), two.number)).toBe(true)
    const version = /name="version" value="(\d+)"/.exec(page.body)?.[1] ?? ''

    const refused = await sent(officer, `${one.path}/duplicates`, { version, number: '26-1-1' })
    expect(refused.statusCode).toBe(422)
    const joined = await sent(officer, `${one.path}/duplicates`, { version, from: two.id })
    expect(joined.statusCode).toBe(303)
    const browser = await desk.signedIn('clerk2')
    await sent(browser, '/en/follow', { number: two.number, secret: two.secret })
    const own = textOf((await browser.get('/en/follow/case')).body)
    expect(says(own, 'goes on together with another case')).toBe(true)

    const apart = await sent(other, `${one.path}/unmerge`, { from: two.id })
    expect(apart.statusCode).toBe(303)
  })
})

describe('a matter that is solved already', () => {
  const days = (name: string, [year, month, day]: readonly [string, string, string]) => ({
    [`${name}-year`]: year,
    [`${name}-month`]: month,
    [`${name}-day`]: day,
  })
  const late = {
    ...days('receivedOn', ['2026', '5', '4']),
    ...{ category: 'fee_refund', respondentKind: 'unknown', how: 'paid', currency: 'USD' },
    ...{ knownFrom: 'register', paid: '250', workerName: 'Sok Dara' },
  }

  it('is recorded on one page with its real days, and gives a receipt', async () => {
    const wrong = await sent(officer, '/en/work/complaints/late', {
      ...late,
      ...days('solvedOn', ['2026', '5', '3']),
    })
    expect(says(textOf(wrong.body), 'It cannot have been solved before it came.')).toBe(true)

    const done = await sent(officer, '/en/work/complaints/late', {
      ...late,
      ...days('solvedOn', ['2026', '5', '20']),
    })
    expect(done.headers.location).toMatch(/\/slip\?entered=yes$/)
    const path = String(done.headers.location).replace(/\/slip.*/, '')
    expect(says(textOf((await officer.get(path)).body), 'Late entry')).toBe(true)
  })
})

describe('conflicts of interest', () => {
  it('are declared with their reason and read by nobody but oneself and the heads', async () => {
    const local = await desk.signedIn('officer-bat')
    const form = { with: 'Somebody Known', reason: 'a cousin of mine' }
    const since = { 'since-year': '2026', 'since-month': '1', 'since-day': '1' }

    expect((await sent(local, '/en/work/conflicts', { with: '' })).statusCode).toBe(422)
    expect((await sent(local, '/en/work/conflicts', { ...form, ...since })).statusCode).toBe(303)
    const read = async (browser: DeskBrowser) =>
      says((await browser.get('/en/work/conflicts')).body, 'a cousin of mine')
    expect([await read(local), await read(other), await read(officer)]).toEqual([true, true, false])
  })
})
