import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { useComplaintDesk } from '../../../../tests/support/complaint-desk.ts'
import { startBot } from '../../../composition/bot.ts'
import { ok } from '../../../kernel/result.ts'
import { readAs, transact } from '../../../platform/db.ts'
import { loadMessages } from '../../../platform/i18n/messages.ts'
import { makeReaders } from '../../../platform/i18n/reader.ts'
import { type BotApiSink, startBotApiSink } from '../../../platform/messaging/sinks/bot-api-sink.ts'
import type { Received } from '../../../platform/messaging/sinks/received.ts'
import { telegramSender } from '../../../platform/messaging/telegram-sender.ts'
import { projectRoot } from '../../../platform/root.ts'
import { openPersonKeys, type PersonKeyId } from '../../../platform/vault/person-keys.ts'
import { tellOwner } from '../../complaints/actions/tell-owner.ts'
import { caseNumber } from '../../complaints/rules/receipt.ts'
import { anOgg, aPhoto } from '../../evidence/testing/samples.ts'
import type { MessageRef } from '../store/outgoing.ts'
import { makeLinkCode, readLinkCode } from './link-chat.ts'
import { sendMessage } from './send-message.ts'

const desk = useComplaintDesk()
const token = '110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw'
const [officersChat, strangersChat] = [1001, 2002]
const readers = makeReaders(loadMessages(pathToFileURL(join(projectRoot, 'locales/'))))
const { t } = readers.en

let api: BotApiSink
let bot: { close(): Promise<void> }
const answers: Received[] = []
const faults: unknown[] = []

beforeAll(async () => {
  const onMessage = (received: Received) => void answers.push(received)
  api = await startBotApiSink({ token, onMessage })
  const { vault, files, clock } = desk
  const deps = { db: desk.jobs, vault, files, readers, now: () => clock.now }
  bot = startBot(deps, { token, api: api.url, patience: 500 }, (error) => void faults.push(error))
})
afterAll(async () => {
  await bot.close()
  await api.close()
})
beforeEach(() => void answers.splice(0))

/** Writes to the bot and comes back with its answer. */
async function say(
  message: Readonly<Record<string, unknown>>,
  chat = officersChat,
): Promise<string> {
  const from = { id: chat, is_bot: false, first_name: 'X', language_code: 'en' }
  const before = answers.length
  api.say({ chat: { id: chat, type: 'private' }, from, ...message })
  await vi.waitFor(() => expect(answers.length).toBeGreaterThan(before), 10_000)
  return answers.at(-1)?.text ?? ''
}
const forwarded = {
  forward_origin: { type: 'hidden_user', sender_user_name: 'Aunt Mealea', date: 1_790_000_000 },
}
const photo = { photo: [{ file_id: 'small' }, { file_id: 'large' }], ...forwarded }

const notesOf = (complaintId: string) =>
  desk.owner`select author_id as by from note where record_id = ${complaintId}`
/** Opened, as the case's own page opens them. */
const wordsOf = (complaintId: string) =>
  desk.owner.begin(async (tx) => {
    const rows = await tx<{ keyId: PersonKeyId; body: Uint8Array }[]>`
      select key_id as "keyId", body_sealed as body from note where record_id = ${complaintId}`
    const keys = await openPersonKeys(
      tx,
      desk.vault,
      rows.map(({ keyId }) => keyId),
    )
    return rows.map(({ keyId, body }) => {
      const key = keys.get(keyId)
      return key && desk.vault.open(key, body)
    })
  })
const evidenceOf = (complaintId: string) =>
  desk.owner`select origin, given_by as by, kind from evidence where record_id = ${complaintId}`
const rowsKept = async () => {
  const [row] = await desk.owner`
    select (select count(*) from note) + (select count(*) from evidence)
      + (select count(*) from telegram_waiting) + (select count(*) from telegram_chat) as kept`
  return Number(row?.kept)
}
const aCode = async (login = 'officer') => {
  const actor = await desk.actor(login)
  const at = { vault: desk.vault, now: desk.clock.now }
  await transact(desk.db, actor, async (tx) => ok(await makeLinkCode(tx, actor, at)))
  return (await readAs(desk.db, actor, (tx) => readLinkCode(tx, actor, at))) ?? ''
}

describe('somebody whom the ministry does not know', () => {
  it('gets one sentence, and nothing is kept', async () => {
    const before = await rowsKept()

    expect(await say({ text: 'my employer beats me' }, strangersChat)).toBe(
      t('messages.bot.stranger'),
    )
    expect(await say({ ...photo, caption: '26-0000001-7' }, strangersChat)).toBe(
      t('messages.bot.stranger'),
    )
    expect(await rowsKept()).toBe(before)
  })

  it('is told whom to call', async () => {
    const answer = await say({ text: '/start' }, strangersChat)

    expect(answer).toContain(t('messages.bot.help'))
    expect(answer).toMatch(/\d{3,}/)
  })

  it('cannot link a chat with a code that nobody was shown, or that is old', async () => {
    const code = await aCode()
    await desk.owner`update telegram_code set expires_at = ${desk.clock.now}`

    expect(await say({ text: 'ABCD2345' }, strangersChat)).toBe(t('messages.bot.wrong-code'))
    expect(await say({ text: code }, strangersChat)).toBe(t('messages.bot.wrong-code'))
    expect(await rowsKept()).toBe(0)
  })
})

describe('an officer', () => {
  beforeAll(async () => {
    api.keepFile('large', await aPhoto())
    api.keepFile('voice', anOgg())
    api.keepFile('note.txt', Buffer.from('no picture'))
    const code = await aCode()
    const answer = await say({ text: `/start ${code}` })
    expect(answer).toBe(t('messages.bot.linked'))
    expect(await say({ text: code }, strangersChat)).toBe(t('messages.bot.wrong-code'))
  })
  beforeEach(() => desk.owner`update telegram_chat set record_number = null, record_until = null`)

  it('puts nothing to a case that does not exist, or that the officer does not see', async () => {
    expect(await say({ text: '26-9999999-9 the aunt called' })).toBe(t('messages.bot.which'))
    const { number, id } = await desk.aComplaint()
    await desk.owner`update telegram_chat set person_id = ${desk.personId('clerk')}`
    expect(await say({ text: `${number} the aunt called` })).toBe(
      t('messages.bot.not-your-role', { number }),
    )
    await desk.owner`update telegram_chat set person_id = ${desk.personId('officer')}`

    expect(await notesOf(id)).toHaveLength(0)
    await desk.owner`delete from telegram_waiting`
  })

  it('forwards a photo with the number under it: evidence with its origin', async () => {
    const { number, id } = await desk.aComplaint()

    expect(await say({ ...photo, caption: number })).toBe(
      t('messages.bot.kept', { number, count: 1 }),
    )

    const by = desk.personId('officer')
    expect([...(await evidenceOf(id))]).toEqual([{ origin: 'telegram', by, kind: 'jpeg' }])
    expect([...(await notesOf(id))]).toEqual([{ by }])
  })

  it('forwards a voice: the note beside it says who first sent it, and when', async () => {
    const { number, id } = await desk.aComplaint()
    const voice = { voice: { file_id: 'voice', duration: 3 }, ...forwarded }

    expect(await say({ ...voice, caption: `${number} listen to this` })).toBe(
      t('messages.bot.kept', { number, count: 1 }),
    )

    expect((await evidenceOf(id)).map(({ kind }) => kind)).toEqual(['ogg'])
    const at = readers.en.instant(new Date(1_790_000_000_000))
    const origin = t('messages.bot.origin-by', { at, by: 'Aunt Mealea' })
    expect(await wordsOf(id)).toEqual([`${origin}\n\nlisten to this`])
  })

  it('forwards first and names the case then', async () => {
    const { number, id } = await desk.aComplaint()

    expect(await say({ text: 'They took her passport.', ...forwarded })).toBe(
      t('messages.bot.which'),
    )
    expect(await say(photo)).toBe(t('messages.bot.which'))
    expect(await notesOf(id)).toHaveLength(0)
    const wrong = caseNumber(2026, 1_234_567n)
    expect(await say({ text: wrong })).toBe(t('messages.bot.not-found', { number: wrong }))
    expect(await say({ text: number })).toBe(t('messages.bot.kept', { number, count: 2 }))

    expect(await notesOf(id)).toHaveLength(2)
    expect(await evidenceOf(id)).toHaveLength(1)
    expect([...(await desk.owner`select 1 from telegram_waiting`)]).toEqual([])
  })

  it('names the case first and forwards then', async () => {
    const { number, id } = await desk.aComplaint()

    expect(await say({ text: number })).toBe(t('messages.bot.named', { number }))
    expect(await say({ text: 'She is safe.', ...forwarded })).toBe(
      t('messages.bot.kept', { number, count: 1 }),
    )

    expect(await notesOf(id)).toHaveLength(1)
  })

  it('is told in the chat that a case was given, with its number and a link', async () => {
    const { number, id } = await desk.aComplaint()
    await desk.owner`update complaint set owner_id = ${desk.personId('officer')} where id = ${id}`
    const [event] = await desk.owner`
      insert into event (happened_at, record_type, record_id, type, actor_kind, actor_id)
      values (${desk.clock.now}, 'complaint', ${id}, 'complaint.assigned', 'system', 'assign')
      returning id`
    const { jobs: db, vault, clock } = desk
    const told = { eventId: String(event?.id), type: 'complaint.assigned', recordId: id }
    const now = () => clock.now
    const links = {
      follow: () => '',
      complaint: (caseId: string) => `https://become.example/work/complaints/${caseId}`,
    }
    await tellOwner({ db, vault, now, links }, told)
    const telegram = telegramSender({ token, api: api.url })
    const [message] = await desk.owner<MessageRef[]>`
      select id, queued_at as "queuedAt" from outgoing_message where record_id = ${id}`
    if (!message) throw new Error('nobody is told')
    await sendMessage(
      { db, vault, now, senders: { telegram }, mustNotReach: async () => false },
      message,
    )

    const link = `https://become.example/work/complaints/${id}`
    expect(answers.at(-1)).toMatchObject({ to: String(officersChat) })
    expect(answers.at(-1)?.text).toContain(number)
    expect(answers.at(-1)?.text).toContain(link)
  })

  it('is told where a file is no photo, recording or PDF, and nothing of it is kept', async () => {
    const { number, id } = await desk.aComplaint()
    const document = { document: { file_id: 'note.txt', file_name: 'note.txt' } }

    expect(await say({ ...document, caption: number })).toBe(
      t('messages.bot.file-not-taken', { number }),
    )

    expect(await evidenceOf(id)).toHaveLength(0)
    expect(await notesOf(id)).toHaveLength(0)
  })

  it('loses nothing when the bot is stopped, and nothing is kept twice', async () => {
    const { number, id } = await desk.aComplaint()
    await bot.close()
    const message = { text: `${number} while nobody listened` }
    const from = { id: officersChat, is_bot: false, first_name: 'X', language_code: 'en' }
    api.say({ chat: { id: officersChat, type: 'private' }, from, ...message })
    const { vault, files, clock } = desk
    const deps = { db: desk.jobs, vault, files, readers, now: () => clock.now }
    const again = () =>
      startBot(deps, { token, api: api.url, patience: 500 }, (e) => void faults.push(e))
    bot = again()
    await expect.poll(() => notesOf(id), { timeout: 10_000 }).toHaveLength(1)
    await bot.close()
    bot = again()
    await say({ text: '/start' })

    expect(await notesOf(id)).toHaveLength(1)
    expect(faults).toEqual([])
    expect(api.refusals).toEqual([])
  })
})
