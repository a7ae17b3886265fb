import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { useCitizens } from '../../../../../tests/support/citizens.ts'

const { app, aPhone, owner, log } = useCitizens()

const day = (name: string, text: string) => {
  const [year = '', month = '', date = ''] = text.split('-')
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year }
}
/** Two months in Bangkok at seven days a week, 200 baht a day paid in all. */
const bangkok = {
  what: { heads: ['wages', 'charges'] },
  country: { country: 'TH' },
  work: { work: 'general' },
  place: { area: 'TH-10' },
  period: { ...day('from', '២០២៥-០៦-០១'), ...day('to', '2025-07-31') },
  days: { daysAWeek: '៧', daysWorked: '' },
  agreed: { agreedAmount: '', agreedCurrency: '', agreedPer: '' },
  paid: { paidHow: 'some', paidAmount: '10,000', paidCurrency: 'THB' },
  charges: { chargeAmount: '649', chargeCurrency: 'USD', ...day('chargedOn', '2025-01-10') },
}

async function reckon(phone: ReturnType<typeof aPhone>, answers: Record<string, object> = bangkok) {
  await phone.post('/calculator', {})
  let next = '/calculator/what'
  for (let step = 0; step < 20 && !next.endsWith('/result'); step += 1) {
    const id = next.split('/').at(-1) ?? ''
    const answer = await phone.post(next, (answers[id] ?? {}) as Record<string, string>)
    if (answer.statusCode !== 303) return answer
    next = String(answer.headers.location)
  }
  return phone.get(next)
}
const drafts = async () => (await owner`select count(*)::int as n from complaint_draft`)[0]!.n

describe('the calculator', () => {
  it('leads nobody to a result who answered nothing, and says why', async () => {
    const phone = aPhone()
    for (const path of ['/calculator/result', '/calculator/wage', '/calculator/paid']) {
      const { statusCode, headers } = await phone.get(path)
      expect([path, statusCode, headers.location]).toEqual(
        path.endsWith('wage') ? [path, 404, undefined] : [path, 303, '/calculator?notice=cookies'],
      )
    }
    await phone.post('/calculator', {})
    expect((await phone.get('/calculator/result')).headers.location).toBe('/calculator/what')
  })

  it.each([
    ['what', {}, 'សូមជ្រើសរើសយ៉ាងតិចមួយ។'],
    [
      'period',
      { ...day('from', '2025-07-31'), ...day('to', '2025-06-01') },
      'ថ្ងៃបញ្ចប់នៅមុនថ្ងៃចាប់ផ្តើម។',
    ],
    ['period', { ...day('from', '2025-02-30'), ...day('to', '2025-06-01') }, 'govuk-error-message'],
    ['period', { ...day('from', '1999-01-01'), ...day('to', '2025-06-01') }, 'ដប់ឆ្នាំ'],
    ['days', { daysAWeek: '8' }, 'ចំនួនគត់'],
    ['days', { daysAWeek: '-1' }, 'ចំនួនគត់'],
    ['paid', { paidHow: 'some', paidAmount: '-5', paidCurrency: 'THB' }, 'govuk-error-message'],
    ['paid', { paidHow: 'some', paidAmount: '12.345', paidCurrency: 'THB' }, 'govuk-error-message'],
    ['paid', { paidHow: 'some', paidAmount: '', paidCurrency: 'THB' }, 'govuk-error-message'],
    [
      'agreed',
      { agreedAmount: '500', agreedCurrency: '', agreedPer: 'day' },
      'govuk-error-message',
    ],
    [
      'charges',
      { chargeAmount: '99999999999999999999', chargeCurrency: 'USD' },
      'govuk-error-message',
    ],
    ['country', { country: 'XX' }, 'govuk-error-message'],
  ])('asks %s again for %o, with what was typed', async (id, typed, said) => {
    const answer = await reckon(aPhone(), { ...bangkok, [id]: typed })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain(said)
  })

  it('shows the sum with its working, each step with its rule, and keeps nothing', async () => {
    const before = await drafts()
    const { body } = await reckon(aPhone())
    const owed = 30 * 372 + 31 * 400 - 10_000
    expect(body).toContain(new Intl.NumberFormat('en').format(owed))
    expect(body).toContain('nationthailand.com')
    expect(body).toContain('phnompenhpost.com')
    expect(await drafts()).toBe(before)
    expect(log.join('')).not.toContain('10,000')
  })

  it('goes into the complaint only when she says so', async () => {
    const phone = aPhone()
    const before = await drafts()
    await reckon(phone)
    const taken = await phone.post('/calculator/complaint', {})
    expect(taken.headers.location).toBe('/complain')
    expect(await drafts()).toBe(before + 1)
    expect((await phone.get('/complain')).body).toContain('/complain/check')
    expect((await phone.get('/calculator/result')).headers.location).toBe(
      '/calculator?notice=cookies',
    )
  })

  it('forgets on asking, and does not open what another made', async () => {
    const phone = aPhone()
    await reckon(phone)
    await phone.post('/calculator/forget', {})
    expect((await phone.get('/calculator/result')).headers.location).toBe(
      '/calculator?notice=cookies',
    )
    const forged = await app().inject({
      url: '/calculator/result',
      cookies: { calculation: 'e30' },
    })
    expect(forged.headers.location).toBe('/calculator?notice=cookies')
  })
})

describe('POST /api/v1/calculations', () => {
  const ask = (payload: object) =>
    app().inject({
      ...{ method: 'POST', url: '/api/v1/calculations', payload },
      headers: { 'idempotency-key': randomUUID() },
    })
  const wages = [
    { from: '2025-07-01', to: '2025-07-31', daysAWeek: 7, paid: { amount: '0', currency: 'THB' } },
  ]

  it.each([
    [{ wages: [{ from: '2025-07-31', to: '2025-07-01' }] }],
    [{ wages: [{ from: '1990-01-01', to: '2025-07-01' }] }],
    [{ wages: [1, 2].map(() => ({ from: '2015-01-01', to: '2023-07-01' })) }],
    [{ charges: [{ kind: 'recruitment', money: { amount: '-1', currency: 'USD' } }] }],
    [{ charges: [{ kind: 'recruitment', money: { amount: '1.5', currency: 'KHR' } }] }],
    [{ charges: [{ kind: 'recruitment', money: { amount: '1', currency: 'XXX' } }] }],
    [{ rate: { from: 'USD', to: 'KHR', rate: '0', on: '2026-01-01', source: 'x' } }],
  ])('refuses %o, and says which field', async (payload) => {
    const { statusCode, json } = await ask(payload)
    expect(statusCode).toBe(422)
    expect(json().code).not.toBe('no-idempotency-key')
  })

  it('gives the same as the pages, with rules and time bars', async () => {
    const told = { country: 'TH', area: 'TH-10', work: 'general', wages }
    const { statusCode, json } = await ask({
      ...told,
      injury: { on: '2026-11-01', lasting: false },
    })
    expect(statusCode).toBe(201)
    expect(json().totals).toEqual([
      {
        owedBy: 'respondent',
        sum: { amount: '12400.00', currency: 'THB' },
        bound: 'exact',
        converted: null,
      },
    ])
    expect(json().findings[0].steps[2].rules[0]).toMatchObject({
      rule: 'TH-10',
      standing: 'reported',
    })
    expect(json().timeBars[0]).toMatchObject({
      bar: 'TH.fund',
      until: '2027-04-30',
      state: 'running',
    })
  })

  it('answers nothing told with nothing found', async () => {
    expect((await ask({})).json()).toMatchObject({ findings: [], totals: [] })
  })
})
