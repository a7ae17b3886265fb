import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { heads } from './finding.ts'
import {
  type CalculatorBearing,
  questionAfter,
  questionBefore,
  questionIds,
  questionsFor,
} from './questions.ts'

const bearing = (changed: Partial<CalculatorBearing>): CalculatorBearing => ({
  ...{ heads: [], country: null, work: null, isDivided: false, needsRate: false },
  ...changed,
})

describe('the questions of the calculator', () => {
  it.each([
    [{ heads: ['documents'] }, ['what', 'country', 'documents']],
    [{ heads: ['delay'], country: 'TH' }, ['what', 'country', 'delay']],
    [{ heads: ['charges'], country: 'TH' }, ['what', 'country', 'charges']],
    [
      { heads: ['charges'], country: 'TH', needsRate: true },
      ['what', 'country', 'charges', 'rate'],
    ],
    [
      { heads: ['wages'], country: 'TH' },
      ['what', 'country', 'work', 'place', 'period', 'days', 'agreed', 'paid'],
    ],
    [
      { heads: ['wages'], country: 'MY', work: 'domestic' },
      ['what', 'country', 'work', 'period', 'days', 'agreed', 'paid'],
    ],
    [
      { heads: ['overtime'], country: 'MY', work: 'general' },
      ['what', 'country', 'work', 'size', 'period', 'days', 'agreed', 'overtime'],
    ],
    [{ heads: ['wages'], country: 'JP' }, ['what', 'country', 'period', 'days', 'agreed', 'paid']],
  ] as const)('for %o', (changed, asked) => {
    expect(questionsFor(bearing(changed as Partial<CalculatorBearing>))).toEqual(asked)
  })

  it('lead forth and back along the same way, whatever was answered', () => {
    const any = fc.record({
      ...{ heads: fc.subarray([...heads]), country: fc.constantFrom('TH', 'MY', 'JP', null) },
      ...{
        work: fc.constantFrom('general', 'domestic', null),
        isDivided: fc.boolean(),
        needsRate: fc.boolean(),
      },
    })
    fc.assert(
      fc.property(any, (each) => {
        const asked = questionsFor(each)
        for (const [index, id] of asked.entries()) {
          expect(questionAfter(id, each)).toBe(asked[index + 1] ?? 'result')
          expect(questionBefore(id, each)).toBe(asked[index - 1] ?? 'start')
        }
        expect(asked.length).toBeLessThanOrEqual(questionIds.length)
      }),
    )
  })
})
