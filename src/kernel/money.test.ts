import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { currencies, minorDigits, moneyText, parseMoney } from './money.ts'

describe('reading an amount', () => {
  it.each([
    ['1250.50', 'USD', 125_050n],
    ['1,250.5', 'USD', 125_050n],
    ['1 250', 'USD', 125_000n],
    ['0', 'USD', 0n],
    ['40000', 'KHR', 40_000n],
    ['40,000.00', 'KHR', 40_000n],
    ['12.5000', 'USD', 1_250n],
  ] as const)('%s %s is exact', (text, currency, minor) => {
    expect(parseMoney(text, currency)).toEqual({ ok: true, value: { minor, currency } })
  })

  it.each([
    ['-5', 'USD', 'negative'],
    ['', 'USD', 'not-a-number'],
    ['1.234', 'USD', 'too-many-decimals'],
    ['1.2.3', 'USD', 'not-a-number'],
    ['1250.001', 'KHR', 'no-decimals-in-this-currency'],
    ['9'.repeat(17), 'USD', 'too-large'],
    ['9'.repeat(400), 'KHR', 'too-large'],
    ['1e6', 'USD', 'not-a-number'],
    ['12a', 'USD', 'not-a-number'],
    ['0x10', 'USD', 'not-a-number'],
    ['1,2,3', 'USD', 'not-a-number'],
    ['40000.50', 'KHR', 'no-decimals-in-this-currency'],
    ['99999999999999', 'USD', 'too-large'],
  ] as const)('%s %s is refused', (text, currency, refusal) => {
    expect(parseMoney(text, currency)).toEqual({ ok: false, refusal })
  })

  it('gives back what it wrote, whatever the sum and the currency', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 1_000_000_000_000n }),
        fc.constantFrom(...currencies),
        (minor, currency) => {
          const read = parseMoney(moneyText({ minor, currency }), currency)
          expect(read).toEqual({ ok: true, value: { minor, currency } })
        },
      ),
    )
  })

  it('writes no decimals where people use none', () => {
    expect(minorDigits.KHR).toBe(0)
    expect(moneyText({ minor: 40_000n, currency: 'KHR' })).toBe('40000')
    expect(moneyText({ minor: 5n, currency: 'USD' })).toBe('0.05')
  })
})
