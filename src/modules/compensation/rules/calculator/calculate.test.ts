import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day, daysBetween } from '../../../../kernel/days.ts'
import type { Currency, Money } from '../../../../kernel/money.ts'
import { lawWith, packLaw } from '../../testing/law-of-the-pack.ts'
import { calculate } from './calculate.ts'
import {
  type CalculationFacts,
  chargeKinds,
  deductionKinds,
  documentKinds,
  noFacts,
  type WagePeriod,
  works,
} from './facts.ts'
import type { Finding, Head } from './finding.ts'

const day = (text: string) => text as Day
const money = (minor: number | bigint, currency: Currency = 'THB'): Money => ({
  minor: BigInt(minor),
  currency,
})
const today = day('2026-11-23')
const propose = (facts: Partial<CalculationFacts>, law = packLaw) =>
  calculate({ ...noFacts, ...facts }, { law, today })
const of = (head: Head, facts: Partial<CalculationFacts>, law = packLaw): readonly Finding[] =>
  propose(facts, law).findings.filter((finding) => finding.head === head)
const outcomes = (head: Head, facts: Partial<CalculationFacts>, law = packLaw) =>
  of(head, facts, law).map(({ outcome }) => outcome)

const bangkok = { country: 'TH', area: 'TH-10', work: 'general' } as const
const period: WagePeriod = {
  ...{ from: day('2025-06-01'), to: day('2025-07-31') },
  ...{ agreed: null, paid: money(0), daysAWeek: 7, daysWorked: null, overtime: null },
}
const wages = (changed: Partial<WagePeriod>) => [{ ...period, ...changed }]
const sum = (minor: number, currency: Currency = 'THB', bound = 'exact') => ({
  ...{ kind: 'sum', money: money(minor, currency) },
  bound,
})

describe('wages that are short', () => {
  it('follow the least wage through its changes: 30 days at 372 baht, 31 at 400', () => {
    expect(outcomes('wages', { ...bangkok, wages: [period] })).toEqual([
      sum((30 * 372 + 31 * 400) * 100),
    ])
  })

  it('are the higher of contract and law in each stretch, less what was paid', () => {
    const agreed = { money: money(39_000), per: 'day' } as const
    const paid = money(1_000_000)
    expect(outcomes('wages', { ...bangkok, wages: wages({ agreed, paid }) })).toEqual([
      sum(30 * 39_000 + 31 * 40_000 - 1_000_000),
    ])
  })

  it.each([
    ['nothing was paid too little', { paid: money(9_999_999_00) }, { kind: 'nothing' }],
    ['what was paid is not known', { paid: null }, { kind: 'unknown', why: 'paid', mayAsk: null }],
    [
      'nobody said how many days',
      { daysAWeek: null },
      { kind: 'unknown', why: 'days', mayAsk: null },
    ],
    [
      'it was paid in another money',
      { paid: money(5, 'USD') },
      { kind: 'unknown', why: 'currency', mayAsk: null },
    ],
  ])('say so where %s', (_what, changed, outcome) => {
    expect(outcomes('wages', { ...bangkok, wages: wages(changed as Partial<WagePeriod>) })).toEqual(
      [outcome],
    )
  })

  it('are not known without a contract where the law is not known, and never zero', () => {
    const early = wages({ from: day('2023-01-01'), to: day('2023-03-31') })
    expect(outcomes('wages', { ...bangkok, wages: early })).toEqual([
      { kind: 'unknown', why: 'agreed-and-minimum', mayAsk: null },
    ])
    expect(outcomes('wages', { wages: [period] })).toEqual([
      { kind: 'unknown', why: 'country', mayAsk: null },
    ])
    expect(outcomes('wages', { country: 'TH', work: 'general', wages: [period] })).toEqual([
      { kind: 'unknown', why: 'place', mayAsk: null },
    ])
  })

  it('are at least what the contract says where the least wage is not known', () => {
    const agreed = { money: money(90_000_00, 'JPY'), per: 'month' } as const
    const one = wages({
      agreed,
      paid: money(0, 'JPY'),
      from: day('2026-02-01'),
      to: day('2026-02-28'),
    })
    expect(outcomes('wages', { country: 'JP', wages: one })).toEqual([
      sum(90_000_00, 'JPY', 'at-least'),
    ])
  })

  it('count what is known of a period, and say that the rest is not', () => {
    const across = wages({ from: day('2023-12-30'), to: day('2024-01-02') })
    expect(outcomes('wages', { ...bangkok, wages: across })).toEqual([
      sum(2 * 363_00, 'THB', 'at-least'),
    ])
  })
})

describe('the least wage', () => {
  const february = { from: day('2025-02-01'), to: day('2025-02-28'), paid: money(0, 'MYR') }
  it.each([
    [
      'a factory in Malaysia',
      { country: 'MY', work: 'general', smallEmployer: false },
      sum(170_000, 'MYR'),
    ],
    [
      'a small shop there before August 2025',
      { country: 'MY', work: 'general', smallEmployer: true },
      { kind: 'unknown', why: 'agreed-and-minimum', mayAsk: null },
    ],
    [
      'an employer there of unknown size',
      { country: 'MY', work: 'general' },
      { kind: 'unknown', why: 'employer-size', mayAsk: null },
    ],
    [
      'a household there',
      { country: 'MY', work: 'domestic' },
      { kind: 'unknown', why: 'agreed-and-minimum', mayAsk: null },
    ],
    ['unsaid work there', { country: 'MY' }, { kind: 'unknown', why: 'work', mayAsk: null }],
  ] as const)('of %s', (_what, facts, outcome) => {
    expect(outcomes('wages', { ...facts, wages: wages(february) })).toEqual([outcome])
  })

  const oneDay = (on: string) => wages({ from: day(on), to: day(on) })
  it.each([
    ['TH', 'TH-84', 'special', '2025-03-01', 400],
    ['TH', 'TH-84', 'rest', '2025-03-01', 352],
    ['TH', 'TH-50', 'special', '2025-03-01', 380],
    ['TH', 'TH-S', null, '2025-03-01', 400],
    ['TH', 'TH-95', null, '2025-03-01', 337],
    ['TH', 'TH-10', null, '2024-12-31', 363],
    ['TH', 'TH-10', null, '2025-01-01', 372],
    ['TH', 'TH-10', null, '2025-06-30', 372],
    ['TH', 'TH-10', null, '2025-07-01', 400],
  ] as const)('of %s %s (%s) on %s', (country, area, district, on, baht) => {
    const facts = { country, area, district, work: 'general', wages: oneDay(on) } as const
    expect(outcomes('wages', facts)).toEqual([sum(baht * 100)])
  })

  it('is the lower of two where the part of the province was not said', () => {
    const facts = {
      country: 'TH',
      area: 'TH-84',
      work: 'general',
      wages: oneDay('2025-03-01'),
    } as const
    expect(outcomes('wages', facts)).toEqual([sum(352_00, 'THB', 'at-least')])
  })

  it('is that of hotels everywhere from July 2025, also where the province is not known', () => {
    const facts = { country: 'TH', work: 'hotel', wages: oneDay('2025-07-01') } as const
    expect(outcomes('wages', facts)).toEqual([sum(400_00)])
    expect(outcomes('wages', { ...facts, area: 'TH-95' })).toEqual([sum(400_00)])
    expect(outcomes('wages', { ...facts, area: 'TH-95', wages: oneDay('2025-06-30') })).toEqual([
      sum(337_00),
    ])
  })

  it('of households in Thailand is known from the regulation of 2024 on', () => {
    const facts = { country: 'TH', area: 'TH-10', work: 'domestic' } as const
    expect(outcomes('wages', { ...facts, wages: oneDay('2024-04-29') })).toMatchObject([
      { kind: 'unknown' },
    ])
    expect(outcomes('wages', { ...facts, wages: oneDay('2024-04-30') })).toEqual([sum(363_00)])
  })
})

describe('overtime', () => {
  const overtime = { hours: 10, restDayHours: null, paid: money(0) }
  it('is half as much again as the hour of the higher wage', () => {
    const july = { from: day('2025-07-01'), to: day('2025-07-31') }
    expect(outcomes('overtime', { ...bangkok, wages: wages({ ...july, overtime }) })).toEqual([
      sum(10 * 50_00 * 1.5),
    ])
    const agreed = { money: money(24_000_00), per: 'month' } as const
    expect(
      outcomes('overtime', { ...bangkok, wages: wages({ ...july, overtime, agreed }) }),
    ).toEqual([sum(10 * 100_00 * 1.5)])
  })

  it('on rest days is not known, so that the sum is the least', () => {
    const rest = { ...overtime, restDayHours: 8 }
    expect(outcomes('overtime', { ...bangkok, wages: wages({ overtime: rest }) })).toMatchObject([
      { bound: 'at-least' },
    ])
    expect(
      of('overtime', { ...bangkok, wages: wages({ overtime: rest }) })[0]?.steps.at(-3)?.id,
    ).toBe('rest-days-unknown')
  })

  it.each([
    ['the hours', { ...overtime, hours: null }, 'hours'],
    ['what was paid for it', { ...overtime, paid: null }, 'paid'],
  ])('is unknown without %s', (_what, own, why) => {
    expect(outcomes('overtime', { ...bangkok, wages: wages({ overtime: own }) })).toMatchObject([
      { kind: 'unknown', why },
    ])
  })

  it('is no right by law in Malaysia above the limit of wages', () => {
    const facts = (ringgit: number) => ({
      ...({ country: 'MY', work: 'general', smallEmployer: false } as const),
      wages: wages({
        ...{
          from: day('2025-03-01'),
          to: day('2025-03-31'),
          overtime: { ...overtime, paid: money(0, 'MYR') },
        },
        agreed: { money: money(ringgit * 100, 'MYR'), per: 'month' },
      }),
    })
    expect(outcomes('overtime', facts(4_000))).toMatchObject([{ kind: 'sum' }])
    expect(outcomes('overtime', facts(4_001))).toMatchObject([{ kind: 'unknown', why: 'rule' }])
  })
})

describe('deductions', () => {
  const back = (minor: number, currency: Currency = 'THB') => sum(minor, currency)
  const open = { kind: 'unknown', why: 'rule' }
  const table: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    TH: {
      recruitment: back(100_00),
      penalty: open,
      held: open,
      documents: open,
      'food-housing': open,
      debt: open,
      other: open,
    },
    JP: {
      recruitment: open,
      penalty: back(100_00),
      held: back(100_00),
      documents: open,
      'food-housing': open,
      debt: open,
      other: open,
    },
    MY: {
      recruitment: open,
      penalty: open,
      held: open,
      documents: open,
      'food-housing': open,
      debt: open,
      other: open,
    },
  }
  it.each(
    Object.keys(table).flatMap((country) => deductionKinds.map((kind) => [country, kind] as const)),
  )('in %s for %s', (country, kind) => {
    const facts = {
      country,
      work: 'general',
      wages: [period],
      deductions: [{ kind, money: money(100_00) }],
    } as const
    expect(outcomes('deductions', facts)).toMatchObject([table[country]?.[kind]])
  })

  it('from a household worker in Thailand come back above a tenth each and a fifth of all', () => {
    const facts = (...taken: number[]) => ({
      ...({ country: 'TH', area: 'TH-10', work: 'domestic' } as const),
      wages: wages({ from: day('2025-01-01'), to: day('2025-01-10'), daysWorked: 10 }),
      deductions: taken.map(
        (baht) => ({ kind: 'food-housing', money: money(baht * 100) }) as const,
      ),
    })
    expect(outcomes('deductions', facts(372))).toEqual([{ kind: 'nothing' }])
    expect(outcomes('deductions', facts(400))).toEqual([sum(28_00)])
    expect(outcomes('deductions', facts(372, 372, 100))).toEqual([sum(100_00)])
  })
})

describe('charges', () => {
  const charge = (
    minor: number,
    currency: Currency = 'USD',
    kind: 'recruitment' | 'permit-renewal' = 'recruitment',
  ) => ({ kind, money: money(minor, currency), on: day('2026-03-01') }) as const
  it.each([
    ['TH', [charge(49_00)], { kind: 'nothing' }],
    ['TH', [charge(40_00), charge(600_00)], sum(591_00, 'USD')],
    ['TH', [charge(10_000_00, 'THB', 'permit-renewal')], sum(2_400_00, 'THB')],
    ['JP', [charge(7_000_00)], sum(1_000_00, 'USD')],
    ['MY', [charge(600_00)], { kind: 'unknown', why: 'rule', mayAsk: money(600_00, 'USD') }],
    ['SG', [charge(600_00)], { kind: 'unknown', why: 'rule', mayAsk: money(600_00, 'USD') }],
    [null, [charge(600_00)], { kind: 'unknown', why: 'country', mayAsk: money(600_00, 'USD') }],
    [
      'TH',
      [charge(600_00), charge(500_000, 'KHR')],
      { kind: 'unknown', why: 'currency', mayAsk: null },
    ],
    [
      'TH',
      [{ ...charge(600_00), on: null }],
      { kind: 'unknown', why: 'date', mayAsk: money(600_00, 'USD') },
    ],
    [
      'TH',
      [{ ...charge(600_00), on: day('2013-01-01') }],
      { kind: 'unknown', why: 'rule', mayAsk: money(600_00, 'USD') },
    ],
  ] as const)('in %s', (country, charges, outcome) => {
    expect(outcomes('charges', { country, charges })).toEqual([outcome])
  })

  it('stay in the money that was paid, and are compared only by a rate that somebody entered', () => {
    const charges = [charge(2_000_000, 'KHR')]
    const rate = { from: 'USD', to: 'KHR', rate: '4,000', on: today, source: 'NBC' } as const
    expect(outcomes('charges', { country: 'TH', charges })).toMatchObject([
      { kind: 'unknown', why: 'currency' },
    ])
    expect(outcomes('charges', { country: 'TH', charges, rate })).toEqual([
      sum(2_000_000 - 49 * 4_000, 'KHR'),
    ])
    const [total] = propose({ country: 'TH', charges, rate }).totals
    expect(total?.converted?.money).toEqual(money(451_00, 'USD'))
    expect(total?.converted?.step.values).toMatchObject({
      on: { day: today },
      source: { text: 'NBC' },
    })
  })
})

describe('papers and delay', () => {
  it.each(documentKinds)('%s is to be given back', (kind) => {
    expect(
      outcomes('documents', { country: 'TH', documents: [{ kind, since: day('2026-01-01') }] }),
    ).toEqual([{ kind: 'in-kind', remedy: 'documents-back', mayAsk: null }])
  })

  it('whoever still waits may leave by a new day or ask for the money', () => {
    const delay = { promisedOn: day('2026-06-01'), leftOn: null, paid: money(600_00, 'USD') }
    expect(outcomes('delay', { delay })).toEqual([
      { kind: 'in-kind', remedy: 'departure-or-money-back', mayAsk: money(600_00, 'USD') },
    ])
    expect(outcomes('delay', { delay: { ...delay, leftOn: day('2026-06-01') } })).toEqual([
      { kind: 'nothing' },
    ])
    expect(outcomes('delay', { delay: { ...delay, leftOn: day('2026-07-01') } })).toMatchObject([
      { kind: 'unknown' },
    ])
  })
})

describe('injury and death', () => {
  const on = day('2026-05-04')
  const monthWage = money(12_000_00)
  it('in Thailand pay 70 percent of the wage, for up to ten years to the heirs', () => {
    const injury = { on, daysUnable: 30, monthWage, lasting: false }
    expect(outcomes('injury', { country: 'TH', injury })[0]).toEqual(
      sum(8_400_00, 'THB', 'at-most'),
    )
    expect(outcomes('death', { country: 'TH', death: { on, monthWage } })[0]).toEqual(
      sum(8_400_00 * 120, 'THB', 'at-most'),
    )
    const capped = lawWith({ 'TH.wcf_month_max_thb': { value: 14_000, standing: 'reported' } })
    expect(outcomes('injury', { country: 'TH', injury }, capped)[0]).toEqual(sum(8_400_00, 'THB'))
  })

  it('in Malaysia name what the scheme covers and leave the rest unknown', () => {
    const injury = { on, daysUnable: 30, monthWage: money(2_000_00, 'MYR'), lasting: true }
    expect(outcomes('injury', { country: 'MY', injury })).toMatchObject([
      { kind: 'unknown', why: 'rule' },
      { kind: 'in-kind', remedy: 'treatment' },
      sum(6_500_00, 'MYR', 'at-most'),
    ])
    expect(outcomes('death', { country: 'MY', death: { on, monthWage: null } })[0]).toMatchObject({
      kind: 'unknown',
    })
  })

  it('elsewhere, or without the wage, are unknown', () => {
    const injury = { on, daysUnable: 30, monthWage: null, lasting: false }
    expect(outcomes('injury', { country: 'KR', injury })).toMatchObject([
      { kind: 'unknown', why: 'rule' },
    ])
    expect(outcomes('injury', { country: 'TH', injury })[0]).toMatchObject({
      kind: 'unknown',
      why: 'wage',
    })
    expect(outcomes('death', { country: null, death: { on, monthWage: null } })).toMatchObject([
      { why: 'country' },
    ])
  })
})

const days = fc.integer({ min: 0, max: 1_000 }).map((n) => addDays(day('2024-01-01'), n))
const periods = fc
  .record({
    from: days,
    length: fc.integer({ min: 0, max: 400 }),
    daysAWeek: fc.integer({ min: 1, max: 7 }),
  })
  .map(({ from, length, daysAWeek }) => ({ ...period, from, to: addDays(from, length), daysAWeek }))
const amounts = fc.bigInt({ min: 0n, max: 10_000_000n })
const agreed = fc.option(
  fc.record({
    money: amounts.map((minor) => money(minor)),
    per: fc.constantFrom('day' as const, 'month' as const),
  }),
)
const places = fc.record({
  ...{
    country: fc.constantFrom('TH', 'MY', 'JP', 'KR', null),
    area: fc.constantFrom('TH-10', 'TH-84', 'TH-95', null),
  },
  ...{
    work: fc.constantFrom(...works, null),
    district: fc.constantFrom('special' as const, 'rest' as const, null),
  },
  smallEmployer: fc.constantFrom(true, false, null),
})
const anything = fc.record({
  place: places,
  wages: fc.array(
    fc.record({ period: periods, agreed, paid: fc.option(amounts), hours: fc.option(fc.nat(300)) }),
    { maxLength: 3 },
  ),
  deductions: fc.array(fc.record({ kind: fc.constantFrom(...deductionKinds), minor: amounts }), {
    maxLength: 3,
  }),
  charges: fc.array(
    fc.record({
      kind: fc.constantFrom(...chargeKinds),
      minor: amounts,
      currency: fc.constantFrom('USD' as const, 'KHR' as const, 'THB' as const),
      on: fc.option(days),
    }),
    { maxLength: 3 },
  ),
  injuryOn: fc.option(days),
})
const factsOf = (told: Parameters<Parameters<typeof anything.map>[0]>[0]): CalculationFacts => ({
  ...{ ...noFacts, ...told.place },
  wages: told.wages.map(({ period: own, agreed: wage, paid, hours }) => ({
    ...{ ...own, agreed: wage, paid: paid === null ? null : money(paid) },
    overtime: { hours, restDayHours: hours, paid: money(0) },
  })),
  deductions: told.deductions.map(({ kind, minor }) => ({ kind, money: money(minor) })),
  charges: told.charges.map(({ kind, minor, currency, on }) => ({
    kind,
    money: money(minor, currency),
    on,
  })),
  injury: told.injuryOn && {
    on: told.injuryOn,
    daysUnable: 20,
    monthWage: money(10_000_00),
    lasting: true,
  },
})
const owed = (facts: Partial<CalculationFacts>): bigint =>
  outcomes('wages', facts).reduce(
    (all, outcome) => all + (outcome.kind === 'sum' ? outcome.money.minor : 0n),
    0n,
  )

describe('whatever is told', () => {
  it('no sum is negative, and totals hold what was found and nothing unknown', () => {
    fc.assert(
      fc.property(anything, (told) => {
        const { findings, totals } = propose(factsOf(told))
        const sums = findings.flatMap(({ outcome }) =>
          outcome.kind === 'sum' ? [outcome.money] : [],
        )
        expect(sums.every(({ minor }) => minor >= 0n)).toBe(true)
        for (const currency of ['THB', 'MYR', 'USD', 'KHR', 'JPY'])
          expect(
            totals
              .filter(({ money: own }) => own.currency === currency)
              .reduce((all, own) => all + own.money.minor, 0n),
          ).toBe(
            sums
              .filter((own) => own.currency === currency)
              .reduce((all, { minor }) => all + minor, 0n),
          )
      }),
      { numRuns: 60 },
    )
  })

  it('cutting a period in two changes nothing', () => {
    fc.assert(
      fc.property(periods, agreed, places, fc.nat(400), (own, wage, place, at) => {
        const whole = { ...own, agreed: wage }
        const cut = addDays(own.from, at % (daysBetween(own.from, own.to) + 1))
        const parts =
          cut === own.to
            ? [whole]
            : [
                { ...whole, to: cut },
                { ...whole, from: addDays(cut, 1) },
              ]
        expect(owed({ ...place, wages: parts })).toBe(owed({ ...place, wages: [whole] }))
      }),
      { numRuns: 80 },
    )
  })

  it('more days, a higher wage or less paid never make it less', () => {
    fc.assert(
      fc.property(periods, agreed, amounts, amounts, (own, wage, paid, more) => {
        const one = { ...own, agreed: wage, paid: money(paid) }
        const base = owed({ ...bangkok, wages: [one] })
        expect(
          owed({ ...bangkok, wages: [{ ...one, to: addDays(one.to, 1) }] }),
        ).toBeGreaterThanOrEqual(base)
        expect(
          owed({ ...bangkok, wages: [{ ...one, paid: money(paid + more) }] }),
        ).toBeLessThanOrEqual(base)
        const higher = wage && { ...wage, money: money(wage.money.minor + more) }
        expect(owed({ ...bangkok, wages: [{ ...one, agreed: higher }] })).toBeGreaterThanOrEqual(
          base,
        )
      }),
      { numRuns: 60 },
    )
  })
})
