import { describe, expect, it } from 'vitest'
import {
  answerAll,
  receiptIn,
  rightAnswers,
  sendComplaint,
  submissionIn,
  useCitizens,
} from '../../../../../tests/support/citizens.ts'
import { questionIds } from '../../rules/questions.ts'

const { app, aPhone, agencyId, owner, clock, log } = useCitizens()

const complaints = async (): Promise<number> => {
  const [row] = await owner`select count(*)::int as n from complaint`
  return row!.n
}
/** Everything that stands in the tables, as text. */
async function everything(): Promise<string> {
  const tables = await owner`
    select c.relname as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not in
      ('village', 'commune', 'district', 'province', 'rule', 'complaint_category', 'destination_area')`
  const dumps = await Promise.all(
    tables.map(
      ({ name }) =>
        owner`select coalesce(string_agg(t::text, ' '), '') as text from ${owner(name)} t`,
    ),
  )
  return dumps.map(([row]) => row!.text).join('\n')
}
const noWords = [
  'ស្វាយមាស សាកល្បង ក្រៅបញ្ជី',
  rightAnswers.story.story,
  'សុខ សាកល្បង',
  '345 678',
  '៣៤៥ ៦៧៨',
]

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
      expect(body).not.toContain('<script')
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

describe('two tabs, the back button, a double press', () => {
  it('in two tabs save side by side, never over each other', async () => {
    const phone = aPhone()
    await answerAll(phone, { agencyId })

    await Promise.all([
      phone.post('/complain/story', { story: 'ផ្ទាំងទីមួយ' }),
      phone.post('/complain/name', { workerName: 'ផ្ទាំងទីពីរ' }),
      phone.post('/complain/where', { country: 'KH', province: '' }),
    ])

    const { body } = await phone.get('/complain/check')
    for (const told of ['ផ្ទាំងទីមួយ', 'ផ្ទាំងទីពីរ', 'កម្ពុជា']) expect(body).toContain(told)
  })

  it('make exactly one complaint, with one receipt', async () => {
    const phone = aPhone()
    await answerAll(phone, { agencyId })
    const submission = submissionIn((await phone.get('/complain/check')).body)
    const before = await complaints()

    const presses = await Promise.all([
      phone.post('/complain/send', { submission }),
      phone.post('/complain/send', { submission }),
      // Another tab, or a page drawn anew: another id, the same draft.
      phone.post('/complain/send', { submission: 'another-tab-of-the-same' }),
      phone.post('/complain/send'),
    ])
    const shown = await Promise.all([
      phone.get('/complain/receipt'),
      phone.get('/complain/receipt'),
    ])
    const late = await phone.post('/complain/send', { submission })

    for (const press of [...presses, late]) expect(press.headers.location).toBe('/complain/receipt')
    expect(await complaints()).toBe(before + 1)
    expect(receiptIn(shown[0].body)).toEqual(receiptIn(shown[1].body))
  })

  it('back from the receipt finds no question any more, only the receipt', async () => {
    const phone = aPhone()
    await answerAll(phone, { agencyId })
    await sendComplaint(phone)
    const before = await complaints()

    const back = await phone.get('/complain/check')
    const changed = await phone.post('/complain/story', { story: 'ថ្មី' })

    expect(back.headers.location).toBe('/complain/receipt')
    expect(changed.headers.location).toBe('/complain/receipt')
    expect(await complaints()).toBe(before)
  })

  it('back after a change keeps the change', async () => {
    const phone = aPhone()
    await answerAll(phone, { agencyId })
    const page = await phone.get('/complain/story')
    const submission = submissionIn(page.body)

    await phone.post('/complain/story', { submission, story: 'មុន' })
    await phone.post('/complain/story', { submission, story: 'ក្រោយ' })

    expect((await phone.get('/complain/check')).body).toContain('ក្រោយ')
  })
})

describe('the slip', () => {
  it('shows both numbers until they are written down, and then nobody can see them', async () => {
    const phone = aPhone()
    await answerAll(phone, { agencyId })
    const { secret } = await sendComplaint(phone)

    const shown = await phone.get('/en/complain/receipt')
    await phone.post('/complain/receipt')
    const gone = await phone.get('/complain/receipt')

    expect(shown.body).toContain('It must be dealt with by 30 November 2026')
    expect(shown.body).toContain('an officer can give you a new one')
    expect(shown.headers['cache-control']).toContain('no-store')
    expect(gone.headers.location).toBe('/follow')
    expect(await everything()).not.toContain(secret.replaceAll(' ', ''))
  })

  it('says of an anonymous complaint that its digits can never be issued anew', async () => {
    const phone = aPhone()
    await answerAll(phone, { agencyId, answers: { openness: { openness: 'anonymous' } } })
    await sendComplaint(phone)

    expect((await phone.get('/en/complain/receipt')).body).toContain('nobody can give you new ones')
  })

  it('never stands in an address or in the log', async () => {
    const phone = aPhone()
    await answerAll(phone, { agencyId })
    const { number, secret } = await sendComplaint(phone)
    const opened = await phone.post('/follow', { number, secret })
    await phone.get('/follow/case')

    const lines = log.join('')
    expect(opened.headers.location).toBe('/follow/case')
    for (const hidden of [secret, secret.replaceAll(' ', ''), number, ...noWords])
      expect(lines).not.toContain(hidden)
  })
})

describe('a draft', () => {
  it('is sealed: no table holds a word of it', async () => {
    const phone = aPhone()
    await answerAll(phone, { agencyId })

    const tables = await everything()

    for (const word of noWords) expect(tables).not.toContain(word)
    expect(tables).not.toContain(phone.cookies.get('draft'))
  })

  it('ends after two hours without an answer: plain words, and the last answer is kept', async () => {
    const phone = aPhone()
    await answerAll(phone, { agencyId })
    const started = clock.now
    clock.now = new Date(started.getTime() + 2 * 3_600_000 + 1000)

    const page = await phone.get('/en/complain/story')
    const posted = await phone.post('/en/complain/story', { story: 'រឿងដែលទើបសរសេរ' })
    const kept = await phone.get('/en/complain/story')
    const start = await phone.get('/en/complain')

    clock.now = started
    expect(page.statusCode).toBe(410)
    expect(page.body).toContain('Your answers are no longer here')
    expect(page.body).toContain('2 hours')
    expect(posted.statusCode).toBe(410)
    expect(posted.body).toContain('The answer that you gave just now is kept')
    expect(kept.body).toContain('រឿងដែលទើបសរសេរ')
    expect(start.body).toContain('Go on where you stopped')
  })

  it('lives two hours from the last answer, not from the first', async () => {
    const phone = aPhone()
    await answerAll(phone, { agencyId })
    const started = clock.now
    const hour = 3_600_000

    clock.now = new Date(started.getTime() + 1.5 * hour)
    await phone.post('/complain/story', rightAnswers.story)
    clock.now = new Date(started.getTime() + 3 * hour)
    const page = await phone.get('/complain/check')

    clock.now = started
    expect(page.statusCode).toBe(200)
  })

  it('can be deleted at once, with everything that was typed', async () => {
    const phone = aPhone()
    await answerAll(phone, { agencyId })

    const deleted = await phone.post('/complain/forget')

    expect(deleted.headers.location).toBe('/complain?deleted=1')
    expect(phone.cookies.has('draft')).toBe(false)
    expect((await phone.get('/complain/check')).statusCode).toBe(410)
  })

  it('of one phone cannot be opened by another, nor by a cookie that is no token', async () => {
    const [hers, theirs] = [aPhone(), aPhone()]
    await answerAll(hers, { agencyId })

    expect((await theirs.get('/complain/check')).statusCode).toBe(410)
    theirs.cookies.set('draft', "' or 1=1 --")
    expect((await theirs.get('/complain/check')).statusCode).toBe(410)
  })

  it('is not written by another site', async () => {
    const phone = aPhone()
    await answerAll(phone, { agencyId })

    const forged = await phone.post('/complain/send', {}, { 'sec-fetch-site': 'cross-site' })

    expect(forged.statusCode).toBe(403)
  })
})

describe('an anonymous complaint', () => {
  it('keeps no name and no contact in any table, even when they were typed first', async () => {
    const phone = aPhone()
    await answerAll(phone, { agencyId })
    await phone.post('/complain/openness', { openness: 'anonymous', from: 'check' })

    const { number } = await sendComplaint(phone)

    const [row] = await owner`
      select c.worker_id, k.name_sealed, k.contact_sealed, k.contact_index, k.way, k.safe_times,
        k.prefers_woman
      from complaint c join complaint_contact k on k.complaint_id = c.id where number = ${number}`
    expect(row).toEqual({
      ...{ worker_id: null, name_sealed: null, contact_sealed: null, contact_index: null },
      ...{ way: 'none', safe_times: [], prefers_woman: false },
    })
  })
})

describe('sending', () => {
  it('too often from one address is slowed, and what was typed stays', async () => {
    const phone = aPhone()
    await answerAll(phone, { agencyId })
    await owner`
      insert into rate_limit (key, points, expire)
      values ('complain-send:127.0.0.1', 1000, ${Date.now() + 60_000})
      on conflict (key) do update set points = excluded.points, expire = excluded.expire`

    const refused = await phone.post('/complain/send')

    expect(refused.statusCode).toBe(429)
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    expect((await phone.get('/complain/check')).statusCode).toBe(200)
  })

  it('nothing answers at addresses that are no question', async () => {
    const phone = aPhone()
    await answerAll(phone, { agencyId })

    for (const name of ['send', 'constructor', '__proto__', 'WHO', '%00'])
      expect((await app().inject(`/complain/${name}`)).statusCode).toBe(404)
    expect((await phone.post('/complain/nothing', { a: 'b' })).statusCode).toBe(404)
  })
})
