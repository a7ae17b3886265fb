import { beforeEach, describe, expect, it } from 'vitest'
import { testMasterKey, useDatabase } from '../../../tests/support/database.ts'
import { readers } from '../../../tests/support/words.ts'
import type { Senders } from '../../modules/messages/index.ts'
import { recordRun } from '../../platform/backup/runs.ts'
import { readConfig } from '../../platform/config.ts'
import type { Channel, ChannelMessage, Sent } from '../../platform/messaging/sender.ts'
import { makeVault } from '../../platform/vault/vault.ts'
import { openSenders, openSinks } from '../senders.ts'
import { forgetOldNotices, watchAlarms } from './watch-alarms.ts'

const { owner, jobs } = useDatabase()
const vault = makeVault(testMasterKey())
const minute = 60_000
const at = { now: new Date('2026-11-20T03:00:00Z') }
const someone = { emails: ['sok@example.org', 'dara@example.org'], chats: ['42'] }
const good: Sent = { outcome: 'handed-over', ids: [] }
const down: Sent = { outcome: 'not-now', code: 'no-connection' }

let got: (ChannelMessage & { channel: Channel })[] = []
let answer: (message: ChannelMessage) => Promise<Sent> = async () => good
const senders: Senders = Object.fromEntries(
  (['email', 'telegram'] as const).map((channel) => [
    channel,
    {
      channel,
      close: async () => {},
      send: async (message: ChannelMessage) => {
        got.push({ ...message, channel })
        return answer(message)
      },
    },
  ]),
)
const look = (alarms = someone) =>
  watchAlarms({
    ...{ db: jobs, vault, senders, readers, alarms, now: () => at.now },
    publicUrl: 'https://become.example',
  })
const lookAfter = async (minutes: number, alarms = someone) => {
  at.now = new Date(at.now.getTime() + minutes * minute)
  return look(alarms)
}
const standing = () => owner`
  select kind, channel, status, attempts, code from alarm_notice order by made_at, id`
/** A night that failed wants attention; a good one is well. */
const night = (outcome: 'done' | 'failed') =>
  recordRun(owner, {
    ...{ kind: 'backup', outcome, ofMoment: at.now, fileName: 'x', bytes: 1, rows: 1 },
    ...{ files: 0, damaged: 0 },
  })
const tellOf = (what: string) => got.filter(({ subject }) => subject.includes(what))

beforeEach(async () => {
  await owner`delete from alarm_notice`
  await owner`delete from alarm`
  await owner`delete from backup_run`
  await night('done')
  got = []
  answer = async () => good
})

describe('an alarm', () => {
  it('is told to everybody who is named, in both languages, with what to do and where', async () => {
    await night('failed')
    await lookAfter(1)
    expect(got).toEqual([])
    await lookAfter(1)

    expect(
      tellOf('Last backup')
        .map(({ channel, to }) => `${channel} ${to}`)
        .sort(),
    ).toEqual(['email dara@example.org', 'email sok@example.org', 'telegram 42'])
    const [mail] = tellOf('Last backup').filter(({ channel }) => channel === 'email')
    expect(mail?.subject).toBe('ត្រូវមើលឆាប់ៗ៖ ការបម្រុងទុកចុងក្រោយ · Look soon: Last backup')
    expect(mail?.text).toContain('The last attempt failed.')
    expect(mail?.text).toContain('ដំណើរការ npm run backup')
    expect(mail?.text).toContain('https://become.example/en/work/operations')
    const [chat] = tellOf('').filter(({ channel }) => channel === 'telegram')
    expect(chat?.text).toContain('Look soon: Last backup')
  })

  it('is not told again with every look, and its end is told once', async () => {
    await night('failed')
    for (let each = 0; each < 5; each++) await lookAfter(1)
    expect(tellOf('Last backup')).toHaveLength(3)
    await night('done')
    for (let each = 0; each < 12; each++) await lookAfter(1)

    expect(tellOf('In order: Last backup')).toHaveLength(3)
    expect(tellOf('Last backup')).toHaveLength(6)
    expect(await owner`select ended_at from alarm where what = 'backup-age'`).toMatchObject([
      { ended_at: new Date(at.now.getTime() - minute) },
    ])
  })

  it('of a sender that is down is tried again, and stops neither the look nor the others', async () => {
    answer = async ({ to }) => {
      if (to === 'sok@example.org') return down
      if (to === '42') throw new Error('a fault of ours')
      return good
    }
    await night('failed')
    await lookAfter(1)
    await lookAfter(1)
    expect(await standing()).toMatchObject([
      { channel: 'email', status: 'waiting', attempts: 1, code: 'no-connection' },
      { channel: 'email', status: 'sent', attempts: 1, code: null },
      { channel: 'telegram', status: 'unknown', attempts: 1, code: 'sender-failed' },
    ])
    await lookAfter(1)
    expect(got).toHaveLength(3)
    answer = async () => good
    await lookAfter(5)

    expect(got).toHaveLength(5)
    expect((await standing()).map(({ status }) => status)).toEqual(['sent', 'sent', 'sent'])
  })

  it('that could not be sent is replaced by what comes after it', async () => {
    answer = async () => down
    await night('failed')
    await lookAfter(1)
    await lookAfter(1)
    await night('done')
    await lookAfter(1)
    answer = async () => good
    await lookAfter(10)

    expect((await standing()).map(({ kind, status }) => `${kind} ${status}`)).toEqual([
      ...['begun replaced', 'begun replaced', 'begun replaced'],
      ...['ended sent', 'ended sent', 'ended sent'],
    ])
  })

  it('is told once by two workers that look in the same moment', async () => {
    await night('failed')
    await lookAfter(1)
    at.now = new Date(at.now.getTime() + minute)
    await Promise.all([look(), look(), look()])

    expect(tellOf('Last backup')).toHaveLength(3)
  })

  it('is kept where nobody is named, and told as soon as somebody is', async () => {
    const nobody = { emails: [], chats: [] }
    await night('failed')
    await lookAfter(1, nobody)
    await lookAfter(1, nobody)
    await lookAfter(1, nobody)
    expect(await owner`select told_at from alarm`).toMatchObject([{ told_at: null }])
    await lookAfter(1)

    expect(tellOf('Last backup')).toHaveLength(3)
  })

  it('is kept after its messages are forgotten', async () => {
    await night('failed')
    await lookAfter(1)
    await lookAfter(1)
    await forgetOldNotices(jobs, new Date(at.now.getTime() + 91 * 24 * 60 * minute))

    expect(await standing()).toEqual([])
    expect(await owner`select what from alarm`).toEqual([{ what: 'backup-age' }])
  })

  it('reaches a demonstration’s own servers, whose page shows it', async () => {
    const deps = { db: jobs, vault, now: () => at.now }
    const { messaging, alarms } = readConfig({})
    const sinks = await openSinks(deps, messaging)
    const real = openSenders(deps, sinks.config)
    await night('failed')
    for (let each = 0; each < 2; each++) {
      at.now = new Date(at.now.getTime() + minute)
      const publicUrl = 'https://become.example'
      await watchAlarms({ ...deps, senders: real.senders, readers, alarms, publicUrl })
    }
    await real.close()
    await sinks.close()

    expect(await owner`select channel from sink_message`).toEqual([{ channel: 'email' }])
    expect(await standing()).toMatchObject([{ status: 'sent', code: null }])
  })
})
