import type { Tx } from '../../../platform/db.ts'
import type { ComplaintId } from '../rules/complaint.ts'

export async function countUnread(tx: Tx, id: ComplaintId): Promise<number> {
  const [row] = await tx<{ unread: number }[]>`
    select count(*)::int as unread from complaint_message
    where complaint_id = ${id} and read_at is null and from_side = 'complainant'`
  return row?.unread ?? 0
}

/** How many open cases each of these officers has; one without any is missing. */
export async function countOpenCases(
  tx: Tx,
  officerIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx<{ id: string; open: number }[]>`
    select owner_id as id, count(*)::int as open from complaint
    where owner_id = any (${[...officerIds]}::uuid[]) and next_due_at is not null
    group by owner_id`
  return new Map(rows.map(({ id, open }) => [id, open]))
}
