import type { Tx } from '../../../platform/db.ts'
import type { ComplaintId } from '../rules/complaint.ts'

/** Also in the cases that were joined to this one. */
export async function countUnread(tx: Tx, id: ComplaintId): Promise<number> {
  const [row] = await tx<{ unread: number }[]>`
    select count(*)::int as unread from complaint_message
    where complaint_id in (select case_with_joined(${id}))
      and read_at is null and from_side = 'complainant'`
  return row?.unread ?? 0
}
