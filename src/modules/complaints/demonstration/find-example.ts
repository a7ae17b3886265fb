import type { Tx } from '../../../platform/db.ts'
import type { ComplaintId } from '../rules/complaint.ts'

/** A case of the demonstration that is under way, for a later module to show something of its own. */
export async function findExampleCase(
  tx: Tx,
  { category, area }: { readonly category: string; readonly area: string },
): Promise<ComplaintId | null> {
  const [row] = await tx<{ id: ComplaintId }[]>`
    select id from complaint
    where status = 'registered' and area = ${area} and owner_id is not null
      and openness <> 'anonymous' and ${category} = any (categories)
    order by received_at desc limit 1`
  return row?.id ?? null
}
