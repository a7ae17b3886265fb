import { describe, expect, it } from 'vitest'
import {
  officer,
  openCase,
  submissionIn,
  useCitizens,
} from '../../../../../tests/support/citizens.ts'
import { complainantActor } from '../../../../kernel/actor.ts'
import { transact } from '../../../../platform/db.ts'
import { answerComplainant } from '../../actions/answer-complainant.ts'
import type { ComplaintAction } from '../../rules/lifecycle.ts'
import { taken } from '../../testing/complaints.ts'

const { db, vault, owner, clock, against, aCase, anOpenCase, statusOf } = useCitizens()
const deps = { db, vault }

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

  it('says in words of its own that a meeting was set and that she is invited', async () => {
    const { phone, id } = await anOpenCase()
    for (const type of ['conciliation.planned', 'conciliation.invited'])
      await owner`
        insert into event (id, type, record_type, record_id, actor_kind, actor_id, happened_at, data,
          visible_to)
        select gen_random_uuid(), ${type}, record_type, record_id, 'system', 'system', now(), '{}',
          visible_to
        from event where record_id = ${id} limit 1`

    const { body } = await phone.get('/en/follow/case')

    expect(body).toContain('A meeting was set')
    expect(body).toContain('You were invited to a meeting')
    expect(body).not.toContain('There is a new step')
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

describe('what the case says', () => {
  it('is the same whoever reads it: an officer who has it is reading it', async () => {
    const { phone, id } = await anOpenCase()
    const before = (await phone.get('/en/follow/case')).body
    await owner`update complaint set owner_id = ${officer.id} where id = ${id}`
    const after = (await phone.get('/en/follow/case')).body

    expect(before).toContain('The office reads your complaint, and then takes it up.')
    expect(before).toContain('No officer has taken it yet.')
    expect(after).toContain('An officer reads your complaint now.')
    expect(after).not.toContain('then takes it up')
  })

  it.each([
    ['anonymous', 'writes to you here first', 'We do not ask your name'],
    ['named', 'speaks with you alone first', 'The agency never does.'],
  ] as const)('fits somebody who complains %s', async (openness, spoken, hint) => {
    const { phone, id } = await anOpenCase({ openness })
    const page = await phone.get('/en/follow/case')
    const action = await phone.get('/en/follow/case/actions/ask-withdrawal')
    await taken(deps, complainantActor(id), { complaintId: id, action: 'ask-withdrawal' })
    const asked = await phone.get('/en/follow/case')

    expect(page.body).toContain(hint)
    expect(page.body.includes('We do not ask your name')).toBe(openness === 'anonymous')
    expect(action.body).toContain(spoken)
    expect(asked.body).toContain(spoken)
    // Nobody has answered yet: the clock of the first answer is still there.
    expect(asked.body).toContain('First answer to you')
  })
})

describe('messages', () => {
  it('go both ways, also without a name, and the office’s are read when shown', async () => {
    const { phone, id, number, secret } = await anOpenCase({ openness: 'anonymous' })
    await phone.post('/follow/case/message', { words: 'ខ្ញុំ​ចង់​សួរ' })
    const { version } = (await statusOf(id))!
    await transact(db, officer, (tx) =>
      answerComplainant(tx, officer, {
        vault,
        complaintId: id,
        ...{ version, messages: 1 },
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
    ['ក'.repeat(5_000), 'it has 5000 letters. Use at most 4000'],
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

  it('far longer than fits are not drawn whole again, and she is told so', async () => {
    const { phone } = await anOpenCase()

    const { body } = await phone.post('/en/follow/case/message', { words: 'ក'.repeat(100_000) })

    expect(body).toContain('it had 100000 letters, and at most 4000 fit')
    expect(body.match(/ក/g)).toHaveLength(8_000)
  })

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
    expect((await statusOf(id))!.status).toBe('withdrawal-asked')
    const [row] = await owner`select next_due_at from complaint where id = ${id}`
    expect(row!.next_due_at).not.toBeNull()
  })

  it('to say that it is not solved need words, and lead back to the office', async () => {
    const { phone, id, move } = await anOpenCase()
    await move('register')
    await move('propose-closure')
    const { version } = (await statusOf(id))!

    const empty = await phone.post('/en/follow/case/actions/say-not-solved', {
      version: String(version),
    })
    const said = await phone.post('/en/follow/case/actions/say-not-solved', {
      version: String(version),
      words: 'នៅមិនទាន់បានប្រាក់',
    })

    expect(empty.statusCode).toBe(422)
    expect(said.headers.location).toBe('/en/follow/case')
    expect((await statusOf(id))!.status).toBe('registered')
    expect((await phone.get('/follow/case')).body).toContain('នៅមិនទាន់បានប្រាក់')
  })

  it('agree to a closure, once, with the case as it was read', async () => {
    const { phone, id, move } = await anOpenCase()
    await move('register')
    await move('propose-closure')
    const { version } = (await statusOf(id))!

    const stale = await phone.post('/follow/case/actions/agree-to-closure', {
      version: String(version - 1),
    })
    const agreed = await phone.post('/follow/case/actions/agree-to-closure', {
      version: String(version),
    })

    expect(stale.statusCode).toBe(422)
    expect(agreed.statusCode).toBe(303)
    expect((await statusOf(id))!.status).toBe('closed')
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
    const { version } = (await statusOf(id))!

    await phone.post('/follow/case/actions/ask-withdrawal', { version: String(version) })

    const [inquiry] = await owner`select status from agency_inquiry where complaint_id = ${id}`
    expect(inquiry!.status).toBe('withdrawn')
  })
})
