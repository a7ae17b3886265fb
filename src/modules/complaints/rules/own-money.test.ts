import { describe, expect, it } from 'vitest'
import type { Day } from '../../../kernel/days.ts'
import { nextOfMoney, type OwnDue, standingOfMoney } from './own-money.ts'

const today = '2026-11-20' as Day
const aDue = (over: Partial<OwnDue>): OwnDue => ({
  money: { minor: 100n, currency: 'USD' },
  dueOn: today,
  ...{ owed: 0n, paid: 0n, received: 0n },
  ...over,
})

describe('where her money stands', () => {
  it('is told by currency, never put together, without what was cancelled', () => {
    const dues = [
      aDue({ received: 100n }),
      aDue({ owed: 60n, dueOn: '2026-11-19' as Day }),
      aDue({ owed: 40n }),
      aDue({ paid: 700n, money: { minor: 700n, currency: 'THB' } }),
      aDue({}),
    ]

    expect(standingOfMoney(dues, today)).toEqual([
      { currency: 'USD', awarded: 200n, received: 100n, waiting: 0n, overdue: 60n },
      { currency: 'THB', awarded: 700n, received: 0n, waiting: 700n, overdue: 0n },
    ])
    expect(standingOfMoney([aDue({})], today)).toEqual([])
  })

  it.each([
    ['say', { paid: 1n, owed: 5n, dueOn: '2026-01-01' as Day }],
    ['overdue', { owed: 5n, dueOn: '2026-01-01' as Day }],
    ['wait', { owed: 5n }],
    ['all-came', { received: 5n }],
  ] as const)('asks her first for her word, and lets her wait otherwise: %s', (next, over) => {
    expect(nextOfMoney(standingOfMoney([aDue(over)], today))).toBe(next)
  })
})
