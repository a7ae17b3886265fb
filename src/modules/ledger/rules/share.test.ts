import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shareInProportion } from './share.ts'

const sum = (all: readonly bigint[]): bigint => all.reduce((before, one) => before + one, 0n)
const sums = fc.bigInt({ min: 0n, max: 1_000_000_000_000n })
const claims = fc.array(sums, { maxLength: 60 })

describe('sharing what does not cover all', () => {
  it.each<[string, bigint, readonly bigint[], readonly bigint[]]>([
    ['a sum that covers all gives each its own', 10n, [3n, 4n], [3n, 4n]],
    ['in proportion', 50n, [100n, 300n], [13n, 37n]],
    ['of equal claims the first gets the unit that is left', 1n, [5n, 5n], [1n, 0n]],
    ['the largest remainder comes first', 10n, [1n, 1n, 12n], [1n, 1n, 8n]],
    ['nothing to share', 0n, [5n, 7n], [0n, 0n]],
    ['nobody to share it', 5n, [], []],
    ['who claims nothing gets nothing', 3n, [0n, 9n], [0n, 3n]],
  ])('%s', (_, total, claimed, shares) => {
    expect(shareInProportion(total, claimed)).toEqual(shares)
  })

  it('takes nothing below zero', () => {
    expect(() => shareInProportion(-1n, [1n])).toThrow(RangeError)
    expect(() => shareInProportion(1n, [2n, -1n])).toThrow(RangeError)
  })

  it('loses and invents nothing, and gives nobody more than the claim', () => {
    fc.assert(
      fc.property(sums, claims, (total, claimed) => {
        const shares = shareInProportion(total, claimed)

        const all = sum(claimed)
        expect(sum(shares)).toBe(total < all ? total : all)
        expect(shares.every((share, at) => share >= 0n && share <= (claimed[at] ?? 0n))).toBe(true)
      }),
    )
  })

  it('stays within one unit of the exact proportion', () => {
    fc.assert(
      fc.property(sums, claims, (total, claimed) => {
        const all = sum(claimed)
        fc.pre(all > total)
        const shares = shareInProportion(total, claimed)

        for (const [at, share] of shares.entries()) {
          const off = share * all - total * (claimed[at] ?? 0n)
          expect(off < all && -off < all).toBe(true)
        }
      }),
    )
  })

  it('gives the larger of two claims never less', () => {
    fc.assert(
      fc.property(sums, claims, (total, claimed) => {
        const sorted = [...claimed].sort((a, b) => (a < b ? 1 : a > b ? -1 : 0))
        const shares = shareInProportion(total, sorted)

        expect(shares.every((share, at) => at === 0 || share <= (shares[at - 1] ?? 0n))).toBe(true)
      }),
    )
  })
})
