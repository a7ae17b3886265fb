import type { Day } from '../../../../kernel/days.ts'
import type { Currency, Money } from '../../../../kernel/money.ts'
import { findRule, type Rule, type Rulebook, type Standing } from '../../../law/index.ts'
import { type Fraction, roundedUp } from './fraction.ts'
import type { WageRow } from './wage-table.ts'

export const heads = [
  'wages',
  'overtime',
  'deductions',
  'charges',
  'documents',
  'delay',
  'injury',
  'death',
] as const
export type Head = (typeof heads)[number]

/** On what a step rests. `none`: the rulebook holds nothing under this key for that day. */
export type Basis =
  | { readonly kind: 'rule'; readonly rule: Rule }
  | { readonly kind: 'wage'; readonly row: WageRow }
  | { readonly kind: 'none'; readonly key: string }

/** A value of a sentence: the page puts it into the reader's words. */
export type StepValue =
  | { readonly money: Money }
  | { readonly day: Day }
  | { readonly number: string }
  | { readonly code: string }
  | { readonly text: string }
export type Step = {
  readonly id: string
  readonly values: Readonly<Record<string, StepValue>>
  readonly bases: readonly Basis[]
}

export const whys = [
  'country',
  'place',
  'period',
  'agreed-and-minimum',
  'paid',
  'days',
  'hours',
  'rule',
  'currency',
  'date',
  'wage',
  'work',
  'employer-size',
] as const
/** Why there is no sum. */
export type Why = (typeof whys)[number]

export const remedies = ['documents-back', 'departure-or-money-back', 'treatment'] as const
export type Remedy = (typeof remedies)[number]

export type Outcome =
  /** `at-least`: a part is not known and not counted; `at-most`: a limit may apply. */
  | {
      readonly kind: 'sum'
      readonly money: Money
      readonly bound: 'exact' | 'at-least' | 'at-most'
    }
  | { readonly kind: 'nothing' }
  /** `mayAsk`: what she lost and may ask for, though no rule that we hold gives it to her. */
  | { readonly kind: 'unknown'; readonly why: Why; readonly mayAsk: Money | null }
  | { readonly kind: 'in-kind'; readonly remedy: Remedy; readonly mayAsk: Money | null }

export type Finding = {
  readonly head: Head
  /** Who would owe it: the one complained about, or a scheme of the country of work. */
  readonly owedBy: 'respondent' | 'scheme'
  readonly outcome: Outcome
  readonly steps: readonly Step[]
}

export const basisOf = (book: Rulebook, key: string): Basis => {
  const rule = findRule(book, key)
  return rule ? { kind: 'rule', rule } : { kind: 'none', key }
}

/** The number of a rule; null where it is unknown or there is none. */
export const numberOf = (basis: Basis): number | null =>
  basis.kind === 'rule' && typeof basis.rule.value === 'number' ? basis.rule.value : null

/** The yes or no of a rule; null where it is unknown or there is none. */
export const yesNoOf = (basis: Basis): boolean | null =>
  basis.kind === 'rule' && typeof basis.rule.value === 'boolean' ? basis.rule.value : null

export const standingOf = (basis: Basis): Standing => {
  if (basis.kind === 'none') return 'unknown'
  return basis.kind === 'rule' ? basis.rule.standing : basis.row.standing
}

/** An exact sum of minor units as money, rounded up. */
export const moneyOf = (minor: Fraction, currency: Currency): Money => ({
  minor: roundedUp(minor),
  currency,
})

export const sumOrNothing = (
  money: Money,
  bound: 'exact' | 'at-least' | 'at-most' = 'exact',
): Outcome =>
  money.minor > 0n || bound === 'at-least' ? { kind: 'sum', money, bound } : { kind: 'nothing' }

export const unknown = (why: Why, mayAsk: Money | null = null): Outcome => ({
  ...{ kind: 'unknown', why },
  mayAsk: mayAsk && mayAsk.minor > 0n ? mayAsk : null,
})

export const step = (
  id: string,
  values: Readonly<Record<string, StepValue>> = {},
  bases: readonly Basis[] = [],
): Step => ({ id, values, bases })
