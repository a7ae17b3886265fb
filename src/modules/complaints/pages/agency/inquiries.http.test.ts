import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { says, textOf, useComplaintDesk } from '../../../../../tests/support/complaint-desk.ts'
import { tokenFor } from '../../../../../tests/support/sign-in.ts'
import { complainantActor } from '../../../../kernel/actor.ts'
import { inquiriesOf, taken } from '../../testing/complaints.ts'

const desk = useComplaintDesk()

/** An inquiry to the first agency, as its clerk finds it. */
async function anInquiry(openness: 'named' | 'confidential' = 'confidential') {
  const agency = { respondentKind: 'agency', agencyId: desk.agencies[0] } as const
  const { id: complaintId } = await desk.aComplaint({ ...agency, openness })
  const officer = await desk.actor('officer')
  await taken(desk, officer, { complaintId, action: 'register' })
  await taken(desk, officer, { complaintId, action: 'ask-agency', words: 'What happened?' })
  const [row] = await desk.owner`select id from agency_inquiry where complaint_id = ${complaintId}`
  return { complaintId, id: String(row?.id) }
}

async function api(login: string, method: 'GET' | 'POST', url: string, payload?: object) {
  const token = await tokenFor(desk.owner, login, desk.clock.now)
  const headers = { authorization: `Bearer ${token}`, 'idempotency-key': randomUUID() }
  return desk.app().inject({ method, url, headers, ...(payload ? { payload } : {}) })
}

describe('a question to an agency', () => {
  it('is opened by no officer, and by nobody unknown', async () => {
    const { id } = await anInquiry()
    const officer = await desk.signedIn('officer')
    const stranger = await desk.app().inject({ url: `/agency/inquiries/${id}` })

    expect((await officer.get(`/agency/inquiries/${id}`)).statusCode).toBe(403)
    expect(stranger.headers.location).toContain('/sign-in?next=')
  })

  it('is nothing at all to another agency, by page, answer and API', async () => {
    const { id } = await anInquiry()
    const other = await desk.signedIn('clerk2')
    const url = `/api/v1/inquiries/${id}`

    const answers = [
      await other.get(`/agency/inquiries/${id}`),
      await other.post(`/agency/inquiries/${id}/answer`, { words: 'We know nothing.' }),
      await api('clerk2', 'GET', url),
      await api('clerk2', 'POST', `${url}/actions/answer`, { words: 'We know nothing.' }),
    ]

    expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404, 404])
    expect(says((await other.get('/agency/inquiries')).body, id)).toBe(false)
    expect((await api('clerk2', 'GET', '/api/v1/inquiries')).json().inquiries).toEqual([])
    const [row] = await desk.owner`select status from agency_inquiry where id = ${id}`
    expect(row?.status).toBe('asked')
  })

  it('shows a name only where the complainant complained by name, and a contact never', async () => {
    const named = await anInquiry('named')
    const confidential = await anInquiry('confidential')
    const clerk = await desk.signedIn('clerk')

    const [open, closed] = await Promise.all(
      [named, confidential].map(({ id }) => clerk.get(`/en/agency/inquiries/${id}`)),
    )

    expect(says(open!.body, 'សុខ ដារា')).toBe(true)
    expect(says(closed!.body, 'សុខ ដារា')).toBe(false)
    for (const { body } of [open!, closed!]) {
      expect(says(body, '85510000001')).toBe(false)
      expect(says(body, 'ខ្ញុំបានបង់ប្រាក់')).toBe(false)
      expect(textOf(body)).toContain('650 USD')
    }
  })

  it('has no answer that says nothing or too much, and loses not a word', async () => {
    const { id } = await anInquiry()
    const clerk = await desk.signedIn('clerk')

    const empty = await clerk.post(`/en/agency/inquiries/${id}/answer`, { words: ' \u200b ' })
    const long = await clerk.post(`/en/agency/inquiries/${id}/answer`, {
      words: `start ${'x'.repeat(100_000)}`,
    })

    expect([empty.statusCode, long.statusCode]).toEqual([422, 422])
    expect(says(long.body, '>start xxx')).toBe(true)
  })

  it('is answered once; afterwards the answer stands as it was given', async () => {
    const { id, complaintId } = await anInquiry()
    const clerk = await desk.signedIn('clerk')

    const first = await clerk.post(`/agency/inquiries/${id}/answer`, { words: 'The first.' })
    const second = await clerk.post(`/agency/inquiries/${id}/answer`, { words: 'The second.' })

    expect([first.statusCode, second.statusCode]).toEqual([303, 422])
    const [inquiry] = await inquiriesOf(desk, complaintId)
    expect(inquiry?.answer).toBe('The first.')
  })

  it('needs no answer once the complainant withdraws', async () => {
    const { id, complaintId } = await anInquiry()
    await taken(desk, complainantActor(complaintId), { complaintId, action: 'ask-withdrawal' })
    const clerk = await desk.signedIn('clerk')

    const late = await clerk.post(`/en/agency/inquiries/${id}/answer`, { words: 'Too late.' })

    expect(late.statusCode).toBe(422)
    const [inquiry] = await inquiriesOf(desk, complaintId)
    expect(inquiry).toMatchObject({ status: 'withdrawn', answer: null })
  })

  it('is read and answered by the API as on the page', async () => {
    const { id } = await anInquiry()
    const url = `/api/v1/inquiries/${id}`

    const shown = await api('clerk', 'GET', url)
    const wordless = await api('clerk', 'POST', `${url}/actions/answer`, { words: '' })
    const answered = await api('clerk', 'POST', `${url}/actions/answer`, { words: 'By program.' })

    expect(shown.json()).toMatchObject({ id, status: 'asked', workerName: null, story: null })
    expect([wordless.statusCode, answered.statusCode]).toEqual([422, 201])
    expect((await api('clerk', 'GET', url)).json()).toMatchObject({
      status: 'answered',
      answer: 'By program.',
    })
  })
})
