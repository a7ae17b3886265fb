import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type DeskBrowser, useComplaintDesk } from '../../../../../tests/support/complaint-desk.ts'
import { taken } from '../../testing/complaints.ts'

const desk = useComplaintDesk()
let complaintId = ''
let inquiryId = ''
let officer: DeskBrowser
let clerk: DeskBrowser

beforeAll(async () => {
  const about = { respondentKind: 'agency', agencyId: desk.agencies[0] } as const
  complaintId = (await desk.aComplaint({ ...about, openness: 'named' })).id
  const by = await desk.actor('officer')
  for (const action of ['register', 'ask-agency'] as const)
    await taken(desk, by, { complaintId, action })
  const [row] = await desk.owner`select id from agency_inquiry`
  inquiryId = row!.id
  officer = await desk.signedIn('officer')
  clerk = await desk.signedIn('clerk')
})
beforeEach(() => desk.owner`delete from audit`)

/** What the audit has of it: who did what with which record. */
async function looks(): Promise<string[]> {
  const rows = await desk.owner`
    select act, record_type as type, record_id as id, p.login from audit
    join person p on p.id::text = actor_id order by happened_at`
  return rows.map(({ login, act, type, id }) => `${login} ${act} ${type} ${id}`)
}

describe('a look at what somebody said is kept', () => {
  it.each([
    ['a case by its page', () => officer.get(`/work/complaints/${complaintId}`)],
    ['a case by the API', () => officer.get(`/api/v1/complaints/${complaintId}`)],
    [
      'a case drawn again with a fault',
      () => officer.post(`/work/complaints/${complaintId}/actions/note`, { words: '' }),
    ],
  ])('%s', async (_door, open) => {
    await open()

    expect(await looks()).toEqual([`officer looked complaint ${complaintId}`])
  })

  it.each([
    ['an inquiry by its page', () => clerk.get(`/agency/inquiries/${inquiryId}`)],
    ['an inquiry by the API', () => clerk.get(`/api/v1/inquiries/${inquiryId}`)],
    ['inquiries with names by the list of the API', () => clerk.get('/api/v1/inquiries')],
  ])('%s', async (_door, open) => {
    await open()

    expect(await looks()).toEqual([`clerk looked agency_inquiry ${inquiryId}`])
  })

  it('an export, with what it was narrowed to, before its first row leaves', async () => {
    await officer.get('/work/complaints/export?state=finished')

    const [row] = await desk.owner`select act, data from audit`
    expect(row).toMatchObject({ act: 'exported', data: { state: 'finished', format: 'csv' } })
  })

  it('how to reach her, with the reason, in the transaction of the look itself', async () => {
    const reason = 'she asked for a call'
    await officer.post(`/work/complaints/${complaintId}/contact`, { reason })

    expect(await looks()).toContain(`officer revealed complaint ${complaintId}`)
    const [row] = await desk.owner`select reason from audit where act = 'revealed'`
    expect(row!.reason).toBe(reason)
  })

  it('or it does not happen', async () => {
    await desk.owner`alter table audit add constraint broken check (false) not valid`
    const answers = [
      await officer.get(`/work/complaints/${complaintId}`),
      await officer.get(`/api/v1/complaints/${complaintId}`),
      await clerk.get('/api/v1/inquiries'),
      await officer.get('/work/complaints/export'),
      await officer.post(`/work/complaints/${complaintId}/contact`, { reason: 'a call' }),
    ]
    await desk.owner`alter table audit drop constraint broken`

    expect(answers.map(({ statusCode }) => statusCode)).toEqual([500, 500, 500, 500, 500])
    expect(answers.filter(({ body }) => /សុខ ដារា|85510000001|រង់ចាំប្រាំពីរខែ/.test(body))).toEqual([])
  })
})
