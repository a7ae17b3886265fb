import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Day } from '../../../kernel/days.ts'
import { readTerms, type TermsInput, totalOf } from './entered-terms.ts'

const persons = [1, 2, 3].map((position) => ({ id: `p${position}`, position }))
const input = (over: Partial<TermsInput> = {}): TermsInput => ({
  ...{ mode: 'same', currency: 'USD', dueOn: '2026-12-31' as Day, sum: '100', pasted: null },
  ...{ column: new Map(), answers: new Map(), chosen: [], ...over },
})

describe('sums that are refused', () => {
  it.each([
    ['none at all', input({ sum: null }), { code: 'sum-missing', at: null }],
    ['below zero', input({ sum: '-5' }), { code: 'same-wrong', at: null }],
    ['too large', input({ sum: '99999999999999999' }), { code: 'same-wrong', at: null }],
    [
      'a fraction of riel',
      input({ sum: '1.5', currency: 'KHR' }),
      { code: 'same-wrong', at: null },
    ],
    [
      'a line that is no line',
      input({ mode: 'pasted', pasted: 'one' }),
      { code: 'line-not-understood', at: 1 },
    ],
    [
      'a number of nobody',
      input({ mode: 'pasted', pasted: '1 5\n9 5' }),
      { code: 'no-such-person', at: 2 },
    ],
    [
      'somebody twice',
      input({ mode: 'pasted', pasted: '1 5\n\n1 6' }),
      { code: 'person-twice', at: 3 },
    ],
    ['for nobody', input({ chosen: ['x'] }), { code: 'nobody-chosen', at: null }],
  ])('%s', (_name, given, fault) => {
    expect(readTerms(persons, given)).toMatchObject({ refusal: [fault] })
  })

  it('beside several persons, or in several lines, are named all at once', () => {
    const column = new Map([
      ['p1', 'x'],
      ['p2', '5'],
      ['p3', '-1'],
    ])
    expect(readTerms(persons, input({ mode: 'column', column }))).toMatchObject({
      refusal: [
        { code: 'sum-wrong', at: 1, personId: 'p1' },
        { code: 'sum-wrong', at: 3, personId: 'p3' },
      ],
    })
    expect(readTerms(persons, input({ mode: 'pasted', pasted: '1 x\n2 5\n9 5' }))).toMatchObject({
      refusal: [
        { code: 'sum-wrong', at: 1 },
        { code: 'no-such-person', at: 3 },
      ],
    })
    const answers = new Map([['p2', 'refused' as const]])
    expect(readTerms(persons, input({ others: null, answers }))).toMatchObject({
      refusal: [{ at: 1 }, { at: 3 }],
    })
  })
})

describe('sums of many persons', () => {
  it('are the same for all, or only for those who are chosen', () => {
    const all = readTerms(persons, input())
    const some = readTerms(persons, input({ chosen: ['p2'] }))

    expect(all.ok && all.value.map(({ personId, money }) => [personId, money?.minor])).toEqual([
      ['p1', 10_000n],
      ['p2', 10_000n],
      ['p3', 10_000n],
    ])
    expect(some.ok && some.value.map(({ personId }) => personId)).toEqual(['p2'])
  })

  it('stand beside each person, and whoever has none answers all the same', () => {
    const column = new Map([['p1', '1,250.50']])
    const answers = new Map([['p3', 'refused' as const]])
    const read = readTerms(persons, input({ mode: 'column', column, answers }))

    expect(read).toMatchObject({
      value: [
        { personId: 'p1', answer: 'accepted', money: { minor: 125_050n } },
        { personId: 'p2', answer: 'accepted', money: null },
        { personId: 'p3', answer: 'refused', money: null },
      ],
    })
  })

  it('pasted out of a sheet lose and invent nothing, whatever their order', () => {
    const sums = fc.uniqueArray(
      fc.tuple(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 1_000_000 })),
      { selector: ([position]) => position, minLength: 1, maxLength: 200 },
    )
    const everybody = Array.from({ length: 300 }, (_, at) => ({
      id: `p${at + 1}`,
      position: at + 1,
    }))
    fc.assert(
      fc.property(sums, (rows) => {
        const pasted = rows.map(([position, sum]) => `${position}\t${sum}`).join('\n')
        const read = readTerms(everybody, input({ mode: 'pasted', pasted }))
        const wanted = rows.reduce((sum, [, each]) => sum + BigInt(each) * 100n, 0n)

        expect(read.ok && totalOf(read.value)).toEqual([{ currency: 'USD', minor: wanted }])
      }),
      { numRuns: 50 },
    )
  })
})
