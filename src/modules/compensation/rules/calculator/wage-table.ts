import type { Day } from '../../../../kernel/days.ts'
import type { Currency, Money } from '../../../../kernel/money.ts'
import type { Standing } from '../../../law/index.ts'

/** The least wage of a day in one area, or in one part of it, from a day to a day. */
export type WageRow = {
  readonly area: string
  /** A town or an island with a wage of its own, `rest` for what lies around it, null for the whole. */
  readonly district: string | null
  readonly wage: Money
  readonly validFrom: Day
  /** The last day; null while none is known. */
  readonly validTo: Day | null
  readonly standing: Standing
  readonly source: string
  readonly sourceUrl: string
}
export type WageTable = readonly WageRow[]

export type WagePlace = {
  readonly area: string | null
  /** Whether she worked in the part with a wage of its own; null: not known. */
  readonly district: 'special' | 'rest' | null
}

export type FoundWage = {
  readonly row: WageRow
  /** The part was not said, so the lower of its wages is taken. */
  readonly lowest: boolean
}

/** Null where the table says nothing of that place on that day. */
export function findWage(table: WageTable, place: WagePlace, on: Day): FoundWage | null {
  const rows = table.filter((row) => row.area === place.area && holds(row, on))
  const whole = rows.find(({ district }) => district === null)
  if (whole) return { row: whole, lowest: false }
  const wanted = rows.filter(({ district }) =>
    place.district === null ? true : (district === 'rest') === (place.district === 'rest'),
  )
  const [first, ...others] = [...wanted].sort(byWage)
  return first ? { row: first, lowest: place.district === null && others.length > 0 } : null
}

/** Areas of which a part has a wage of its own, with the name of that part. */
export const divided = (table: WageTable): ReadonlyMap<string, string> =>
  new Map(
    table.flatMap(({ area, district }) =>
      district !== null && district !== 'rest' ? [[area, district] as const] : [],
    ),
  )

const byWage = (a: WageRow, b: WageRow): number => Number(a.wage.minor - b.wage.minor)

const holds = ({ validFrom, validTo }: WageRow, on: Day): boolean =>
  validFrom <= on && (validTo === null || on <= validTo)

/** The currency of wages in a country: the table's own, else that of the rules. */
export const wageCurrency: Readonly<Record<string, Currency>> = {
  ...{ TH: 'THB', MY: 'MYR', JP: 'JPY', KR: 'KRW', SG: 'SGD', HK: 'HKD', SA: 'SAR', KH: 'KHR' },
}
