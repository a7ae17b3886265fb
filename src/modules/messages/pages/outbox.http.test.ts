import { beforeAll, describe, expect, it } from 'vitest'
import {
  type DeskBrowser,
  textOf,
  useComplaintDesk,
} from '../../../../tests/support/complaint-desk.ts'
import { runJobs } from '../../../../tests/support/jobs.ts'
import { handedOver, type Sent } from '../../../platform/messaging/sender.ts'
import type { Senders } from '../actions/send-message.ts'

const desk = useComplaintDesk()
let administrator: DeskBrowser

/** A centre that answers so. */
const answering = (sent: Sent): Senders => ({
  sms: { channel: 'sms', send: async () => sent, close: async () => {} },
})

beforeAll(async () => {
  administrator = await desk.signedIn('admin')
  const wants = { way: 'message', safeTimes: [] } as const
  await desk.aComplaint({ ...wants, contact: '+85510004711' })
  await runJobs(desk, answering(handedOver('a1')))
  await desk.aComplaint({ ...wants, contact: '+85510004822' })
  await runJobs(desk, answering({ outcome: 'refused', code: 'smpp-0b' }))
})

describe('the outbox', () => {
  it.each(['officer', 'head', 'counsellor', 'licensing-head', 'clerk'])(
    'is not shown to %s',
    async (login) => {
      const browser = await desk.signedIn(login)

      expect((await browser.get('/en/work/outbox')).statusCode).toBe(403)
    },
  )

  it('shows how each message stands, and neither what it says nor the whole number', async () => {
    const text = textOf((await administrator.get('/en/work/outbox')).body)

    expect(text).toContain('All 2')
    expect(text).toContain('+855 ••• 711')
    expect(text).toContain('Answer of the channel: smpp-0b')
    for (const secret of ['10004711', 'Your number', '/follow']) expect(text).not.toContain(secret)
  })

  it('shows one state and one way only, where asked', async () => {
    const handed = textOf((await administrator.get('/en/work/outbox?status=handed-over')).body)
    const mails = textOf((await administrator.get('/en/work/outbox?channel=email')).body)

    expect(handed).toContain('••• 711')
    expect(handed).not.toContain('••• 822')
    expect(mails).toContain('There is no such message.')
  })

  it('sends a dead letter again, which goes out with the next jobs', async () => {
    const page = (await administrator.get('/en/work/outbox?status=failed')).body
    const [, path = '', id = ''] = /action="(\/en\/work\/outbox\/([^/]+)\/again)"/.exec(page) ?? []
    const queued = /name="queued" value="([^"]+)"/.exec(page)?.[1] ?? ''

    const stranger = await desk.signedIn('officer')
    expect((await stranger.post(path, { queued })).statusCode).toBe(403)
    expect((await administrator.post(path, { queued: 'yesterday' })).statusCode).toBe(422)
    const done = await administrator.post(path, { queued })

    expect(done.headers.location).toBe('/en/work/outbox?again=yes')
    const [row] = await desk.owner`select status from outgoing_message where id = ${id}`
    expect(row).toEqual({ status: 'queued' })
    const twice = await administrator.post(path, { queued })
    expect(twice.statusCode).toBe(422)
    expect(textOf(twice.body)).toContain('under way or delivered')
  })
})
