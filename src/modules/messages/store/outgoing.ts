import type { Tx } from '../../../platform/db.ts'
import type { Channel } from '../../../platform/messaging/sender.ts'
import type { MessageId, MessageKind, MessageStatus, SafeHours } from '../rules/message.ts'

/** Both parts of the key: the second says in which month it lies. */
export type MessageRef = { readonly id: MessageId; readonly queuedAt: Date }

export type NewOutgoing = MessageRef & {
  readonly recordType: string
  readonly recordId: string
  readonly kind: MessageKind
  readonly channel: Channel
  readonly language: 'km' | 'en'
  readonly keyId: string
  readonly recipientSealed: Buffer
  readonly textSealed: Buffer
  readonly safeHours: readonly SafeHours[]
  readonly nextAttemptAt: Date
}

/** False where a message of this cause was written before. */
export async function claimCause(
  tx: Tx,
  cause: string,
  { id, queuedAt }: MessageRef,
): Promise<boolean> {
  const claimed = await tx`
    insert into outgoing_cause (cause, message_id, queued_at) values (${cause}, ${id}, ${queuedAt})
    on conflict do nothing`
  return claimed.count === 1
}

/** Whether the same already waits to be told to this person, so that telling it once is enough. */
export async function isWaiting(
  tx: Tx,
  { recordId, kind, channel, keyId }: Pick<NewOutgoing, 'recordId' | 'kind' | 'channel' | 'keyId'>,
): Promise<boolean> {
  const [row] = await tx`
    select 1 from outgoing_message
    where record_id = ${recordId} and kind = ${kind} and channel = ${channel}
      and key_id = ${keyId} and status = 'queued' and attempts = 0 limit 1`
  return row !== undefined
}

export async function insertOutgoing(tx: Tx, row: NewOutgoing): Promise<void> {
  await tx`
    insert into outgoing_message (id, queued_at, record_type, record_id, kind, channel, language,
      key_id, recipient_sealed, text_sealed, safe_hours, next_attempt_at)
    values (${row.id}, ${row.queuedAt}, ${row.recordType}, ${row.recordId}, ${row.kind},
      ${row.channel}, ${row.language}, ${row.keyId}, ${row.recipientSealed}, ${row.textSealed},
      ${row.safeHours as string[]}, ${row.nextAttemptAt})`
}

export type Outgoing = MessageRef & {
  readonly recordType: string
  readonly recordId: string
  readonly kind: MessageKind
  readonly channel: Channel
  readonly language: 'km' | 'en'
  readonly keyId: string
  readonly recipientSealed: Uint8Array
  readonly textSealed: Uint8Array
  readonly safeHours: readonly SafeHours[]
  readonly status: MessageStatus
  readonly attempts: number
  readonly nextAttemptAt: Date | null
}

/** Held until the transaction ends, so that no two take the same message. */
export async function holdOutgoing(tx: Tx, { id, queuedAt }: MessageRef): Promise<Outgoing | null> {
  const [row] = await tx<Outgoing[]>`
    select id, queued_at as "queuedAt", record_type as "recordType", record_id as "recordId", kind, channel, language,
      key_id as "keyId", recipient_sealed as "recipientSealed", text_sealed as "textSealed",
      safe_hours as "safeHours", status, attempts, next_attempt_at as "nextAttemptAt"
    from outgoing_message where id = ${id} and queued_at = ${queuedAt} for no key update`
  return row ?? null
}

export type OutgoingMove = {
  readonly status: MessageStatus
  readonly nextAttemptAt: Date | null
  readonly code: string | null
  readonly at: Date
}

export async function beginTry(
  tx: Tx,
  { id, queuedAt }: MessageRef,
  { at, nextAttemptAt }: Pick<OutgoingMove, 'at' | 'nextAttemptAt'>,
): Promise<void> {
  await tx`
    update outgoing_message set status = 'unknown', attempts = attempts + 1, tried_at = ${at},
      next_attempt_at = ${nextAttemptAt}, code = 'no-answer'
    where id = ${id} and queued_at = ${queuedAt}`
}

export async function moveOutgoing(
  tx: Tx,
  { id, queuedAt }: MessageRef,
  { status, nextAttemptAt, code, at }: OutgoingMove,
): Promise<void> {
  const ended = ['delivered', 'failed'].includes(status)
  await tx`
    update outgoing_message set status = ${status}, next_attempt_at = ${nextAttemptAt},
      code = ${code}, settled_at = ${ended ? at : null},
      handed_over_at = case when ${status} = 'handed-over' then ${at}::timestamptz
        else handed_over_at end
    where id = ${id} and queued_at = ${queuedAt}`
}

/** The same as an administrator's own act, for whom fewer columns are open. */
export async function requeue(tx: Tx, { id, queuedAt }: MessageRef, at: Date): Promise<void> {
  await tx`
    update outgoing_message set status = 'queued', next_attempt_at = ${at}, code = null,
      settled_at = null
    where id = ${id} and queued_at = ${queuedAt}`
}

/** What should be tried by now, the longest waiting first. */
export async function listDue(tx: Tx, now: Date, most: number): Promise<MessageRef[]> {
  return tx<MessageRef[]>`
    select id, queued_at as "queuedAt" from outgoing_message
    where next_attempt_at <= ${now} order by next_attempt_at limit ${most}`
}
