import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  complaintFigures,
  hiddenScopesOf,
  type JudgedComplaint,
  stepFigures,
} from './complaint-figures.ts'
import type { Figure } from './figure.ts'
import { moneyFigures, type PersonSum, remedyFigures } from './money-figures.ts'

const least = 5
const complaint = (changed: Partial<JudgedComplaint> = {}): JudgedComplaint => ({
  ...{ id: 'x', year: 2026, officeId: 'one', agencyId: 'a', door: 'web' },
  ...{ closedHow: null, inTime: true },
  ...changed,
})
const many = (count: number, changed: Partial<JudgedComplaint> = {}) =>
  Array.from({ length: count }, () => complaint(changed))
const find = (all: readonly Figure[], wanted: Partial<Figure>) =>
  all.find((each) =>
    Object.entries(wanted).every(([key, value]) => each[key as keyof Figure] === value),
  )?.value

describe('figures of complaints', () => {
  it('count each year by itself', () => {
    const all = complaintFigures([...many(7), ...many(9, { year: 2025 })], least)
    expect(find(all, { scope: 'all', year: 2026, measure: 'received' })).toBe(7n)
    expect(find(all, { scope: 'all', year: 2025, measure: 'received' })).toBe(9n)
  })

  it('hide an office with few, and one more from which it could be found', () => {
    const all = complaintFigures(
      [...many(3), ...many(6, { officeId: 'two' }), ...many(20, { officeId: 'three' })],
      least,
    )
    const of = (scopeId: string) => find(all, { scope: 'office', scopeId, measure: 'received' })
    expect([of('one'), of('two'), of('three')]).toEqual([null, null, 20n])
    expect(
      all.filter(({ scopeId, measure }) => scopeId === 'one' && measure !== 'received'),
    ).toEqual([])
  })

  it('count those about no agency among the agencies, so that nothing is found from the rest', () => {
    const all = complaintFigures([...many(20), ...many(2, { agencyId: null })], least)
    expect(find(all, { scope: 'agency', scopeId: null, measure: 'received' })).toBe(null)
    expect(find(all, { scope: 'agency', scopeId: 'a', measure: 'received' })).toBe(null)
  })

  it.each([
    [10, 0, 100n],
    [10, 10, 50n],
    [20, 1, null],
    [2, 20, null],
  ])('say how many were answered in time: %i met, %i missed', (met, missed, percent) => {
    const all = complaintFigures([...many(met), ...many(missed, { inTime: false })], least)
    expect(find(all, { scope: 'all', measure: 'answered-in-time-percent' })).toBe(percent)
  })

  it('say nothing of answers where none is due yet, which is not zero', () => {
    const all = complaintFigures(many(10, { inTime: null }), least)
    expect(all.some(({ measure }) => measure === 'answered-in-time-percent')).toBe(false)
  })

  it('count what was closed without confirmation', () => {
    const all = complaintFigures(
      [
        ...many(8, { closedHow: 'without-confirmation' }),
        ...many(9, { closedHow: 'confirmed' }),
        ...many(10),
      ],
      least,
    )
    expect(find(all, { scope: 'all', measure: 'closed' })).toBe(17n)
    expect(find(all, { scope: 'all', measure: 'closed-without-confirmation' })).toBe(8n)
  })

  it('never publish a small number, and never let the parts tell a hidden one', () => {
    const any = fc.array(
      fc.record({
        officeId: fc.constantFrom('1', '2', '3'),
        agencyId: fc.constantFrom('a', 'b', null),
        door: fc.constantFrom('web' as const, 'paper' as const),
      }),
      { maxLength: 60 },
    )
    fc.assert(
      fc.property(any, (all) => {
        const figures = complaintFigures(
          all.map((each) => complaint(each)),
          least,
        )
        const counts = figures.filter(({ measure }) => measure === 'received' || measure === 'door')
        expect(counts.filter(({ value }) => value !== null && value > 0n && value < 5n)).toEqual([])
        for (const scope of ['office', 'agency']) {
          const own = counts.filter((each) => each.scope === scope)
          const hidden = own.filter(({ value }) => value === null)
          if (hidden.length > 0 && hidden.length < own.length)
            expect(hidden.length).toBeGreaterThan(1)
        }
      }),
    )
  })
})

it('days of a step are hidden where few cases were at it, or the office itself is hidden', () => {
  const step = {
    scope: 'office',
    officeId: 'one',
    agencyId: null,
    year: 2026,
    step: 'whole',
    count: 9,
    median: 4,
    ninthDecile: 11,
  } as const
  const days = (changed: object, hiddenScopes = new Set<string>()) =>
    stepFigures([{ ...step, ...changed }], { least, hiddenScopes }).map(({ value }) => value)
  expect(days({})).toEqual([4n, 11n])
  expect(days({ count: 4 })).toEqual([null, null])
  const figures = complaintFigures([...many(3), ...many(3, { officeId: 'two' })], least)
  expect(days({}, new Set(hiddenScopesOf(figures)))).toEqual([null, null])
  expect(days({ scope: 'agency', agencyId: null })).toEqual([])
})

describe('figures of money', () => {
  const sums = (count: number, from = 0, currency: PersonSum['currency'] = 'USD'): PersonSum[] =>
    Array.from({ length: count }, (_, at) => ({
      personId: `p${from + at}`,
      year: 2026,
      currency,
      minor: 100n,
    }))
  const sexOf = new Map(
    [...Array(10).keys()].map((at) => [`p${at}`, at < 7 ? ('female' as const) : ('male' as const)]),
  )
  const value = (all: readonly Figure[], slice: string, currency = 'USD') =>
    find(all, { slice, currency } as Partial<Figure>)

  it('add up by sex and money, and hide what few persons stand behind', () => {
    const all = moneyFigures('awarded', [...sums(10), ...sums(3, 0, 'THB')], { sexOf, least })
    expect([value(all, 'all'), value(all, 'female'), value(all, 'male')]).toEqual([
      1000n,
      null,
      null,
    ])
    expect(value(all, 'all', 'THB')).toBe(null)
  })

  it('keep whose sex nobody noted apart', () => {
    const all = moneyFigures('sought', [...sums(7), ...sums(6, 20)], { sexOf, least })
    expect([value(all, 'female'), value(all, 'not-noted')]).toEqual([700n, 600n])
  })

  it('are no data where there are none, never zero', () => {
    expect(
      moneyFigures('money-received', [{ ...sums(1)[0]!, minor: 0n }], { sexOf, least }),
    ).toEqual([])
    expect(remedyFigures([], least)).toEqual([])
  })
})
