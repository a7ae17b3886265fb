import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { useApp } from '../../../../tests/support/app.ts'
import { runJobs, testPublicUrl } from '../../../../tests/support/jobs.ts'
import { openSenders, openSinks } from '../../../composition/senders.ts'
import { complainantActor, publicActor } from '../../../kernel/actor.ts'
import { readAs, transact } from '../../../platform/db.ts'
import { handedOver, type Sender } from '../../../platform/messaging/sender.ts'
import type { Mood, Received, Sink } from '../../../platform/messaging/sinks/received.ts'
import { startSmppSink } from '../../../platform/messaging/sinks/smpp-sink.ts'
import { smppSender } from '../../../platform/messaging/smpp-sender.ts'
import { loadCountryPack } from '../../../setup.ts'
import { answerComplainant } from '../../complaints/actions/answer-complainant.ts'
import { sendMessage as sendWords } from '../../complaints/actions/send-message.ts'
import type { NewComplaint } from '../../complaints/rules/intake.ts'
import { findComplaint } from '../../complaints/store/complaint.ts'
import { anOfficer, aReceivedComplaint } from '../../complaints/testing/complaints.ts'
import { mustNotReach } from '../../protection/index.ts'
import type { MessageRef } from '../store/outgoing.ts'
import { hearReceipt } from './hear-receipt.ts'
import { readSunk } from './keep-sunk.ts'
import { queueDueMessages } from './queue-due.ts'
import { sendAgain } from './send-again.ts'
import { type Senders, sendMessage } from './send-message.ts'

const app = useApp()
const morning = new Date('2026-11-20T03:00:00Z')
const minutes = (many: number) => new Date(app.clock.now.getTime() + many * 60_000)
const administrator = anOfficer({ roles: ['administrator'] })

/** The centre for text messages, and what it got. */
let got: Received[]
let mood: Mood
let sink: Sink
let senders: Senders
const centre = { systemId: 'become', password: 'secret' }
const openCentre = async (port?: number) => {
  sink = await startSmppSink({
    ...{ ...centre, receiptAfter: 5, mood: () => mood },
    ...(port ? { port } : {}),
    onMessage: (received) => void got.push(received),
  })
}
const portOf = ({ url }: Sink) => Number(new URL(url).port)

beforeAll(async () => {
  const { vault, files } = app
  await loadCountryPack(app.owner, { vault, files, now: morning, say: () => {} })
})
beforeEach(async () => {
  await app.owner`delete from outgoing_message`
  await app.owner`delete from graphile_worker._private_jobs`
  app.clock.now = morning
  got = []
  mood = 'good'
  await openCentre()
  const deps = { db: app.jobs, now: () => app.clock.now }
  const onReceipt = (receipt: Parameters<typeof hearReceipt>[1]) => hearReceipt(deps, receipt)
  senders = { sms: smppSender({ url: sink.url, sender: 'MOLVT', patience: 300, onReceipt }) }
})
afterEach(async () => {
  await senders.sms?.close()
  await sink.close()
})

const wantsMessages = { way: 'message', contact: '+85510000001', safeTimes: [] } as const
const aComplaint = (given: Partial<NewComplaint> = {}) =>
  aReceivedComplaint(app, { ...wantsMessages, ...given }, { receivedAt: app.clock.now })

/** What the worker does within this minute. */
const work = async () => {
  await queueDueMessages(app.jobs, app.clock.now)
  await runJobs(app, senders)
}
const messages = () =>
  app.owner<
    (MessageRef & {
      kind: string
      status: string
      code: string | null
      attempts: number
      next: Date
    })[]
  >`
    select id, queued_at as "queuedAt", kind, status, code, attempts, next_attempt_at as next
    from outgoing_message order by queued_at, kind`
const states = async () => (await messages()).map(({ status }) => status)
const [delivered, failed] = [['delivered'], ['failed']]

/** An officer writes to the complainant: a second copy of that news would mislead. */
const answer = async (id: string) => {
  const officer = anOfficer()
  const done = await transact(app.db, officer, async (tx) => {
    const found = await findComplaint(tx, id)
    const version = found?.version ?? 0
    const said = { complaintId: id, version, messages: 0, words: 'ពាក្យ', at: app.clock.now }
    return answerComplainant(tx, officer, { vault: app.vault, ...said })
  })
  if (!done.ok) throw new Error(done.refusal)
}

describe('nothing leaves the house', () => {
  it.each([
    ['without a name', { openness: 'anonymous' }],
    ['who wants to be called', { way: 'phone' }],
    ['who is reached through another person', { way: 'through-someone' }],
    ['who will look by herself', { way: 'none', contact: null }],
    ['whose contact is no number and no mailbox', { contact: 'my aunt at the market' }],
  ] as const)('for somebody %s', async (_, given) => {
    await aComplaint(given)
    await work()

    expect(await messages()).toEqual([])
  })

  it('when she herself has written', async () => {
    const { id } = await aComplaint({ openness: 'named' })
    await work()
    const she = complainantActor(id)
    await transact(app.db, she, (tx) =>
      sendWords(tx, she, { vault: app.vault, words: 'ពាក្យ', at: app.clock.now }),
    )
    await work()

    expect((await messages()).map(({ kind }) => kind)).toEqual(['received'])
  })

  it('before the hour that she named safe', async () => {
    await aComplaint({ safeTimes: ['evening'] })
    await work()
    app.clock.now = minutes(6 * 60 + 59)
    await work()
    expect(got).toEqual([])

    app.clock.now = minutes(1)
    await work()
    expect(got).toHaveLength(1)
  })
})

describe('a message', () => {
  it('says the number and where to look, and nothing else of the case', async () => {
    const { number } = await aComplaint()
    await work()

    const link = `${testPublicUrl}/follow`
    const text = `យើងបានទទួលហើយ។ លេខរបស់អ្នក ${number}។ សូមរក្សាទុក។ អាន៖ ${link}`
    expect(got).toEqual([{ channel: 'sms', to: '+85510000001', subject: '', text, parts: 2 }])
    expect(sink.refusals).toEqual([])
    await expect.poll(states).toEqual(delivered)
  })

  it('is in her language', async () => {
    await aComplaint({ language: 'en' })
    await work()

    expect(got[0]?.text).toContain(`Read more: ${testPublicUrl}/en/follow`)
  })

  it('is told once, however often the event is followed', async () => {
    await aComplaint()
    await app.owner`select graphile_worker.add_job('follow_up', payload)
      from graphile_worker._private_jobs`
    await work()
    await work()

    expect(got).toHaveLength(1)
  })

  it('is seen by nobody but the worker and an administrator, and written by no page', async () => {
    await aComplaint({ safeTimes: ['evening'] })
    await work()
    const seenBy = (actor: Parameters<typeof readAs>[1]) =>
      readAs(app.db, actor, (tx) => tx`select from outgoing_message`)

    expect(await seenBy(anOfficer())).toHaveLength(0)
    expect(await seenBy(publicActor)).toHaveLength(0)
    expect(await seenBy(administrator)).toHaveLength(1)
    const move = app.db.begin(
      (tx) => tx`insert into outgoing_cause values ('x', gen_random_uuid(), now())`,
    )
    await expect(move).rejects.toThrow('permission denied')
  })
})

describe('the centre is down for a day', () => {
  it('and nothing is lost, nothing goes twice, and no legal clock notices', async () => {
    const { id } = await aComplaint()
    // That of asking about safety begins with the first job; it is none of law.
    const clocks = () => app.owner`
      select kind, started_at, due_at, paused_at, stopped_at from clock
      where record_id = ${id} and kind <> 'screening' order by kind`
    const before = await clocks()
    const port = portOf(sink)
    await sink.close()
    for (const wait of [0, 1, 2, 4, 30, 240, 240, 240, 240, 240, 240]) {
      app.clock.now = minutes(wait)
      await work()
    }
    expect(await messages()).toMatchObject([{ status: 'queued', code: 'no-connection' }])

    await openCentre(port)
    app.clock.now = minutes(240)
    await work()
    await expect.poll(states).toEqual(delivered)
    app.clock.now = minutes(24 * 60)
    await work()

    expect(got).toHaveLength(1)
    expect(await clocks()).toEqual(before)
  })

  it('and after eight days what could not be told is a dead letter', async () => {
    await aComplaint()
    await sink.close()
    await work()
    app.clock.now = minutes(8 * 24 * 60)
    await work()

    expect(await messages()).toMatchObject([
      { status: 'failed', code: 'no-connection', next: null },
    ])
  })
})

describe.each(['swallow', 'die'] as const)(
  'the line is cut between order and answer (%s)',
  (cut) => {
    it('and what might mislead if it came twice is never sent again by itself', async () => {
      const { id } = await aComplaint()
      await work()
      mood = cut
      app.clock.now = minutes(5)
      await answer(id)
      await work()
      mood = 'good'
      for (const wait of [20, 24 * 60, 24 * 60]) {
        app.clock.now = minutes(wait)
        await work()
      }

      const words = (await messages()).find(({ kind }) => kind === 'words')
      expect(words).toMatchObject({ status: 'unknown', attempts: 1, code: 'no-answer', next: null })
      expect(sink.refusals).toEqual([])
    })

    it('and what stays true is sent once more, a quarter of an hour later', async () => {
      mood = cut
      await aComplaint()
      await work()
      expect(await messages()).toMatchObject([{ status: 'unknown', attempts: 1 }])

      mood = 'good'
      app.clock.now = minutes(14)
      await work()
      expect(await states()).toEqual(['unknown'])
      app.clock.now = minutes(1)
      await work()

      await expect.poll(states).toEqual(delivered)
      expect(await messages()).toMatchObject([{ attempts: 2 }])
    })
  },
)

/** A centre of which the test says when it answers. */
const aSender = (send: Sender['send']): Senders => ({
  sms: { channel: 'sms', send, close: async () => {} },
})
const sending = (to: Senders) => ({
  ...{ db: app.jobs, vault: app.vault, now: () => app.clock.now, senders: to, mustNotReach },
})
const theMessage = async (): Promise<MessageRef> => {
  await aComplaint({ safeTimes: ['evening'] })
  await runJobs(app)
  app.clock.now = minutes(8 * 60)
  const [message] = await messages()
  if (!message) throw new Error('nothing was queued')
  return { id: message.id, queuedAt: message.queuedAt }
}

describe('a way that must not be used', () => {
  it('stops also what waited for its hour when it was barred, and what is sent again', async () => {
    const { id } = await aComplaint({ safeTimes: ['evening'] })
    await runJobs(app)
    expect(await messages()).toMatchObject([{ status: 'queued', attempts: 0 }])
    const contactIndex = app.vault.blindIndex('contact', '+85510000001')
    await app.owner`
      with officer as (insert into person (login, name_km, name_en)
        values ('keeper', 'ក', 'K') returning id)
      insert into must_not_be_told (complaint_id, relation, key_id, who_sealed, contact_sealed,
        contact_index, kept_by, kept_at)
      select ${id}, 'relative', c.key_id, '-'::bytea, '-'::bytea, ${contactIndex}, officer.id,
        ${app.clock.now} from complaint_contact c, officer where c.complaint_id = ${id}`
    app.clock.now = minutes(8 * 60)
    await work()

    const stopped = { status: 'failed', attempts: 0, code: 'must-not-be-told', next: null }
    expect(await messages()).toMatchObject([stopped])
    const [message] = await messages()
    const again = { ...message!, at: app.clock.now }
    await transact(app.db, administrator, (tx) => sendAgain(tx, administrator, again))
    await work()
    expect(await messages()).toMatchObject([stopped])
    expect(got).toEqual([])
  })
})

describe('a worker', () => {
  it('that dies in the middle of a try has told no untruth', async () => {
    const ref = await theMessage()
    const dying = aSender(async () => Promise.reject(new Error('killed')))

    await expect(sendMessage(sending(dying), ref)).rejects.toThrow('killed')

    expect(await messages()).toMatchObject([{ status: 'unknown', attempts: 1 }])
  })

  it('does not take what another one has taken', async () => {
    const ref = await theMessage()
    const answered = Promise.withResolvers<void>()
    const begun = Promise.withResolvers<void>()
    let tries = 0
    const slow = aSender(async () => {
      tries += 1
      begun.resolve()
      await answered.promise
      return handedOver('slow-1')
    })

    const first = sendMessage(sending(slow), ref)
    await begun.promise
    await sendMessage(sending(slow), ref)
    answered.resolve()
    await first

    expect(tries).toBe(1)
    expect(await states()).toEqual(['handed-over'])
  })

  it('understands a receipt that is quicker than the answer', async () => {
    const ref = await theMessage()
    const quick = aSender(async () => {
      const receipt = { channel: 'sms', state: 'delivered', code: 'receipt-delivrd' } as const
      await hearReceipt(sending({}), { ...receipt, providerId: 'quick-1' })
      return handedOver('quick-1')
    })

    await sendMessage(sending(quick), ref)

    expect(await states()).toEqual(delivered)
  })
})

describe('the centre reports', () => {
  it('that nobody could be reached: a dead letter', async () => {
    mood = 'undeliverable'
    await aComplaint()
    await work()

    await expect.poll(states).toEqual(failed)
    expect(await messages()).toMatchObject([{ code: 'receipt-undeliv' }])
  })

  it('that her telephone was off until the safe hours ended: it goes in the next ones', async () => {
    mood = 'expires'
    await aComplaint({ safeTimes: ['midday'] })
    app.clock.now = minutes(60)
    await work()
    await expect.poll(states).toEqual(['queued'])

    mood = 'good'
    app.clock.now = minutes(24 * 60)
    await work()
    await expect.poll(states).toEqual(delivered)
  })
})

describe('a dead letter', () => {
  const again = (actor = administrator) =>
    messages().then(([message]) =>
      transact(app.db, actor, (tx) =>
        sendAgain(tx, actor, {
          ...{ id: message?.id ?? '', queuedAt: message?.queuedAt ?? morning, at: app.clock.now },
        }),
      ),
    )
  beforeEach(async () => {
    mood = 'undeliverable'
    await aComplaint()
    await work()
    await expect.poll(states).toEqual(failed)
    mood = 'good'
  })

  it('is not there for anybody but an administrator', async () => {
    expect(await again(anOfficer())).toEqual({ ok: false, refusal: 'not-found' })
  })

  it('is sent once more when an administrator says so, and not when it is delivered', async () => {
    expect((await again()).ok).toBe(true)
    await work()
    await expect.poll(states).toEqual(delivered)

    expect(await again()).toEqual({ ok: false, refusal: 'not-in-this-status' })
    expect(got).toHaveLength(2)
  })

  it('is not sent any more when it is no news', async () => {
    app.clock.now = minutes(9 * 24 * 60)

    expect(await again()).toEqual({ ok: false, refusal: 'too-old' })
  })
})

describe('a demonstration', () => {
  it('hands everything to servers of this machine, and shows it to administrators only', async () => {
    const deps = { db: app.jobs, vault: app.vault, now: () => app.clock.now }
    const sinks = await openSinks(deps, { smpp: null, smtp: null, telegram: null })
    const open = openSenders(deps, sinks.config)
    const say = (to: string) => ({ id: 'x', to, subject: 'លេខ', text: 'សាកល្បង', validUntil: null })
    const sent = [
      await open.senders.sms?.send(say('+85510000001')),
      await open.senders.email?.send(say('somebody@example.org')),
      await open.senders.telegram?.send(say('42')),
    ]
    await open.close()
    await sinks.close()

    expect(sent.map((each) => each?.outcome)).toEqual(Array(3).fill('handed-over'))
    const seenBy = (actor: Parameters<typeof readAs>[1]) =>
      readAs(app.db, actor, (tx) => readSunk(tx, app.vault))
    const shown = await seenBy(administrator)
    expect(shown.map(({ channel, text }) => [channel, text]).sort()).toEqual([
      ['email', 'សាកល្បង'],
      ['sms', 'សាកល្បង'],
      ['telegram', 'សាកល្បង'],
    ])
    expect(await seenBy(anOfficer())).toEqual([])
  })
})
