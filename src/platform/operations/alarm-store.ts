import type { Tx } from '../db.ts'
import type { AlarmState, NoticeKind, OpenAlarm } from './alarms.ts'
import type { CheckName, CheckState } from './checks.ts'

export type AlarmId = string
export type KeptAlarm = OpenAlarm & { readonly id: AlarmId }

/** Only one worker at a time judges what stands; the other one then sees what it wrote. */
export async function holdOpenAlarms(tx: Tx): Promise<readonly KeptAlarm[]> {
  await tx`select pg_advisory_xact_lock(205001)`
  return tx<KeptAlarm[]>`
    select id, what, state, seen_at as "seenAt", raised_at as "raisedAt",
      worse_since as "worseSince", well_since as "wellSince", told_at as "toldAt"
    from alarm where ended_at is null`
}

export async function insertAlarm(tx: Tx, { what, state, seenAt }: OpenAlarm): Promise<void> {
  await tx`insert into alarm (what, state, seen_at) values (${what}, ${state}, ${seenAt})`
}

export async function forgetAlarm(tx: Tx, id: AlarmId): Promise<void> {
  await tx`delete from alarm where id = ${id}`
}

export async function moveAlarm(tx: Tx, alarm: KeptAlarm, endedAt: Date | null): Promise<void> {
  await tx`
    update alarm set state = ${alarm.state}, raised_at = ${alarm.raisedAt},
      worse_since = ${alarm.worseSince}, well_since = ${alarm.wellSince},
      told_at = ${alarm.toldAt}, ended_at = ${endedAt}
    where id = ${alarm.id}`
}

export type AlarmChannel = 'email' | 'telegram'
export type NewNotice = {
  readonly alarmId: AlarmId
  readonly kind: NoticeKind
  readonly madeAt: Date
  readonly state: 'good' | AlarmState
  readonly value: number | null
  readonly problem: string | null
  readonly channel: AlarmChannel
  readonly recipientSealed: Buffer
}

export async function insertNotice(tx: Tx, row: NewNotice): Promise<void> {
  await tx`
    insert into alarm_notice (alarm_id, kind, made_at, state, value, problem, channel,
      recipient_sealed, next_try_at)
    values (${row.alarmId}, ${row.kind}, ${row.madeAt}, ${row.state}, ${row.value}, ${row.problem},
      ${row.channel}, ${row.recipientSealed}, ${row.madeAt})`
}

/** What was not sent by now says less than what comes after it. */
export async function replaceNotices(tx: Tx, alarmId: AlarmId, now: Date): Promise<void> {
  await tx`
    update alarm_notice set status = 'replaced', next_try_at = null, settled_at = ${now}
    where alarm_id = ${alarmId} and next_try_at is not null`
}

export type DueNotice = Pick<
  NewNotice,
  'kind' | 'madeAt' | 'value' | 'problem' | 'channel' | 'alarmId'
> & {
  readonly id: string
  readonly what: CheckName
  readonly state: CheckState
  readonly raisedAt: Date
  readonly recipientSealed: Uint8Array
}

/** Takes what is due: marked as one whose fate nobody knows, and not due again for a while. */
export async function takeDueNotices(
  tx: Tx,
  { now, nextTryAt }: { readonly now: Date; readonly nextTryAt: Date },
): Promise<readonly DueNotice[]> {
  return tx<DueNotice[]>`
    with due as (
      select id from alarm_notice where next_try_at <= ${now}
      order by made_at limit 100 for update skip locked)
    update alarm_notice n set status = 'unknown', attempts = attempts + 1,
      next_try_at = ${nextTryAt}, code = 'no-answer'
    from due, alarm a where n.id = due.id and a.id = n.alarm_id
    returning n.id, n.alarm_id as "alarmId", n.kind, n.made_at as "madeAt", n.state, n.value,
      n.problem, n.channel, n.recipient_sealed as "recipientSealed", a.what,
      a.raised_at as "raisedAt"`
}

export type NoticeEnd = {
  readonly status: 'waiting' | 'unknown' | 'sent' | 'refused'
  readonly code: string | null
  readonly now: Date
}

/** Keeps what became of a try; what was replaced meanwhile stays replaced. */
export async function settleNotice(
  tx: Tx,
  id: string,
  { status, code, now }: NoticeEnd,
): Promise<void> {
  const isOver = status === 'sent' || status === 'refused'
  await tx`
    update alarm_notice set status = ${status}, code = ${code},
      next_try_at = case when ${isOver} then null else next_try_at end,
      settled_at = ${isOver ? now : null}
    where id = ${id} and status = 'unknown'`
}

export type AlarmLine = {
  readonly id: AlarmId
  readonly what: CheckName
  readonly state: AlarmState
  readonly raisedAt: Date
  readonly endedAt: Date | null
}
export type NoticeLine = {
  readonly id: string
  readonly alarmId: AlarmId
  readonly kind: NoticeKind
  readonly channel: AlarmChannel
  readonly status: NoticeEnd['status'] | 'replaced'
  readonly code: string | null
  readonly madeAt: Date
  readonly nextTryAt: Date | null
  readonly recipientSealed: Uint8Array
}

const shown = 20

/** Those that stand first, then the newest. */
export async function listAlarms(tx: Tx): Promise<readonly AlarmLine[]> {
  return tx<AlarmLine[]>`
    select id, what, state, raised_at as "raisedAt", ended_at as "endedAt" from alarm
    where raised_at is not null
    order by ended_at is not null, raised_at desc, id desc limit ${shown}`
}

/** Of each alarm and each recipient what was told last. */
export async function listLastNotices(
  tx: Tx,
  alarmIds: readonly AlarmId[],
): Promise<readonly NoticeLine[]> {
  return tx<NoticeLine[]>`
    select n.id, n.alarm_id as "alarmId", n.kind, n.channel, n.status, n.code,
      n.made_at as "madeAt", n.next_try_at as "nextTryAt", n.recipient_sealed as "recipientSealed"
    from alarm_notice n
    where n.alarm_id = any(${alarmIds as string[]}) and n.made_at = (
      select max(l.made_at) from alarm_notice l where l.alarm_id = n.alarm_id)
    order by n.alarm_id, n.id`
}

/** Who was told a quarter of a year ago is nobody's business any more; what was wrong is kept. */
export async function forgetNotices(tx: Tx, before: Date): Promise<void> {
  await tx`delete from alarm_notice where next_try_at is null and settled_at < ${before}`
}
