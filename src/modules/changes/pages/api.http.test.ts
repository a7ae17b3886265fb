import { beforeAll, describe, expect, it } from 'vitest'
import { says, useComplaintDesk } from '../../../../tests/support/complaint-desk.ts'
import { tokenFor } from '../../../../tests/support/sign-in.ts'
import { addDays, dayOf } from '../../../kernel/days.ts'

const desk = useComplaintDesk()
const today = dayOf(desk.clock.now)
const tokens = new Map<string, string>()
let keys = 0

beforeAll(async () => {
  for (const login of ['admin', 'admin2', 'head', 'officer'])
    tokens.set(login, await tokenFor(desk.owner, login, desk.clock.now))
})
const bearer = (login: string) => ({ authorization: `Bearer ${tokens.get(login)}` })
const get = async (login: string, path: string) => {
  const answer = await desk.app().inject({ url: `/api/v1${path}`, headers: bearer(login) })
  return { status: answer.statusCode, body: answer.json() }
}
const post = async (login: string, path: string, payload: object) => {
  keys += 1
  const answer = await desk.app().inject({
    ...{ method: 'POST', url: `/api/v1${path}`, payload },
    headers: { ...bearer(login), 'idempotency-key': `a-key-of-tests-${keys}` },
  })
  return { status: answer.statusCode, body: answer.json() }
}
const from = addDays(today, 10)
const ruleForm = '/changes/new/rule?subject=complaint.resolve_days'

/** As a program does it: the form as it begins, one field changed, sent back. */
async function propose(login: string, fields: Record<string, string> = {}) {
  const form = await get(login, ruleForm)
  return post(login, '/changes', {
    ...{ kind: 'rule', from, reason: 'A new prakas' },
    fields: { ...form.body.fields, value: '7', source: 'Test gazette', ...fields },
  })
}

describe('changes by the API', () => {
  it('are refused as in the browser, beside the field', async () => {
    expect((await get('officer', '/changes')).body.code).toBe('not-your-role')
    const wrong = await propose('admin', { value: 'soon', basedOn: '1' })
    expect([wrong.status, wrong.body.errors[0].field]).toEqual([422, 'value'])
    const early = await post('admin', '/changes', {
      ...{ kind: 'rule', from: today, reason: 'Too early' },
      fields: { ...(await get('admin', ruleForm)).body.fields, value: '8', source: 'x' },
    })
    expect(early.body.code).toBe('day-not-after-today')
    const none = await post('admin', '/changes', { kind: 'roof', fields: {}, from, reason: 'x' })
    expect([none.status, none.body.errors[0].field]).toEqual([422, 'kind'])
    expect((await get('admin', '/changes/new/rule?subject=no.rule')).status).toBe(404)
    expect((await propose('admin', { source: 'x'.repeat(6_000) })).status).toBe(422)
    expect(await desk.owner`select from change`).toHaveLength(0)
  })

  it('are proposed, listed with whom they wait for, and withdrawn', async () => {
    const proposed = await propose('admin')
    expect(proposed).toMatchObject({ status: 201, body: { status: 'proposed', version: 1 } })
    const { id } = proposed.body
    const listed = await get('admin2', '/changes?status=proposed&limit=1')
    expect(listed.body).toMatchObject({
      changes: [{ id, kind: 'rule', inForceFrom: from, actions: ['approve', 'refuse'] }],
      next: null,
    })
    expect(listed.body.changes[0].waitsFor).toContain(desk.personId('admin2'))
    const whole = await get('admin', `/changes/${id}`)
    expect(whole.body).toMatchObject({
      content: { value: 7 },
      actions: ['withdraw'],
      history: [{ type: 'change.proposed', by: desk.personId('admin') }],
    })
    const act = `/changes/${id}/actions`
    expect((await post('admin2', `${act}/withdraw`, { version: 1, reason: 'x' })).body.code).toBe(
      'only-the-proposer',
    )
    expect((await post('admin', `${act}/withdraw`, { version: 1 })).body.code).toBe(
      'reason-missing',
    )
    expect((await post('admin', `${act}/withdraw`, { version: 2, reason: 'x' })).status).toBe(409)
    const done = await post('admin', `${act}/withdraw`, { version: 1, reason: 'A mistake' })
    expect(done.body).toEqual({ id, status: 'withdrawn', version: 2 })
  })

  it('are not approved by a program: signing asks for the second step in the browser', async () => {
    const { id } = (await propose('admin')).body
    const approve = `/changes/${id}/actions/approve`

    const answer = await post('admin2', approve, { version: 1, 'signing-code': '123456' })

    expect([answer.status, answer.body.code]).toEqual([403, 'sign-in-the-browser'])
    expect((await get('admin', `/changes/${id}`)).body.status).toBe('proposed')
    const refused = await post('admin2', `/changes/${id}/actions/refuse`, {
      ...{ version: 1, reason: 'Not now' },
    })
    expect(refused.body.status).toBe('refused')
  })
})

describe('roles by the API', () => {
  const officer = () => desk.personId('officer')
  const wanted = (more: object = {}) => ({
    ...{ kind: 'assignment', personId: officer(), role: 'licensing-officer', from: today },
    ...{ reason: 'A new colleague', ...more },
  })
  const officesOf = async (login: string) => {
    const { body } = await get('admin', `/people?text=${login}`)
    return body.people[0]
  }

  it('are refused as in the browser', async () => {
    expect((await get('officer', '/people')).body.code).toBe('not-your-role')
    const none = await post('admin', '/person-requests', wanted())
    expect(none.body.errors).toMatchObject([{ code: 'people.refusal.role-needs-office' }])
    const odd = await post('admin', '/person-requests', { kind: 'crown' })
    expect(odd.status).toBe(422)
    const nobody = { personId: '00000000-0000-7000-8000-000000000000' }
    expect((await post('admin', '/person-requests', wanted(nobody))).status).toBe(404)
  })

  it('are asked for, stand with every other change, and are not given by a program', async () => {
    const { roles } = await officesOf('officer')
    const { officeId, areas } = roles[0]
    const asked = await post('admin', '/person-requests', wanted({ officeId, areas }))
    expect(asked).toMatchObject({ status: 201, body: { status: 'proposed', version: 1 } })
    const { id } = asked.body
    const waiting = await get('admin2', '/person-requests')
    const found = waiting.body.requests.find((one: { id: string }) => one.id === id)
    expect(found).toMatchObject({ role: 'licensing-officer', mayDecide: true, daysWaiting: 0 })
    expect(found.waitsFor).toContain(desk.personId('admin2'))
    expect(found.waitsFor).not.toContain(desk.personId('admin'))

    const second = await desk.signedIn('admin2')
    const overview = (await second.get('/en/work/administration')).body
    expect(says(overview, `/work/people/requests/${id}`)).toBe(true)
    expect(says(overview, 'Role of a person')).toBe(true)
    const first = await desk.signedIn('admin')
    const own = (await first.get('/en/work/administration')).body
    expect(own.indexOf(id)).toBeGreaterThan(own.indexOf('You proposed, waiting for others'))

    const act = `/person-requests/${id}/actions`
    const approved = await post('admin2', `${act}/approve`, { version: 1 })
    expect([approved.status, approved.body.code]).toEqual([403, 'sign-in-the-browser'])
    const self = await post('admin', `${act}/refuse`, { version: 1 })
    expect(self.body.errors).toMatchObject([{ code: 'people.refusal.own-proposal' }])
    const done = await post('admin2', `${act}/refuse`, { version: 1 })
    expect(done.body).toEqual({ id, status: 'refused', version: 2 })
    expect((await get('admin2', `/person-requests/${id}`)).body.status).toBe('refused')
    expect(JSON.stringify((await get('admin2', '/person-requests')).body)).not.toContain(id)
  })

  it('end on a day, by one person; and are confirmed while a review is open', async () => {
    const { roles } = await officesOf('officer')
    const [role] = roles
    const path = `/roles/${role.id}/actions`
    expect((await post('admin', `${path}/confirm`, {})).body).toEqual({ id: role.id })
    expect((await post('admin', `${path}/confirm`, {})).status).toBe(404)
    await desk.owner`update access_review set closed_at = ${desk.clock.now}`
    expect((await post('admin', `${path}/confirm`, {})).body.errors).toMatchObject([
      { code: 'people.refusal.no-review' },
    ])
    expect((await post('admin', `${path}/end`, {})).body.errors[0].field).toBe('lastDay')
    const late = await post('admin', `${path}/end`, { lastDay: addDays(today, -9) })
    expect(late.body.errors).toMatchObject([{ code: 'people.refusal.last-day-wrong' }])
    const lastDay = addDays(today, 30)
    expect((await post('admin', `${path}/end`, { lastDay })).body).toEqual({ id: role.id })
    expect((await officesOf('officer')).roles[0].to).toBe(lastDay)
    expect((await post('admin', `${path}/crown`, {})).status).toBe(404)
  })
})

it('stand in the description for programs', async () => {
  const answer = await desk.app().inject('/api/openapi.json')
  const { paths } = answer.json()

  expect(paths['/api/v1/changes'].post['x-scope']).toBe('administration:write')
  expect(Object.keys(paths)).toEqual(
    expect.arrayContaining([
      '/api/v1/changes/{id}/actions/{action}',
      '/api/v1/person-requests/{id}/actions/{action}',
      '/api/v1/roles/{id}/actions/{action}',
    ]),
  )
})
