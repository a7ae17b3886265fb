import type { Day } from '../../../kernel/days.ts'

/** How sure a value is. `unknown` has none, and neither passes nor blocks. */
export const standings = ['verified', 'reported', 'assumed', 'unknown'] as const
export type Standing = (typeof standings)[number]

export const ruleParts = [
  'complaints',
  'agencies',
  'workers',
  'destinations',
  'remedies',
  'personal-data',
  'accounts',
] as const
export type RulePart = (typeof ruleParts)[number]

export const ruleUnits = [
  'minutes',
  'hours',
  /** Days of which the law does not say the kind: clockRule() asks the rule `….day_type`. */
  'days',
  'calendar-days',
  'working-days',
  'months',
  'years',
  'count',
  'percent',
  'USD',
  'THB',
  'MYR',
  'THB-a-day',
  'MYR-a-month',
  'times-a-month',
  'days-range',
  'yes-no',
  'code',
  'list',
  'list-days',
  'list-percent',
  'weekdays',
] as const
export type RuleUnit = (typeof ruleUnits)[number]

export type RuleRange = { readonly min: number; readonly max: number }
export type RuleValue = number | boolean | string | readonly (string | number)[] | RuleRange

export type Rule = {
  readonly key: string
  readonly version: number
  readonly part: RulePart
  /** Null exactly for an unknown rule. */
  readonly value: RuleValue | null
  readonly unit: RuleUnit
  /** Null: since when is not known; it holds for every earlier day. */
  readonly validFrom: Day | null
  /** The last day on which it holds. */
  readonly validTo: Day | null
  readonly article: RuleText | null
  readonly source: string | null
  readonly sourceUrl: string | null
  readonly standing: Standing
  readonly name: RuleText
  readonly note: RuleText | null
}
export type RuleText = { readonly km: string; readonly en: string }

/** What a record keeps of the rule that was applied to it. */
export type AppliedRule = { readonly key: string; readonly version: number }

export const isInForce = (rule: Pick<Rule, 'validFrom' | 'validTo'>, on: Day): boolean =>
  (rule.validFrom === null || rule.validFrom <= on) && (rule.validTo === null || on <= rule.validTo)

export const appliedRule = ({ key, version }: Rule): AppliedRule => ({ key, version })
