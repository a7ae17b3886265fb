import { describe, expect, it } from 'vitest'
import {
  answerAll,
  receiptIn,
  rightAnswers,
  sendComplaint,
  submissionIn,
  useCitizens,
} from '../../../../../tests/support/citizens.ts'

const { app, aPhone, agencyId, owner, clock, log, vault } = useCitizens()

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
    const address = vault.blindIndex('limit', '127.0.0.1').toString('base64url')
    await owner`
      insert into rate_limit (key, points, expire)
      values (${`complain-send:${address}`}, 1000, ${Date.now() + 60_000})
      on conflict (key) do update set points = excluded.points, expire = excluded.expire`

    const refused = await phone.post('/complain/send')

    expect(refused.statusCode).toBe(429)
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    expect((await phone.get('/complain/check')).statusCode).toBe(200)
  })

  it('nothing answers at addresses that are no question', async () => {
    const phone = aPhone()
    await answerAll(phone, { agencyId })

    for (const name of ['constructor', '__proto__', 'WHO', '%00'])
      expect((await app().inject(`/complain/${name}`)).statusCode).toBe(404)
    expect((await phone.post('/complain/nothing', { a: 'b' })).statusCode).toBe(404)
  })
})
