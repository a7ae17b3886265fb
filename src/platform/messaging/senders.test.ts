import { afterEach, describe, expect, it } from 'vitest'
import type { ChannelMessage, DeliveryReceipt, Sender } from './sender.ts'
import { startBotApiSink } from './sinks/bot-api-sink.ts'
import type { Mood, Received, Sink } from './sinks/received.ts'
import { startSmppSink } from './sinks/smpp-sink.ts'
import { startSmtpSink } from './sinks/smtp-sink.ts'
import { smppSender } from './smpp-sender.ts'
import { smtpSender } from './smtp-sender.ts'
import { telegramSender } from './telegram-sender.ts'

const token = '110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw'
const patience = 300
const khmer = `ករណី 26-0000042-7៖ ${'មានព័ត៌មានថ្មី '.repeat(5)}`.trim()

const opened: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close()
})
const keep = <T extends { close(): Promise<void> }>(one: T): T => {
  opened.unshift(one)
  return one
}

const aMessage = (over: Partial<ChannelMessage> = {}): ChannelMessage => ({
  ...{ id: '0199', to: '+85510000001', subject: 'Case', text: khmer, validUntil: null },
  ...over,
})

/** A local server of this channel, and the sender that talks to it. */
type Pair = {
  readonly sender: Sender
  readonly sink: Sink
  readonly got: Received[]
  readonly receipts: DeliveryReceipt[]
  readonly feel: (mood: Mood) => void
}
const pairs: Readonly<Record<string, () => Promise<Pair>>> = {
  sms: async () => {
    const common = aSinkSettings()
    const sink = keep(await startSmppSink({ ...common, systemId: 'become', password: 'secret' }))
    const receipts: DeliveryReceipt[] = []
    const onReceipt = async (receipt: DeliveryReceipt) => void receipts.push(receipt)
    const sender = keep(smppSender({ url: sink.url, sender: 'MOLVT', patience, onReceipt }))
    return { sender, sink, receipts, ...common }
  },
  email: async () => {
    const common = aSinkSettings()
    const sink = keep(await startSmtpSink({ ...common, user: 'become', password: 'secret' }))
    const from = 'BECOME <no-reply@become.example>'
    return {
      sender: keep(smtpSender({ url: sink.url, from, patience })),
      sink,
      receipts: [],
      ...common,
    }
  },
  telegram: async () => {
    const common = aSinkSettings()
    const sink = keep(await startBotApiSink({ ...common, token, chats: [42] }))
    const sender = keep(telegramSender({ token, api: sink.url, patience }))
    return { sender, sink, receipts: [], ...common }
  },
}
function aSinkSettings() {
  const got: Received[] = []
  let mood: Mood = 'good'
  return {
    got,
    mood: () => mood,
    feel: (next: Mood) => {
      mood = next
    },
    onMessage: (received: Received) => void got.push(received),
  }
}
const addresses: Readonly<Record<string, string>> = {
  sms: '+85510000001',
  email: 'somebody@example.org',
  telegram: '42',
}

describe.each(Object.keys(pairs))('%s', (channel) => {
  const aPair = () => pairs[channel]?.() as Promise<Pair>
  const to = addresses[channel] ?? ''

  it('is not sent to what is no address of its kind', async () => {
    const { sender, got } = await aPair()

    expect((await sender.send(aMessage({ to: 'my aunt' }))).outcome).toBe('refused')
    expect(got).toEqual([])
  })

  it('is not sure of anything where the server takes it and never answers', async () => {
    const { sender, got, feel } = await aPair()

    feel('swallow')

    expect(await sender.send(aMessage({ to }))).toEqual({ outcome: 'unknown', code: 'no-answer' })
    expect(got).toHaveLength(channel === 'sms' ? 0 : 1)
  })

  it('is not sure of anything where the server takes it and dies', async () => {
    const { sender, feel } = await aPair()

    feel('die')

    expect((await sender.send(aMessage({ to }))).outcome).toBe('unknown')
  })

  it('may be sent later where the server is busy', async () => {
    const { sender, got, feel } = await aPair()

    feel('busy')
    expect((await sender.send(aMessage({ to }))).outcome).toBe('not-now')
    expect(got).toEqual([])

    feel('good')
    expect((await sender.send(aMessage({ to }))).outcome).toBe('handed-over')
  })

  it('may be sent later where nobody listens', async () => {
    const { sender, sink, got } = await aPair()
    await sink.close()

    expect(await sender.send(aMessage({ to }))).toEqual({
      outcome: 'not-now',
      code: 'no-connection',
    })
    expect(got).toEqual([])
  })

  it('arrives word for word, and violates nothing', async () => {
    const { sender, sink, got } = await aPair()

    const sent = await sender.send(aMessage({ to }))

    expect(sent.outcome).toBe('handed-over')
    expect(got).toMatchObject([{ channel, to, text: khmer }])
    expect(sink.refusals).toEqual([])
  })
})

describe('a text message', () => {
  it('goes in two segments, and never in three', async () => {
    const { sender, got } = await (pairs.sms as () => Promise<Pair>)()

    expect(await sender.send(aMessage({ text: 'ក'.repeat(135) }))).toMatchObject({
      outcome: 'refused',
      code: 'too-long',
    })
    await sender.send(aMessage({ text: 'ក'.repeat(134) }))
    await sender.send(aMessage({ text: '{case} 26-0000042-7', validUntil: inAnHour() }))

    expect(got.map(({ parts }) => parts)).toEqual([2, 1])
  })

  it('is followed by a receipt for each segment, told again until it is heard', async () => {
    const common = aSinkSettings()
    const sink = keep(await startSmppSink({ ...common, systemId: 'become', password: 'secret' }))
    const heard: DeliveryReceipt[] = []
    let tries = 0
    const onReceipt = async (receipt: DeliveryReceipt) => {
      tries += 1
      if (tries === 1) throw new Error('the database is away')
      heard.push(receipt)
    }
    const sender = keep(smppSender({ url: sink.url, sender: '85523880474', patience, onReceipt }))

    const sent = await sender.send(aMessage())

    await expect.poll(() => heard.length).toBe(2)
    const ids = sent.outcome === 'handed-over' ? [...sent.ids] : []
    expect(heard.map(({ providerId }) => providerId).sort()).toEqual(ids.sort())
    expect(heard.map(({ state }) => state)).toEqual(['delivered', 'delivered'])
  })

  it('is not sent by somebody whom the centre does not know', async () => {
    const common = aSinkSettings()
    const sink = keep(await startSmppSink({ ...common, systemId: 'become', password: 'secret' }))
    const url = sink.url.replace('secret', 'other')
    const onReceipt = async () => {}
    const sender = keep(smppSender({ url, sender: 'MOLVT', patience, onReceipt }))

    expect(await sender.send(aMessage())).toEqual({ outcome: 'not-now', code: 'bind-refused' })
  })
})

const inAnHour = () => new Date(Date.now() + 3_600_000)
