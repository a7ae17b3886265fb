import { describe, expect, it } from 'vitest'
import {
  type DeskBrowser,
  says,
  useComplaintDesk,
} from '../../../../tests/support/complaint-desk.ts'
import { changeKinds } from '../../../change-kinds.ts'
import { addDays, type Day, dayOf, startOfDay } from '../../../kernel/days.ts'
import { worded } from '../../../platform/i18n/wording.ts'
import { recountAfterChange } from '../../complaints/index.ts'
import { taken } from '../../complaints/testing/complaints.ts'
import { bringChangesIntoForce } from '../actions/bring-into-force.ts'

const desk = useComplaintDesk()
const today = dayOf(desk.clock.now)
const base = '/en/work/administration'
type Fields = Readonly<Record<string, string | readonly string[]>>

const partsOf = (name: string, day: Day): Fields => {
  const [year = '', month = '', dayOfMonth = ''] = day.split('-')
  return { [`${name}-year`]: year, [`${name}-month`]: month, [`${name}-day`]: dayOfMonth }
}
const propose = (at: DeskBrowser, kind: string, fields: Fields) =>
  at.post(`${base}/changes/new/${kind}`, {
    ...{ do: 'propose', reason: 'Test reason', ...partsOf('from', today) },
    ...fields,
  })
const codeIn = (html: string) => /would now show (\d{6})/.exec(html)?.[1] ?? ''
const versionIn = (html: string) => /name="version" value="(\d+)"/.exec(html)?.[1] ?? ''
const locationOf = ({ headers }: { headers: Record<string, unknown> }) => String(headers.location)

/** Proposed by one administrator, approved by the other; the address of the change. */
async function anApproved(kind: string, fields: Fields): Promise<string> {
  const proposed = await propose(await desk.signedIn('admin'), kind, fields)
  expect([proposed.statusCode, proposed.statusCode === 303 ? '' : proposed.body]).toEqual([303, ''])
  const address = locationOf(proposed)
  const second = await desk.signedIn('admin2')
  const { body } = await second.get(address)
  const answer = await second.post(`${address}/actions/approve`, {
    version: versionIn(body),
    'signing-code': codeIn(body),
  })
  expect(answer.statusCode).toBe(303)
  desk.clock.now = new Date(desk.clock.now.getTime() + 60_000)
  return address
}
const putIntoForce = () => bringChangesIntoForce(desk.jobs, changeKinds, desk.clock.now)
const idOf = (address: string) => address.split('/').at(-1) ?? ''

const ruleFields = {
  subject: 'complaint.resolve_days',
  basedOn: '1',
  value: '៧',
  standing: 'verified',
  articleKm: 'ប្រកាសសាកល្បង',
  articleEn: 'Test prakas',
  source: 'Test gazette',
  sourceUrl: '',
  ...partsOf('from', addDays(today, 10)),
}

describe('proposing', () => {
  it('is not for officers, and says beside its field what is wrong', async () => {
    const officer = await desk.signedIn('officer')
    expect((await officer.get(base)).statusCode).toBe(403)
    const admin = await desk.signedIn('admin')
    const wrong = await propose(admin, 'rule', {
      ...ruleFields,
      value: 'soon',
      reason: '',
      ...partsOf('from', addDays(today, -1)),
    })

    expect(wrong.statusCode).toBe(422)
    expect(says(wrong.body, 'href="#value"')).toBe(true)
    expect(says(wrong.body, 'href="#reason"')).toBe(true)
    expect(says(wrong.body, 'value="soon"')).toBe(true)
    const early = await propose(admin, 'rule', { ...ruleFields, ...partsOf('from', today) })
    expect(says(early.body, 'Choose a first day after today')).toBe(true)
    const old = await propose(admin, 'rule', { ...ruleFields, basedOn: '9' })
    expect(says(old.body, 'was changed meanwhile')).toBe(true)
    const none = await admin.get(`${base}/changes/new/rule?subject=no.rule`)
    expect(none.statusCode).toBe(404)
  })

  it('shows what it would change, and writes nothing', async () => {
    const admin = await desk.signedIn('admin')
    const { statusCode, body } = await propose(admin, 'rule', { ...ruleFields, do: 'preview' })

    expect(statusCode).toBe(200)
    expect(says(body, '10 days')).toBe(true)
    expect(says(body, 'No clock that you may see runs by it now')).toBe(true)
    expect(says(body, '<strong>7 days</strong>')).toBe(true)
    expect(await desk.owner`select from change`).toHaveLength(0)
  })
})

describe('a rule', () => {
  it('goes from the proposal to the public page, with a second person in between', async () => {
    const admin = await desk.signedIn('admin')
    const proposed = await propose(admin, 'rule', { ...ruleFields, submission: 'first-attempt' })
    const again = await propose(admin, 'rule', { ...ruleFields, submission: 'first-attempt' })
    expect(again.headers.location).toBe(proposed.headers.location)
    const address = locationOf(proposed)
    const own = await admin.get(address)
    expect(says(own.body, 'Withdraw')).toBe(true)
    expect(says(own.body, 'Sign and approve')).toBe(false)
    expect(says(own.body, 'Waits for')).toBe(true)
    const tried = await admin.post(`${address}/actions/approve`, { version: '1' })
    expect([tried.statusCode, tried.body.includes('You proposed this yourself')]).toEqual([
      422,
      true,
    ])

    const second = await desk.signedIn('admin2')
    const overview = await second.get(base)
    expect(says(overview.body, 'Waiting for you')).toBe(true)
    expect(says(overview.body, address.replace('/en', ''))).toBe(true)
    const page = await second.get(address)
    const unsigned = await second.post(`${address}/actions/approve`, { version: '1' })
    expect([unsigned.statusCode, unsigned.body.includes('Enter the six-digit code')]).toEqual([
      422,
      true,
    ])
    const approved = await second.post(`${address}/actions/approve`, {
      version: versionIn(page.body),
      'signing-code': codeIn(page.body),
    })
    expect(approved.statusCode).toBe(303)

    const [row] = await desk.owner`
      select c.status, s.meaning, s.person_id = c.approved_by as "bySecond"
      from change c join signature s on s.id = c.signature_id where c.id = ${idOf(address)}`
    expect(row).toEqual({ status: 'approved', meaning: 'change.approve', bySecond: true })
    const coming = await desk.app().inject('/en/rules?part=complaints')
    expect(says(coming.body, 'From 30 November 2026: 7 days')).toBe(true)
    expect(says(coming.body, '<strong>10 days')).toBe(true)

    const now = desk.clock.now
    desk.clock.now = startOfDay(addDays(today, 10))
    await putIntoForce()
    const after = await desk.app().inject('/en/rules?part=complaints&from=tomorrow')
    expect(says(after.body, '<strong>7 days')).toBe(true)
    desk.clock.now = now
    const rule = await admin.get(`${base}/rules/complaint.resolve_days`)
    expect(says(rule.body, 'Ministry')).toBe(true)
  })
})

describe('a holiday', () => {
  it('moves the clocks that run across it', async () => {
    const officer = await desk.actor('officer')
    const agency = { respondentKind: 'agency', agencyId: desk.agencies[0] } as const
    const { id } = await desk.aComplaint({ ...agency, openness: 'named' })
    await taken(desk, officer, { complaintId: id, action: 'register' })
    await taken(desk, officer, { complaintId: id, action: 'ask-agency' })
    const dueDay = async () => {
      const [row] = await desk.owner`
        select due_at from clock where record_id = ${id} and kind = 'agency-answer'`
      const [own] = await desk.owner`select next_due_at from complaint where id = ${id}`
      return [dayOf(row?.due_at), dayOf(own?.next_due_at)]
    }
    expect(await dueDay()).toEqual(['2026-11-25', '2026-11-25'])

    const address = await anApproved('holiday', {
      ...{ subject: '2026/water_festival', was: '', count: '3', standing: 'verified' },
      ...{ nameKm: 'បុណ្យអុំទូក', nameEn: 'Water Festival', source: 'Test sub-decree' },
      ...partsOf('first', '2026-11-23' as Day),
    })
    await putIntoForce()
    await recountAfterChange(
      { db: desk.jobs, now: () => desk.clock.now },
      { recordId: idOf(address) },
    )

    expect((await dueDay())[0]).toBe('2026-11-30')
    expect((await dueDay())[1]).toBe('2026-11-30')
    const page = await (await desk.signedIn('admin')).get(`${base}/holidays?year=2026`)
    expect(says(page.body, '23 November 2026, 24 November 2026, and 25 November 2026')).toBe(true)
  })

  it('that is struck does not come back with the country pack', async () => {
    await anApproved('holiday', {
      ...{ subject: '2027/peace_day', was: '2027-12-29', count: '0', standing: 'verified' },
      ...{ nameKm: 'ទិវា', nameEn: 'Peace Day', source: 'Test sub-decree' },
    })
    await putIntoForce()
    const page = await (await desk.signedIn('admin')).get(`${base}/holidays?year=2027`)
    expect(says(page.body, 'No holiday in this year')).toBe(true)
  })
})

describe('a kind of complaint', () => {
  it('is retired for those who complain, and stays with the cases that have it', async () => {
    const { id } = await desk.aComplaint({ categories: ['fee_refund'] })
    const admin = await desk.signedIn('admin')
    const form = await admin.get(`${base}/changes/new/category?subject=fee_refund`)
    const field = (name: string) =>
      (new RegExp(`name="${name}"[^>]* value="([^"]*)"`).exec(form.body)?.[1] ?? '')
        .replaceAll('&quot;', '"')
        .replaceAll('&amp;', '&')
    await anApproved('category', {
      ...{ subject: 'fee_refund', was: field('was'), marks: ['retired'] },
      ...{ nameKm: field('nameKm'), nameEn: 'Refund of fees' },
    })
    await putIntoForce()

    const [row] = await desk.owner`
      select name_en, retired from complaint_category where code = 'fee_refund'`
    expect(row).toEqual({ name_en: 'Refund of fees', retired: true })
    const officer = await desk.signedIn('officer')
    expect(says((await officer.get(`/en/work/complaints/${id}`)).body, 'Refund of fees')).toBe(true)
    expect(says((await officer.get('/en/work/complaints/new')).body, 'Refund of fees')).toBe(false)
  })
})

describe('a text', () => {
  const key = 'wording.messages.received'
  const fields = { subject: key, basedOn: '0', km: 'លេខ {number} {link}', en: '{number}: {link}' }

  it.each([
    ['with a broken brace', { en: '{number: {link}' }, 'The braces in this text do not fit'],
    ['without what is put in', { km: 'លេខ {number}' }, 'Both texts have to hold exactly'],
    ['with something else', { en: '{number} {name} {link}' }, 'Both texts have to hold exactly'],
  ])('is not worded %s', async (_what, over, sentence) => {
    const answer = await propose(await desk.signedIn('admin'), 'wording', { ...fields, ...over })
    expect(answer.statusCode).toBe(422)
    expect(says(answer.body, sentence)).toBe(true)
  })

  it('is worded anew from its day on, and as before until then', async () => {
    const day = addDays(today, 2)
    await anApproved('wording', { ...fields, ...partsOf('from', day) })
    const on = (wanted: Day) =>
      worded(desk.owner, { key, lang: 'en', day: wanted }, { number: '1', link: 'x' })

    expect(await on(addDays(day, -1))).toContain('We have your papers')
    expect(await on(day)).toBe('1: x')
  })
})

describe('an office', () => {
  it('is added under another, and the country pack leaves it alone', async () => {
    await anApproved('office', {
      ...{ subject: 'new', was: '', kind: 'bureau', superior: 'ministry', province: '' },
      ...{ nameKm: 'ការិយាល័យសាកល្បង', nameEn: 'Bureau of Tests' },
    })
    await putIntoForce()
    const page = await (await desk.signedIn('admin')).get(`${base}/offices`)
    expect(says(page.body, 'Bureau of Tests')).toBe(true)
    const [row] = await desk.owner`
      select o.origin, s.code as superior from office o join office s on s.id = o.superior_id
      where o.code = 'bureau-of-tests'`
    expect(row).toEqual({ origin: 'ministry', superior: 'ministry' })
  })
})

describe('somebody of the pool', () => {
  it('comes in by a change, and by nothing else', async () => {
    const admin = await desk.signedIn('admin')
    const personId = desk.personId('head')
    await anApproved('approver', { subject: personId, was: 'out' })
    await putIntoForce()
    const again = await propose(admin, 'approver', { subject: personId, was: 'out' })
    expect(says(again.body, 'in the list already')).toBe(true)
    const page = await admin.get(`${base}/approvers`)
    expect(says(page.body, 'Propose to take out')).toBe(true)
  })
})
