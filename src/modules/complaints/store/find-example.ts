import type { Tx } from '../../../platform/db.ts'
import type { ComplaintId } from '../rules/complaint.ts'

/** A case of the demonstration that is under way, for a later module to show something of its own. */
export async function findExampleCase(
  tx: Tx,
  categories: readonly string[],
): Promise<ComplaintId | null> {
  const [row] = await tx<{ id: ComplaintId }[]>`
    select id from complaint
    where status = 'registered' and owner_id is not null and openness <> 'anonymous'
      and categories && ${categories as string[]}
    order by received_at desc, id limit 1`
  return row?.id ?? null
}
