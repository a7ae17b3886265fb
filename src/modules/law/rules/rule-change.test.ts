import { describe, expect, it } from 'vitest'
import type { Day } from '../../../kernel/days.ts'
import { ok, refuse } from '../../../kernel/result.ts'
import type { Rule } from './rule.ts'
import { checkRuleChange, type RuleContent } from './rule-change.ts'
import { parseRuleValue, shapeOf, typedRuleValue } from './rule-value.ts'

const day = (text: string) => text as Day
const aVersion = (over: Partial<Rule & { withdrawn: boolean }> = {}) => ({
  ...{ key: 'complaint.resolve_days', version: 1, part: 'complaints' as const, value: 10 },
  ...{ unit: 'days' as const, validFrom: day('2013-09-23'), validTo: null, article: null },
  ...{ source: 'test', sourceUrl: null, standing: 'verified' as const, note: null },
  ...{ name: { km: 'វិធាន', en: 'Rule' }, withdrawn: false },
  ...over,
})
const aChange = (over: Partial<RuleContent> = {}): RuleContent => ({
  ...{ key: 'complaint.resolve_days', basedOn: 1, value: 7, standing: 'verified' },
  ...{ article: null, source: 'gazette', sourceUrl: null },
  ...over,
})
const from = day('2027-01-01')

describe('a new version of a rule is refused', () => {
  it.each([
    ['where there is none', [], {}, 'no-such-rule'],
    ['that starts from an older one', [aVersion({ version: 2 })], {}, 'changed-meanwhile'],
    [
      'that begins before a later one',
      [
        aVersion({ validTo: day('2027-01-31') }),
        aVersion({ version: 2, validFrom: day('2027-02-01') }),
      ],
      { basedOn: 2 },
      'overlaps-a-later-version',
    ],
    [
      'that begins with another one',
      [aVersion({ validFrom: from })],
      {},
      'overlaps-a-later-version',
    ],
    ['known without a value', [aVersion()], { value: null }, 'unknown-has-no-value'],
    ['unknown with a value', [aVersion()], { standing: 'unknown' }, 'unknown-has-no-value'],
    ['verified without a source', [aVersion()], { source: null }, 'value-needs-a-source'],
    [
      'that assumes what was unknown, without a source',
      [aVersion({ value: null, standing: 'unknown' })],
      { standing: 'assumed', source: null },
      'value-needs-a-source',
    ],
    ['that is the same', [aVersion()], { value: 10, source: 'test' }, 'nothing-changes'],
  ] as const)('%s', (_what, versions, content, refusal) => {
    expect(checkRuleChange(versions, aChange(content), from)).toEqual(refuse(refusal))
  })
})

describe('a new version of a rule', () => {
  it('closes the one that holds on its first day', () => {
    const held = aVersion()
    expect(checkRuleChange([held], aChange(), from)).toEqual(ok({ version: 2, closes: held }))
  })

  it('takes a number that no version had, and does not mind those that were taken back', () => {
    const taken = aVersion({ version: 2, validFrom: day('2027-03-01'), withdrawn: true })
    const step = checkRuleChange([taken, aVersion()], aChange(), from)
    expect(step.ok && step.value.version).toBe(3)
  })

  it('may say that nothing is known any more', () => {
    const content = aChange({ value: null, standing: 'unknown', source: null })
    expect(checkRuleChange([aVersion()], content, from).ok).toBe(true)
  })
})

describe('a typed value', () => {
  const parse = (unit: Rule['unit'], typed: readonly string[], key = 'a.b') =>
    parseRuleValue(shapeOf({ key, unit }), unit, typed)

  it.each([
    ['days', ['7'], 7],
    ['USD', ['100,000'], 100_000],
    ['percent', ['2.5'], 2.5],
    ['days-range', ['5-7'], { min: 5, max: 7 }],
    ['days-range', ['5'], { min: 5, max: 5 }],
    ['list-days', ['180, 90'], [180, 90]],
    ['yes-no', ['yes'], true],
    ['yes-no', ['no'], false],
    ['code', ['receipt'], 'receipt'],
    ['list', ['visa', 'ocwc'], ['ocwc', 'visa']],
    ['weekdays', ['1', '0'], [1, 0]],
  ] as const)('%s %j is %j', (unit, typed, value) => {
    expect(parse(unit, typed)).toEqual(ok(value))
  })

  it.each([
    ['days', ['']],
    ['days', ['-1']],
    ['days', ['7 days']],
    ['days-range', ['7-5']],
    ['days-range', ['1-2-3']],
    ['list-days', ['180, x']],
    ['yes-no', ['maybe']],
    ['code', ['<script>']],
    ['list', []],
    ['weekdays', ['8']],
  ] as const)('%s %j is refused', (unit, typed) => {
    expect(parse(unit, typed)).toEqual(refuse('value-wrong'))
  })

  it('counts days only in the two ways that clocks know', () => {
    expect(parse('code', ['working'], 'complaint.day_type')).toEqual(ok('working'))
    expect(parse('code', ['receipt'], 'complaint.day_type')).toEqual(refuse('value-wrong'))
  })

  it.each([
    ['days', 7],
    ['yes-no', true],
    ['yes-no', false],
    ['code', 'receipt'],
    ['days-range', { min: 5, max: 7 }],
  ] as const)('%s %j is typed again as it was', (unit, value) => {
    expect(parse(unit, typedRuleValue(value))).toEqual(ok(value))
  })
})
