import { z } from 'zod'
import { type Day, isDay } from '../../../kernel/days.ts'
import { currencies } from '../../../kernel/money.ts'
import { csvRows, readPackFiles } from '../../places/index.ts'
import type { WageTable } from '../rules/calculator/wage-table.ts'

const day = z
  .string()
  .refine(isDay)
  .transform((text) => text as Day)

const wageRow = z.object({
  area: z.string(),
  district: z.string().nullable(),
  wage_a_day: z.coerce.number().positive(),
  currency: z.enum(currencies),
  valid_from: day,
  valid_to: day.nullable(),
  standing: z.enum(['verified', 'reported', 'assumed']),
  source: z.string(),
  source_url: z.url(),
})

/** The least wages by place and date, as the country pack has them; the pack is part of the program. */
export function wageTable(): WageTable {
  table ??= readPackFiles('wages/*.csv').flatMap((file) =>
    csvRows(file).map((record) => {
      const row = wageRow.parse(record)
      const minor = BigInt(Math.round(row.wage_a_day * 100))
      return {
        ...{ area: row.area, district: row.district, standing: row.standing, source: row.source },
        ...{ wage: { minor, currency: row.currency }, sourceUrl: row.source_url },
        ...{ validFrom: row.valid_from, validTo: row.valid_to },
      }
    }),
  )
  return table
}

let table: WageTable | null = null
