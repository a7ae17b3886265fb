import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/support/database.ts'
import { type Actor, publicActor, systemActor } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/days.ts'
import type { Result } from '../../../kernel/result.ts'
import { readAs, type Tx, transact } from '../../../platform/db.ts'
import { newId } from '../../../platform/new-id.ts'
import type { AgencyId } from '../../agencies/index.ts'
import { loadRules } from '../../law/index.ts'
import type { DrawOrderId } from '../rules/draw.ts'
import type { DueId } from '../rules/due.ts'
import { listDemands } from '../store/demands.ts'
import { depositOf, shortSince } from '../store/deposits.ts'
import { listShares } from '../store/draws.ts'
import { listDues } from '../store/dues.ts'
import { proveLedger } from '../store/prove.ts'
import { aDue } from '../testing/dues.ts'
import { addToDeposit } from './add-to-deposit.ts'
import { demandTopUp, withdrawDemand } from './demand-top-up.ts'
import { type DrawShare, drawFromDeposit } from './draw-from-deposit.ts'
import { openDues } from './open-dues.ts'
import { proposeDraw } from './propose-draw.ts'

const { db, owner } = useDatabase()
const at = new Date('2026-07-02T03:00:00Z')
const onDay = '2026-07-01' as Day
const minimum = { minor: 10_000_000n, currency: 'USD' } as const
// A job with the id of a person: row-level security lets it do what officers do.
const somebody: Actor = systemActor(newId<string>())
beforeAll(() => owner.begin(async (tx) => void (await loadRules(tx))))

const by = <T, R>(work: (tx: Tx) => Promise<Result<T, R>>) => transact(db, somebody, work)
const anAgency = () => newId<AgencyId>()
const payIn = (agencyId: AgencyId, minor: bigint, over: { reference?: string; at?: Date } = {}) =>
  by((tx) =>
    addToDeposit(tx, somebody, {
      ...{ agencyId, money: { minor, currency: 'USD' }, onDay, at },
      reference: newId<string>(),
      ...over,
    }),
  )
const owing = async (agencyId: AgencyId, ...sums: bigint[]) => {
  const dues = sums.map((minor) =>
    aDue({ debtor: { kind: 'agency', id: agencyId }, money: { minor, currency: 'USD' } }),
  )
  await by((tx) => openDues(tx, { at, dues }))
  return dues.map(({ id }) => id)
}
const propose = (agencyId: AgencyId, ...dueIds: DueId[]) =>
  by((tx) => proposeDraw(tx, somebody, { agencyId, dueIds, basis: 'Clause 9', at }))
const proposed = async (agencyId: AgencyId, ...dueIds: DueId[]): Promise<DrawOrderId> => {
  const done = await propose(agencyId, ...dueIds)
  if (!done.ok) throw new Error(done.refusal)
  return done.value
}
const draw = (agencyId: AgencyId, orderId: string, shares: readonly DrawShare[]) =>
  by((tx) => drawFromDeposit(tx, { agencyId, orderId, shares, at }))
const held = async (agencyId: AgencyId) => Number((await depositOf(owner, agencyId))[0]?.held)
const carryOut = async (agencyId: AgencyId, orderId: DrawOrderId) => {
  const shares = await readAs(db, somebody, (tx) => listShares(tx, orderId))
  return draw(
    agencyId,
    orderId,
    shares.map(({ dueId, share }) => ({ dueId, minor: share })),
  )
}

describe('what is refused', () => {
  it('a slip that was entered, a day to come, nothing and less than nothing', async () => {
    const agencyId = anAgency()
    await payIn(agencyId, 100n, { reference: 'SLIP' })

    expect(await payIn(agencyId, 100n, { reference: 'SLIP' })).toMatchObject({
      refusal: 'reference-used',
    })
    expect(await payIn(agencyId, 0n)).toMatchObject({ refusal: 'not-a-sum' })
    expect(await payIn(agencyId, -5n)).toMatchObject({ refusal: 'not-a-sum' })
    expect(await payIn(agencyId, 5n, { at: new Date('2026-06-01T03:00:00Z') })).toMatchObject({
      refusal: 'day-in-the-future',
    })
    expect(await held(agencyId)).toBe(100)
  })

  it('a draw for another’s debt, for more than is owed, and for more than is held', async () => {
    const [agencyId, other] = [anAgency(), anAgency()]
    await payIn(agencyId, 500n)
    const [own, second] = await owing(agencyId, 400n, 400n)
    const [foreign] = await owing(other, 400n)
    const orderId = await proposed(agencyId, own!, second!)

    expect(await draw(agencyId, orderId, [{ dueId: foreign!, minor: 1n }])).toMatchObject({
      refusal: 'not-its-debt',
    })
    expect(await draw(agencyId, orderId, [{ dueId: own!, minor: 401n }])).toMatchObject({
      refusal: 'more-than-owed',
    })
    const both = [own!, second!].map((dueId) => ({ dueId, minor: 300n }))
    expect(await draw(agencyId, orderId, both)).toMatchObject({ refusal: 'not-covered' })
    expect(await held(agencyId)).toBe(500)
  })

  it('to propose what is not late, not its debt, nothing, or stands in another draw', async () => {
    const agencyId = anAgency()
    const [own] = await owing(agencyId, 400n)
    expect(await propose(agencyId, own!)).toMatchObject({ refusal: 'nothing-held' })
    await payIn(agencyId, 100n)
    const [foreign] = await owing(anAgency(), 1n)
    const late = aDue({ debtor: { kind: 'agency', id: agencyId }, dueOn: '2026-07-02' as Day })
    await by((tx) => openDues(tx, { at, dues: [late] }))

    expect(await propose(agencyId)).toMatchObject({ refusal: 'nothing-chosen' })
    expect(await propose(agencyId, foreign!)).toMatchObject({ refusal: 'not-its-debt' })
    expect(await propose(agencyId, late.id)).toMatchObject({ refusal: 'not-overdue' })
    expect((await propose(agencyId, own!)).ok).toBe(true)
    expect(await propose(agencyId, own!)).toMatchObject({ refusal: 'in-another-draw' })
  })
})

describe('a deposit that does not cover all', () => {
  it('is shared in proportion to the last unit, and the rest stays a debt', async () => {
    const agencyId = anAgency()
    await payIn(agencyId, 1_000n)
    const ids = await owing(agencyId, 700n, 700n, 701n)
    const orderId = await proposed(agencyId, ...ids)
    expect((await carryOut(agencyId, orderId)).ok).toBe(true)

    const dues = await listDues(owner, { ids })
    expect(await held(agencyId)).toBe(0)
    expect(dues.map(({ paid }) => Number(paid)).toSorted()).toEqual([333, 333, 334])
    expect(dues.reduce((sum, { owed }) => sum + owed, 0n)).toBe(1_101n)
    expect(await proveLedger(owner)).toEqual([])
  })
})

describe('two who draw at the same moment', () => {
  it('never overdraw: the second is refused whole', async () => {
    const agencyId = anAgency()
    await payIn(agencyId, 10_000n)
    const [first, second] = await owing(agencyId, 8_000n, 8_000n)
    const orders = [await proposed(agencyId, first!), await proposed(agencyId, second!)]
    const both = await Promise.all(orders.map((orderId) => carryOut(agencyId, orderId)))

    expect(both.filter((done) => done.ok)).toHaveLength(1)
    expect(both).toContainEqual({ ok: false, refusal: 'not-covered' })
    expect(await held(agencyId)).toBe(2_000)
    expect(await proveLedger(owner)).toEqual([])
  })

  it('and the same due is not paid twice', async () => {
    const agencyId = anAgency()
    await payIn(agencyId, 10_000n)
    const [due] = await owing(agencyId, 4_000n)
    const orderId = await proposed(agencyId, due!)
    const share = [{ dueId: due!, minor: 4_000n }]
    const both = await Promise.all([draw(agencyId, orderId, share), draw(agencyId, orderId, share)])

    expect(both.filter((done) => done.ok)).toHaveLength(1)
    expect(await held(agencyId)).toBe(6_000)
  })
})

describe('whatever comes in and goes out', () => {
  it('the deposit holds what was paid in less what was drawn, and never less than nothing', async () => {
    const step = fc.record({ into: fc.bigInt(1n, 500n), out: fc.bigInt(1n, 500n) })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), async (steps) => {
        const agencyId = anAgency()
        let expected = 0n
        for (const { into, out } of steps) {
          await payIn(agencyId, into)
          expected += into
          const [due] = await owing(agencyId, out)
          const done = await carryOut(agencyId, await proposed(agencyId, due!))
          expect(done.ok).toBe(true)
          expected -= out < expected ? out : expected
        }

        expect(await held(agencyId)).toBe(Number(expected))
        expect(await proveLedger(owner)).toEqual([])
      }),
      { numRuns: 6 },
    )
  })
})

describe('a demand to fill it up', () => {
  const demand = (agencyId: AgencyId, dueOn = '2026-08-01') =>
    by((tx) =>
      demandTopUp(tx, somebody, { agencyId, dueOn: dueOn as Day, reason: 'Thirty days', at }),
    )
  const statusOf = async (agencyId: AgencyId) => {
    const holdings = await depositOf(owner, agencyId)
    return (
      await listDemands(
        owner,
        holdings.map(({ id }) => id),
      )
    ).map(({ status }) => status)
  }

  it('needs a short deposit and a day to come, and is made once', async () => {
    const agencyId = anAgency()
    await payIn(agencyId, 9_000_000n)

    expect(await demand(agencyId, '2026-07-02')).toMatchObject({ refusal: 'due-day-passed' })
    expect((await demand(agencyId)).ok).toBe(true)
    expect(await demand(agencyId)).toMatchObject({ refusal: 'already-demanded' })
    const enough = anAgency()
    await payIn(enough, 10_000_000n)
    expect(await demand(enough)).toMatchObject({ refusal: 'not-short' })
  })

  it('ends when the minimum is held again, not before', async () => {
    const agencyId = anAgency()
    await payIn(agencyId, 9_000_000n)
    await demand(agencyId)
    await payIn(agencyId, 999_999n)
    expect(await statusOf(agencyId)).toEqual(['open'])

    await payIn(agencyId, 1n)
    expect(await statusOf(agencyId)).toEqual(['met'])
  })

  it('is taken back with a reason, once', async () => {
    const agencyId = anAgency()
    const made = await demand(agencyId)
    const id = made.ok ? made.value : ''
    const back = () =>
      by((tx) => withdrawDemand(tx, somebody, { id, version: 1, reason: 'Wrong day', at }))

    expect((await back()).ok).toBe(true)
    expect(await back()).toMatchObject({ refusal: 'changed-meanwhile' })
    expect(await statusOf(agencyId)).toEqual(['withdrawn'])
  })
})

describe('the public', () => {
  const since = (agencyId: AgencyId) =>
    readAs(db, publicActor, (tx) => shortSince(tx, { agencyId, minimum }))

  it('hears since when a deposit is short, and nothing of sums', async () => {
    const agencyId = anAgency()
    expect(await since(agencyId)).toBeNull()
    await payIn(agencyId, 10_000_000n, { at: new Date('2026-07-02T01:00:00Z') })
    expect(await since(agencyId)).toBeNull()

    const [due] = await owing(agencyId, 50n)
    await carryOut(agencyId, await proposed(agencyId, due!))
    expect(await since(agencyId)).toEqual(at)
    expect(await readAs(db, publicActor, (tx) => depositOf(tx, agencyId))).toEqual([])

    await payIn(agencyId, 50n)
    expect(await since(agencyId)).toBeNull()
  })
})
