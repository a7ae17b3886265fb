import { describe, expect, it } from 'vitest'
import {
  type DeskBrowser,
  textOf,
  useComplaintDesk,
} from '../../../../../tests/support/complaint-desk.ts'
import { receiveAgencyAnswer } from '../../actions/answer-inquiry.ts'
import { assignByLot } from '../../actions/draw-officer.ts'

const desk = useComplaintDesk()

/** The hidden fields of one form of the case page, as a browser would send them back. */
async function formOf(browser: DeskBrowser, id: string, step: string) {
  const { body } = await browser.get(`/en/work/complaints/${id}`)
  const form = body
    .split('<form')
    .find((part) => part.includes(`/work/complaints/${id}/actions/${step}"`))
  if (!form) throw new Error(`the page offers no ${step}`)
  const hidden = form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)
  return Object.fromEntries([...hidden].map(([, name = '', value = '']) => [name, value]))
}

async function take(
  browser: DeskBrowser,
  id: string,
  { step, ...fields }: { step: string } & Record<string, string>,
) {
  const hidden = await formOf(browser, id, step)
  return browser.post(`/en/work/complaints/${id}/actions/${step}`, { ...hidden, ...fields })
}

const offered = (html: string): string[] =>
  [...html.matchAll(/\/actions\/([a-z-]+)"/g)].map(([, step = '']) => step)

describe('a case from its receipt to its end', () => {
  it('goes by way of the officer, the agency and the complainant’s consent', async () => {
    const { id, number } = await desk.aComplaint({
      respondentKind: 'agency',
      agencyId: desk.agencies[0],
    })
    const deps = { db: desk.jobs, vault: desk.vault, now: () => desk.clock.now }
    await assignByLot(deps, { recordId: id })
    const officer = await desk.signedIn('officer-bmc')

    const list = await officer.get('/en/work/complaints?state=mine')
    expect(textOf(list.body)).toContain(number)

    expect((await take(officer, id, { step: 'register' })).statusCode).toBe(303)
    const asked = await take(officer, id, {
      step: 'ask-agency',
      words: 'Why has she not been sent?',
    })
    expect(asked.headers.location).toBe(`/en/work/complaints/${id}?done=done`)

    const clerk = await desk.signedIn('clerk')
    const inquiries = await clerk.get('/en/agency/inquiries')
    expect(textOf(inquiries.body)).toContain('Why has she not been sent?')
    const href = /\/en\/agency\/inquiries\/([0-9a-f-]{36})/.exec(inquiries.body)?.[1] ?? ''
    const inquiry = textOf((await clerk.get(`/en/agency/inquiries/${href}`)).body)
    expect(inquiry).toContain('650 USD')
    expect(inquiry).toContain('March 2026')
    expect(inquiry).not.toContain('85510000001')
    expect(inquiry).not.toContain('បង់ប្រាក់ ហើយរង់ចាំ')
    const answered = await clerk.post(`/en/agency/inquiries/${href}/answer`, {
      words: 'The visa was late.',
    })
    expect(answered.headers.location).toBe('/en/agency/inquiries?done=answered')

    await receiveAgencyAnswer(deps, { recordId: href })
    const afterwards = await officer.get(`/en/work/complaints/${id}`)
    expect(textOf(afterwards.body)).toContain('The visa was late.')
    expect(textOf(afterwards.body)).toContain('Agency answered')
    expect(textOf(afterwards.body)).toMatch(/The agency answered [^·]+· Example Agency 1/)

    await take(officer, id, { step: 'propose-closure', words: 'Is it solved now?' })
    const closed = await take(officer, id, {
      step: 'close-with-consent',
      words: 'She said so on the phone.',
    })
    expect(closed.statusCode).toBe(303)
    const end = await officer.get(`/en/work/complaints/${id}`)
    expect(textOf(end.body)).toContain('the complainant agreed, recorded by an officer')
    expect(offered(end.body).filter((step) => step === 'reopen')).toHaveLength(1)
    const [row] = await desk.owner`
      select status, next_due_at, closed_how from complaint where id = ${id}`
    expect(row).toEqual({ status: 'closed', next_due_at: null, closed_how: 'consent-recorded' })
  })
})

describe('a form of the case page', () => {
  it('keeps what was typed and shows what changed meanwhile', async () => {
    const { id } = await desk.aComplaint()
    const officer = await desk.signedIn('officer')
    const asRead = await formOf(officer, id, 'answer')
    desk.clock.now = new Date(desk.clock.now.getTime() + 60_000)
    const other = await desk.signedIn('head')
    await take(other, id, { step: 'register' })

    const refused = await officer.post(`/en/work/complaints/${id}/actions/answer`, {
      ...asRead,
      words: 'We have your complaint.',
    })

    expect(refused.statusCode).toBe(422)
    const page = textOf(refused.body)
    expect(page).toContain('This case was changed meanwhile')
    expect(page).toContain('Registered')
    expect(refused.body).toContain('We have your complaint.</textarea>')
    const messages = await desk.owner`select from complaint_message where complaint_id = ${id}`
    expect(messages).toHaveLength(0)
  })

  it('of an old tab keeps its words to copy when the step is gone, whoever took it', async () => {
    const { id } = await desk.aComplaint()
    const officer = await desk.signedIn('officer')
    await take(officer, id, { step: 'register' })
    const asRead = await formOf(officer, id, 'propose-closure')
    desk.clock.now = new Date(desk.clock.now.getTime() + 60_000)
    await take(officer, id, { step: 'propose-closure', words: 'Is it solved now?' })

    const refused = await officer.post(`/en/work/complaints/${id}/actions/propose-closure`, {
      ...asRead,
      words: 'Was the money paid back?',
    })

    expect(refused.statusCode).toBe(422)
    expect(refused.body).not.toContain('id="propose-closure"')
    expect(refused.body).toMatch(
      /<textarea[^>]* readonly[^>]*>Was the money paid back\?<\/textarea>/,
    )
    expect(textOf(refused.body)).toContain('This step is no longer offered: Propose to close')
    expect(textOf(refused.body)).not.toContain('Somebody else')
    const targets = [...refused.body.matchAll(/href="#([^"]+)"/g)].map(([, target]) => target)
    for (const target of targets) expect(refused.body).toContain(`id="${target}"`)
  })

  it('answers only what was read: a message that came meanwhile is shown first', async () => {
    const { id } = await desk.aComplaint()
    const officer = await desk.signedIn('officer')
    const asRead = await formOf(officer, id, 'answer')
    desk.clock.now = new Date(desk.clock.now.getTime() + 60_000)
    const other = await desk.signedIn('head')
    await take(other, id, { step: 'answer', words: 'We shall call you.' })
    const answer = { ...asRead, words: 'We shall not call you.' }

    const refused = await officer.post(`/en/work/complaints/${id}/actions/answer`, answer)

    expect(refused.statusCode).toBe(422)
    expect(textOf(refused.body)).toContain('We shall call you.')
    expect(refused.body).toContain('We shall not call you.</textarea>')
    const again = await officer.post(`/en/work/complaints/${id}/actions/answer`, {
      ...answer,
      ...{ submission: 'read-again', messages: '1' },
    })
    expect(again.statusCode).toBe(303)
  })

  it('says beside the field what is missing, and carries nothing out', async () => {
    const { id } = await desk.aComplaint()
    const officer = await desk.signedIn('officer')

    const refused = await take(officer, id, { step: 'transfer', office: '', words: '' })

    expect(refused.statusCode).toBe(422)
    expect(textOf(refused.body)).toContain('Choose an office.')
    expect(refused.body).toContain('id="transfer-office-error"')
  })

  it('does nothing twice when it is pressed twice', async () => {
    const { id } = await desk.aComplaint()
    const officer = await desk.signedIn('officer')
    const form = { ...(await formOf(officer, id, 'note')), words: 'Called, no answer.' }

    const first = await officer.post(`/work/complaints/${id}/actions/note`, form)
    const second = await officer.post(`/work/complaints/${id}/actions/note`, form)

    expect([first.statusCode, second.statusCode]).toEqual([303, 303])
    expect(await desk.owner`select from note where record_id = ${id}`).toHaveLength(1)
  })

  it('stops the clock of the first answer when the complainant is answered', async () => {
    const { id } = await desk.aComplaint()
    const officer = await desk.signedIn('officer')

    await take(officer, id, { step: 'answer', words: 'We will call on Monday.' })

    const clocks = await desk.owner`
      select kind, outcome from clock where record_id = ${id} order by kind`
    expect(clocks.map(({ kind, outcome }) => [kind, outcome])).toEqual([
      ['first-answer', 'met'],
      ['resolve', null],
    ])
    const [row] = await desk.owner`
      select c.next_due_at = k.due_at as same from complaint c
      join clock k on k.record_id = c.id and k.kind = 'resolve' where c.id = ${id}`
    expect(row?.same).toBe(true)
  })
})

describe('how to reach the complainant', () => {
  it('is on no page until somebody asks for it with a reason', async () => {
    const { id } = await desk.aComplaint()
    const officer = await desk.signedIn('officer')

    const page = await officer.get(`/en/work/complaints/${id}`)
    const refused = await officer.post(`/en/work/complaints/${id}/contact`, { reason: ' ' })

    expect(page.body).not.toContain('85510000001')
    expect(refused.statusCode).toBe(422)
    expect(refused.body).not.toContain('85510000001')
    expect(await desk.owner`select from audit where act = 'revealed'`).toHaveLength(0)
  })

  it('is shown on that answer alone, and kept with who looked and why', async () => {
    const { id } = await desk.aComplaint()
    const officer = await desk.signedIn('officer')

    const shown = await officer.post(`/en/work/complaints/${id}/contact`, {
      reason: 'To call her about the answer',
    })
    const after = await officer.get(`/en/work/complaints/${id}`)

    expect(shown.statusCode).toBe(200)
    expect(shown.body).toContain('+85510000001')
    expect(shown.body.indexOf('+85510000001')).toBeLessThan(
      shown.body.indexOf('class="case case--handled"'),
    )
    expect(after.body).not.toContain('85510000001')
    const looks = await desk.owner`
      select actor_id, reason from audit where act = 'revealed' and record_id = ${id}`
    expect([...looks]).toEqual([
      { actor_id: desk.personId('officer'), reason: 'To call her about the answer' },
    ])
  })

  it('does not exist for an anonymous complaint, and neither do new digits', async () => {
    const { id } = await desk.aComplaint({ openness: 'anonymous' })
    const officer = await desk.signedIn('officer')

    const page = await officer.get(`/en/work/complaints/${id}`)
    const reveal = await officer.post(`/en/work/complaints/${id}/contact`, { reason: 'to call' })
    const digits = await officer.post(`/en/work/complaints/${id}/actions/new-secret`, {
      ...{ version: '1', called: 'complainant', reached: 'yes', why: 'lost' },
    })

    expect(offered(page.body)).not.toContain('new-secret')
    expect(page.body).not.toContain(`/work/complaints/${id}/contact`)
    expect([reveal.statusCode, digits.statusCode]).toEqual([422, 422])
    expect(textOf(digits.body)).toContain('The complainant is anonymous and stays so.')
  })
})

describe('new secret digits', () => {
  const asked = { called: 'complainant', reached: 'yes', why: 'lost' }

  it.each(['called', 'reached', 'why'])('are not given before it is said: %s', async (missing) => {
    const { id } = await desk.aComplaint()
    const [before] = await desk.owner`select secret_hash from complaint where id = ${id}`
    const officer = await desk.signedIn('officer')

    const refused = await take(officer, id, { step: 'new-secret', ...asked, [missing]: '' })

    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain(`href="#new-secret-${missing}"`)
    expect(refused.body).toContain(`id="new-secret-${missing}"`)
    const [after] = await desk.owner`select secret_hash from complaint where id = ${id}`
    expect(after?.secret_hash).toEqual(before?.secret_hash)
  })

  it('are shown once on a slip, and end whatever was opened with the old ones', async () => {
    const { id, number } = await desk.aComplaint()
    await desk.owner`
      insert into receipt_session (token_hash, complaint_id, expires_at)
      values ('x', ${id}, now() + interval '1 hour')`
    const [before] = await desk.owner`select secret_hash from complaint where id = ${id}`
    const officer = await desk.signedIn('officer')

    const issued = await take(officer, id, { step: 'new-secret', ...asked, words: 'ទូរស័ព្ទទៅ' })
    const slip = await officer.get(`/en/work/complaints/${id}/slip`)

    expect(issued.headers.location).toBe(`/en/work/complaints/${id}/slip`)
    expect(textOf(slip.body)).toMatch(/Secret number \d{4} \d{3} \d{3}/)
    expect(textOf(slip.body)).toContain(number)
    const [after] = await desk.owner`select secret_hash from complaint where id = ${id}`
    expect(after?.secret_hash).not.toEqual(before?.secret_hash)
    expect(await desk.owner`select from receipt_session where complaint_id = ${id}`).toHaveLength(0)

    const [event] = await desk.owner`
      select data, content_hash is not null as noted from event
      where record_id = ${id} and type = 'complaint.new-digits-given'`
    expect(event).toEqual({
      data: { called: 'complainant', way: 'phone', why: 'lost' },
      noted: true,
    })
    expect(textOf((await officer.get(`/en/work/complaints/${id}`)).body)).toContain(
      'Spoke with the complainant, by phone. Reason: lost or forgotten',
    )

    await officer.post(`/en/work/complaints/${id}/slip`, {})
    const gone = await officer.get(`/en/work/complaints/${id}/slip`)
    expect(gone.statusCode).toBe(303)
  })
})

describe('a case that goes to another office', () => {
  it('leaves the sight of the first with everything on it, and arrives whole', async () => {
    const { id, number } = await desk.aComplaint({ province: '01' })
    const officer = await desk.signedIn('officer-bmc')
    await take(officer, id, { step: 'answer', words: 'We pass your complaint on.' })
    const [office] = await desk.owner`select id from office where code = 'pdolvt-02'`

    const moved = await take(officer, id, {
      step: 'transfer',
      office: String(office?.id),
      words: 'She lives in Battambang.',
    })

    expect(moved.headers.location).toBe('/en/work/complaints?moved=yes')
    expect((await officer.get(`/work/complaints/${id}`)).statusCode).toBe(404)
    const there = await desk.signedIn('officer-bat')
    const page = textOf((await there.get(`/en/work/complaints/${id}`)).body)
    expect(page).toContain(number)
    expect(page).toContain('She lives in Battambang.')
    expect(page).toContain('We pass your complaint on.')
    expect(page).toContain('Received 20 November 2026')
    const areas = await desk.owner`
      select area from complaint where id = ${id}
      union all select area from complaint_contact where complaint_id = ${id}
      union all select area from complaint_claim where complaint_id = ${id}
      union all select area from complaint_message where complaint_id = ${id}
      union all select area from clock where record_id = ${id}
      union all select area from note where record_id = ${id}
      union all select w.area from worker w join complaint c on c.worker_id = w.id
        where c.id = ${id}`
    expect(new Set(areas.map(({ area }) => area))).toEqual(new Set(['02']))
    expect(areas.length).toBeGreaterThan(8)
  })
})
