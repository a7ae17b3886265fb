import type { Tx } from '../../../platform/db.ts'
import { countSegments } from '../../../platform/messaging/segments.ts'
import type { Channel } from '../../../platform/messaging/sender.ts'
import { keepSunkIn } from '../actions/keep-sunk.ts'
import { type NewMessage, queueMessage } from '../actions/queue-message.ts'
import { writeMessage } from '../actions/write-message.ts'
import type { MessageStatus } from '../rules/message.ts'
import { beginTry, moveOutgoing } from '../store/outgoing.ts'

export type StagedAs = { readonly status: MessageStatus; readonly code: string | null }

/** A message of the demonstration, as if the senders had carried it so far. */
export async function stageMessage(tx: Tx, message: NewMessage, staged: StagedAs): Promise<void> {
  const { status, code } = asOf(message.to.channel, staged)
  const queued = await queueMessage(tx, message)
  if (!queued.ok || status === 'queued') return
  const ref = { id: queued.value, queuedAt: message.now }
  const at = new Date(message.now.getTime() + 2000)
  await beginTry(tx, ref, { at, nextAttemptAt: null })
  if (status === 'handed-over' || status === 'delivered') await arrive(tx, message)
  await moveOutgoing(tx, ref, { status, code, nextAttemptAt: null, at })
}

/** A mail server tells of no delivery, and refuses at once. */
const asOf = (channel: Channel, staged: StagedAs): StagedAs => {
  if (channel === 'sms') return staged
  if (staged.status === 'delivered') return { status: 'handed-over', code: null }
  return staged.status === 'failed' ? { status: 'failed', code: 'smtp-550' } : staged
}

async function arrive(tx: Tx, message: NewMessage): Promise<void> {
  const { channel, address: to } = message.to
  const written = await writeMessage(tx, { ...message, channel })
  const isShort = channel === 'sms'
  const subject = isShort ? '' : written.subject
  const parts = isShort ? countSegments(written.text) : 1
  const sunk = { channel, to, subject, text: written.text, parts }
  await keepSunkIn(tx, message.vault, { ...sunk, receivedAt: message.now })
}
