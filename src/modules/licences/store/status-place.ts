import type { Day } from '../../../kernel/days.ts'
import type { Tx } from '../../../platform/db.ts'
import type { AgencyId } from '../../agencies/index.ts'
import type { Licence, LicenceId, Sector } from '../rules/licence.ts'
import type { Placed } from '../rules/status.ts'
import { asLicence, columns, type LicenceRow } from './licence.ts'

export type PlacedOf = Placed & {
  readonly agencyId: AgencyId
  readonly sector: Sector
  readonly from: Day
  readonly licence: Licence
}

const largestPlace = 2_147_483_647

/** Authorisations of licences that the acting person may see and that were given: all, or some. */
export async function listPlaced(
  tx: Tx,
  { place, destination }: { readonly place?: number; readonly destination?: string } = {},
): Promise<PlacedOf[]> {
  if (place !== undefined && place > largestPlace) return []
  const rows = await tx<(PlaceRow & LicenceRow)[]>`
    select d.status_place, d.sector, d.from_day, d.to_day, l.* from licence_destination d
    join (select ${columns(tx)} from licence) l on l.id = d.licence_id
    where l.status not in ('applied', 'refused')
      and (${place ?? null}::integer is null or d.status_place = ${place ?? null})
      and (${destination ?? null}::text is null or d.destination_code = ${destination ?? null})
    order by d.status_place`
  return rows.map(placedOf)
}

type PlaceRow = { status_place: number; sector: Sector; from_day: Day; to_day: Day | null }

const placedOf = (row: PlaceRow & LicenceRow): PlacedOf => ({
  ...{ place: row.status_place, agencyId: row.agency_id, sector: row.sector },
  ...{ from: row.from_day, to: row.to_day, licence: asLicence(row) },
})

export type PlaceOf = {
  readonly licenceId: LicenceId
  readonly destination: string
  readonly sector: Sector
  readonly from: Day
  readonly place: number
}

/** Where the statuses of these licences stand, country by country. */
export const listPlacesOf = (tx: Tx, ids: readonly LicenceId[]): Promise<PlaceOf[]> =>
  tx<PlaceOf[]>`
    select licence_id as "licenceId", destination_code as destination, sector, from_day as "from",
      status_place as place
    from licence_destination where licence_id = any (${[...ids]}) order by status_place`
