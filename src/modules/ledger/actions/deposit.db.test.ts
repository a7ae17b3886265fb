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
import { listOpenAlarms } from '../store/alarms.ts'
import { lastCover } from '../store/cover.ts'
import { listDemands } from '../store/demands.ts'
import { depositOf, shortSince } from '../store/deposits.ts'
import { listShares } from '../store/draws.ts'
import { listDues } from '../store/dues.ts'
import { listGuarantees } from '../store/guarantees.ts'
import { proveLedger } from '../store/prove.ts'
import { aDue } from '../testing/dues.ts'
import { addToDeposit } from './add-to-deposit.ts'
import { depositBlock, isBlockedByDeposit } from './blocked.ts'
import { demandTopUp, withdrawDemand } from './demand-top-up.ts'
import { type DrawShare, drawFromDeposit } from './draw-from-deposit.ts'
import { type EnterGuarantee, enterGuarantee, extendGuarantee } from './enter-guarantee.ts'
import { followDeposits } from './follow-deposits.ts'
import { openDues } from './open-dues.ts'
import { proposeDraw } from './propose-draw.ts'

const { db, jobs, owner } = useDatabase()
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

const day = (text: string) => text as Day
const guarantee = (agencyId: AgencyId, minor: bigint, over: Partial<EnterGuarantee> = {}) =>
  by((tx) =>
    enterGuarantee(tx, somebody, {
      ...{ agencyId, money: { minor, currency: 'USD' }, bank: 'A bank', replacesId: null, at },
      ...{ number: newId<string>(), issuedOn: day('2026-01-01'), expiresOn: day('2026-07-29') },
      ...over,
    }),
  )
const given = async (agencyId: AgencyId, minor: bigint, over: Partial<EnterGuarantee> = {}) => {
  const done = await guarantee(agencyId, minor, over)
  if (!done.ok) throw new Error(done.refusal)
  return done.value
}
const guaranteesOf = async (agencyId: AgencyId) =>
  listGuarantees(
    owner,
    (await depositOf(owner, agencyId)).map(({ id }) => id),
  )
const follow = (now: string) => followDeposits(jobs, new Date(`${now}T03:00:00Z`))
const alarms = async (agencyId: AgencyId) =>
  (await readAs(db, somebody, (tx) => listOpenAlarms(tx, [agencyId]))).map(({ kind }) => kind)

describe('a guarantee', () => {
  it('is refused twice, expired, of nothing, in the place of none, and for less than before', async () => {
    const agencyId = anAgency()
    const first = await given(agencyId, 500n, { number: 'G-1' })
    const refused = async (minor: bigint, over: Partial<EnterGuarantee>, refusal: string) =>
      expect(await guarantee(agencyId, minor, over), refusal).toMatchObject({ refusal })

    await refused(500n, { number: 'G-1', bank: 'a BANK' }, 'guarantee-used')
    await refused(500n, { expiresOn: day('2026-07-01') }, 'already-expired')
    await refused(500n, { issuedOn: day('2026-07-03') }, 'day-in-the-future')
    await refused(0n, {}, 'not-a-sum')
    await refused(500n, { replacesId: newId<string>() }, 'not-in-force')
    await refused(499n, { replacesId: first }, 'less-than-before')
    await refused(
      500n,
      { replacesId: first, money: { minor: 500n, currency: 'THB' } },
      'other-currency',
    )
    expect(await guarantee(anAgency(), 9n, { replacesId: first })).toMatchObject({
      refusal: 'not-in-force',
    })
    expect(await held(agencyId)).toBe(500)
  })

  it('counts beside cash, is replaced by a larger one and made longer, and its history stays', async () => {
    const agencyId = anAgency()
    await payIn(agencyId, 100n)
    const first = await given(agencyId, 500n)
    await given(agencyId, 700n, { replacesId: first, expiresOn: day('2027-06-30') })
    expect(await held(agencyId)).toBe(800)
    const [second, old] = await guaranteesOf(agencyId)
    expect(old).toMatchObject({ id: first, status: 'replaced' })

    const longer = (expiresOn: string, version = second!.version) =>
      by((tx) =>
        extendGuarantee(tx, somebody, {
          ...{ agencyId, id: second!.id, version, expiresOn: day(expiresOn), reference: 'L-1', at },
        }),
      )
    expect(await longer('2027-06-30')).toMatchObject({ refusal: 'not-longer' })
    expect((await longer('2028-06-30')).ok).toBe(true)
    expect(await longer('2029-06-30')).toMatchObject({ refusal: 'changed-meanwhile' })
    expect(await proveLedger(owner)).toEqual([])
  })

  it('is drawn after cash, and two draws at once never take more than it promised', async () => {
    const agencyId = anAgency()
    await payIn(agencyId, 100n)
    await given(agencyId, 500n)
    const dues = await owing(agencyId, 350n, 350n)
    const orders = await Promise.all(dues.map((due) => proposed(agencyId, due)))
    const done = await Promise.all(
      dues.map((dueId, n) => draw(agencyId, orders[n]!, [{ dueId, minor: 350n }])),
    )

    expect(done.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await guaranteesOf(agencyId))[0]).toMatchObject({ minor: 500n, called: 250n })
    expect(await held(agencyId)).toBe(250)
    expect(await proveLedger(owner)).toEqual([])
  })

  it('that expires on a Sunday counts until the later day, is told before the earlier, and then goes', async () => {
    const agencyId = anAgency()
    // A Sunday: nobody knows whether the working day before or after it counts.
    await payIn(agencyId, 6_000_000n)
    await given(agencyId, 4_000_000n, { expiresOn: day('2026-09-27') })

    await follow('2026-07-03')
    expect(await alarms(agencyId)).toEqual([])
    await follow('2026-07-28')
    expect(await alarms(agencyId)).toEqual(['guarantee-ends'])
    await follow('2026-09-28')
    expect(await held(agencyId)).toBe(10_000_000)
    await follow('2026-10-01')
    expect(await held(agencyId)).toBe(6_000_000)
    expect((await alarms(agencyId)).toSorted()).toEqual(['deposit-short', 'guarantee-ended'])
    await follow('2026-10-02')
    const told = await owner`
      select from event where type = 'deposit.alarm-raised' and agency_id = ${agencyId}`
    expect(told).toHaveLength(3)

    await given(agencyId, 4_000_000n, {
      at: new Date('2026-10-02T04:00:00Z'),
      expiresOn: day('2027-10-01'),
    })
    await follow('2026-10-03')
    expect(await alarms(agencyId)).toEqual([])
    expect(await proveLedger(owner)).toEqual([])
  })
})

describe('what follows when a deposit is short', () => {
  it('is told once for each, with the demand that is near and that has run out', async () => {
    const agencyId = anAgency()
    await payIn(agencyId, 9_000_000n)
    await by((tx) =>
      demandTopUp(tx, somebody, { agencyId, dueOn: day('2026-08-20'), reason: 'x', at }),
    )
    await follow('2026-07-04')
    expect(await alarms(agencyId)).toEqual(['deposit-short'])
    await follow('2026-08-13')
    expect((await alarms(agencyId)).toSorted()).toEqual(['demand-near', 'deposit-short'])
    await follow('2026-08-21')
    expect((await alarms(agencyId)).toSorted()).toEqual(['demand-ran-out', 'deposit-short'])
  })

  it('blocks job orders from that day, and no earlier', async () => {
    const agencyId = anAgency()
    const blocked = (on: string) =>
      readAs(db, somebody, (tx) => isBlockedByDeposit(tx, agencyId, day(on)))
    expect(await blocked('2026-07-02')).toBe(false)
    await payIn(agencyId, 10_000_000n, { at: new Date('2026-07-02T01:00:00Z') })
    const [due] = await owing(agencyId, 50n)
    await carryOut(agencyId, await proposed(agencyId, due!))

    expect(await blocked('2026-07-01')).toBe(false)
    expect(await blocked('2026-07-02')).toBe(true)
    expect(
      await readAs(db, publicActor, (tx) => depositBlock(tx, { agencyId, day: day('2026-07-02') })),
    ).toMatchObject({ isBlocked: false, state: 'not-entered' })
  })

  it('is seen in what the deposit covers, with what was declared, once for each change', async () => {
    const agencyId = anAgency()
    await payIn(agencyId, 10_000n)
    await owing(agencyId, 25_000n)
    await follow('2026-07-05')
    await follow('2026-07-06')
    const [line] = await readAs(db, somebody, (tx) => lastCover(tx, [agencyId]))

    expect(line).toMatchObject({ day: '2026-07-05', held: 10_000n, open: 25_000n, workers: null })
    expect(await alarms(agencyId)).toContain('claims-above')
  })
})

describe('a debt in another currency', () => {
  const baht = (rate: string, onDay = '2026-07-01') => ({
    ...({
      base: 'USD',
      currency: 'THB',
      rate,
      onDay: day(onDay),
      source: 'National Bank',
    } as const),
  })
  const inBaht = async (agencyId: AgencyId, minor: bigint) => {
    const due = aDue({
      ...{ debtor: { kind: 'agency', id: agencyId }, money: { minor, currency: 'THB' } },
    })
    await by((tx) => openDues(tx, { at, dues: [due] }))
    return due.id
  }

  it('is drawn by a rate with its day and source, and stays in the currency of the award', async () => {
    const agencyId = anAgency()
    await payIn(agencyId, 1_000n)
    const [own] = await owing(agencyId, 500n)
    const other = await inBaht(agencyId, 69_000n)
    const ask = (rates: ReturnType<typeof baht>[]) =>
      by((tx) =>
        proposeDraw(tx, somebody, { agencyId, dueIds: [own!, other], basis: 'x', rates, at }),
      )

    expect(await ask([])).toMatchObject({ refusal: 'rate-missing' })
    expect(await ask([baht('0')])).toMatchObject({ refusal: 'rate-wrong' })
    expect(await ask([baht('34.5', '2026-07-03')])).toMatchObject({ refusal: 'rate-wrong' })
    const order = await ask([baht('34.5')])
    const orderId = order.ok ? order.value : ('' as DrawOrderId)
    const shares = await readAs(db, somebody, (tx) => listShares(tx, orderId))
    expect(shares.map(({ cost }) => cost).toSorted()).toEqual([200n, 800n])

    const done = await by((tx) =>
      drawFromDeposit(tx, {
        ...{ agencyId, orderId, currency: 'USD', at },
        shares: shares.map(({ dueId, share, cost }) => ({ dueId, minor: share, cost })),
      }),
    )
    expect(done.ok).toBe(true)
    const dues = await listDues(owner, { ids: [own!, other] })
    expect(new Map(dues.map((due) => [due.id, due.paid]))).toEqual(
      new Map([
        [own, 200n],
        [other, 27_600n],
      ]),
    )
    expect(await held(agencyId)).toBe(0)
    expect(await proveLedger(owner)).toEqual([])
  })
})
