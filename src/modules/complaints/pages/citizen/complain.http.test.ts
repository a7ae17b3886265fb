import { describe, expect, it } from 'vitest'
import {
  answerAll,
  rightAnswers,
  sendComplaint,
  submissionIn,
  useCitizens,
} from '../../../../../tests/support/citizens.ts'
import { questionIds } from '../../rules/questions.ts'

const { aPhone, agencyId, owner } = useCitizens()

const complaints = async (): Promise<number> => {
  const [row] = await owner`select count(*)::int as n from complaint`
  return row!.n
}
describe('somebody complains on a phone', () => {
  it('in twelve questions, in Khmer, and gets two numbers', async () => {
    const before = await complaints()
    const phone = aPhone()

    const asked = await answerAll(phone, { agencyId })
    const check = await phone.get('/complain/check')
    const receipt = await sendComplaint(phone)

    expect(asked).toEqual(questionIds)
    for (const told of ['សុខ សាកល្បង', '1,250 USD', '012 345 678', rightAnswers.story.story])
      expect(check.body).toContain(told)
    expect(check.body).toContain('មីនា 2026')
    expect(await complaints()).toBe(before + 1)
    const [row] = await owner`
      select openness, area, agency_id, door, language, happened_month, categories
      from complaint where number = ${receipt.number}`
    expect(row).toEqual({
      ...{ openness: 'named', area: '02', agency_id: agencyId, door: 'web', language: 'km' },
      happened_month: '2026-03',
      categories: ['fee_overcharge', 'document_retained'],
    })
  })

  it('in English just as well', async () => {
    const phone = aPhone()

    const asked = await answerAll(phone, { agencyId, lang: '/en' })

    expect(asked).toEqual(questionIds)
    expect((await phone.get('/en/complain/check')).body).toContain('Asked to pay too much')
  })

  it('without a name, and is asked neither name nor contact', async () => {
    const asked = await answerAll(aPhone(), {
      agencyId,
      answers: { openness: { openness: 'anonymous' }, respondent: { respondentKind: 'unknown' } },
    })

    expect(asked).toEqual(questionIds.filter((id) => !['name', 'contact', 'agency'].includes(id)))
  })

  it('sees before the choice what each way means, and that lost digits are lost', async () => {
    const phone = aPhone()
    await phone.post('/en/complain')

    const { body } = await phone.get('/en/complain/openness')

    const choice = body.indexOf('type="radio"')
    for (const sentence of [
      'The agency learns your name and can be made to pay you.',
      'An officer may look into it but cannot claim for you alone.',
      'This is a warning to us only.',
      'nobody can give you new ones',
    ]) {
      expect(body.indexOf(sentence)).toBeGreaterThan(0)
      expect(body.indexOf(sentence)).toBeLessThan(choice)
    }
  })

  it('reads at the start how long it takes and how sure that is, from the rulebook', async () => {
    const { body } = await aPhone().get('/en/complain')

    expect(body).toContain('within 10 days')
    expect(body).toContain('Prakas 249 (2013)')
    expect(body).toContain('Verified')
    expect(body).toContain('within 48 hours')
    expect(body).toContain('Reported')
    expect(body).toContain('not a law')
  })
})

describe('from the page of an agency', () => {
  const about = () => ({ agency: agencyId })

  it('it is about that agency, and no address tells so', async () => {
    const phone = aPhone()
    const agencyPage = await phone.get(`/en/agencies/${agencyId}`)
    const begun = await phone.post('/en/complain', about())
    const start = await phone.get('/en/complain')

    expect(agencyPage.body).toContain(
      `<form method="post" action="/en/complain"><input type="hidden" name="agency" value="${agencyId}">`,
    )
    expect(agencyPage.body).not.toContain('?agency=')
    expect(begun.headers.location).toBe('/en/complain')
    expect(start.body).toContain('You complain about: Svay Meas Sample.')
    expect(start.body).toContain('href="/en/complain/who"')
    const [respondent, agency] = [
      await phone.get('/en/complain/respondent'),
      await phone.get('/en/complain/agency'),
    ]
    expect(respondent.body).toMatch(/value="agency"[^>]* checked/)
    expect(respondent.body).toContain('value="Svay Meas Sample"')
    expect(agency.body).toMatch(new RegExp(`value="${agencyId}"[^>]* checked`))
  })

  it('it can still be about somebody else', async () => {
    const phone = aPhone()
    await phone.post('/en/complain', about())
    await phone.post('/en/complain/respondent', {
      respondentKind: 'broker',
      respondentWords: 'Bong',
    })

    const { headers } = await phone.get('/en/complain/agency')

    expect(headers.location).toBe('/en/complain/who')
    expect((await phone.get('/en/complain')).body).toContain('You complain about: Bong.')
  })

  it('it keeps what was answered before', async () => {
    const phone = aPhone()
    await answerAll(phone, { agencyId, answers: { respondent: { respondentKind: 'unknown' } } })
    await phone.post('/complain', about())

    const { body } = await phone.get('/complain/check')

    expect(body).toContain(rightAnswers.story.story)
    expect(body).toContain('ស្វាយមាស សាកល្បង')
  })

  it('it throws away no numbers that may not have been written down', async () => {
    const phone = aPhone()
    await answerAll(phone, { agencyId })
    const receipt = await sendComplaint(phone)
    const start = await phone.post('/en/complain', about())

    expect(start.statusCode).toBe(200)
    expect(start.body).toContain('href="/en/complain/receipt"')
    expect((await phone.get('/complain/receipt')).body).toContain(receipt.number)
    const anew = await phone.post('/en/complain', { ...about(), anew: 'yes' })
    expect(anew.headers.location).toBe('/en/complain/who')
    expect((await phone.get('/en/complain/respondent')).body).toContain('value="Svay Meas Sample"')
  })

  it.each(['', 'x', '00000000-0000-0000-0000-000000000000'])(
    'that does not exist it begins like any other: %s',
    async (agency) => {
      const phone = aPhone()

      expect((await phone.post('/complain', { agency })).headers.location).toBe('/complain/who')
    },
  )
})

describe('every page of it', () => {
  it('has a title that tells nothing, is kept by nobody, and has the quick way out', async () => {
    const phone = aPhone()
    await answerAll(phone, { agencyId })
    const addresses = [
      '/complain',
      ...questionIds.map((id) => `/complain/${id}`),
      '/complain/check',
      '/follow',
      '/clear-history',
    ]

    for (const address of addresses) {
      const { body, headers, statusCode } = await phone.get(address)
      expect([address, statusCode]).toEqual([address, 200])
      expect(body).toContain('<title>ព័ត៌មាន</title>')
      expect(headers['cache-control']).toContain('no-store')
      expect(body).toMatch(/<a[^>]+rel="nofollow noreferrer"[^>]*>ចេញពីទំព័រនេះភ្លាម/)
      expect(body.match(/<script[^>]*>/g)).toEqual([
        '<script type="module" src="/assets/leave.js">',
      ])
    }
  })

  it('that asks about papers or story says that it is never used against her', async () => {
    const phone = aPhone()
    await answerAll(phone, { agencyId, lang: '/en' })

    for (const id of ['what', 'story'])
      expect((await phone.get(`/en/complain/${id}`)).body).toContain('is never used against you')
  })
})

describe('a wrong answer', () => {
  it('is refused beside its field, and everything that was typed is still there', async () => {
    const phone = aPhone()
    await phone.post('/complain')
    await phone.post('/complain/who', rightAnswers.who)
    const typed = { paidAmount: '12.5', paidCurrency: 'KHR', owedAmount: '7', owedCurrency: 'THB' }

    const refused = await phone.post('/en/complain/money', typed)
    const later = await phone.get('/en/complain/money')

    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('href="#paidAmount"')
    for (const { body } of [refused, later]) {
      expect(body).toContain('value="12.5"')
      expect(body).toMatch(/<option value="KHR" selected>/)
      expect(body).toContain('value="7"')
    }
  })

  it.each([
    ['story', { story: `<script>alert(1)</script>${'ក'.repeat(100_000)}` }, 422],
    ['name', { workerName: "'; drop table complaint; --" }, 303],
    ['name', { workerName: '<b>😢</b> سارة' }, 303],
    ['what', { categories: ['fee_overcharge', "' or 1=1 --"] }, 422],
    ['when', { 'month-month': '12', 'month-year': '2026' }, 422],
    ['openness', {}, 422],
  ] as const)('of %s number %# harms nothing', async (id, typed, status) => {
    const phone = aPhone()
    await answerAll(phone, { agencyId })

    const answered = await phone.post(`/complain/${id}`, typed)
    const again = await phone.get(`/complain/${id}`)

    expect(answered.statusCode).toBe(status)
    expect(again.statusCode).toBe(200)
    for (const { body } of [answered, again]) expect(body).not.toMatch(/<script>|<b>😢/)
  })

  it('of more than the server reads is told as too large, and the earlier answers stay', async () => {
    const phone = aPhone()
    await answerAll(phone, { agencyId })

    const answered = await phone.post('/complain/story', { story: 'x'.repeat(1_200_000) })

    expect(answered.statusCode).toBe(413)
    expect((await phone.get('/complain/story')).body).toContain(rightAnswers.story.story)
  })

  it('on the way to sending leads back to its question, not to a complaint', async () => {
    const phone = aPhone()
    await answerAll(phone, { agencyId })
    const submission = submissionIn((await phone.get('/complain/check')).body)
    await phone.post('/complain/what', { categories: [] })
    const before = await complaints()

    const first = await phone.post('/complain/send', { submission })
    await phone.post('/complain/what', rightAnswers.what)
    const second = await phone.post('/complain/send', { submission })

    expect(first.headers.location).toBe('/complain/what')
    expect(second.headers.location).toBe('/complain/receipt')
    expect(await complaints()).toBe(before + 1)
  })
})

describe('changing an answer on the last page', () => {
  it('leads back there, over whatever the change made necessary', async () => {
    const phone = aPhone()
    await answerAll(phone, { agencyId, answers: { openness: { openness: 'anonymous' } } })

    const page = await phone.get('/complain/openness?from=check')
    const toName = await phone.post('/complain/openness', { from: 'check', openness: 'named' })
    const toContact = await phone.post('/complain/name', { ...rightAnswers.name, from: 'check' })
    const back = await phone.post('/complain/contact', { ...rightAnswers.contact, from: 'check' })

    expect(page.body).toContain('name="from" value="check"')
    expect(toName.headers.location).toBe('/complain/name')
    expect(toContact.headers.location).toBe('/complain/contact')
    expect(back.headers.location).toBe('/complain/check')
  })

  it('offers other agencies when the words change, and forgets the one that was chosen', async () => {
    const phone = aPhone()
    await answerAll(phone, { agencyId })

    const words = { respondentKind: 'agency', respondentWords: 'qqqqq', from: 'check' }
    const after = await phone.post('/complain/respondent', words)
    const { number } = await sendComplaint(phone)

    expect(after.headers.location).toBe('/complain/check')
    const [row] = await owner`select agency_id from complaint where number = ${number}`
    expect(row!.agency_id).toBeNull()
  })
})
