import type { Db, Tx } from '../../../platform/db.ts'
import { inMemory } from '../../../platform/public-changed.ts'
import type {
  CurrencyName,
  Destination,
  DestinationArea,
  Place,
  PlacePath,
} from '../rules/place.ts'
import { codesAbove, isPlaceCode } from '../rules/place.ts'

export const listProvinces = inMemory(async (db): Promise<readonly Place[]> => {
  const rows = await db<PlaceRow[]>`
    select code, kind, name_km, name_latin from province order by code`
  return rows.map(asPlace)
})

export async function listDistricts(db: Db | Tx, provinceCode: string): Promise<Place[]> {
  const rows = await db<PlaceRow[]>`
    select code, kind, name_km, name_latin from district
    where province_code = ${provinceCode} order by code`
  return rows.map(asPlace)
}

export async function listCommunes(db: Db | Tx, districtCode: string): Promise<Place[]> {
  const rows = await db<PlaceRow[]>`
    select code, kind, name_km, name_latin from commune
    where district_code = ${districtCode} order by code`
  return rows.map(asPlace)
}

export async function listVillages(db: Db | Tx, communeCode: string): Promise<Place[]> {
  const rows = await db<PlaceRow[]>`
    select code, 'phum' as kind, name_km, name_latin from village
    where commune_code = ${communeCode} order by code`
  return rows.map(asPlace)
}

/** The place of this code and all above it, province first; null for a code that does not exist. */
export async function findPlace(db: Db | Tx, code: string): Promise<PlacePath | null> {
  if (!isPlaceCode(code)) return null
  const codes = codesAbove(code)
  const rows = await db<PlaceRow[]>`
    select code, kind, name_km, name_latin from province where code = any (${codes})
    union all select code, kind, name_km, name_latin from district where code = any (${codes})
    union all select code, kind, name_km, name_latin from commune where code = any (${codes})
    union all select code, 'phum', name_km, name_latin from village where code = any (${codes})
    order by code`
  return rows.length === codes.length ? rows.map(asPlace) : null
}

/** In the order in which people are asked. */
export const listDestinations = inMemory(async (db): Promise<readonly Destination[]> => {
  const rows = await db<DestinationRow[]>`
    select code, name_km, name_en, currency_code from destination order by position`
  return rows.map(asDestination)
})

export async function findDestination(db: Db | Tx, code: string): Promise<Destination | null> {
  const [row] = await db<DestinationRow[]>`
    select code, name_km, name_en, currency_code from destination where code = ${code}`
  return row ? asDestination(row) : null
}

export async function listDestinationAreas(
  db: Db | Tx,
  destinationCode: string,
): Promise<DestinationArea[]> {
  const rows = await db<AreaRow[]>`
    select code, destination_code, kind, name_km, name_latin, name_local from destination_area
    where destination_code = ${destinationCode} order by name_latin`
  return rows.map((row) => ({
    code: row.code,
    destination: row.destination_code,
    kind: row.kind,
    names: { km: row.name_km, en: row.name_latin },
    localName: row.name_local,
  }))
}

export const listCurrencies = inMemory(async (db): Promise<readonly CurrencyName[]> => {
  const rows = await db<{ code: string; name_km: string; name_en: string }[]>`
    select code, name_km, name_en from currency order by position`
  return rows.map((row) => ({ code: row.code, names: { km: row.name_km, en: row.name_en } }))
})

type PlaceRow = { code: string; kind: string; name_km: string; name_latin: string | null }
const asPlace = ({ code, kind, name_km, name_latin }: PlaceRow): Place => ({
  code,
  kind,
  names: { km: name_km, en: name_latin ?? name_km },
})

type DestinationRow = { code: string; name_km: string; name_en: string; currency_code: string }
const asDestination = (row: DestinationRow): Destination => ({
  code: row.code,
  names: { km: row.name_km, en: row.name_en },
  currency: row.currency_code,
})

type AreaRow = {
  code: string
  destination_code: string
  kind: string
  name_km: string | null
  name_latin: string
  name_local: string | null
}
