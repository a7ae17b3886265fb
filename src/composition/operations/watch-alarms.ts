import { systemActor } from '../../kernel/actor.ts'
import type { Reader } from '../../kernel/reader.ts'
import { ok } from '../../kernel/result.ts'
import type { Senders } from '../../modules/messages/index.ts'
import type { AlarmConfig } from '../../platform/alarm-settings.ts'
import { type Db, type Tx, transact } from '../../platform/db.ts'
import type { Sent } from '../../platform/messaging/sender.ts'
import {
  type AlarmChannel,
  type DueNotice,
  forgetAlarm,
  forgetNotices,
  holdOpenAlarms,
  insertAlarm,
  insertNotice,
  type KeptAlarm,
  moveAlarm,
  type NoticeEnd,
  replaceNotices,
  settleNotice,
  takeDueNotices,
} from '../../platform/operations/alarm-store.ts'
import { type AlarmMove, afterLook, type NoticeKind } from '../../platform/operations/alarms.ts'
import { type Check, type CheckName, judge } from '../../platform/operations/checks.ts'
import { readFigures } from '../../platform/operations/figures.ts'
import type { Vault } from '../../platform/vault/vault.ts'
import { writeAlarm } from './alarm-text.ts'

type Deps = {
  readonly db: Db
  readonly vault: Vault
  readonly now: () => Date
  readonly senders: Senders
  readonly publicUrl: string
  readonly readers: Readonly<Record<'km' | 'en', Reader>>
  readonly alarms: AlarmConfig
}

const actor = systemActor('watch-alarms')
const tryAgainAfter = 5 * 60_000

/** Every minute: looks at every check, and tells whoever is named what turned, or still lasts. */
export async function watchAlarms(deps: Deps): Promise<void> {
  await transact(deps.db, actor, async (tx) => ok(await look(tx, deps)))
  await sendDue(deps)
}

async function look(tx: Tx, deps: Deps): Promise<void> {
  const now = deps.now()
  const open = await holdOpenAlarms(tx)
  const checks = judge(await readFigures(tx), now)
  const names = new Set<CheckName>([...checks, ...open.map(asNamed)].map(({ name }) => name))
  for (const name of names) {
    const alarm = open.find(({ what }) => what === name) ?? null
    const check = checks.find((each) => each.name === name) ?? null
    const move = afterLook(alarm, check, now)
    await keep(tx, deps, { alarm, check, move })
  }
}

const asNamed = ({ what }: KeptAlarm) => ({ name: what })

type Looked = {
  readonly alarm: KeptAlarm | null
  readonly check: Check | null
  readonly move: AlarmMove
}

async function keep(tx: Tx, deps: Deps, { alarm, check, move }: Looked): Promise<void> {
  if (move.to === 'none') return
  if (!alarm) return move.to === 'open' ? insertAlarm(tx, move.alarm) : undefined
  if (move.to === 'forgotten') return forgetAlarm(tx, alarm.id)
  const someone = recipients(deps.alarms).length > 0
  const moved = { ...alarm, ...move.alarm, toldAt: someone ? move.alarm.toldAt : alarm.toldAt }
  await moveAlarm(tx, moved, move.to === 'ended' ? deps.now() : null)
  if (move.notice) await tell(tx, deps, { alarm: moved, check, kind: move.notice })
}

type Told = {
  readonly alarm: KeptAlarm
  readonly check: Check | null
  readonly kind: NoticeKind
}

async function tell(tx: Tx, { alarms, vault, now }: Deps, told: Told): Promise<void> {
  const { alarm, check, kind } = told
  const madeAt = now()
  await replaceNotices(tx, alarm.id, madeAt)
  for (const { channel, to } of recipients(alarms))
    await insertNotice(tx, {
      ...{ alarmId: alarm.id, kind, madeAt, channel },
      state: kind === 'ended' ? 'good' : alarm.state,
      value: check?.value ?? null,
      problem: check?.problem ?? null,
      recipientSealed: vault.seal(recipientKey(vault), to),
    })
}

type Recipient = { readonly channel: AlarmChannel; readonly to: string }

const recipients = ({ emails, chats }: AlarmConfig): readonly Recipient[] => [
  ...emails.map((to) => ({ channel: 'email' as const, to })),
  ...chats.map((to) => ({ channel: 'telegram' as const, to })),
]

const recipientKey = (vault: Vault) => vault.keyFrom('', 'alarm-recipient')

/** To whom a notice goes, for whoever shows it. */
export const openRecipient = (vault: Vault, sealed: Uint8Array): string =>
  vault.open(recipientKey(vault), sealed)

/** Each is tried by itself: one that is down delays no other, and comes again later. */
async function sendDue(deps: Deps): Promise<void> {
  const now = deps.now()
  const nextTryAt = new Date(now.getTime() + tryAgainAfter)
  const taken = await transact(deps.db, actor, async (tx) =>
    ok(await takeDueNotices(tx, { now, nextTryAt })),
  )
  if (!taken.ok) return
  await Promise.all(
    taken.value.map(async (notice) => {
      const sent = await send(deps, notice)
      const end = { ...endOf(sent), now: deps.now() }
      await transact(deps.db, actor, async (tx) => ok(await settleNotice(tx, notice.id, end)))
    }),
  )
}

async function send(deps: Deps, notice: DueNotice): Promise<Sent> {
  const sender = deps.senders[notice.channel]
  if (!sender) return { outcome: 'not-now', code: 'not-set-up' }
  const to = openRecipient(deps.vault, notice.recipientSealed)
  const { subject, text } = writeAlarm(deps.readers, notice, deps.publicUrl)
  // Telegram shows no subject.
  const shown = notice.channel === 'telegram' ? `${subject}\n\n${text}` : text
  try {
    return await sender.send({ id: notice.id, to, subject, text: shown, validUntil: null })
  } catch {
    return { outcome: 'unknown', code: 'sender-failed' }
  }
}

const endOf = (sent: Sent): Omit<NoticeEnd, 'now'> =>
  sent.outcome === 'handed-over'
    ? { status: 'sent', code: null }
    : { status: waiting[sent.outcome], code: sent.code }

const waiting = { refused: 'refused', 'not-now': 'waiting', unknown: 'unknown' } as const

const noticesKeptFor = 90 * 24 * 3_600_000

/** What was wrong is kept; to whom it was told is not. */
export async function forgetOldNotices(db: Db, now: Date): Promise<void> {
  const before = new Date(now.getTime() - noticesKeptFor)
  await transact(db, actor, async (tx) => ok(await forgetNotices(tx, before)))
}
