import type { Day } from '../../../kernel/days.ts'
import type { Status } from '../../../kernel/tokens/status-list.ts'
import type { Tx } from '../../../platform/db.ts'
import type { StatusSource } from '../../../platform/tokens/status-source.ts'
import { type AgencyId, listWarnings } from '../../agencies/index.ts'
import { statusOn } from '../rules/status.ts'
import { listPlaced, type PlacedOf } from '../store/status-place.ts'

/** How the authorisations stand whose codes agencies carry. */
export const licenceStatuses: StatusSource = {
  kind: 'licence',
  list: async (tx, today) => withStatus(tx, await listPlaced(tx), today),
  find: async (tx, place, today) => {
    const [told] = await withStatus(tx, await listPlaced(tx, { place }), today)
    return told?.status ?? null
  },
}

/** Each with what the list says of it on a day. */
export async function withStatus(
  tx: Tx,
  all: readonly PlacedOf[],
  today: Day,
): Promise<(PlacedOf & { readonly status: Status })[]> {
  const ids = [...new Set(all.map(({ agencyId }) => agencyId))]
  const warnings = Map.groupBy(await listWarnings(tx, ids), ({ agencyId }) => agencyId)
  const warningsOf = (id: AgencyId) => warnings.get(id) ?? []
  return all.map((placed) => ({
    ...placed,
    status: statusOn(placed, warningsOf(placed.agencyId), today),
  }))
}
