import type { Tx } from '../../../platform/db.ts'
import type { Channel, DeliveryReceipt } from '../../../platform/messaging/sender.ts'
import type { MessageId } from '../rules/message.ts'
import type { ReceiptState } from '../rules/outcome.ts'
import type { MessageRef } from './outgoing.ts'

/**
 * A receipt may come while the answer to the order itself is still being kept: whoever comes second
 * waits here, and then sees what the first one wrote.
 */
export async function holdParts(
  tx: Tx,
  channel: Channel,
  providerIds: readonly string[],
): Promise<void> {
  for (const id of [...providerIds].sort())
    await tx`select pg_advisory_xact_lock(hashtextextended(${`${channel} ${id}`}, 150))`
}

export async function insertParts(
  tx: Tx,
  { id, queuedAt }: MessageRef,
  { attempt, channel, ids }: { attempt: number; channel: Channel; ids: readonly string[] },
): Promise<void> {
  for (const [index, providerId] of ids.entries())
    await tx`
      insert into outgoing_part (message_id, queued_at, number, attempt, channel, provider_id)
      values (${id}, ${queuedAt}, ${index + 1}, ${attempt}, ${channel}, ${providerId})`
}

export async function insertReceipt(tx: Tx, receipt: DeliveryReceipt, at: Date): Promise<void> {
  await tx`
    insert into delivery_receipt (channel, provider_id, state, code, heard_at)
    values (${receipt.channel}, ${receipt.providerId}, ${receipt.state}, ${receipt.code}, ${at})`
}

/** The message of which this is a part; centres use their numbers again after a while. */
export async function findByPart(
  tx: Tx,
  channel: Channel,
  providerId: string,
): Promise<MessageRef | null> {
  const [row] = await tx<MessageRef[]>`
    select message_id as id, queued_at as "queuedAt" from outgoing_part
    where channel = ${channel} and provider_id = ${providerId}
    order by queued_at desc, message_id desc limit 1`
  return row ?? null
}

export type PartState = { readonly state: ReceiptState | null; readonly code: string | null }

/** What is known of each part of the newest try, in order. */
export async function listParts(tx: Tx, id: MessageId, attempt: number): Promise<PartState[]> {
  return tx<PartState[]>`
    select r.state, r.code from outgoing_part p
    left join lateral (
      select state, code from delivery_receipt r
      where r.channel = p.channel and r.provider_id = p.provider_id and r.heard_at >= p.queued_at
      order by heard_at desc, id desc limit 1) r on true
    where p.message_id = ${id} and p.attempt = ${attempt} order by p.number`
}
