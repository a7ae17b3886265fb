import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day } from '../../../../kernel/days.ts'
import { lawWith, packLaw } from '../../testing/law-of-the-pack.ts'
import {
  addMonths,
  alarmDays,
  alarmDue,
  type BarFacts,
  barTopics,
  timeBarsFor,
} from './time-bars.ts'

const day = (text: string) => text as Day
const facts = (changed: Partial<BarFacts>): BarFacts => ({
  ...{ country: null, topics: [], happenedOn: day('2026-06-01'), isExact: true },
  ...{ conciliationFailedOn: null, filedOn: {} },
  ...changed,
})
const bars = (changed: Partial<BarFacts>, today = '2026-06-02', law = packLaw) =>
  timeBarsFor(facts(changed), { today: day(today), law })
const ids = (changed: Partial<BarFacts>) =>
  bars(changed)
    .map(({ id }) => id)
    .sort()

describe('time bars', () => {
  const everywhere = ['KH.complaint', 'KH.court']
  it.each([
    ['TH', 'injury', [...everywhere, 'TH.fund']],
    ['TH', 'death', [...everywhere, 'TH.fund']],
    ['TH', 'wages', [...everywhere, 'KH.wages', 'TH.wages']],
    ['TH', 'other', everywhere],
    ['MY', 'injury', [...everywhere, 'MY.scheme']],
    ['MY', 'death', [...everywhere, 'MY.scheme']],
    ['MY', 'wages', [...everywhere, 'KH.wages', 'MY.wages']],
    ['MY', 'other', everywhere],
    [null, 'wages', [...everywhere, 'KH.wages']],
    [null, 'injury', everywhere],
  ] as const)('of a claim in %s about %s', (country, topic, expected) => {
    expect(ids({ country, topics: [topic] })).toEqual([...expected].sort())
  })

  const fund = (today: string, changed: Partial<BarFacts> = {}) =>
    bars({ country: 'TH', topics: ['injury'], ...changed }, today).find(
      ({ id }) => id === 'TH.fund',
    )

  it.each([
    ['2026-06-02', 'running', 179],
    ['2026-09-28', 'running', 61],
    ['2026-09-29', 'soon', 60],
    ['2026-11-28', 'soon', 0],
    ['2026-11-29', 'over', -1],
  ])('the Thai fund takes a claim for 180 days: on %s', (today, state, daysLeft) => {
    expect(fund(today)).toMatchObject({ state, daysLeft, until: '2026-11-28' })
  })

  it('what was filed no longer runs out', () => {
    expect(fund('2027-01-01', { filedOn: { 'TH.fund': day('2026-07-01') } })).toMatchObject({
      state: 'filed',
    })
  })

  it('an unknown day or an unknown rule stays unknown, and nothing is said to be over', () => {
    expect(fund('2030-01-01', { happenedOn: null })).toMatchObject({
      state: 'unknown',
      until: null,
    })
    const wages = bars({ country: 'TH', topics: ['wages'] }, '2040-01-01')
    expect(wages.map(({ state }) => state)).not.toContain('over')
    const known = lawWith({ 'TH.wage_claim_years': { value: 2, standing: 'reported' } })
    expect(bars({ country: 'TH', topics: ['wages'] }, '2026-06-02', known)[0]).toMatchObject({
      ...{ id: 'TH.wages', until: '2028-06-01' },
    })
  })

  it('the court is open for two months once conciliation failed, and not begun before', () => {
    const court = (changed: Partial<BarFacts>) => bars(changed).find(({ id }) => id === 'KH.court')
    expect(court({})).toMatchObject({ state: 'not-started' })
    expect(court({ conciliationFailedOn: day('2026-12-31') })).toMatchObject({
      until: '2027-02-28',
    })
  })

  it('says what runs out first before all else', () => {
    const [first] = bars({ country: 'TH', topics: [...barTopics] }, '2026-10-30')
    expect(first?.id).toBe('TH.fund')
  })
})

describe('alarms', () => {
  it.each([
    [61, null],
    [60, 60],
    [31, 60],
    [30, 30],
    [8, 30],
    [7, 7],
    [0, 7],
    [-1, null],
  ])('with %i days left', (left, alarm) => {
    expect(alarmDue(left, alarmDays(packLaw, day('2026-06-01')))).toBe(alarm)
  })

  it('come in order as the days go by, each once', () => {
    const seen = Array.from({ length: 200 }, (_, gone) => alarmDue(199 - gone, [60, 30, 7]))
    expect([...new Set(seen)]).toEqual([null, 60, 30, 7])
  })
})

it('a month later is a later day, and never skips a month', () => {
  fc.assert(
    fc.property(fc.nat(5_000), fc.integer({ min: 1, max: 60 }), (at, months) => {
      const start = addDays(day('2020-01-01'), at)
      const end = addMonths(start, months)
      const [from = 0, to = 0] = [start, end].map(
        (each) => Number(each.slice(0, 4)) * 12 + Number(each.slice(5, 7)),
      )
      expect(to - from).toBe(months)
      expect(end > start).toBe(true)
    }),
  )
})
