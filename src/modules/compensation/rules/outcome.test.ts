import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Day } from '../../../kernel/days.ts'
import type { AgencyId } from '../../agencies/index.ts'
import { isBound, kindByRule, type NewMoneyTerm, type NewOutcome } from './outcome.ts'
import { type OutcomeFault, outcomeFault } from './outcome-faults.ts'
import { addMonths, plannedSums } from './plan.ts'
import { stepsOf } from './reminders.ts'
import { waivesCriminalComplaint } from './waiver.ts'

const today = '2026-11-20' as Day
const debtor = { kind: 'agency' as const, id: 'a' as AgencyId }
const term: NewMoneyTerm = {
  ...{ kind: 'money', personId: 'p1', debtor, payer: null, dueOn: '2026-12-01' as Day },
  ...{ money: { minor: 100n, currency: 'USD' }, plan: { kind: 'once' }, shares: [] },
  collector: null,
}
const outcome: NewOutcome = {
  ...{ kind: 'settlement', madeOn: today, basis: 'Minutes', foundIn: null, terms: [term] },
  persons: [{ personId: 'p1', answer: 'accepted', how: 'thumbprint', on: today }],
}
const persons = [
  { id: 'p1', leftAt: null },
  { id: 'p2', leftAt: null },
  { id: 'gone', leftAt: new Date() },
]
const fault = (over: Partial<NewOutcome>) =>
  outcomeFault({ ...outcome, ...over }, { persons, today })
const ofTerm = (over: Partial<NewMoneyTerm>) => fault({ terms: [{ ...term, ...over }] })

describe('an outcome is refused', () => {
  it.each<[OutcomeFault, Partial<NewOutcome>]>([
    ['basis-missing', { basis: ' ' }],
    ['made-in-the-future', { madeOn: '2026-11-21' as Day }],
    ['no-terms', { terms: [] }],
    ['nobody-named', { persons: [] }],
    ['person-twice', { persons: [outcome.persons[0]!, outcome.persons[0]!] }],
    ['waives-criminal-complaint', { basis: 'She will withdraw her complaint to the police.' }],
    ['nobody-accepted', { persons: [{ ...outcome.persons[0]!, answer: 'refused' }] }],
    ['term-without-person', { terms: [{ ...term, personId: 'p2' }] }],
  ])('as %s', (refusal, over) => {
    expect(fault(over)).toBe(refusal)
  })

  it.each<[OutcomeFault, Partial<NewMoneyTerm>]>([
    ['not-a-sum', { money: { minor: 0n, currency: 'USD' } }],
    ['not-a-sum', { money: { minor: -1n, currency: 'USD' } }],
    ['not-a-sum', { money: { minor: 1_000_000_000_001n, currency: 'USD' } }],
    ['due-before-made', { dueOn: '2026-11-19' as Day }],
    ['due-too-far', { dueOn: '2046-11-19' as Day }],
    ['too-many-parts', { plan: { kind: 'parts', parts: 1, everyMonths: 1 } }],
    ['too-many-parts', { plan: { kind: 'parts', parts: 1.5, everyMonths: 1 } }],
    ['part-too-small', { plan: { kind: 'parts', parts: 101, everyMonths: 1 } }],
    ['until-missing', { plan: { kind: 'until', until: ' ', everyMonths: 1 } }],
    ['shares-unclear', { shares: [{ personId: 'stranger', parts: 1 }] }],
    ['shares-unclear', { shares: [{ personId: 'gone', parts: 1 }] }],
    ['shares-unclear', { shares: [{ personId: 'p2', parts: 0 }] }],
  ])('as %s', (refusal, over) => {
    expect(ofTerm(over)).toBe(refusal)
  })

  it('for somebody who is not of the case, has left it, or gave no day', () => {
    const terms = (personId: string) => [{ ...term, personId }]
    const named = (personId: string, over = {}) =>
      fault({ terms: terms(personId), persons: [{ ...outcome.persons[0]!, personId, ...over }] })
    expect(named('stranger')).toBe('person-not-of-case')
    expect(named('gone')).toBe('person-left')
    expect(named('p1', { on: null })).toBe('answer-without-day')
    expect(named('p1', { on: '2026-11-21' })).toBe('answer-in-the-future')
    expect(named('p1')).toBeNull()
  })
})

describe('a settlement gives up no criminal complaint', () => {
  it.each([
    ['She drops the criminal case', true],
    ['The worker agrees not to report to the police', true],
    ['ពលករដកពាក្យបណ្តឹងពីនគរបាល', true],
    ['The agency pays. The police are told of it.', false],
    ['She withdraws her claim for interest', false],
  ])('%s: %s', (words, expected) => {
    expect(waivesCriminalComplaint(words)).toBe(expected)
  })
})

describe('a plan', () => {
  it('loses and invents nothing, whatever is shared among whomever in however many parts', () => {
    const share = fc.integer({ min: 1, max: 9 })
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1_000n, max: 10_000_000n }),
        fc.integer({ min: 2, max: 24 }),
        fc.array(share, { maxLength: 5 }),
        (minor, parts, shares) => {
          const sums = plannedSums({
            ...{
              personId: 'p',
              minor,
              dueOn: today,
              plan: { kind: 'parts', parts, everyMonths: 1 },
            },
            shares: shares.map((each, at) => ({ personId: `h${at}`, parts: each })),
          })
          expect(sums.reduce((sum, one) => sum + one.minor, 0n)).toBe(minor)
          expect(sums.every((one) => one.minor > 0n)).toBe(true)
        },
      ),
    )
  })

  it('keeps the last of the month where the day does not exist', () => {
    expect([1, 2, 13].map((months) => addMonths('2026-01-31' as Day, months))).toEqual([
      ...['2026-02-28', '2026-03-31', '2027-02-28'],
    ])
  })
})

it('binds by its kind, and is only proposed by a rule that nobody knows', () => {
  expect(isBound('settlement', 'not-reached')).toBe(false)
  expect(isBound('award-elsewhere', 'not-reached')).toBe(true)
  expect(isBound('decision', 'refused')).toBe(false)
  expect(kindByRule('decision', 'unknown')).toBe('proposal')
  expect(kindByRule('decision', 'reported')).toBe('decision')
})

it('nothing is asked for by a rule that nobody knows', () => {
  expect(stepsOf(9, { reminded: 1, escalated: 7 })).toEqual(['reminded', 'escalated'])
  expect(stepsOf(1, { reminded: 1, escalated: 7 })).toEqual(['reminded'])
  expect(stepsOf(99, { reminded: null, escalated: null })).toEqual([])
})
