import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day } from '../../../kernel/days.ts'
import { currencies } from '../../../kernel/money.ts'
import { makeCalendar } from '../../places/index.ts'
import { costOf, isRate, missingRates, paidBy, type Rate, sharesAcross } from './convert.ts'
import { isBelowClaims, openIn, percentCovered, perWorker } from './cover.ts'
import type { DepositId } from './deposit.ts'
import type { DueId } from './due.ts'
import { callsOf, type Guarantee, type GuaranteeId, lastDayOf, standingOf } from './guarantee.ts'
import { holdsOn } from './override.ts'
import { groundOf, type ReleaseFacts } from './release.ts'

const day = (text: string) => text as Day
// Wednesday 2026-11-25 to Friday 2026-11-27 are feasts, the week-end follows.
const feasts = ['2026-11-25', '2026-11-26', '2026-11-27'].map((each) => ({
  ...{ day: day(each), year: 2026, code: 'water' },
  name: { km: 'x', en: 'x' },
}))
const calendar = makeCalendar(feasts as never, [1, 2, 3, 4, 5])
const guarantee = (over: Partial<Guarantee> = {}): Guarantee => ({
  ...{ id: 'g1' as GuaranteeId, depositId: 'd' as DepositId, number: 'G-1', bank: 'A bank' },
  ...{ minor: 500n, called: 0n, issuedOn: day('2026-01-01'), expiresOn: day('2026-11-26') },
  ...{ status: 'in-force', version: 1, replacesId: null, enteredBy: 'p', endedAt: null },
  enteredAt: new Date(0),
  ...over,
})

describe('the last day of a guarantee', () => {
  it.each([
    ['a working day', '2026-11-24', null, '2026-11-24', '2026-11-24'],
    ['a feast, and nobody knows which day counts', '2026-11-26', null, '2026-11-24', '2026-11-30'],
    ['a feast, the day before', '2026-11-26', 'working-day-before', '2026-11-24', '2026-11-24'],
    ['a feast, the day after', '2026-11-26', 'working-day-after', '2026-11-30', '2026-11-30'],
    ['a feast, the day itself', '2026-11-26', 'that-day', '2026-11-26', '2026-11-26'],
    ['a Saturday', '2026-11-28', null, '2026-11-24', '2026-11-30'],
  ] as const)('on %s', (_, expiresOn, rule, earliest, latest) => {
    expect(lastDayOf(day(expiresOn), calendar, rule)).toEqual({ earliest, latest })
  })

  it('is said to be near before the earlier day, and to be unsure between the two', () => {
    const last = lastDayOf(day('2026-11-26'), calendar, null)
    const on = (today: string) =>
      standingOf(guarantee(), last, { today: day(today), alarmDays: 10 })

    expect(on('2026-11-13')).toBe('in-force')
    expect(on('2026-11-14')).toBe('ends-soon')
    expect(on('2026-11-24')).toBe('ends-soon')
    expect(on('2026-11-25')).toBe('perhaps-expired')
    expect(on('2026-11-30')).toBe('perhaps-expired')
    expect(on('2026-12-01')).toBe('expired')
  })
})

describe('what a draw takes', () => {
  const later = guarantee({ id: 'g2' as GuaranteeId, expiresOn: day('2027-01-01'), called: 100n })
  const held = { held: 1_000n, guarantees: [later, guarantee()] }

  it('is cash first, then the guarantee that expires first', () => {
    expect(callsOf(100n, held)).toEqual([])
    expect(callsOf(101n, held)).toEqual([{ id: 'g1', minor: 1n }])
    expect(callsOf(1_000n, held)).toEqual([
      { id: 'g1', minor: 500n },
      { id: 'g2', minor: 400n },
    ])
  })

  it('takes nothing of one that has ended', () => {
    const ended = { held: 100n, guarantees: [guarantee({ status: 'expired' })] }
    expect(callsOf(100n, ended)).toEqual([])
  })
})

const riel: Rate = {
  ...{ base: 'USD', currency: 'KHR', rate: '4100' },
  ...{ onDay: day('2026-11-20'), source: 'National Bank' },
}
const baht: Rate = { ...riel, currency: 'THB', rate: '34.5' }

describe('a sum in another currency', () => {
  it('is known only by a rate that is a number above nothing', () => {
    for (const text of ['', '0', '0.000', '-3', '1e3', '4,100', '1234567', '1.1234567', 'x'])
      expect(isRate(text), text).toBe(false)
    for (const text of ['4100', '34.5', '0.000001']) expect(isRate(text), text).toBe(true)
    expect(
      missingRates([{ currency: 'THB' }, { currency: 'USD' }], { base: 'USD', rates: [riel] }),
    ).toEqual(['THB'])
  })

  it('costs what pays all of it, to the next cent', () => {
    expect(costOf(4_100n, riel)).toBe(100n)
    expect(costOf(4_101n, riel)).toBe(101n)
    expect(costOf(3_450n, baht)).toBe(100n)
    expect(paidBy(100n, baht)).toBe(3_450n)
    expect(paidBy(1n, riel)).toBe(41n)
  })

  it('is shared beside others, each in its own', () => {
    const due = (id: string, owed: bigint, currency: 'USD' | 'THB') => ({
      ...{ id: id as DueId, owed, currency },
    })
    const dues = [due('a', 300n, 'USD'), due('b', 3_450n, 'THB')]

    expect(sharesAcross(dues, { held: 200n, base: 'USD', rates: [baht] })).toEqual([
      { dueId: 'a', claim: 300n, claimCost: 300n, share: 150n, cost: 150n },
      { dueId: 'b', claim: 3_450n, claimCost: 100n, share: 1_725n, cost: 50n },
    ])
  })

  it('never takes more than is held, nor gives more than is owed, whatever the rates', () => {
    const aRate = fc.tuple(fc.integer({ min: 1, max: 999_999 }), fc.integer({ min: 0, max: 99 }))
    const sum = fc.record({
      owed: fc.bigInt({ min: 1n, max: 10_000_000n }),
      currency: fc.constantFrom(...currencies),
    })
    fc.assert(
      fc.property(
        fc.bigInt(0n, 5_000_000n),
        fc.array(sum, { maxLength: 30 }),
        aRate,
        (held, sums, r) => {
          const dues = sums.map((each, at) => ({ ...each, id: String(at) as DueId }))
          const rates = currencies
            .filter((currency) => currency !== 'USD')
            .map((currency) => ({ ...riel, currency, rate: `${r[0]}.${r[1]}` }))
          const shares = sharesAcross(dues, { held, base: 'USD', rates })
          expect(shares.reduce((all, { cost }) => all + cost, 0n) <= held).toBe(true)
          for (const { share, claim, cost, claimCost } of shares) {
            expect(share >= 0n && share <= claim && cost <= claimCost).toBe(true)
            expect((cost === 0n) === (share === 0n)).toBe(true)
          }
          const all = shares.reduce((total, { claimCost }) => total + claimCost, 0n)
          if (held >= all) expect(shares.every(({ share, claim }) => share === claim)).toBe(true)
        },
      ),
    )
  })
})

describe('what a deposit covers', () => {
  const sums = (currency: 'USD' | 'KHR' | 'THB' | null, minor: bigint | null, uncounted = 0) => ({
    ...{ agencyId: 'a' as never, currency, minor, uncounted },
  })

  it('adds up what can be added up, and counts what cannot', () => {
    const open = [
      sums('USD', 500n),
      sums('KHR', 8_200n, 2),
      sums('THB', 3_000n),
      sums(null, null, 3),
    ]
    expect(openIn('USD', open, [riel])).toEqual({ open: 700n, uncounted: 6 })
    expect(openIn('USD', open, [riel, baht])).toEqual({ open: 787n, uncounted: 5 })
  })

  it('is no ratio of nothing', () => {
    const held = { minor: 1_000n, currency: 'USD' } as const
    expect(percentCovered({ held, open: 0n })).toBeNull()
    expect(percentCovered({ held, open: 3_000n })).toBe(33)
    expect(isBelowClaims({ held, open: 1_000n })).toBe(false)
    expect(isBelowClaims({ held, open: 1_001n })).toBe(true)
    expect(perWorker({ held, workers: 0 })).toBeNull()
    expect(perWorker({ held, workers: null })).toBeNull()
    expect(perWorker({ held, workers: 3 })?.minor).toBe(333n)
  })
})

describe('giving back', () => {
  const facts = (over: Partial<ReleaseFacts> = {}): ReleaseFacts => ({
    ...{ owesAnything: false, claimsOpen: false, closedOn: day('2026-01-10'), termDays: null },
    ...{ minimum: { minor: 100n, currency: 'USD' }, heldAfter: 0n, today: day('2026-02-09') },
    ...over,
  })

  it.each([
    ['closed and cleared', {}, 'closed'],
    ['closed, something is owed', { owesAnything: true, termDays: 1 }, 'debts-open'],
    ['closed, claimed, the term is not known', { claimsOpen: true }, 'claims-open'],
    [
      'closed, claimed, the last day of the term',
      { claimsOpen: true, termDays: 30 },
      'claims-open',
    ],
    ['closed, claimed, the day after it', { claimsOpen: true, termDays: 29 }, 'closed'],
    ['open, more than the minimum stays', { closedOn: null, heldAfter: 100n }, 'excess'],
    ['open, less would stay', { closedOn: null, heldAfter: 99n }, 'not-closed'],
    [
      'open, the minimum is not known',
      { closedOn: null, minimum: null, heldAfter: 9n },
      'not-closed',
    ],
    [
      'open, enough stays, claimed',
      { closedOn: null, heldAfter: 100n, claimsOpen: true },
      'claims-open',
    ],
  ] as const)('%s', (_, over, found) => {
    expect(groundOf(facts(over))).toBe(found)
  })
})

it('an override holds on its days only, once it is signed', () => {
  const [fromDay, untilDay] = [day('2026-11-01'), day('2026-11-30')]
  const one = { status: 'signed', fromDay, untilDay } as const
  expect(holdsOn(one, fromDay) && holdsOn(one, untilDay)).toBe(true)
  expect(holdsOn(one, addDays(untilDay, 1)) || holdsOn(one, addDays(fromDay, -1))).toBe(false)
  expect(holdsOn({ ...one, status: 'proposed' }, fromDay)).toBe(false)
})
