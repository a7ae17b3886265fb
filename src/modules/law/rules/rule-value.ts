import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { RuleUnit, RuleValue } from './rule.ts'

/** Values that are words: each has its name in the messages, and code asks for some of them. */
const ruleCodes = [
  'calendar',
  'working',
  'receipt',
  'molvt',
  'worker',
  'family',
  'representative',
  'placement-contract',
  'employment-contract',
  'ocwc',
  'passport-or-td',
  'visa',
  'work-permit',
] as const

/** How a value of this unit is asked on a form. */
export type ValueShape =
  | { readonly kind: 'number' }
  | { readonly kind: 'range' }
  | { readonly kind: 'numbers' }
  | { readonly kind: 'one-of'; readonly codes: readonly string[] }
  | { readonly kind: 'some-of'; readonly codes: readonly string[] }

const weekdays = ['1', '2', '3', '4', '5', '6', '0'] as const
const yesNo = ['yes', 'no'] as const
const dayTypes = ['calendar', 'working'] as const

export function shapeOf({
  key,
  unit,
}: {
  readonly key: string
  readonly unit: RuleUnit
}): ValueShape {
  switch (unit) {
    case 'THB-a-day':
    case 'times-a-month':
    case 'days-range':
      return { kind: 'range' }
    case 'list-days':
    case 'list-percent':
      return { kind: 'numbers' }
    case 'yes-no':
      return { kind: 'one-of', codes: yesNo }
    case 'code':
      return { kind: 'one-of', codes: key.endsWith('.day_type') ? dayTypes : ruleCodes }
    case 'list':
      return { kind: 'some-of', codes: ruleCodes }
    case 'weekdays':
      return { kind: 'some-of', codes: weekdays }
    default:
      return { kind: 'number' }
  }
}

/** What was typed or chosen, cleaned and in Latin digits, as a value of this shape. */
export function parseRuleValue(
  shape: ValueShape,
  unit: RuleUnit,
  typed: readonly string[],
): Result<RuleValue, 'value-wrong'> {
  const [first = ''] = typed
  const value = parsers[shape.kind](shape, typed, first)
  if (value === null) return refuse('value-wrong')
  if (unit === 'yes-no') return ok(value === 'yes')
  return ok(unit === 'weekdays' && Array.isArray(value) ? value.map(Number) : value)
}

type Parse = (shape: ValueShape, typed: readonly string[], first: string) => RuleValue | null

const parsers: Readonly<Record<ValueShape['kind'], Parse>> = {
  number: (_shape, _typed, first) => numberOf(first),
  range: (_shape, _typed, first) => {
    const [min, max, ...more] = first.split(/[-–]/).map(numberOf)
    if (min === undefined || min === null || more.length > 0) return null
    const upper = max === undefined ? min : max
    return upper === null || upper < min ? null : { min, max: upper }
  },
  numbers: (_shape, _typed, first) => {
    const all = first.split(/[,;\s]+/).map(numberOf)
    return all.every((each) => each !== null) && all.length > 0 ? all : null
  },
  'one-of': (shape, _typed, first) =>
    'codes' in shape && shape.codes.includes(first) ? first : null,
  'some-of': (shape, typed) => {
    if (!('codes' in shape) || typed.length === 0) return null
    const known = typed.every((code) => shape.codes.includes(code))
    return known ? shape.codes.filter((code) => typed.includes(code)) : null
  },
}

const numberOf = (text: string): number | null => {
  const plain = text.trim().replaceAll(',', '')
  return /^\d{1,9}(\.\d{1,4})?$/.test(plain) ? Number(plain) : null
}

/** A value as a form shows it: the way back of `parseRuleValue`. */
export function typedRuleValue(value: RuleValue | null): string[] {
  if (value === null) return []
  if (typeof value === 'boolean') return [value ? 'yes' : 'no']
  if (typeof value !== 'object') return [String(value)]
  return 'min' in value ? [`${value.min}-${value.max}`] : value.map(String)
}
