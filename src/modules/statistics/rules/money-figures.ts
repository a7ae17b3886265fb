import type { Currency } from '../../../kernel/money.ts'
import type { Figure, Measure } from './figure.ts'
import { type Cell, hiddenCells } from './suppress.ts'

/** A sum of one person in one year and money. */
export type PersonSum = {
  readonly personId: string
  readonly year: number
  readonly currency: Currency
  readonly minor: bigint
}
export type Sex = 'female' | 'male' | 'other'

/**
 * Sums by sex: hidden where few persons stand behind one. Whose sex nobody noted is a group of its
 * own, so that the groups make the whole. Sums stay in their money.
 */
export function moneyFigures(
  measure: Extract<Measure, 'sought' | 'awarded' | 'money-received'>,
  sums: readonly PersonSum[],
  { sexOf, least }: { readonly sexOf: ReadonlyMap<string, Sex | null>; readonly least: number },
): Figure[] {
  const some = sums.filter(({ minor }) => minor > 0n)
  const tables = Map.groupBy(some, ({ year, currency }) => `${year} ${currency}`)
  return [...tables.values()].flatMap((own) => {
    const [first] = own
    if (!first) return []
    const { year, currency } = first
    const groups = Map.groupBy(own, ({ personId }) => sexOf.get(personId) ?? 'not-noted')
    const cells: Cell[] = [...groups].map(([key, theirs]) => ({
      ...{ key, count: new Set(theirs.map(({ personId }) => personId)).size },
    }))
    const hidden = hiddenCells(cells, least)
    const total = new Set(own.map(({ personId }) => personId)).size
    const of = { scope: 'all', scopeId: null, year, measure, currency } as const
    return [
      { ...of, slice: 'all', value: total < least ? null : sumOf(own) },
      ...[...groups].map(([slice, theirs]) => ({
        ...{ ...of, slice },
        value: hidden.has(slice) ? null : sumOf(theirs),
      })),
    ]
  })
}

const sumOf = (own: readonly PersonSum[]): bigint => own.reduce((sum, { minor }) => sum + minor, 0n)

/** Remedies in kind of one kind: how many were agreed, and how many the worker confirmed. */
export type RemedyCount = {
  readonly year: number
  readonly kind: string
  readonly agreed: number
  readonly confirmed: number
}

export function remedyFigures(counts: readonly RemedyCount[], least: number): Figure[] {
  return [...Map.groupBy(counts, ({ year }) => year)].flatMap(([year, own]) =>
    (['agreed', 'confirmed'] as const).flatMap((which) => {
      const cells = own.map((each) => ({ key: each.kind, count: each[which] }))
      const hidden = hiddenCells(cells, least)
      return cells.map(
        ({ key, count }): Figure => ({
          ...{ scope: 'all', scopeId: null, year, measure: `remedies-${which}`, slice: key },
          ...{ currency: null, value: hidden.has(key) ? null : BigInt(count) },
        }),
      )
    }),
  )
}
