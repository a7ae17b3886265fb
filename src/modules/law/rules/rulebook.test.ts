import { describe, expect, it } from 'vitest'
import type { Day } from '../../../kernel/days.ts'
import type { Rule } from './rule.ts'
import { clockRule, findNumber, findRule, makeRulebook, numberRule } from './rulebook.ts'

const day = (text: string) => text as Day
const aRule = (over: Partial<Rule> = {}): Rule => ({
  key: 'complaint.resolve_days',
  version: 1,
  part: 'complaints',
  value: 10,
  unit: 'days',
  validFrom: day('2013-09-23'),
  validTo: null,
  article: null,
  source: 'test',
  sourceUrl: null,
  standing: 'verified',
  name: { km: 'វិធាន', en: 'Rule' },
  note: null,
  ...over,
})
const dayType = (value: string) =>
  aRule({ key: 'complaint.day_type', value, unit: 'code', standing: 'assumed' })
const today = day('2026-11-22')

describe('the rules in force on a day', () => {
  it.each([
    ['2013-09-22', false, 'the day before it began'],
    ['2013-09-23', true, 'its first day'],
    ['2020-12-31', true, 'its last day'],
    ['2021-01-01', false, 'the day after'],
  ])('on %s: %s (%s)', (on, found) => {
    const rule = aRule({ validTo: day('2020-12-31') })
    expect(findRule(makeRulebook([rule], day(on)), rule.key) !== null).toBe(found)
  })

  it('hold for every earlier day when their beginning is not known', () => {
    const book = makeRulebook([aRule({ validFrom: null })], day('1995-01-01'))
    expect(findNumber(book, 'complaint.resolve_days')).toBe(10)
  })

  it('choose the version of the day', () => {
    const rules = [
      aRule({ validTo: day('2025-12-31') }),
      aRule({ version: 2, value: 7, validFrom: day('2026-01-01') }),
    ]
    expect(findNumber(makeRulebook(rules, day('2025-12-31')), 'complaint.resolve_days')).toBe(10)
    expect(findNumber(makeRulebook(rules, day('2026-01-01')), 'complaint.resolve_days')).toBe(7)
  })
})

describe('a rule that is a number', () => {
  it('is null while it is unknown, never zero', () => {
    expect(numberRule(aRule({ value: null, standing: 'unknown' })).value).toBeNull()
  })

  it('is not made of another kind of value', () => {
    for (const value of ['10', true, [10]]) expect(() => numberRule(aRule({ value }))).toThrow()
  })
})

describe('the term of a clock', () => {
  it('takes the kind of day from its own rule, and is no surer than that one', () => {
    const book = makeRulebook([aRule(), dayType('calendar')], today)
    expect(clockRule(book, 'complaint.resolve_days')).toEqual({
      value: 10,
      unit: 'calendar-days',
      standing: 'assumed',
      applied: [
        { key: 'complaint.resolve_days', version: 1 },
        { key: 'complaint.day_type', version: 1 },
      ],
    })
  })

  it('counts working days as soon as the rulebook says so', () => {
    const book = makeRulebook([aRule(), dayType('working')], today)
    expect(clockRule(book, 'complaint.resolve_days')?.unit).toBe('working-days')
  })

  it.each([
    ['its value is unknown', [aRule({ value: null, standing: 'unknown' }), dayType('calendar')]],
    ['the kind of day is unknown', [aRule()]],
    ['it is not in force', []],
  ] as const)('does not exist when %s', (_why, rules) => {
    expect(clockRule(makeRulebook(rules, today), 'complaint.resolve_days')).toBeNull()
  })

  it('keeps a unit that the rule itself gives', () => {
    const rule = aRule({ key: 'complaint.first_answer_hours', value: 48, unit: 'hours' })
    const term = clockRule(makeRulebook([rule], today), rule.key)
    expect(term).toMatchObject({ value: 48, unit: 'hours', standing: 'verified' })
  })

  it('is not made of money', () => {
    const book = makeRulebook([aRule({ key: 'deposit.minimum_usd', unit: 'USD' })], today)
    expect(() => clockRule(book, 'deposit.minimum_usd')).toThrow()
  })
})
