import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { useComplaintDesk } from '../../../../tests/support/complaint-desk.ts'
import { complainantActor } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/days.ts'
import { readAs } from '../../../platform/db.ts'
import { newId } from '../../../platform/new-id.ts'
import {
  confirmPayments,
  type Due,
  listDues,
  listPayments,
  proveLedger,
  rejectPayment,
} from '../../ledger/index.ts'
import {
  accepted,
  aGroupCase,
  aRemedy,
  aSettlement,
  aTerm,
  by,
  type GroupCase,
  madeOn,
  must,
  notReached,
  outcomeBy,
  refused,
} from '../testing/outcomes.ts'
import { endOutcome, recountCredits } from './end-outcome.ts'
import { payDues } from './pay-dues.ts'

const desk = useComplaintDesk()
const agency = () => ({ kind: 'agency' as const, id: desk.agencies[0] })
const duesOf = (caseId: string) => listDues(desk.owner, { caseIds: [caseId] })
const statusOf = async (id: string) =>
  (await desk.owner`select status from complaint where id = ${id}`)[0]?.status

describe('an outcome is refused', () => {
  it('with nothing left behind: the case stands where it stood', async () => {
    const { id, persons } = await aGroupCase(desk, 1)
    const [one = ''] = persons
    const term = aTerm({ personId: one, debtor: agency() })
    const of = (terms: typeof term) =>
      outcomeBy(desk, id, aSettlement({ persons: [accepted(one)], terms: [terms] }))

    expect(await of({ ...term, money: { minor: 0n, currency: 'USD' } })).toMatchObject({
      refusal: 'not-a-sum',
    })
    const nobody = { kind: 'agency', id: newId() } as never
    expect(await of({ ...term, debtor: nobody })).toMatchObject({ refusal: 'debtor-unknown' })
    const ofOther = { kind: 'party', id: newId<string>() } as const
    expect(await of({ ...term, payer: ofOther })).toMatchObject({ refusal: 'debtor-unknown' })
    expect(await statusOf(id)).toBe('registered')
    expect(await duesOf(id)).toEqual([])
  })

  it('as a decision of whoever led the conciliation, and of a case that nobody took up', async () => {
    const { id, persons } = await aGroupCase(desk, 1)
    const [one = ''] = persons
    const term = aTerm({ personId: one, debtor: agency() })
    const decision = {
      ...aSettlement({ persons: [notReached(one)], terms: [term] }),
      kind: 'decision' as const,
    }
    await desk.owner`
      insert into event (id, happened_at, record_type, record_id, type, actor_kind, actor_id, data,
        visible_to)
      values (${newId<string>()}, ${desk.clock.now}, 'complaint', ${id},
        'complaint.conciliation-begun', 'person', ${desk.personId('officer')}, '{}', '{officer}')`

    expect(await outcomeBy(desk, id, decision)).toMatchObject({ refusal: 'mediator-decides-not' })
    // Another officer may. No rule is known by which the ministry orders: it becomes a proposal,
    // and a proposal binds nobody who was not reached.
    expect(must(await outcomeBy(desk, id, decision, 'head'))).toMatchObject({
      ...{ kind: 'proposal', dues: 0 },
    })
    const fresh = await desk.aComplaint()
    expect(await outcomeBy(desk, fresh.id, decision)).toMatchObject({
      refusal: 'not-in-this-status',
    })
  })
})

describe('an outcome', () => {
  it('binds whoever accepts, and touches nobody else', async () => {
    const { id, number, persons } = await aGroupCase(desk, 5)
    const [one = '', two = '', three = '', four = ''] = persons
    const terms = [one, two, three].map((personId) => aTerm({ personId, debtor: agency() }))
    const done = must(
      await outcomeBy(
        desk,
        id,
        aSettlement({
          persons: [accepted(one), refused(two), notReached(three), accepted(four)],
          terms: [...terms, aRemedy({ personId: four, debtor: agency(), words: 'លិខិតឆ្លងដែន' })],
        }),
      ),
    )

    expect(done).toMatchObject({ kind: 'settlement', position: 1, dues: 1 })
    expect(await duesOf(id)).toMatchObject([
      { beneficiaryId: one, owed: 25_000n, reference: `${number}/1-1` },
    ])
    expect(await desk.owner`select person_id, status from remedy`).toEqual([
      { person_id: four, status: 'due' },
    ])
    expect(await statusOf(id)).toBe('performance')
    // What the other side was told stands sealed.
    const [kept] = await desk.owner`
      select basis_sealed as basis, words_sealed as words from outcome o
      join remedy r on r.outcome_id = o.id where o.id = ${done.id}`
    expect(kept?.basis.toString()).not.toContain('កំណត់ហេតុ')
    expect(kept?.words.toString()).not.toContain('លិខិត')
  })

  it('opens parts, shares of heirs, and of what recurs the first part', async () => {
    const { id, persons } = await aGroupCase(desk, 3)
    const [one = '', two = '', three = ''] = persons
    const of = { debtor: agency(), dueOn: '2026-11-30' as Day }
    must(
      await outcomeBy(
        desk,
        id,
        aSettlement({
          persons: [accepted(one), accepted(two)],
          terms: [
            aTerm({
              ...{ ...of, personId: one, money: { minor: 100n, currency: 'KHR' } },
              plan: { kind: 'parts', parts: 3, everyMonths: 1 },
              shares: [
                { personId: two, parts: 1 },
                { personId: three, parts: 1 },
              ],
            }),
            aTerm({
              ...{ ...of, personId: two, money: { minor: 5_000n, currency: 'USD' } },
              plan: { kind: 'until', until: 'រហូតដល់ប្រគល់លិខិតឆ្លងដែន', everyMonths: 1 },
            }),
          ],
        }),
      ),
    )

    const dues = await duesOf(id)
    expect(
      dues
        .filter(({ money }) => money.currency === 'KHR')
        .map(({ dueOn, owed, beneficiaryId }) => [dueOn, Number(owed), beneficiaryId === two]),
    ).toEqual(
      expect.arrayContaining([
        ['2026-11-30', 17, true],
        ['2026-11-30', 17, false],
        ['2026-12-30', 17, true],
        ['2026-12-30', 16, false],
        ['2027-01-30', 17, true],
        ['2027-01-30', 16, false],
      ]),
    )
    expect(dues.filter(({ money }) => money.currency === 'USD')).toMatchObject([
      { owed: 5_000n, dueOn: '2026-11-30' },
    ])
    expect(await desk.owner`select next_on from money_term where next_on is not null`).toEqual([
      { next_on: '2026-12-30' },
    ])
  })

  it('holds what was paid already as paid, until she says that it came', async () => {
    const { id, persons } = await aGroupCase(desk, 1)
    const [one = ''] = persons
    const term = aTerm({ personId: one, debtor: agency(), dueOn: '2026-10-01' as Day })
    const paid = { ...aSettlement({ persons: [accepted(one)], terms: [term] }) }
    must(await outcomeBy(desk, id, { ...paid, kind: 'paid-already' }))

    const [due] = await duesOf(id)
    expect(due).toMatchObject({ owed: 0n, paid: 25_000n, received: 0n })
    expect(await listPayments(desk.owner, { dueIds: [due!.id] })).toMatchObject([
      { status: 'recorded', paidOn: '2026-10-01' },
    ])
  })

  it('of two hundred persons stands in one stroke, and each reads only her own', async () => {
    const { id, persons } = await aGroupCase(desk, 200)
    const outcome = aSettlement({
      persons: persons.map(accepted),
      terms: persons.map((personId) => aTerm({ personId, debtor: agency() })),
    })
    must(await outcomeBy(desk, id, outcome))

    expect(await duesOf(id)).toHaveLength(200)
    expect(await proveLedger(desk.owner)).toEqual([])
    const member = complainantActor(id, persons[7])
    const seen = await readAs(desk.db, member, async (tx) => ({
      dues: await listDues(tx, { caseIds: [id] }),
      accounts: await tx`select 1 from ledger_account where case_id = ${id}`,
      answers: await tx`select person_id from outcome_person`,
    }))
    expect(seen.dues.map(({ beneficiaryId }) => beneficiaryId)).toEqual([persons[7]])
    expect(seen.accounts).toHaveLength(3)
    expect(seen.answers).toEqual([{ person_id: persons[7] }])
  })

  it('is seen by the agency that owes, without who said what', async () => {
    const { id, persons } = await aGroupCase(desk, 2)
    const [one = '', two = ''] = persons
    const terms = [one, two].map((personId) => aTerm({ personId, debtor: agency() }))
    must(await outcomeBy(desk, id, aSettlement({ persons: [accepted(one), refused(two)], terms })))
    const read = async (login: string) =>
      readAs(desk.db, await desk.actor(login), async (tx) => ({
        outcomes: (await tx`select 1 from outcome where complaint_id = ${id}`).length,
        answers: (await tx`select 1 from outcome_person`).length,
        dues: (await listDues(tx, { caseIds: [id] })).length,
      }))

    expect(await read('clerk')).toEqual({ outcomes: 1, answers: 0, dues: 1 })
    expect(await read('clerk2')).toEqual({ outcomes: 0, answers: 0, dues: 0 })
  })
})

describe('after an appeal', () => {
  type Step =
    | {
        readonly do: 'pay' | 'confirm' | 'reject'
        readonly place: number
        readonly percent: number
      }
    | { readonly do: 'decide'; readonly sums: readonly number[] }
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.record({
      do: fc.constantFrom('pay' as const, 'confirm' as const, 'reject' as const),
      place: fc.nat(20),
      percent: fc.integer({ min: 1, max: 100 }),
    }),
    fc.record({
      do: fc.constant('decide' as const),
      sums: fc.array(fc.integer({ min: 1, max: 90_000 }), { minLength: 2, maxLength: 2 }),
    }),
  )
  const settle = (persons: readonly string[], sums: readonly number[]) =>
    aSettlement({
      persons: persons.map(accepted),
      terms: persons.map((personId, at) =>
        aTerm({
          ...{ personId, debtor: agency(), plan: { kind: 'parts', parts: 3, everyMonths: 1 } },
          money: { minor: BigInt(sums[at] ?? 3) + 3n, currency: 'USD' },
        }),
      ),
    })

  it('each has what was decided last or what was paid, whichever is more, whatever the order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
        const group = await aGroupCase(desk, 2)
        const officer = await desk.actor('officer')
        const at = desk.clock.now
        let sums: readonly number[] = [30_000, 50_000]
        let last = must(await outcomeBy(desk, group.id, settle(group.persons, sums)))
        for (const one of steps) {
          const dues = await listDues(desk.owner, { caseIds: [group.id] })
          if (one.do === 'decide') {
            must(
              await by(desk, officer, (tx) =>
                endOutcome(tx, { outcomeId: last.id, why: 'appeal', at }),
              ),
            )
            sums = one.sums
            last = must(await outcomeBy(desk, group.id, settle(group.persons, sums)))
          } else await move(dues, one)
          await recountCredits({ db: desk.db, now: () => at }, { recordId: group.id })
          await checkSums(group, sums)
        }
        expect(await proveLedger(desk.owner)).toEqual([])
      }),
      { numRuns: 12 },
    )
  })

  const move = async (
    dues: readonly Due[],
    { do: what, place, percent }: Extract<Step, { readonly place: number }>,
  ) => {
    const officer = await desk.actor('officer')
    const at = desk.clock.now
    const source = { type: 'test', id: officer.id }
    if (what === 'pay') {
      const open = dues.filter(({ owed }) => owed > 0n)
      const due = open[place % Math.max(open.length, 1)]
      if (!due) return
      const minor = (due.owed * BigInt(percent)) / 100n
      const line = { dueId: due.id, personId: due.beneficiaryId, minor: minor > 0n ? minor : 1n }
      const slip = { channel: 'cash', payer: null, reference: null, evidenceId: null } as const
      const paidOn = madeOn
      must(
        await by(desk, officer, (tx) =>
          payDues(tx, officer, { lines: [line], paidOn, ...slip, at }),
        ),
      )
      return
    }
    const waiting = (await listPayments(desk.owner, { dueIds: dues.map(({ id }) => id) })).filter(
      ({ status }) => status === 'recorded',
    )
    const payment = waiting[place % Math.max(waiting.length, 1)]
    if (!payment) return
    const settled = { at, how: 'by-officer', source } as const
    must(
      await by(desk, officer, (tx) =>
        what === 'confirm'
          ? confirmPayments(tx, officer, { ...settled, paymentIds: [payment.id] })
          : rejectPayment(tx, officer, { ...settled, paymentId: payment.id }),
      ),
    )
  }

  const checkSums = async ({ id, persons }: GroupCase, sums: readonly number[]) => {
    const dues = await listDues(desk.owner, { caseIds: [id] })
    persons.forEach((person, at) => {
      const own = dues.filter(({ beneficiaryId }) => beneficiaryId === person)
      const sum = (of: (due: Due) => bigint) => own.reduce((all, due) => all + of(due), 0n)
      const had = sum(({ paid, received }) => paid + received)
      const wanted = BigInt(sums[at] ?? 0) + 3n
      expect(had + sum(({ owed }) => owed)).toBe(had > wanted ? had : wanted)
    })
  }
})
