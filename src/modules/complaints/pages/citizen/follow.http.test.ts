import { describe, expect, it } from 'vitest'
import { openCase, submissionIn, useCitizens } from '../../../../../tests/support/citizens.ts'
import { complainantActor, publicActor } from '../../../../kernel/actor.ts'
import { readAs, transact } from '../../../../platform/db.ts'
import { answerComplainant } from '../../actions/answer-complainant.ts'
import { type ComplaintAction, wordsOf } from '../../rules/lifecycle.ts'
import { checkDigit } from '../../rules/receipt.ts'
import { anOfficer, aReceivedComplaint, taken } from '../../testing/complaints.ts'

const { db, vault, owner, clock, aPhone, agencyId } = useCitizens()
const deps = { db, vault }
const officer = anOfficer()

type Given = Parameters<typeof aReceivedComplaint>[1]
const aCase = async (given: Given = {}) => {
  const receipt = await aReceivedComplaint(deps, given)
  const move = async (action: ComplaintAction) => {
    const words = wordsOf[action] === null ? null : 'ពាក្យរបស់ការិយាល័យ'
    const done = await taken(deps, officer, { complaintId: receipt.id, action, words })
    if (!done.ok) throw new Error(`${action}: ${done.refusal}`)
  }
  return { ...receipt, move }
}
const against = { respondentKind: 'agency', agencyId } as const
const anOpenCase = async (given: Given = {}) => {
  const one = await aCase(given)
  const phone = aPhone()
  await openCase(phone, one)
  return { ...one, phone }
}
const statusOf = async (id: string) => {
  const [row] = await owner`select status, version from complaint where id = ${id}`
  return row!
}
const khmerDigits = (text: string) =>
  text.replace(/\d/g, (d) => String.fromCodePoint(0x17e0 + Number(d)))

describe('number and secret', () => {
  it('open the case, however they were typed', async () => {
    const { number, secret } = await aCase()
    const ways = [
      { number, secret },
      { number: number.replaceAll('-', ''), secret: secret.replace(/(.{3})/g, '$1 ') },
      { number: khmerDigits(number), secret: khmerDigits(secret) },
      {
        number: ` ${number.replaceAll('-', ' ')}\u200b`,
        secret: `${secret.slice(0, 5)}-${secret.slice(5)}`,
      },
    ]

    for (const way of ways) {
      const phone = aPhone()
      const opened = await openCase(phone, way)
      expect(opened.headers.location).toBe('/follow/case')
      expect((await phone.get('/follow/case')).body).toContain(number)
    }
  })

  it('that are wrong get one and the same answer, which tells nothing', async () => {
    const { number, secret } = await aCase()
    const other = await aCase()
    const digits = '269999999'
    const noCase = `26-9999999-${checkDigit(digits)}`
    const wrong = [
      { number, secret: other.secret },
      { number, secret: '0000000000' },
      { number, secret: `${secret}1` },
      { number: noCase, secret },
      { number: '26-0000000-0', secret },
      { number: 'abc', secret: "' or 1=1 --" },
    ]

    const answers = await Promise.all(wrong.map((way) => openCase(aPhone(), way)))

    const shown = answers.map(({ statusCode, body, cookies }) => [
      statusCode,
      cookies,
      body.replace(/ value="[^"]*"/g, ''),
    ])
    expect(shown[0]?.[0]).toBe(422)
    for (const one of shown) expect(one).toEqual(shown[0])
  })

  it('that are missing are asked for', async () => {
    const { body, statusCode } = await aPhone().post('/en/follow', { number: ' ', secret: '' })

    expect(statusCode).toBe(422)
    expect(body).toContain('Enter the case number')
    expect(body).toContain('Enter the secret number')
  })

  it('tried again and again are slowed from one address', async () => {
    const phone = aPhone()
    const { number, secret } = await aCase()
    for (let tries = 0; tries < 20; tries += 1) await openCase(phone, { number, secret: '1' })

    const slowed = await openCase(phone, { number, secret })

    expect(slowed.statusCode).toBe(429)
    expect(phone.cookies.has('case')).toBe(false)
  })

  it('tried against one case from many addresses are slowed too', async () => {
    const { number, secret } = await aCase()
    for (let tries = 0; tries < 50; tries += 1) {
      await owner`delete from rate_limit where key not like 'receipt-number%'`
      await openCase(aPhone(), { number, secret: String(tries) })
    }
    await owner`delete from rate_limit where key not like 'receipt-number%'`

    const slowed = await openCase(aPhone(), { number, secret })
    const another = await openCase(aPhone(), await aCase())

    expect(slowed.statusCode).toBe(429)
    expect(another.statusCode).toBe(303)
    const keys = await owner`select key from rate_limit`
    for (const { key } of keys) expect(key).not.toContain(number)
  })

  it('open it for half an hour, and not after the case was closed on the phone', async () => {
    const { phone, number, secret } = await anOpenCase()
    const cookie = phone.cookies.get('case') ?? ''
    const started = clock.now

    clock.now = new Date(started.getTime() + 30 * 60_000 + 1000)
    const late = await phone.get('/follow/case')
    clock.now = started
    const left = await phone.post('/follow/leave')
    phone.cookies.set('case', cookie)
    const after = await phone.get('/follow/case')

    expect(late.headers.location).toBe('/follow?ended=1')
    expect(left.headers.location).toBe('/follow')
    expect(after.headers.location).toBe('/follow?ended=1')
    expect((await openCase(phone, { number, secret })).statusCode).toBe(303)
  })

  it('that were replaced by an officer open nothing any more, at once', async () => {
    const { phone, id } = await anOpenCase()
    await owner`delete from receipt_session where complaint_id = ${id}`

    expect((await phone.get('/follow/case')).headers.location).toBe('/follow?ended=1')
  })

  it('are never shown on the page of the case', async () => {
    const { phone, secret } = await anOpenCase()

    const { body } = await phone.get('/follow/case')

    expect(body).not.toContain(secret)
    expect(body.replaceAll(' ', '')).not.toContain(secret)
  })
})

describe('the case', () => {
  it('says how it stands, what comes next and by when, who has it, and every step', async () => {
    const { phone, move } = await anOpenCase(against)
    await move('register')
    await move('ask-agency')

    const { body } = await phone.get('/en/follow/case')

    for (const told of [
      'The agency was asked',
      'The agency has to answer the office',
      'Provincial Department of Labour and Vocational Training, Banteay Meanchey',
      'Dealing with the complaint',
      'Answer of the agency',
      '30 November 2026',
      'The complaint was received',
      'The office took it up',
    ])
      expect(body).toContain(told)
    expect(body).not.toContain('ពាក្យរបស់ការិយាល័យ')
  })

  it('shows no step, message or word of another case', async () => {
    const mine = await anOpenCase()
    const { id } = await aCase()
    await owner`
      insert into complaint_message (complaint_id, area, key_id, from_side, author_id, sent_at, body_sealed)
      select id, area, key_id, 'office', 'x', now(), secret_hash from complaint where id = ${id}`

    const { body } = await mine.phone.get('/follow/case')

    expect(body).toContain('មិនទាន់មានសារទេ')
  })

  it.each(['received', 'registered', 'closure-proposed', 'closed', 'withdrawal-asked'])(
    'offers in status %s what the lifecycle offers, and nothing else',
    async (status) => {
      const { phone, move, id } = await anOpenCase()
      const path: Record<string, ComplaintAction[]> = {
        received: [],
        registered: ['register'],
        'closure-proposed': ['register', 'propose-closure'],
        closed: ['register', 'propose-closure', 'close-with-consent'],
        'withdrawal-asked': ['register'],
      }
      for (const action of path[status]!) await move(action)
      if (status === 'withdrawal-asked')
        await taken(deps, complainantActor(id), { complaintId: id, action: 'ask-withdrawal' })

      const { body } = await phone.get('/follow/case')

      const offered = [...body.matchAll(/href="\/follow\/case\/actions\/([\w-]+)"/g)].map(
        ([, action]) => action,
      )
      expect(offered).toEqual(
        {
          received: ['ask-withdrawal'],
          registered: ['ask-withdrawal'],
          'closure-proposed': ['agree-to-closure', 'say-not-solved', 'ask-withdrawal'],
          closed: ['say-not-solved'],
          'withdrawal-asked': ['continue'],
        }[status],
      )
    },
  )
})

describe('messages', () => {
  it('go both ways, also without a name, and the office’s are read when shown', async () => {
    const { phone, id, number, secret } = await anOpenCase({ openness: 'anonymous' })
    await phone.post('/follow/case/message', { words: 'ខ្ញុំ​ចង់​សួរ' })
    const { version } = await statusOf(id)
    await transact(db, officer, (tx) =>
      answerComplainant(tx, officer, {
        vault,
        complaintId: id,
        version,
        words: 'យើងឆ្លើយ',
        at: clock.now,
      }),
    )
    await openCase(phone, { number, secret })

    const { body } = await phone.get('/follow/case')
    const rows = await owner`
      select from_side, read_at, body_sealed::text as sealed from complaint_message
      where complaint_id = ${id} order by sent_at, from_side`

    expect(body).toContain('ខ្ញុំ​ចង់​សួរ')
    expect(body).toContain('យើងឆ្លើយ')
    expect(rows.map(({ from_side, read_at }) => [from_side, read_at !== null]).toSorted()).toEqual([
      ['complainant', true],
      ['office', true],
    ])
    const events = await owner`
      select type, data->>'from' as "from", actor_kind from event where record_id = ${id} order by happened_at, id`
    expect(events.map(({ type, from }) => [type, from])).toContainEqual([
      'complaint.message-sent',
      'complainant',
    ])
  })

  it('pressed twice are kept once', async () => {
    const { phone, id } = await anOpenCase()
    const submission = submissionIn((await phone.get('/follow/case')).body)

    await Promise.all([
      phone.post('/follow/case/message', { submission, words: 'ម្តង' }),
      phone.post('/follow/case/message', { submission, words: 'ម្តង' }),
    ])

    const [row] = await owner`
      select count(*)::int as n from complaint_message where complaint_id = ${id}`
    expect(row!.n).toBe(1)
  })

  it.each([
    ['', 'Write something first'],
    ['\u200b\u202e', 'Write something first'],
    ['ក'.repeat(100_000), 'Use at most'],
  ])(
    'that say nothing or far too much are refused, and kept on the page: %#',
    async (words, told) => {
      const { phone, id } = await anOpenCase()

      const { body, statusCode } = await phone.post('/en/follow/case/message', { words })

      expect(statusCode).toBe(422)
      expect(body).toContain(told)
      expect(body).toContain(words)
      const rows = await owner`select from complaint_message where complaint_id = ${id}`
      expect(rows).toHaveLength(0)
    },
  )

  it('written while the half hour ended are kept over the next opening', async () => {
    const { phone, id, number, secret } = await anOpenCase()
    await owner`delete from receipt_session where complaint_id = ${id}`

    const ended = await phone.post('/en/follow/case/message', { words: 'អ្វីដែលបានសរសេរ <b>' })
    const kept = /name="kept" value="([^"]+)"/.exec(ended.body)?.[1] ?? ''
    await phone.post('/follow', { number, secret, kept })
    const { body } = await phone.get('/follow/case')

    expect(ended.statusCode).toBe(401)
    expect(ended.body).toContain('what you wrote is kept')
    expect(ended.body).not.toContain('អ្វីដែលបានសរសេរ')
    expect(body).toContain('អ្វីដែលបានសរសេរ &lt;b>')
    await phone.post('/follow/case/message', { words: 'ផ្ញើ' })
    expect((await phone.get('/follow/case')).body).not.toContain('អ្វីដែលបានសរសេរ')
  })
})

describe('her own steps', () => {
  it('are said in full before they are taken', async () => {
    const { phone } = await anOpenCase()

    const { body } = await phone.get('/en/follow/case/actions/ask-withdrawal')

    expect(body).toContain('Nobody may press you to withdraw')
    expect(body).toContain('name="version"')
  })

  it('to withdraw need no reason, and end nothing yet', async () => {
    const { phone, id } = await anOpenCase()

    const asked = await phone.post('/follow/case/actions/ask-withdrawal', {
      version: '1',
      words: '',
    })

    expect(asked.headers.location).toBe('/follow/case')
    expect((await statusOf(id)).status).toBe('withdrawal-asked')
    const [row] = await owner`select next_due_at from complaint where id = ${id}`
    expect(row!.next_due_at).not.toBeNull()
  })

  it('to say that it is not solved need words, and lead back to the office', async () => {
    const { phone, id, move } = await anOpenCase()
    await move('register')
    await move('propose-closure')
    const { version } = await statusOf(id)

    const empty = await phone.post('/en/follow/case/actions/say-not-solved', {
      version: String(version),
    })
    const said = await phone.post('/en/follow/case/actions/say-not-solved', {
      version: String(version),
      words: 'នៅមិនទាន់បានប្រាក់',
    })

    expect(empty.statusCode).toBe(422)
    expect(said.headers.location).toBe('/en/follow/case')
    expect((await statusOf(id)).status).toBe('registered')
    expect((await phone.get('/follow/case')).body).toContain('នៅមិនទាន់បានប្រាក់')
  })

  it('agree to a closure, once, with the case as it was read', async () => {
    const { phone, id, move } = await anOpenCase()
    await move('register')
    await move('propose-closure')
    const { version } = await statusOf(id)

    const stale = await phone.post('/follow/case/actions/agree-to-closure', {
      version: String(version - 1),
    })
    const agreed = await phone.post('/follow/case/actions/agree-to-closure', {
      version: String(version),
    })

    expect(stale.statusCode).toBe(422)
    expect(agreed.statusCode).toBe(303)
    expect((await statusOf(id)).status).toBe('closed')
  })

  it('that are not hers or not open now are refused', async () => {
    const { phone, id } = await anOpenCase()

    const register = await phone.post('/follow/case/actions/register', { version: '1', words: 'x' })
    const agree = await phone.post('/follow/case/actions/agree-to-closure', { version: '1' })

    expect(register.statusCode).toBe(404)
    expect(agree.headers.location).toBe('/follow/case')
    expect(await statusOf(id)).toEqual({ status: 'received', version: 1 })
  })

  it('asking to withdraw takes back what the agency was asked', async () => {
    const { phone, id, move } = await anOpenCase(against)
    await move('register')
    await move('ask-agency')
    const { version } = await statusOf(id)

    await phone.post('/follow/case/actions/ask-withdrawal', { version: String(version) })

    const [inquiry] = await owner`select status from agency_inquiry where complaint_id = ${id}`
    expect(inquiry!.status).toBe('withdrawn')
  })
})

describe('consent', () => {
  const itemsOn = (body: string) =>
    [...body.matchAll(/action="\/follow\/case\/consents\/(\w+)"/g)].map(([, item]) => item)

  it.each([
    ['confidential', against, ['name', 'story']],
    ['confidential', { ...against, story: null }, ['name']],
    ['named', against, ['story']],
    ['anonymous', against, []],
    ['confidential', { respondentKind: 'broker' }, []],
  ] as const)(
    'of somebody %s is asked item by item, where there is an agency: %#',
    async (openness, given, items) => {
      const { phone } = await anOpenCase({ ...given, openness })

      expect(itemsOn((await phone.get('/follow/case')).body)).toEqual(items)
    },
  )

  it('shows and hides one item in an open inquiry at once', async () => {
    const { phone, id, move } = await anOpenCase({ ...against, openness: 'confidential' })
    await move('register')
    await move('ask-agency')
    const shown = async () => {
      const [row] =
        await owner`select worker_name, story from agency_inquiry where complaint_id = ${id}`
      return row
    }
    const hidden = await shown()

    await phone.post('/follow/case/consents/name', { change: 'give' })
    const given = await shown()
    const page = await phone.get('/en/follow/case')
    await phone.post('/follow/case/consents/name', { change: 'withdraw' })

    expect(hidden).toEqual({ worker_name: null, story: null })
    expect(given).toEqual({ worker_name: 'សុខ ដារា', story: null })
    expect(page.body).toContain('Hide the name again')
    expect(await shown()).toEqual(hidden)
    const consents = await owner`
      select item, withdrawn_at is not null as back, recorded_by from consent where record_id = ${id}`
    expect([...consents]).toEqual([{ item: 'name', back: true, recorded_by: 'complainant' }])
  })

  it.each([
    ['contact', { change: 'give' }, 404],
    ['name', { change: 'sell' }, 404],
    ['name', { change: 'give' }, 303],
  ])('to anything else is not taken: %s', async (item, form, status) => {
    const { phone, id } = await anOpenCase({ ...against, openness: 'anonymous' })

    const answered = await phone.post(`/follow/case/consents/${item}`, form)

    expect(answered.statusCode).toBe(status)
    expect(await owner`select from consent where record_id = ${id}`).toHaveLength(0)
  })
})

describe('whoever has no open receipt', () => {
  it.each([
    ['get', '/follow/case'],
    ['get', '/follow/case/actions/continue'],
  ] as const)('is asked for number and secret: %s %s', async (_method, url) => {
    expect((await aPhone().get(url)).headers.location).toBe('/follow?ended=1')
  })

  it.each(['message', 'actions/ask-withdrawal', 'consents/name'])(
    'changes nothing: %s',
    async (what) => {
      const { id } = await aCase(against)

      const refused = await aPhone().post(`/follow/case/${what}`, {
        words: 'x',
        version: '1',
        change: 'give',
      })

      expect(refused.statusCode).toBe(401)
      expect(await statusOf(id)).toEqual({ status: 'received', version: 1 })
    },
  )

  it('reads nothing in the tables either', async () => {
    const { id } = await aCase()

    for (const actor of [publicActor, complainantActor((await aCase()).id)]) {
      const rows = await readAs(db, actor, (tx) => tx`select from complaint where id = ${id}`)
      expect(rows).toHaveLength(0)
    }
  })
})
