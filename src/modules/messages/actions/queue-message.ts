import type { Lang } from '../../../kernel/reader.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { queueJob } from '../../../platform/events/record-event.ts'
import type { Channel } from '../../../platform/messaging/sender.ts'
import { newId } from '../../../platform/new-id.ts'
import { openPersonKeys, type PersonKeyId } from '../../../platform/vault/person-keys.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import type { MessageId, MessageKind, SafeHours } from '../rules/message.ts'
import { nextSafe } from '../rules/safe-hours.ts'
import { claimCause, insertOutgoing, isWaiting } from '../store/outgoing.ts'
import { type MessageValues, writeMessage } from './write-message.ts'

export type NewMessage = {
  readonly vault: Vault
  /** Unique for what brought it about, such as an event's id: told once, however often asked. */
  readonly cause: string
  readonly record: { readonly type: string; readonly id: string }
  readonly kind: MessageKind
  readonly to: { readonly channel: Channel; readonly address: string }
  /** Of the person it concerns; where her key ends, so does the message. */
  readonly keyId: PersonKeyId
  readonly language: Lang
  readonly safeHours: readonly SafeHours[]
  readonly values: MessageValues
  readonly now: Date
}
export type NotQueued = 'told-already' | 'waits-already' | 'key-ended'

/** Writes a message and lets it wait for the hours that the person named. Acts as the system. */
export async function queueMessage(
  tx: Tx,
  message: NewMessage,
): Promise<Result<MessageId, NotQueued>> {
  const { vault, record, kind, to, keyId, language, now } = message
  const key = (await openPersonKeys(tx, vault, [keyId])).get(keyId)
  if (!key) return refuse('key-ended')
  const ref = { id: newId<MessageId>(), queuedAt: now }
  if (await isWaiting(tx, { recordId: record.id, kind, channel: to.channel, keyId }))
    return refuse('waits-already')
  if (!(await claimCause(tx, message.cause, ref))) return refuse('told-already')
  const written = await writeMessage(tx, { ...message, channel: to.channel })
  const { from: nextAttemptAt } = nextSafe(now, message.safeHours)
  await insertOutgoing(tx, {
    ...ref,
    ...{ recordType: record.type, recordId: record.id, kind, channel: to.channel, language, keyId },
    recipientSealed: vault.seal(key, to.address),
    textSealed: vault.seal(key, JSON.stringify(written)),
    ...{ safeHours: message.safeHours, nextAttemptAt },
  })
  // Whatever waits for its hour is queued by queueDueMessages when it comes.
  if (nextAttemptAt <= now) await queueJob(tx, 'send_message', { id: ref.id, queuedAt: now })
  return ok(ref.id)
}
