import type { Day } from '../../../../kernel/days.ts'
import type { Currency, Money } from '../../../../kernel/money.ts'

/** What is told of a case. Null is not known: it is shown as unknown and never counted as zero. */
export type CalculationFacts = {
  /** Code of the country of work. */
  readonly country: string | null
  /** Area of that country, such as TH-10. */
  readonly area: string | null
  readonly district: 'special' | 'rest' | null
  readonly work: Work | null
  /** Fewer than five people worked there. */
  readonly smallEmployer: boolean | null
  readonly wages: readonly WagePeriod[]
  readonly deductions: readonly Deduction[]
  readonly charges: readonly Charge[]
  readonly documents: readonly WithheldDocument[]
  readonly delay: Delay | null
  readonly injury: Injury | null
  readonly death: Death | null
  /** Only where somebody entered one: nothing is converted otherwise. */
  readonly rate: ExchangeRate | null
}

export const works = ['general', 'domestic', 'hotel'] as const
export type Work = (typeof works)[number]

export type WagePeriod = {
  readonly from: Day
  readonly to: Day
  readonly agreed: AgreedWage | null
  readonly paid: Money | null
  readonly daysAWeek: number | null
  /** Where the days were counted; goes before the days a week. */
  readonly daysWorked: number | null
  readonly overtime: Overtime | null
}
export const wagePers = ['day', 'month'] as const
export type AgreedWage = { readonly money: Money; readonly per: (typeof wagePers)[number] }
export type Overtime = {
  readonly hours: number | null
  readonly restDayHours: number | null
  readonly paid: Money | null
}

export const deductionKinds = [
  'recruitment',
  'penalty',
  'held',
  'documents',
  'food-housing',
  'debt',
  'other',
] as const
export type DeductionKind = (typeof deductionKinds)[number]
export type Deduction = { readonly kind: DeductionKind; readonly money: Money }

export const chargeKinds = ['recruitment', 'permit-renewal'] as const
export type Charge = {
  readonly kind: (typeof chargeKinds)[number]
  readonly money: Money
  readonly on: Day | null
}

export const documentKinds = [
  'passport',
  'identity',
  'family-book',
  'permit',
  'contract',
  'other',
] as const
export type WithheldDocument = {
  readonly kind: (typeof documentKinds)[number]
  readonly since: Day | null
}

export type Delay = {
  readonly promisedOn: Day
  /** Null: she has not left. */
  readonly leftOn: Day | null
  readonly paid: Money | null
}

export type Injury = {
  readonly on: Day
  readonly daysUnable: number | null
  readonly monthWage: Money | null
  readonly lasting: boolean
}
export type Death = { readonly on: Day; readonly monthWage: Money | null }

export type ExchangeRate = {
  readonly from: Currency
  readonly to: Currency
  /** Units of `to` for one unit of `from`, as written. */
  readonly rate: string
  readonly on: Day
  readonly source: string
}

export const noFacts: CalculationFacts = {
  ...{ country: null, area: null, district: null, work: null, smallEmployer: null },
  ...{ wages: [], deductions: [], charges: [], documents: [] },
  ...{ delay: null, injury: null, death: null, rate: null },
}
