import type { Tx } from '../../../platform/db.ts'

/** What served only while a message was under way. */
export async function deleteEnded(
  tx: Tx,
  { before, now }: { readonly before: Date; readonly now: Date },
): Promise<void> {
  await tx`delete from outgoing_cause where queued_at < ${before}`
  await tx`delete from outgoing_part where queued_at < ${before}`
  await tx`delete from delivery_receipt where heard_at < ${before}`
  await tx`delete from sink_message where received_at < ${before}`
  await tx`delete from telegram_update where handled_at < ${before}`
  await tx`delete from telegram_code where expires_at < ${now}`
  await tx`delete from telegram_waiting where received_at < ${now}::timestamptz - interval '1 day'`
}
