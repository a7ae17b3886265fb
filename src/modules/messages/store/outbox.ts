import type { Tx } from '../../../platform/db.ts'
import type { Channel } from '../../../platform/messaging/sender.ts'
import { countLimit, type MessageStatus, messageStatuses } from '../rules/message.ts'
import type { Outgoing } from './outgoing.ts'

export type OutboxRow = Pick<
  Outgoing,
  | 'id'
  | 'queuedAt'
  | 'kind'
  | 'channel'
  | 'status'
  | 'attempts'
  | 'nextAttemptAt'
  | 'keyId'
  | 'recipientSealed'
> & { readonly code: string | null; readonly settledAt: Date | null }

export type OutboxAsk = {
  readonly status: MessageStatus | null
  readonly channel: Channel | null
  /** Older than this one: the next page. */
  readonly before: { readonly queuedAt: Date; readonly id: string } | null
}
export const outboxPage = 50

/**
 * The newest first; one more than a page, to know whether another follows. A condition that is not
 * asked is left out, so that each question has the index made for it.
 */
export async function listOutbox(
  tx: Tx,
  { status, channel, before }: OutboxAsk,
): Promise<OutboxRow[]> {
  const all = tx`true`
  const older = before
    ? tx`(queued_at, id) < (${before.queuedAt}::timestamptz, ${before.id}::uuid)`
    : all
  return tx<OutboxRow[]>`
    select id, queued_at as "queuedAt", kind, channel, status, attempts,
      next_attempt_at as "nextAttemptAt", key_id as "keyId",
      recipient_sealed as "recipientSealed", code, settled_at as "settledAt"
    from outgoing_message
    where ${status ? tx`status = ${status}` : all}
      and ${channel ? tx`channel = ${channel}` : all} and ${older}
    order by queued_at desc, id desc limit ${outboxPage + 1}`
}

export async function countOutbox(tx: Tx): Promise<Readonly<Record<MessageStatus, number>>> {
  const counts = await Promise.all(
    messageStatuses.map(async (status) => {
      const [row] = await tx<{ count: bigint }[]>`
        select count(*) from (
          select from outgoing_message where status = ${status} limit ${countLimit + 1}) found`
      return [status, Number(row?.count ?? 0)] as const
    }),
  )
  return Object.fromEntries(counts) as Record<MessageStatus, number>
}

/** When the one that waits longest should have gone: the sign of a centre that is down. */
export async function longestWaiting(tx: Tx): Promise<Date | null> {
  const [row] = await tx<{ at: Date | null }[]>`
    select min(queued_at) as at from outgoing_message where status = 'queued' and attempts > 0`
  return row?.at ?? null
}
