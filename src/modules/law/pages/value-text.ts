import type { Currency } from '../../../kernel/money.ts'
import type { Reader } from '../../../kernel/reader.ts'
import type { Rule, RuleRange, RuleUnit, RuleValue } from '../rules/rule.ts'

/** The value of a rule in the reader's words, with its unit; unknown is said, never left empty. */
export const ruleValueText = (reader: Reader, { value, unit }: Rule): string =>
  value === null ? reader.t('law.value.unknown') : texts[unit](reader, value)

type Text = (reader: Reader, value: RuleValue) => string

const texts: Readonly<Record<RuleUnit, Text>> = {
  minutes: ({ t }, value) => t('law.unit.minutes', { count: Number(value) }),
  hours: ({ t }, value) => t('law.unit.hours', { count: Number(value) }),
  days: ({ t }, value) => t('law.unit.days', { count: Number(value) }),
  'calendar-days': ({ t }, value) => t('law.unit.calendar-days', { count: Number(value) }),
  'working-days': ({ t }, value) => t('law.unit.working-days', { count: Number(value) }),
  months: ({ t }, value) => t('law.unit.months', { count: Number(value) }),
  years: ({ t }, value) => t('law.unit.years', { count: Number(value) }),
  count: (reader, value) => reader.number(Number(value)),
  percent: ({ t }, value) => t('law.unit.percent', { value: String(value) }),
  USD: (reader, value) => amount(reader, Number(value), 'USD'),
  THB: (reader, value) => amount(reader, Number(value), 'THB'),
  MYR: (reader, value) => amount(reader, Number(value), 'MYR'),
  'THB-a-day': (reader, value) => {
    const { min, max } = rangeOf(value)
    const [from, to] = [min, max].map((each) => amount(reader, each, 'THB'))
    return reader.t('law.unit.range-a-day', { from: from ?? '', to: to ?? '' })
  },
  'MYR-a-month': (reader, value) =>
    reader.t('law.unit.a-month', { value: amount(reader, Number(value), 'MYR') }),
  'times-a-month': ({ t }, value) => t('law.unit.times-a-month', bounds(value)),
  'days-range': ({ t }, value) => t('law.unit.days-range', bounds(value)),
  'yes-no': ({ t }, value) => t(value === true ? 'law.value.yes' : 'law.value.no'),
  code: ({ t }, value) => t(`law.value.${value}`),
  list: (reader, value) => joined(reader, value, (each) => reader.t(`law.value.${each}`)),
  'list-days': (reader, value) =>
    joined(reader, value, (each) => reader.t('law.unit.days', { count: Number(each) })),
  'list-percent': (reader, value) =>
    joined(reader, value, (each) => reader.t('law.unit.percent', { value: String(each) })),
  weekdays: (reader, value) => joined(reader, value, (each) => reader.t(`law.weekday.${each}`)),
}

/** The rulebook writes whole units; money counts cents. */
const amount = (reader: Reader, whole: number, currency: Currency): string =>
  reader.money({ minor: BigInt(Math.round(whole * 100)), currency })

function joined(
  reader: Reader,
  value: RuleValue,
  textOf: (each: string | number) => string,
): string {
  if (typeof value !== 'object' || !('length' in value)) return textOf(String(value))
  return value.map(textOf).join(reader.t('law.list.comma'))
}

const rangeOf = (value: RuleValue): RuleRange =>
  typeof value === 'object' && 'min' in value ? value : { min: Number(value), max: Number(value) }

function bounds(value: RuleValue): { from: string; to: string } {
  const { min, max } = rangeOf(value)
  return { from: String(min), to: String(max) }
}
