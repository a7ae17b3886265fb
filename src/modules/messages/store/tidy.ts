import type { Tx } from '../../../platform/db.ts'

/** What served only while a message was under way. */
export async function deleteEnded(tx: Tx, before: Date): Promise<void> {
  await tx`delete from outgoing_cause where queued_at < ${before}`
  await tx`delete from outgoing_part where queued_at < ${before}`
  await tx`delete from delivery_receipt where heard_at < ${before}`
  await tx`delete from sink_message where received_at < ${before}`
}
