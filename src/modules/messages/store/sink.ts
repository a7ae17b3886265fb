import type { Db, Tx } from '../../../platform/db.ts'
import type { Channel } from '../../../platform/messaging/sender.ts'

export type SunkMessage = {
  readonly id: string
  readonly receivedAt: Date
  readonly channel: Channel
  readonly parts: number
  readonly recipientSealed: Uint8Array
  readonly textSealed: Uint8Array
}

export async function insertSunk(tx: Tx, row: Omit<SunkMessage, 'id'>): Promise<void> {
  await tx`
    insert into sink_message (received_at, channel, parts, recipient_sealed, text_sealed)
    values (${row.receivedAt}, ${row.channel}, ${row.parts}, ${row.recipientSealed as Buffer},
      ${row.textSealed as Buffer})`
}

/** The newest, a page full. */
export async function listSunk(tx: Db | Tx): Promise<SunkMessage[]> {
  return tx<SunkMessage[]>`
    select id, received_at as "receivedAt", channel, parts, recipient_sealed as "recipientSealed",
      text_sealed as "textSealed"
    from sink_message order by received_at desc, id desc limit 50`
}
