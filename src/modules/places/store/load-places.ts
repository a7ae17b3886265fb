import type { Tx } from '../../../platform/db.ts'
import { csvRows, isLoaded, keepLoaded, type PackFile, readPackFile } from './pack-file.ts'

type Load = (tx: Tx, rows: string) => Promise<unknown>

/**
 * Brings the reference tables to the country pack, as the owner of the schema. What changed is
 * updated and what is new is added; nothing is deleted, for records may point at it. Holidays that
 * the ministry has set stay as it set them. A file that was loaded before is not read again. Returns the names of the files that were.
 */
export async function loadPlaces(tx: Tx): Promise<string[]> {
  const loaded: string[] = []
  for (const [name, load] of loads) {
    const file = readPackFile(name)
    if (await isLoaded(tx, file)) continue
    await load(tx, rowsAsJson(file))
    await keepLoaded(tx, file)
    loaded.push(name)
  }
  return loaded
}

const rowsAsJson = (file: PackFile): string => JSON.stringify(csvRows(file))

const loads: readonly (readonly [string, Load])[] = [
  [
    'places/currencies.csv',
    (tx, rows) => tx`
      insert into currency (code, position, minor_digits, name_km, name_en)
      select code, position, minor_digits, name_km, name_en
      from jsonb_populate_recordset(null::currency, ${rows}::text::jsonb)
      on conflict (code) do update set
        position = excluded.position, minor_digits = excluded.minor_digits,
        name_km = excluded.name_km, name_en = excluded.name_en`,
  ],
  [
    'places/provinces.csv',
    (tx, rows) => tx`
      insert into province (code, kind, name_km, name_latin)
      select code, kind, name_km, name_latin
      from jsonb_populate_recordset(null::province, ${rows}::text::jsonb)
      on conflict (code) do update set
        kind = excluded.kind, name_km = excluded.name_km, name_latin = excluded.name_latin`,
  ],
  [
    'places/districts.csv',
    (tx, rows) => tx`
      insert into district (code, province_code, kind, name_km, name_latin)
      select code, left(code, 2), kind, name_km, name_latin
      from jsonb_populate_recordset(null::district, ${rows}::text::jsonb)
      on conflict (code) do update set
        kind = excluded.kind, name_km = excluded.name_km, name_latin = excluded.name_latin`,
  ],
  [
    'places/communes.csv',
    (tx, rows) => tx`
      insert into commune (code, district_code, kind, name_km, name_latin)
      select code, left(code, 4), kind, name_km, name_latin
      from jsonb_populate_recordset(null::commune, ${rows}::text::jsonb)
      on conflict (code) do update set
        kind = excluded.kind, name_km = excluded.name_km, name_latin = excluded.name_latin`,
  ],
  [
    'places/villages.csv',
    (tx, rows) => tx`
      insert into village (code, commune_code, name_km, name_latin)
      select code, left(code, 6), name_km, name_latin
      from jsonb_populate_recordset(null::village, ${rows}::text::jsonb)
      on conflict (code) do update set
        name_km = excluded.name_km, name_latin = excluded.name_latin`,
  ],
  [
    'places/destinations.csv',
    (tx, rows) => tx`
      insert into destination (code, position, name_km, name_en, currency_code)
      select code, position, name_km, name_en, currency
      from jsonb_to_recordset(${rows}::text::jsonb)
        as row (code text, position smallint, name_km text, name_en text, currency text)
      on conflict (code) do update set
        position = excluded.position, name_km = excluded.name_km, name_en = excluded.name_en,
        currency_code = excluded.currency_code`,
  ],
  [
    'places/destination-areas.csv',
    (tx, rows) => tx`
      insert into destination_area (code, destination_code, kind, name_km, name_latin, name_local)
      select code, left(code, 2), kind, name_km, name_latin, name_local
      from jsonb_populate_recordset(null::destination_area, ${rows}::text::jsonb)
      on conflict (code) do update set
        kind = excluded.kind, name_km = excluded.name_km, name_latin = excluded.name_latin,
        name_local = excluded.name_local`,
  ],
  [
    'holidays.csv',
    (tx, rows) => tx`
      insert into holiday (year, code, day, standing, source, name_km, name_en)
      select year, code, day, standing, source, name_km, name_en
      from jsonb_populate_recordset(null::holiday, ${rows}::text::jsonb) as row
      where not exists (select from holiday set_by where set_by.year = row.year
        and set_by.code = row.code and set_by.origin = 'ministry')
      on conflict on constraint holiday_once do update set
        standing = excluded.standing, source = excluded.source,
        name_km = excluded.name_km, name_en = excluded.name_en`,
  ],
]
