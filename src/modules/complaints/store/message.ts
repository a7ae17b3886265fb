import type { Tx } from '../../../platform/db.ts'
import type { ComplaintId } from '../rules/complaint.ts'

export type SealedMessage = {
  readonly fromSide: 'complainant' | 'office'
  readonly authorId: string
  readonly sentAt: Date
  readonly keyId: string
  readonly bodySealed: Uint8Array
  readonly readAt: Date | null
  /** Of one person of a group, by her place in the case; null with whoever speaks for all. */
  readonly position: number | null
}

export async function insertMessage(
  tx: Tx,
  { id, area }: { readonly id: ComplaintId; readonly area: string },
  message: Omit<SealedMessage, 'readAt' | 'position'> & {
    /** With whom of a group; null with whoever speaks for all. */
    readonly personId?: string | null
  },
): Promise<void> {
  await tx`
    insert into complaint_message (complaint_id, area, key_id, from_side, author_id, sent_at,
      body_sealed, person_id)
    values (${id}, ${area}, ${message.keyId}, ${message.fromSide}, ${message.authorId},
      ${message.sentAt}, ${message.bodySealed as Buffer}, ${message.personId ?? null})`
}

export async function listMessages(tx: Tx, id: ComplaintId): Promise<SealedMessage[]> {
  return tx<SealedMessage[]>`
    select from_side as "fromSide", author_id as "authorId", sent_at as "sentAt",
      m.key_id as "keyId", body_sealed as "bodySealed", read_at as "readAt", p.position
    from complaint_message m left join case_person p on p.id = m.person_id
    where m.complaint_id = ${id} order by sent_at`
}

/** How many messages there are of both sides: none is ever taken away. */
export async function countMessages(tx: Tx, id: ComplaintId): Promise<number> {
  const [row] = await tx<{ messages: number }[]>`
    select count(*)::int as messages from complaint_message where complaint_id = ${id}`
  return row?.messages ?? 0
}

/**
 * Marks the other side's messages as read by whoever opened the case on purpose. The case is held
 * first, as everybody does who changes it and its messages: so no two ever wait for each other.
 */
export async function markRead(
  tx: Tx,
  id: ComplaintId,
  { from, at }: { from: SealedMessage['fromSide']; at: Date },
): Promise<void> {
  await tx`
    with held as materialized (select id from complaint where id = ${id} for no key update)
    update complaint_message m set read_at = ${at} from held
    where m.complaint_id in (select case_with_joined(held.id)) and m.from_side = ${from} and m.read_at is null`
}
