import type { Day } from '../../../../kernel/days.ts'
import type { Money } from '../../../../kernel/money.ts'
import type { CalculationFacts } from './facts.ts'
import { type Basis, basisOf, numberOf, type Why, yesNoOf } from './finding.ts'
import type { LawOfDays } from './law-of-days.ts'
import { findWage } from './wage-table.ts'

export type MinimumWage =
  | {
      readonly kind: 'rate'
      readonly money: Money
      readonly per: 'day' | 'month'
      readonly bases: readonly Basis[]
      /** Somewhere in the area it is higher, and where she worked was not said. */
      readonly lowest: boolean
    }
  | { readonly kind: 'excluded'; readonly bases: readonly Basis[] }
  | { readonly kind: 'unknown'; readonly why: Why; readonly bases: readonly Basis[] }

type PlaceOfWork = Pick<
  CalculationFacts,
  'country' | 'area' | 'district' | 'work' | 'smallEmployer'
>

/** The least wage of this place, kind of work and day. */
export function minimumWage(facts: PlaceOfWork, on: Day, law: LawOfDays): MinimumWage {
  const { country } = facts
  if (country === null) return { kind: 'unknown', why: 'country', bases: [] }
  const reckon = byCountry[country]
  if (!reckon) return { kind: 'unknown', why: 'rule', bases: [] }
  const covered = coverage(facts, on, law)
  return covered ?? reckon(facts, on, law)
}

type Reckon = (facts: PlaceOfWork, on: Day, law: LawOfDays) => MinimumWage

/** Null where the least wage covers this kind of work. */
function coverage(facts: PlaceOfWork, on: Day, law: LawOfDays): MinimumWage | null {
  const { country, work } = facts
  if (work === 'general' || work === 'hotel') return null
  const basis = basisOf(law.on(on), `${country}.min_wage_domestic`)
  const covers = yesNoOf(basis)
  if (covers === true) return null
  if (work === null) return { kind: 'unknown', why: 'work', bases: [basis] }
  return covers === false
    ? { kind: 'excluded', bases: [basis] }
    : { kind: 'unknown', why: 'rule', bases: [basis] }
}

const byCountry: Readonly<Record<string, Reckon>> = {
  TH: (facts, on, law) => {
    const hotel = facts.work === 'hotel' ? basisOf(law.on(on), 'TH.min_wage_hotel_thb_day') : null
    const found = findWage(law.wages, facts, on)
    const inHotel = hotel && numberOf(hotel)
    if (hotel && inHotel !== null && (!found || inHotel * 100 >= Number(found.row.wage.minor))) {
      const money = { minor: BigInt(Math.round(inHotel * 100)), currency: 'THB' } as const
      return { kind: 'rate', money, per: 'day', bases: [hotel], lowest: false }
    }
    if (!found)
      return {
        kind: 'unknown',
        why: facts.area === null ? 'place' : 'rule',
        bases: hotel ? [hotel] : [],
      }
    const basis = { kind: 'wage', row: found.row } as const
    return { kind: 'rate', money: found.row.wage, per: 'day', bases: [basis], lowest: found.lowest }
  },
  MY: (facts, on, law) => {
    const [general, small] = ['MY.min_wage_myr_month', 'MY.min_wage_small_myr_month'].map((key) =>
      basisOf(law.on(on), key),
    ) as [Basis, Basis]
    const [ofAll, ofSmall] = [numberOf(general), numberOf(small)]
    if (facts.smallEmployer === null && ofAll !== ofSmall)
      return { kind: 'unknown', why: 'employer-size', bases: [general, small] }
    const [basis, value] = facts.smallEmployer ? [small, ofSmall] : [general, ofAll]
    if (value === null) return { kind: 'unknown', why: 'rule', bases: [basis] }
    const money = { minor: BigInt(Math.round(value * 100)), currency: 'MYR' } as const
    return { kind: 'rate', money, per: 'month', bases: [basis], lowest: false }
  },
}
