import { describe, expect, it } from 'vitest'
import type { Day } from '../../../kernel/days.ts'
import { clockOfDemand, minimumOf, shortBy, stateOfDeposit } from './deposit.ts'
import { mayNotSign, paperOf } from './draw.ts'
import { stateOfDue } from './due.ts'

const minimum = minimumOf(100_000)
const usd = (held: bigint) => ({ currency: 'USD', held }) as const
const khr = (held: bigint) => ({ currency: 'KHR', held }) as const

describe('whether a deposit is enough', () => {
  it.each([
    ['nobody knows the minimum', [usd(1n)], null, 'minimum-unknown', null],
    ['exactly the minimum', [usd(10_000_000n)], minimum, 'covered', null],
    ['one cent less', [usd(9_999_999n)], minimum, 'short', 1n],
    ['nothing is entered', [], minimum, 'short', 10_000_000n],
    ['part of it in riel: nobody compares', [usd(1n), khr(400n)], minimum, 'not-comparable', null],
    ['enough, and riel beside it', [usd(10_000_000n), khr(1n)], minimum, 'covered', null],
    ['the riel went out again', [usd(1n), khr(0n)], minimum, 'short', 9_999_999n],
  ] as const)('%s', (_, holdings, needed, state, missing) => {
    expect(stateOfDeposit(holdings, needed)).toBe(state)
    expect(shortBy(holdings, needed)?.minor ?? null).toBe(missing)
  })

  it('is demanded until the last day, which is still in time', () => {
    const demand = { status: 'open', dueOn: '2026-07-10' as Day } as const

    expect(clockOfDemand(demand, '2026-07-10' as Day)).toBe('running')
    expect(clockOfDemand(demand, '2026-07-11' as Day)).toBe('ran-out')
    expect(clockOfDemand({ ...demand, status: 'met' }, '2026-07-11' as Day)).toBe('stopped')
  })
})

describe('where a due stands', () => {
  const today = '2026-07-02' as Day
  it.each([
    ['owed, the last day is today', [5n, 0n, 0n], '2026-07-02', 'open'],
    ['owed, the last day was yesterday', [5n, 0n, 0n], '2026-07-01', 'overdue'],
    ['part paid, part late', [1n, 4n, 0n], '2026-07-01', 'overdue'],
    ['all paid, no word of hers yet', [0n, 5n, 0n], '2026-07-01', 'to-confirm'],
    ['part received, the rest not confirmed', [0n, 1n, 4n], '2026-07-01', 'to-confirm'],
    ['all received', [0n, 0n, 5n], '2026-07-01', 'received'],
    ['taken back before anything came', [0n, 0n, 0n], '2026-07-01', 'cancelled'],
  ] as const)('%s', (_, [owed, paid, received], dueOn, state) => {
    expect(stateOfDue({ owed, paid, received, dueOn: dueOn as Day }, today)).toBe(state)
  })
})

describe('a draw', () => {
  it('is an order only where a verified rule says so', () => {
    expect(paperOf({ standing: 'verified' })).toBe('order')
    for (const standing of ['reported', 'assumed', 'unknown'] as const)
      expect(paperOf({ standing })).toBe('proposal')
  })

  it('needs three different persons', () => {
    const draw = { proposedBy: 'a', firstSignedBy: 'b' }

    expect(mayNotSign(draw, 'a')).toBe('proposer-never-signs')
    expect(mayNotSign(draw, 'b')).toBe('signed-already')
    expect(mayNotSign(draw, 'c')).toBeNull()
  })
})
