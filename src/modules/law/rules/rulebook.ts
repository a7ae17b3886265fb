import type { Day } from '../../../kernel/days.ts'
import { type ClockUnit, isClockUnit } from './clock.ts'
import {
  type AppliedRule,
  appliedRule,
  isInForce,
  type Rule,
  type Standing,
  standings,
} from './rule.ts'

/** Every rule in force on one day. */
export type Rulebook = { readonly on: Day; readonly rules: ReadonlyMap<string, Rule> }

export const makeRulebook = (rules: readonly Rule[], on: Day): Rulebook => ({
  on,
  rules: new Map(rules.filter((rule) => isInForce(rule, on)).map((rule) => [rule.key, rule])),
})

export const findRule = (book: Rulebook, key: string): Rule | null => book.rules.get(key) ?? null

export type NumberRule = Rule & { readonly value: number | null }

/** A rule whose value is a number, or unknown. Throws for another kind of value: a wrong key. */
export function numberRule(rule: Rule): NumberRule {
  const { value } = rule
  if (value !== null && typeof value !== 'number') throw new Error(`${rule.key} is not a number`)
  return { ...rule, value }
}

/** The number of a rule in force; null when it is unknown or no rule is in force that day. */
export function findNumber(book: Rulebook, key: string): number | null {
  const rule = findRule(book, key)
  return rule && numberRule(rule).value
}

/** What a clock needs of the law, and which rules it came from, to be kept on the record. */
export type ClockRule = {
  readonly value: number
  readonly unit: ClockUnit
  readonly standing: Standing
  readonly applied: readonly AppliedRule[]
}

/**
 * The term that a key sets. Where the law says "days" and no more, the rule `….day_type` of the
 * same part says which kind. Null when unknown or not in force: then an officer sets the day.
 */
export function clockRule(book: Rulebook, key: string): ClockRule | null {
  const rule = findRule(book, key)
  const value = rule && numberRule(rule).value
  if (!rule || value === null) return null
  const { standing } = rule
  if (isClockUnit(rule.unit))
    return { value, unit: rule.unit, standing, applied: [appliedRule(rule)] }
  if (rule.unit !== 'days') throw new Error(`${key} is not a term`)
  const dayType = findRule(book, `${key.slice(0, key.indexOf('.'))}.day_type`)
  const unit = dayType && dayKinds[String(dayType.value)]
  if (!unit) return null
  const weaker = weakerStanding(standing, dayType.standing)
  return { value, unit, standing: weaker, applied: [rule, dayType].map(appliedRule) }
}

/** A term is no surer than the less sure of the rules it is made of. */
const weakerStanding = (a: Standing, b: Standing): Standing =>
  standings.indexOf(a) > standings.indexOf(b) ? a : b

const dayKinds: Readonly<Record<string, ClockUnit>> = {
  calendar: 'calendar-days',
  working: 'working-days',
}
