import type { Day } from '../../../kernel/days.ts'
import type { Db, Tx } from '../../../platform/db.ts'
import type { Holiday } from '../rules/place.ts'

/** All of them, by day; within a year those without a day come last. */
export async function listHolidays(db: Db | Tx): Promise<Holiday[]> {
  const rows = await db<HolidayRow[]>`
    select year, code, day, standing, source, name_km, name_en
    from holiday where not struck order by year, day nulls last, code`
  return rows.map(({ name_km, name_en, ...row }) => ({
    ...row,
    names: { km: name_km, en: name_en },
  }))
}

type HolidayRow = {
  year: number
  code: string
  day: Day | null
  standing: Holiday['standing']
  source: string
  name_km: string
  name_en: string
}
