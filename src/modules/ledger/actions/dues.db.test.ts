import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/support/database.ts'
import { type Actor, systemActor } from '../../../kernel/actor.ts'
import type { Result } from '../../../kernel/result.ts'
import { type Tx, transact } from '../../../platform/db.ts'
import { newId } from '../../../platform/new-id.ts'
import type { AgencyId } from '../../agencies/index.ts'
import type { DueId, NewDue } from '../rules/due.ts'
import type { PaymentId } from '../rules/payment.ts'
import { listEntries } from '../store/accounts.ts'
import { listDues } from '../store/dues.ts'
import { listPayments } from '../store/payments.ts'
import { postAll } from '../store/post.ts'
import { proveLedger } from '../store/prove.ts'
import { aDue, aPayment } from '../testing/dues.ts'
import { cancelDues } from './cancel-dues.ts'
import { openDues } from './open-dues.ts'
import { recordPayments } from './record-payments.ts'
import { confirmPayments, rejectPayment } from './settle-payments.ts'

const { db, owner } = useDatabase()
const at = new Date('2026-07-02T03:00:00Z')
const source = { type: 'test', id: newId<string>() }
const system = systemActor('test')

const by = <T, R>(work: (tx: Tx) => Promise<Result<T, R>>, actor: Actor = system) =>
  transact(db, actor, work)
const opened = async (...dues: NewDue[]) => {
  const done = await by((tx) => openDues(tx, { at, dues }))
  if (!done.ok) throw new Error(done.refusal)
  return dues
}
const pay = (...payments: ReturnType<typeof aPayment>[]) =>
  by((tx) => recordPayments(tx, { at, payments, source }))
const confirm = (...paymentIds: PaymentId[]) =>
  by((tx) => confirmPayments(tx, system, { at, paymentIds, how: 'by-beneficiary', source }))
const reject = (paymentId: PaymentId) =>
  by((tx) => rejectPayment(tx, system, { at, paymentId, how: 'by-beneficiary', source }))
const cancelled = (id: DueId) => by((tx) => cancelDues(tx, { at, ids: [id], source }))
const standsAt = async (id: DueId) => {
  const [due] = await listDues(owner, { ids: [id] })
  return due && [due.owed, due.paid, due.received].map(Number)
}

describe('what is refused', () => {
  it.each([0n, -1n, 1_000_000_000_001n])('a due of %s', async (minor) => {
    const due = aDue({ money: { minor, currency: 'USD' } })

    expect(await by((tx) => openDues(tx, { at, dues: [due] }))).toMatchObject({
      refusal: 'not-a-sum',
    })
  })

  it('more than is owed, to somebody else, of nothing, and on no due', async () => {
    const [due] = await opened(aDue())
    const over = { ...{ minor: 10_001n } }

    expect(await pay(aPayment(due!, over))).toMatchObject({ refusal: 'more-than-owed' })
    expect(await pay(aPayment(due!, { minor: 6_000n }), aPayment(due!, { minor: 6_000n }))).toEqual(
      { ok: false, refusal: 'more-than-owed' },
    )
    expect(await pay(aPayment(due!, { beneficiaryId: newId<string>() }))).toMatchObject({
      refusal: 'wrong-person',
    })
    expect(await pay(aPayment(due!, { minor: 0n }))).toMatchObject({ refusal: 'not-a-sum' })
    expect(await pay(aPayment(aDue()))).toMatchObject({ refusal: 'no-such-due' })
    expect(await standsAt(due!.id)).toEqual([10_000, 0, 0])
    expect(await listPayments(owner, { dueIds: [due!.id] })).toEqual([])
  })

  it('the word about a payment, given twice', async () => {
    const [due] = await opened(aDue())
    const payment = aPayment(due!)
    await pay(payment)

    expect((await confirm(payment.id)).ok).toBe(true)
    expect(await confirm(payment.id)).toMatchObject({ refusal: 'not-waiting' })
    expect(await reject(payment.id)).toMatchObject({ refusal: 'not-waiting' })
    expect(await standsAt(due!.id)).toEqual([0, 0, 10_000])
  })

  it('a posting that does not add up', async () => {
    const [due] = await opened(aDue())
    const [row] = await listDues(owner, { ids: [due!.id] })
    const lines = [{ accountId: row!.accounts.owed, minor: -1n }]
    const posting = { id: newId<never>(), kind: 'dues-cancelled', source, lines } as const

    await expect(by((tx) => postAll(tx, { at, postings: [posting] }))).rejects.toThrow('add up')
  })

  it('the web and the worker any other way to a balance or an entry', async () => {
    await opened(aDue())
    const write = (text: string) =>
      by(async (tx) => ({ ok: true, value: await tx.unsafe(text) }) as const)

    await expect(write('update ledger_account set balance = balance + 1')).rejects.toThrow('denied')
    await expect(
      write('insert into ledger_entry select * from ledger_entry limit 1'),
    ).rejects.toThrow('denied')
    await expect(write('delete from ledger_entry')).rejects.toThrow('denied')
  })
})

describe('a due', () => {
  it('goes from owed to paid to received, and back when it did not come', async () => {
    const [due] = await opened(aDue())
    const first = aPayment(due!, { minor: 4_000n })
    await pay(first)
    expect(await standsAt(due!.id)).toEqual([6_000, 4_000, 0])

    await reject(first.id)
    expect(await standsAt(due!.id)).toEqual([10_000, 0, 0])

    const again = aPayment(due!)
    await pay(again)
    await confirm(again.id)
    expect(await standsAt(due!.id)).toEqual([0, 0, 10_000])
  })

  it('is cancelled as far as it is still owed', async () => {
    const [due] = await opened(aDue())
    await pay(aPayment(due!, { minor: 2_500n }))
    await cancelled(due!.id)

    expect(await standsAt(due!.id)).toEqual([0, 2_500, 0])
    expect(await proveLedger(owner)).toEqual([])
  })

  it('keeps what stood before and after each entry', async () => {
    const [due] = await opened(aDue())
    await pay(aPayment(due!, { minor: 3_000n }))
    await pay(aPayment(due!, { minor: 7_000n }))
    const [row] = await listDues(owner, { ids: [due!.id] })
    const entries = await listEntries(owner, { accountId: row!.accounts.owed })

    expect(entries.map(({ version, before, after }) => [version, before, after])).toEqual([
      [3, 7_000n, 0n],
      [2, 10_000n, 7_000n],
      [1, 0n, 10_000n],
    ])
    expect(
      await listEntries(owner, { accountId: row!.accounts.owed, before: 2, limit: 1 }),
    ).toHaveLength(1)
  })

  it('is listed as overdue from the day after its last day', async () => {
    const debtor = { kind: 'agency', id: newId<AgencyId>() } as const
    const [late] = await opened(aDue({ debtor }), aDue({ debtor, dueOn: '2026-07-02' as never }))
    const overdueOn = '2026-07-01' as never
    const found = await listDues(owner, { debtorAgency: debtor.id, overdueOn })

    expect(found.map(({ id }) => id)).toEqual([late!.id])
  })
})

describe('two at the same moment', () => {
  it('pay the whole of a due: one is refused', async () => {
    const [due] = await opened(aDue())
    const both = await Promise.all([pay(aPayment(due!)), pay(aPayment(due!))])

    expect(both.map((done) => done.ok).toSorted()).toEqual([false, true])
    expect(await standsAt(due!.id)).toEqual([0, 10_000, 0])
  })

  it('say of one payment that it came and that it did not: one is refused', async () => {
    const [due] = await opened(aDue())
    const payment = aPayment(due!)
    await pay(payment)
    const both = await Promise.all([confirm(payment.id), reject(payment.id)])

    expect(both.map((done) => done.ok).toSorted()).toEqual([false, true])
    expect(await proveLedger(owner)).toEqual([])
  })

  it('move the same accounts in different orders, and neither waits for ever', async () => {
    const dues = await opened(aDue(), aDue(), aDue())
    const some = (order: readonly NewDue[]) =>
      pay(...order.map((due) => aPayment(due, { minor: 1n })))
    const many = Array.from({ length: 4 }, () => [some(dues), some(dues.toReversed())]).flat()

    expect((await Promise.all(many)).every((done) => done.ok)).toBe(true)
    expect(await standsAt(dues[0]!.id)).toEqual([9_992, 8, 0])
  })
})

describe('whatever the order of actions', () => {
  type World = { readonly dues: readonly NewDue[]; readonly payments: PaymentId[] }
  type Step = (world: World) => Promise<unknown>
  const paid = async ({ dues, payments }: World, at: number, minor: bigint) => {
    const payment = aPayment(dues[at]!, { minor })
    if ((await pay(payment)).ok) payments.push(payment.id)
  }
  const place = fc.nat({ max: 2 })
  const anyPayment = fc.nat({ max: 5 })
  const settled =
    (settle: (id: PaymentId) => Promise<unknown>) =>
    (at: number): Step =>
    async ({ payments }) =>
      payments[at] && settle(payments[at])
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.tuple(place, fc.bigInt(1n, 9_000n)).map(
      ([at, minor]): Step =>
        (world) =>
          paid(world, at, minor),
    ),
    anyPayment.map(settled(confirm)),
    anyPayment.map(settled(reject)),
    place.map(
      (at): Step =>
        ({ dues }) =>
          cancelled(dues[at]!.id),
    ),
  )

  it('the ledger adds up, and no due is more or less than it was', async () => {
    const riel = { minor: 7n, currency: 'KHR' } as const
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const dues = await opened(aDue(), aDue(), aDue({ money: riel }))
        const world: World = { dues, payments: [] }
        for (const take of steps) await take(world)

        expect(await proveLedger(owner)).toEqual([])
      }),
      { numRuns: 12 },
    )
  })
})

describe('the proof', () => {
  it.each<[string, string]>([
    ['balance-differs', 'update ledger_account set balance = balance + 1 where id = $1'],
    ['entry-missing', 'update ledger_account set version = version + 1 where id = $1'],
    [
      'balance-differs',
      `update ledger_entry set balance_before = 1, balance_after = 1 + minor
       where account_id = $1 and version = 2`,
    ],
  ])('names what was changed behind the program: %s', async (kind, text) => {
    const [due] = await opened(aDue())
    await pay(aPayment(due!, { minor: 1n }))
    const [row] = await listDues(owner, { ids: [due!.id] })
    const undone = new Error('undone')
    const faults = owner.begin(async (tx) => {
      await tx.unsafe(text, [row!.accounts.owed])
      throw Object.assign(undone, { faults: await proveLedger(tx as never) })
    })

    await expect(faults).rejects.toMatchObject({
      faults: expect.arrayContaining([expect.objectContaining({ kind, id: row!.accounts.owed })]),
    })
  })
})
