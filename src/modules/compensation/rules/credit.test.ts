import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Day } from '../../../kernel/days.ts'
import { afterCredit, type Paid } from './credit.ts'

const debtor = (id: string) => ({ kind: 'party' as const, id })
const anyone = fc.constantFrom('a', 'b')
const dues = fc.array(
  fc.record({
    beneficiaryId: anyone,
    debtor: anyone.map(debtor),
    money: fc.record({
      minor: fc.bigInt(1n, 1_000_000n),
      currency: fc.constantFrom('USD' as const, 'THB' as const),
    }),
    dueOn: fc.constantFrom('2026-12-01' as Day, '2027-01-01' as Day, '2027-02-01' as Day),
  }),
  { maxLength: 8 },
)
const paid = fc.array(
  fc.record({
    dueId: fc.uuid(),
    beneficiaryId: anyone,
    debtor: anyone.map(debtor),
    currency: fc.constantFrom('USD', 'THB'),
    minor: fc.bigInt(0n, 1_000_000n),
  }),
  { maxLength: 5 },
)
const sumOf = (all: readonly { readonly minor: bigint }[]) =>
  all.reduce((sum, { minor }) => sum + minor, 0n)

const money = (all: readonly { readonly money: { readonly minor: bigint } }[]) =>
  sumOf(all.map((due) => due.money))
type Due = Parameters<typeof afterCredit>[0][number]
const keyOfDue = (due: Due) => `${due.beneficiaryId} ${due.debtor.id} ${due.money.currency}`
const keyOfPaid = (one: Paid) => `${one.beneficiaryId} ${one.debtor.id} ${one.currency}`

it('what was paid and what is still to be paid come to what is owed: nothing lost, nothing invented', () => {
  fc.assert(
    fc.property(dues, paid, (asked, before) => {
      const after = afterCredit(asked, before)
      expect(money(after.dues) + sumOf(after.credited)).toBe(money(asked))
      for (const { dueId, minor } of after.credited)
        expect(minor <= sumOf(before.filter((one) => one.dueId === dueId))).toBe(true)
      for (const [key, own] of Map.groupBy(asked, keyOfDue)) {
        const had = sumOf(before.filter((one) => keyOfPaid(one) === key))
        const rest = money(after.dues.filter((due) => keyOfDue(due) === key))
        expect(rest).toBe(money(own) > had ? money(own) - had : 0n)
      }
    }),
  )
})
