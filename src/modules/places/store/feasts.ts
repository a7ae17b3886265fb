import type { Day } from '../../../kernel/days.ts'
import type { Db, Tx } from '../../../platform/db.ts'
import type { HolidayContent } from '../rules/holiday-change.ts'
import type { Names } from '../rules/place.ts'

export type Feast = {
  readonly year: number
  readonly code: string
  readonly names: Names
  /** None: its day is not published, or the ministry has struck it. */
  readonly days: readonly Day[]
  readonly standing: 'verified' | 'reported' | 'assumed' | 'unknown'
  readonly source: string
  readonly struck: boolean
  readonly origin: 'country-pack' | 'ministry'
}

type FeastRow = Omit<Feast, 'names'> & { km: string; en: string }

/** Every feast of a year with its days, those without any last. */
export async function listFeasts(db: Db | Tx, year: number): Promise<Feast[]> {
  const rows = await db<FeastRow[]>`
    select year, code, min(name_km) as km, min(name_en) as en, bool_or(struck) as struck,
      coalesce(array_agg(day::text order by day) filter (where day is not null), '{}') as days,
      coalesce(min(standing) filter (where day is not null), 'unknown') as standing,
      min(source) as source, max(origin) as origin
    from holiday where year = ${year} group by year, code order by min(day) nulls last, code`
  return rows.map(({ km, en, ...row }) => ({ ...row, names: { km, en } }))
}

export async function findFeast(
  db: Db | Tx,
  { year, code }: { readonly year: number; readonly code: string },
): Promise<Feast | null> {
  const feasts = await listFeasts(db, year)
  return feasts.find((feast) => feast.code === code) ?? null
}

export async function listFeastYears(db: Db | Tx): Promise<number[]> {
  const rows = await db<{ year: number }[]>`select distinct year from holiday order by year`
  return rows.map(({ year }) => year)
}

/** Sets the days of a feast in one year as the ministry's own; none strikes it. */
export async function setFeast(tx: Tx, feast: HolidayContent): Promise<void> {
  await tx`delete from holiday where year = ${feast.year} and code = ${feast.code}`
  const base = {
    ...{ year: feast.year, code: feast.code, source: feast.source, origin: 'ministry' },
    ...{ name_km: feast.names.km, name_en: feast.names.en },
  }
  const rows = feast.days.map((day) => ({
    ...{ ...base, day, standing: feast.standing as string, struck: false },
  }))
  const struck = { ...base, day: null, standing: 'unknown', struck: true }
  await tx`insert into holiday ${tx(rows.length > 0 ? rows : [struck])}`
}
