import type { Day } from '../../../kernel/days.ts'
import type { Db, Tx } from '../../../platform/db.ts'
import type { AgencyId } from '../rules/agency.ts'

/** The telephones that are each agency's own on this day, as they are shown. */
export async function listPhones(
  db: Db | Tx,
  ids: readonly AgencyId[],
  today: Day,
): Promise<ReadonlyMap<AgencyId, readonly string[]>> {
  if (ids.length === 0) return new Map()
  const rows = await db<{ agency_id: AgencyId; phones: string[] }[]>`
    select agency_id, array_agg(shown order by from_day, shown) as phones from agency_contact
    where agency_id = any (${[...ids]}) and kind = 'phone' and is_public
      and verified_how is not null
      and from_day <= ${today} and (to_day is null or to_day >= ${today})
    group by agency_id`
  return new Map(rows.map((row) => [row.agency_id, row.phones]))
}
