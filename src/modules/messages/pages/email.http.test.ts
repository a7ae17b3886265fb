import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import {
  type DeskBrowser,
  says,
  useComplaintDesk,
} from '../../../../tests/support/complaint-desk.ts'
import { runJobs } from '../../../../tests/support/jobs.ts'
import { tokenFor } from '../../../../tests/support/sign-in.ts'
import { followedEvents } from '../../../follow-ups.ts'
import { addDays, dayOf } from '../../../kernel/days.ts'
import { transact } from '../../../platform/db.ts'
import { followEvents } from '../../../platform/events/record-event.ts'
import type { ChannelMessage, Sender } from '../../../platform/messaging/sender.ts'
import { assignTo } from '../../complaints/actions/assign-complaint.ts'
import { taken } from '../../complaints/testing/complaints.ts'
import { letterDesk } from '../../letters/testing/letter-desk.ts'

const desk = useComplaintDesk()
const page = '/en/account/email'
let got: ChannelMessage[] = []
const email: Sender = {
  channel: 'email',
  send: async (message) => {
    got.push(message)
    return { outcome: 'handed-over', ids: [message.id] }
  },
  close: async () => {},
}
const sent = async () => {
  got = []
  await runJobs(desk, { email })
  return got
}
/** Gives an address and opens the link that went there. */
async function confirmed(login: string, address: string): Promise<DeskBrowser> {
  const at = await desk.signedIn(login)
  await at.post(page, { do: 'give', address })
  const path = linkIn((await sent())[0])
  await at.post(`/en${path}`)
  return at
}
const linkIn = (message: ChannelMessage | undefined): string =>
  new URL(/https:\S+/.exec(message?.text ?? '')?.[0] ?? 'https://none').pathname

beforeAll(() => followEvents(followedEvents()))
afterEach(async () => {
  await desk.owner`delete from person_email`
  await desk.owner`delete from person_email_waiting`
})

describe('a mailbox of an account', () => {
  it.each(['', 'nobody', 'a b@example.org', 'a@example.org, b@example.org', 'x@localhost'])(
    'is not %j',
    async (address) => {
      const answer = await (await desk.signedIn('officer')).post(page, { do: 'give', address })
      expect(answer.statusCode).toBe(422)
      expect(await desk.owner`select from person_email_waiting`).toHaveLength(0)
    },
  )

  it('counts only once the link that goes there was opened by the same person', async () => {
    const at = await desk.signedIn('officer')
    await at.post(page, { do: 'give', address: 'dara@example.org' })
    const [mail, ...more] = await sent()
    expect([mail?.to, more.length]).toEqual(['dara@example.org', 0])
    expect(mail?.text).not.toContain('Dara')
    expect(says((await at.get(page)).body, 'A link was sent to dara@example.org')).toBe(true)
    const link = `/en${linkIn(mail)}`

    const other = await desk.signedIn('head')
    expect((await other.post(link)).statusCode).toBe(422)
    expect((await at.get(link)).statusCode).toBe(200)
    expect(await desk.owner`select from person_email`).toHaveLength(0)
    expect((await at.post(link)).statusCode).toBe(303)
    expect(says((await at.get(page)).body, 'We write to dara@example.org')).toBe(true)
    expect((await at.post(link)).statusCode).toBe(422)
    const [row] = await desk.owner`select address_sealed from person_email`
    expect(Buffer.from(row?.address_sealed).includes('dara')).toBe(false)
  })

  it('keeps the earlier address until the next is confirmed, and a link lasts a day', async () => {
    const at = await confirmed('officer', 'first@example.org')
    await at.post(page, { do: 'give', address: 'second@example.org' })
    const link = `/en${linkIn((await sent())[0])}`
    expect(says((await at.get(page)).body, 'We write to first@example.org')).toBe(true)
    const { now } = desk.clock
    desk.clock.now = new Date(now.getTime() + 25 * 3_600_000)
    const late = await desk.signedIn('officer')
    expect((await late.post(link)).statusCode).toBe(422)
    desk.clock.now = now
  })
})

describe('that something waits is told there, by number and link', () => {
  it('a change for approval, once, and nobody who removed the address', async () => {
    await confirmed('admin2', 'second@example.org')
    const token = await tokenFor(desk.owner, 'admin', desk.clock.now)
    const headers = { authorization: `Bearer ${token}`, 'idempotency-key': 'a-change-to-tell' }
    const form = await desk.app().inject({
      ...{ url: '/api/v1/changes/new/rule?subject=complaint.resolve_days', headers },
    })
    const proposed = await desk.app().inject({
      ...{ method: 'POST', url: '/api/v1/changes', headers },
      payload: {
        ...{ kind: 'rule', reason: 'A new prakas', from: addDays(dayOf(desk.clock.now), 10) },
        fields: { ...form.json().fields, value: '7', source: 'Test gazette' },
      },
    })
    const { id } = proposed.json()
    const mails = await sent()

    expect(mails.map(({ to }) => to)).toEqual(['second@example.org'])
    expect(mails[0]?.text).toMatch(/C-[\dA-F]{4}-[\dA-F]{4}/)
    expect(linkIn(mails[0])).toBe(`/work/administration/changes/${id}`)
    expect(await sent()).toEqual([])
  })

  it('a role for approval', async () => {
    const at = await confirmed('admin2', 'second@example.org')
    const token = await tokenFor(desk.owner, 'admin', desk.clock.now)
    await desk.app().inject({
      ...{ method: 'POST', url: '/api/v1/person-requests' },
      headers: { authorization: `Bearer ${token}`, 'idempotency-key': 'a-role-to-tell' },
      payload: {
        ...{ kind: 'second-factor-reset', personId: desk.personId('officer'), reason: 'Lost' },
      },
    })
    const mails = await sent()
    expect(mails.map(({ to }) => to)).toEqual(['second@example.org'])
    expect(linkIn(mails[0])).toMatch(/^\/work\/people\/requests\//)

    await at.post(page, { do: 'end' })
    expect(await desk.owner`select from person_email`).toHaveLength(0)
  })

  it('a letter for a signature, to those who sign at the desk where it lies', async () => {
    await confirmed('chief', 'chief@example.org')
    await confirmed('officer', 'dara@example.org')
    const id = await letterDesk(desk).aClimbedLetter()
    const mails = await sent()

    expect(mails.map(({ to }) => to)).toEqual(['chief@example.org'])
    expect(linkIn(mails[0])).toBe(`/work/letters/${id}`)
    expect(mails[0]?.text).toMatch(/L-[\dA-F]{4}-[\dA-F]{4}/)
  })

  it('a case to its officer, and a question to the agency, which learns no case number', async () => {
    await confirmed('officer', 'dara@example.org')
    await confirmed('clerk', 'clerk@example.org')
    const about = { respondentKind: 'agency', agencyId: desk.agencies[0] } as const
    const { id: complaintId } = await desk.aComplaint({ ...about, openness: 'named' })
    const by = await desk.actor('head')
    const [row] = await desk.owner`select number from complaint where id = ${complaintId}`
    for (const action of ['register', 'ask-agency'] as const)
      await taken(desk, by, { complaintId, action })
    const toAgency = (await sent()).filter(({ to }) => to === 'clerk@example.org')

    expect(toAgency).toHaveLength(1)
    expect(toAgency[0]?.text).toMatch(/Q-[\dA-F]{4}-[\dA-F]{4}/)
    expect(toAgency[0]?.text).not.toContain(row?.number)
    const [inquiry] = await desk.owner`select id from agency_inquiry`
    expect(linkIn(toAgency[0])).toBe(`/agency/inquiries/${inquiry?.id}`)

    const [{ version } = { version: 0 }] = await desk.owner<{ version: number }[]>`
      select version from complaint where id = ${complaintId}`
    const ownerId = desk.personId('officer')
    const at = desk.clock.now
    const given = await transact(desk.db, by, (tx) =>
      assignTo(tx, by, { complaintId, version, ownerId, at }),
    )
    expect(given.ok).toBe(true)
    const toOwner = (await sent()).filter(({ to }) => to === 'dara@example.org')
    expect(toOwner.map(linkIn)).toEqual([`/work/complaints/${complaintId}`])
  })
})
