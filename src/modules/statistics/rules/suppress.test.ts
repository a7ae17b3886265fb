import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hiddenCells } from './suppress.ts'

const hidden = (counts: readonly number[], least = 5) =>
  [
    ...hiddenCells(
      counts.map((count, index) => ({ key: String(index), count })),
      least,
    ),
  ]
    .map(Number)
    .sort()

describe('small numbers', () => {
  it.each([
    [[], []],
    [[0, 0], []],
    [[5, 6], []],
    [[10, 20, 0], []],
    [
      [4, 10, 20],
      [0, 1],
    ],
    [
      [4, 3, 20],
      [0, 1],
    ],
    [
      [1, 2, 20],
      [0, 1, 2],
    ],
    [
      [1, 2, 20, 30],
      [0, 1, 2],
    ],
    [
      [4, 0, 20],
      [0, 2],
    ],
    [[4], [0]],
    [
      [4, 0],
      [0, 1],
    ],
  ])('of %o hide %o', (counts, expected) => {
    expect(hidden(counts)).toEqual(expected)
  })

  it('cannot be found from the total and what is shown', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 12 })
    fc.assert(
      fc.property(counts, fc.integer({ min: 2, max: 10 }), (all, least) => {
        const away = hidden(all, least)
        all.forEach((count, index) => {
          if (count > 0 && count < least) expect(away).toContain(index)
        })
        if (away.length === 0 || away.length === all.length) return
        const own = away.map((index) => all[index] ?? 0).filter((count) => count > 0)
        expect(own.length).toBeGreaterThanOrEqual(2)
        expect(own.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(least)
      }),
    )
  })
})
