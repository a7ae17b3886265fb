import type { Tx } from '../../../platform/db.ts'
import type { Complaint } from '../rules/complaint.ts'
import { holdComplaint } from '../store/complaint.ts'
import { countMessages } from '../store/message.ts'

/** What stood on the page on which somebody decided. */
export type AsRead = {
  readonly version: number
  /** How many messages of both sides; null where the caller counted none. */
  readonly messages: number | null
}

/**
 * Whoever writes to the complainant must have read what was written last, by her or by a colleague:
 * two answers may not contradict each other. The case is held, so that nothing comes in between.
 */
export async function holdAsRead(
  tx: Tx,
  complaintId: string,
  { version, messages }: AsRead,
): Promise<Complaint | 'not-found' | 'changed-meanwhile'> {
  const complaint = await holdComplaint(tx, complaintId)
  if (!complaint) return 'not-found'
  if (complaint.version !== version) return 'changed-meanwhile'
  if (messages !== null && (await countMessages(tx, complaint.id)) !== messages)
    return 'changed-meanwhile'
  return complaint
}
