import { describe, expect, it } from 'vitest'
import { useComplaintDesk } from '../../../../tests/support/complaint-desk.ts'
import { complainantActor } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/days.ts'
import { aPhoto } from '../../evidence/testing/samples.ts'
import { type DueId, listDues, listPayments, proveLedger } from '../../ledger/index.ts'
import type { PayOutMark } from '../rules/pay-out.ts'
import { listAwaited, listEntries, type PayOutEntry } from '../store/pay-outs.ts'
import {
  accepted,
  aGroupCase,
  aSettlement,
  aTerm,
  by,
  madeOn,
  must,
  outcomeBy,
} from '../testing/outcomes.ts'
import { keepPayOutProof } from './keep-pay-out-proof.ts'
import { payDues } from './pay-dues.ts'
import { addToPayOut, planPayOut } from './plan-pay-out.ts'
import { missedDues, readPayOut } from './read-pay-out.ts'
import { recordPayOut } from './record-pay-out.ts'

const desk = useComplaintDesk()
const at = desk.clock.now
const today = '2026-11-20' as Day

/** A settlement of 250 dollars for each of so many persons, and one more due of the first. */
async function owed(count: number) {
  const group = await aGroupCase(desk, count)
  const debtor = { kind: 'agency' as const, id: desk.agencies[0] }
  const terms = group.persons.map((personId) => aTerm({ personId, debtor }))
  const [first = ''] = group.persons
  terms.push(aTerm({ personId: first, debtor, money: { minor: 40_000n, currency: 'KHR' } }))
  must(
    await outcomeBy(desk, group.id, aSettlement({ persons: group.persons.map(accepted), terms })),
  )
  const dues = await listDues(desk.owner, { caseIds: [group.id] })
  return { ...group, dues, dueIds: dues.map(({ id }) => id as string) }
}

type Plan = { dueIds: readonly string[]; heldOn?: Day; place?: string; login?: string }
const plan = async ({ dueIds, heldOn = today, place = 'សាលាខេត្ត', login = 'officer' }: Plan) => {
  const officer = await desk.actor(login)
  return by(desk, officer, (tx) =>
    planPayOut(tx, officer, { vault: desk.vault, heldOn, place, dueIds, at }),
  )
}
const record = async (
  dayId: string,
  rows: readonly (readonly [PayOutEntry, PayOutMark])[],
  login = 'officer',
) => {
  const officer = await desk.actor(login)
  const marked = rows.map(([{ id, version }, mark]) => ({ entryId: id, version, mark }))
  return by(desk, officer, (tx) => recordPayOut(tx, officer, { dayId, rows: marked, at }))
}
const standing = async (ids: readonly string[]) =>
  (await listDues(desk.owner, { ids: ids as DueId[] }))
    .toSorted((a, b) => Number(b.received - a.received))
    .map((due) => [due.owed, due.paid, due.received].map(Number))
const missing = '00000000-0000-7000-8000-000000000000'

describe('a pay-out day', () => {
  it('needs a place, a day that is near, and sums that are owed and known', async () => {
    const { dueIds, dues } = await owed(1)

    expect(await plan({ dueIds: [] })).toMatchObject({ refusal: 'nothing-chosen' })
    expect(await plan({ dueIds, place: '  ' })).toMatchObject({ refusal: 'place-missing' })
    expect(await plan({ dueIds, heldOn: '2028-01-01' as Day })).toMatchObject({
      refusal: 'pay-out-too-far',
    })
    for (const id of [missing, 'x'])
      expect(await plan({ dueIds: [id] })).toMatchObject({ refusal: 'no-such-due' })
    const officer = await desk.actor('officer')
    const [due] = dues
    const lines = [{ dueId: due!.id, personId: due!.beneficiaryId, minor: due!.owed }]
    must(
      await by(desk, officer, (tx) =>
        payDues(tx, officer, {
          ...{ lines, paidOn: madeOn, channel: 'bank', payer: null, reference: null, at },
          evidenceId: null,
        }),
      ),
    )
    expect(await plan({ dueIds })).toMatchObject({ refusal: 'nothing-owed' })
  })

  it('gives each person one number for all that was chosen, and no sum waits on two days', async () => {
    const one = await owed(3)
    const other = await owed(1)
    const day = must(await plan({ dueIds: [...one.dueIds, ...other.dueIds] }))

    const entries = await listEntries(desk.owner, day.id)
    expect(entries.map(({ position }) => position)).toEqual([1, 2, 3, 4])
    expect(new Set(entries.map(({ personId }) => personId)).size).toBe(4)
    expect(day.number).toMatch(/^P26-\d{5}$/)
    expect(await plan({ dueIds: other.dueIds })).toMatchObject({ refusal: 'on-another-day' })
    const shown = await by(desk, await desk.actor('officer'), async (tx) => ({
      ok: true as const,
      value: await readPayOut(tx, desk.vault, day.id),
    }))
    const [first] = must(shown)?.entries ?? []
    expect(first?.reference).toBe(`${one.number}-1`)
    expect(new Set(first?.lines.map(({ minor }) => minor))).toEqual(new Set([25_000n, 40_000n]))
  })

  it('is read by nobody outside, and by her alone who is on the list', async () => {
    const one = await owed(2)
    const day = must(await plan({ dueIds: one.dueIds }))
    const seen = async (actor: Awaited<ReturnType<typeof desk.actor>>) =>
      must(
        await by(desk, actor, async (tx) => ({
          ok: true as const,
          value: (await listEntries(tx, day.id)).length,
        })),
      )

    expect(await seen(await desk.actor('clerk'))).toBe(0)
    expect(await seen(complainantActor((await owed(1)).id))).toBe(0)
    const second = complainantActor(one.id, one.persons[1])
    expect(await seen(second)).toBe(1)
    const awaited = await by(desk, second, async (tx) => ({
      ok: true as const,
      value: await listAwaited(tx, { complaintId: one.id, from: today }),
    }))
    expect(must(awaited)).toMatchObject([{ number: day.number, position: 2 }])
  })
})

describe('what became of those on the list', () => {
  it('is recorded once its day has come, as it was read, and of the list alone', async () => {
    const { dueIds } = await owed(2)
    const ahead = must(await plan({ dueIds, heldOn: '2026-11-21' as Day }))
    const [one, two] = await listEntries(desk.owner, ahead.id)

    expect(await record(ahead.id, [])).toMatchObject({ refusal: { code: 'nothing-entered' } })
    expect(await record(ahead.id, [[one!, 'herself']])).toMatchObject({
      refusal: { code: 'pay-out-not-yet' },
    })
    must(await record(ahead.id, [[one!, 'taken-off']]))
    expect(await record(ahead.id, [[one!, 'taken-off']])).toMatchObject({
      refusal: { code: 'recorded-meanwhile', entryId: one!.id },
    })
    const day = must(await plan({ dueIds: (await duesOf(one!)).map(String) }))
    expect(await record(day.id, [[two!, 'herself']])).toMatchObject({
      refusal: { code: 'not-found' },
    })
    expect((await standing(dueIds)).map(([, paid]) => paid)).toEqual([0, 0, 0])
  })

  it('counts as her own word where she took it; the absent and who refused stay open', async () => {
    const { dueIds, id } = await owed(3)
    const day = must(await plan({ dueIds }))
    const [one, two, three] = await listEntries(desk.owner, day.id)

    expect(
      must(
        await record(day.id, [
          [one!, 'herself'],
          [two!, 'absent'],
          [three!, 'refused'],
        ]),
      ),
    ).toEqual({ received: 1, others: 2 })
    const dues = await duesOf(one!)
    const payments = await listPayments(desk.owner, { dueIds: dues })
    expect(payments).toHaveLength(2)
    for (const payment of payments)
      expect(payment).toMatchObject({
        ...{ status: 'confirmed', channel: 'cash', reference: day.number, paidOn: today },
        settledHow: 'by-officer',
      })
    const words = await desk.owner`select how, said_by, answer from word_given
      where complaint_id = ${id}`
    expect(words).toEqual(Array(2).fill({ how: 'at-pay-out', said_by: 'herself', answer: 'came' }))
    expect((await standing(dueIds)).map(([, , received]) => received)).toEqual([
      40_000, 25_000, 0, 0,
    ])
    expect(await record(day.id, [[three!, 'herself']])).toMatchObject({
      refusal: { code: 'recorded-meanwhile' },
    })
    const officer = await desk.actor('officer')
    const open = must(
      await by(desk, officer, async (tx) => {
        const payOut = await readPayOut(tx, desk.vault, day.id)
        return { ok: true as const, value: await missedDues(tx, payOut!) }
      }),
    )
    expect(open).toHaveLength(2)
    const next = must(await plan({ dueIds: open, heldOn: '2026-11-27' as Day }))
    expect(await listEntries(desk.owner, next.id)).toHaveLength(2)
    expect(await proveLedger(desk.owner)).toEqual([])
  })

  it('is all or nothing: a sum that is not owed in full any more stops the whole form', async () => {
    const { dueIds } = await owed(2)
    const day = must(await plan({ dueIds }))
    const [one, two] = await listEntries(desk.owner, day.id)
    const officer = await desk.actor('officer')
    const [due] = await listDues(desk.owner, { ids: await duesOf(two!) })
    const lines = [{ dueId: due!.id, personId: due!.beneficiaryId, minor: 1n }]
    must(
      await by(desk, officer, (tx) =>
        payDues(tx, officer, {
          ...{ lines, paidOn: madeOn, channel: 'bank', payer: null, reference: null, at },
          evidenceId: null,
        }),
      ),
    )

    expect(
      await record(day.id, [
        [one!, 'herself'],
        [two!, 'herself'],
      ]),
    ).toMatchObject({ refusal: { code: 'owed-no-more', entryId: two!.id } })
    expect((await standing(dueIds)).map(([, , received]) => received)).toEqual([0, 0, 0])
  })
})

describe('nobody is paid twice', () => {
  it('when two officers record the same person at the same moment', async () => {
    const { dueIds } = await owed(2)
    const day = must(await plan({ dueIds }))
    const [one, two] = await listEntries(desk.owner, day.id)

    const done = await Promise.all([
      record(day.id, [
        [one!, 'herself'],
        [two!, 'herself'],
      ]),
      record(day.id, [[one!, 'collector']], 'head'),
      record(day.id, [
        [two!, 'absent'],
        [one!, 'herself'],
      ]),
    ])

    expect(done.filter(({ ok }) => ok)).toHaveLength(1)
    for (const lost of done.filter(({ ok }) => !ok))
      expect(lost).toMatchObject({ refusal: { code: 'recorded-meanwhile' } })
    const payments = await listPayments(desk.owner, { dueIds: await duesOf(one!) })
    expect(payments).toHaveLength(2)
    expect(await proveLedger(desk.owner)).toEqual([])
  })

  it('when whoever was absent comes late and stands on the list of another day by then', async () => {
    const { dueIds } = await owed(1)
    const day = must(await plan({ dueIds }))
    const [one] = await listEntries(desk.owner, day.id)
    must(await record(day.id, [[one!, 'absent']]))
    const next = must(await plan({ dueIds }))
    const [again] = await listEntries(desk.owner, next.id)
    must(await record(day.id, [[{ ...one!, version: 2 }, 'herself']]))

    expect(await record(next.id, [[again!, 'herself']])).toMatchObject({
      refusal: { code: 'owed-no-more' },
    })
    expect(await plan({ dueIds })).toMatchObject({ refusal: 'nothing-owed' })
  })

  it('when two officers put the same sums on two lists at the same moment', async () => {
    const { dueIds } = await owed(2)
    const day = must(await plan({ dueIds: (await owed(1)).dueIds }))
    const head = await desk.actor('head')

    const done = await Promise.all([
      plan({ dueIds }),
      by(desk, head, (tx) => addToPayOut(tx, head, { dayId: day.id, dueIds, at })),
    ])

    expect(done.filter(({ ok }) => ok)).toHaveLength(1)
  })
})

describe('the proof', () => {
  it('of a person goes to her case, the list to its day; both wait to be looked through', async () => {
    const { dueIds, id } = await owed(1)
    const day = must(await plan({ dueIds }))
    const [one] = await listEntries(desk.owner, day.id)
    const officer = await desk.actor('officer')
    const file = { name: 'IMG_1.jpg', bytes: await aPhoto(), whole: true }
    const given = { vault: desk.vault, files: desk.files, dayId: day.id, at }
    const keep = (photos: readonly { entryId: string; file: typeof file }[], scans = [file]) =>
      by(desk, officer, (tx) => keepPayOutProof(tx, officer, { ...given, scans, photos }))

    expect(await keep([], [])).toMatchObject({ refusal: 'nothing-chosen' })
    expect(await keep([{ entryId: missing, file }])).toMatchObject({ refusal: 'not-found' })
    must(await keep([{ entryId: one!.id, file }]))
    const kept = await desk.owner`select record_type, record_id, status from evidence
      where record_id in (${day.id}, ${id}) order by record_type`
    expect(kept).toEqual([
      { record_type: 'complaint', record_id: id, status: 'quarantined' },
      { record_type: 'pay-out', record_id: day.id, status: 'quarantined' },
    ])
  })
})

async function duesOf({ id }: PayOutEntry): Promise<DueId[]> {
  const rows = await desk.owner<{ dueId: DueId }[]>`
    select due_id as "dueId" from pay_out_line where entry_id = ${id}`
  return rows.map(({ dueId }) => dueId)
}
