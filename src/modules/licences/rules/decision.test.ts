import { describe, expect, it } from 'vitest'
import type { Day } from '../../../kernel/days.ts'
import type { Rule, Rulebook } from '../../law/index.ts'
import { isReasonFor, suspensionFrom } from './decision.ts'
import { licenceActions, reasonsOf } from './lifecycle.ts'

const today = '2026-06-15' as Day

function aBook(values: Record<string, number | null>): Rulebook {
  const rules = Object.entries(values).map(
    ([key, value]) => [key, { key, version: 3, value } as unknown as Rule] as const,
  )
  return { on: today, rules: new Map(rules) }
}
const known = aBook({ 'suspension.default_days': 45, 'suspension.max_days': null })
const limited = aBook({ 'suspension.default_days': 45, 'suspension.max_days': 60 })
const unknown = aBook({ 'suspension.default_days': null, 'suspension.max_days': null })

const until = (day: string) => ({ kind: 'date', until: day as Day }) as const

describe('how long a suspension lasts', () => {
  it.each([
    ['precedent is not known', { kind: 'default' } as const, unknown, 'term-unknown'],
    ['today', until('2026-06-15'), known, 'term-in-the-past'],
    ['yesterday', until('2026-06-14'), known, 'term-in-the-past'],
    ['one day more than the law allows', until('2026-08-15'), limited, 'term-too-long'],
  ])('refuses: %s', (_, term, book, refusal) => {
    expect(suspensionFrom(today, term, book)).toEqual({ ok: false, refusal })
  })

  it('is as long as precedent has it, and keeps the version of the rule', () => {
    expect(suspensionFrom(today, { kind: 'default' }, known)).toEqual({
      ok: true,
      value: {
        suspension: { since: today, until: '2026-07-30', condition: null },
        rules: [
          { key: 'suspension.default_days', version: 3 },
          { key: 'suspension.max_days', version: 3 },
        ],
      },
    })
  })

  it('may be of any length while the longest term is not known', () => {
    expect(suspensionFrom(today, until('2036-01-01'), known)).toMatchObject({ ok: true })
  })

  it('may be exactly as long as the law allows', () => {
    expect(suspensionFrom(today, until('2026-08-14'), limited)).toMatchObject({ ok: true })
  })

  it('has no last day when a condition decides', () => {
    const term = { kind: 'condition', condition: 'workers-repaid' } as const
    expect(suspensionFrom(today, term, limited)).toEqual({
      ok: true,
      value: { suspension: { since: today, until: null, condition: 'workers-repaid' }, rules: [] },
    })
  })
})

it('takes for each action only its own reasons', () => {
  for (const action of licenceActions)
    for (const other of licenceActions)
      for (const reason of reasonsOf[other])
        expect(isReasonFor(action, reason)).toBe(
          (reasonsOf[action] as readonly string[]).includes(reason),
        )
  expect(isReasonFor('revoke', 'because')).toBe(false)
})
