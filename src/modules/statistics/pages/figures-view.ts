import type { Currency } from '../../../kernel/money.ts'
import type { Figure, Measure } from '../rules/figure.ts'

/** The figures of one year, asked for by what they say. */
export type FiguresView = {
  readonly year: number | null
  readonly years: readonly number[]
  readonly countedAt: Date | null
  readonly least: number | null
  readonly figures: readonly Figure[]
  /** Names of offices and agencies by id. */
  readonly names: ReadonlyMap<string, string>
}

/** A figure, hidden (null), or none at all (undefined): three different things. */
export type Shown = bigint | null | undefined

export const one = (
  figures: readonly Figure[],
  measure: Measure,
  {
    slice = '',
    currency = null,
  }: { readonly slice?: string; readonly currency?: Currency | null } = {},
): Shown =>
  figures.find(
    (figure) =>
      figure.measure === measure && figure.slice === slice && figure.currency === currency,
  )?.value

export const national = ({ figures }: FiguresView): readonly Figure[] =>
  figures.filter(({ scope }) => scope === 'all')

export const slicesOf = (figures: readonly Figure[], ...measures: readonly Measure[]): string[] => [
  ...new Set(figures.filter(({ measure }) => measures.includes(measure)).map(({ slice }) => slice)),
]

export type ScopeRow = { readonly name: string | null; readonly figures: readonly Figure[] }

/** Offices or agencies, those with most complaints first, hidden ones last. */
export function scopeRows({ figures, names }: FiguresView, scope: 'office' | 'agency'): ScopeRow[] {
  const own = figures.filter((figure) => figure.scope === scope)
  const rows = [...Map.groupBy(own, ({ scopeId }) => scopeId)].map(([id, theirs]) => ({
    name: id === null ? null : (names.get(id) ?? ''),
    figures: theirs,
  }))
  const received = (row: ScopeRow) => one(row.figures, 'received') ?? -1n
  return rows.sort(
    (a, b) => Number(received(b) - received(a)) || (a.name ?? '').localeCompare(b.name ?? ''),
  )
}
