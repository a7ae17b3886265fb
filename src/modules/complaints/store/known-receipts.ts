import type { Db, Tx } from '../../../platform/db.ts'
import type { ComplaintId, ComplaintStatus, Openness } from '../rules/complaint.ts'

export type OpenReceipt = {
  readonly id: ComplaintId
  readonly number: string
  readonly status: ComplaintStatus
  readonly openness: Openness
  readonly secretHash: Uint8Array
  readonly messages: number
}

/** Every open case with the hash of its secret, the oldest first. For the owner of the schema. */
export const listOpenReceipts = (db: Db | Tx): Promise<OpenReceipt[]> =>
  db<OpenReceipt[]>`
    select id, number, status, openness, secret_hash as "secretHash",
      (select count(*)::int from complaint_message m where m.complaint_id = c.id) as messages
    from complaint c where next_due_at is not null order by received_at, id`
