import type { Db, Tx } from '../../../platform/db.ts'
import type { Figure } from '../rules/figure.ts'

/** Puts the figures that hold now in the place of those that held before. */
export async function replaceFigures(
  tx: Tx,
  figures: readonly Figure[],
  countedAt: Date,
): Promise<void> {
  const of = <T>(pick: (figure: Figure) => T): T[] => figures.map(pick)
  await tx`delete from statistic_figure`
  await tx`
    insert into statistic_figure (scope, scope_id, year, measure, slice, currency, value, counted_at)
    select *, ${countedAt}::timestamptz from unnest(${of(({ scope }) => scope)}::text[],
      ${of(({ scopeId }) => scopeId)}::uuid[], ${of(({ year }) => year)}::int[],
      ${of(({ measure }) => measure)}::text[], ${of(({ slice }) => slice)}::text[],
      ${of(({ currency }) => currency)}::text[],
      ${of(({ value }) => value?.toString() ?? null)}::bigint[])`
}

/** Everything that is published of a year. */
export const listFigures = (db: Db | Tx, year: number): Promise<Figure[]> =>
  db<Figure[]>`
    select scope, scope_id as "scopeId", year, measure, slice, currency, value
    from statistic_figure where year = ${year} order by scope, measure, slice, currency, scope_id`

/** The years of which there are figures, newest first, and when they were counted. */
export async function figureYears(
  db: Db | Tx,
): Promise<{ readonly years: readonly number[]; readonly countedAt: Date | null }> {
  const rows = await db<{ year: number; countedAt: Date }[]>`
    select year, max(counted_at) as "countedAt" from statistic_figure group by year order by year desc`
  return { years: rows.map(({ year }) => year), countedAt: rows[0]?.countedAt ?? null }
}
