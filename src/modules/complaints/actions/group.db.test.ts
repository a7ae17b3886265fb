import { beforeAll, describe, expect, it } from 'vitest'
import { useComplaintDesk } from '../../../../tests/support/complaint-desk.ts'
import { type Actor, complainantActor } from '../../../kernel/actor.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { readAs, type Tx, transact } from '../../../platform/db.ts'
import { ask, sql } from '../../../platform/sql.ts'
import type { ComplaintId } from '../rules/complaint.ts'
import type { NewPerson } from '../rules/new-person.ts'
import { countGroup, listGroup } from '../store/group.ts'
import { listPersons } from '../store/person.ts'
import { aNewComplaint, taken } from '../testing/complaints.ts'
import { addPersons } from './add-persons.ts'
import { changePersons } from './change-persons.ts'
import { declareConflict } from './declare-conflict.ts'
import { assignByLot, drawOne } from './draw-officer.ts'
import { mergeCases, unmergeCase } from './merge-cases.ts'
import { openReceipt } from './open-receipt.ts'
import { openNames } from './person-names.ts'
import { giveReceipts } from './person-receipts.ts'
import { recordLate } from './record-late.ts'

const desk = useComplaintDesk()
let officer: Actor
let head: Actor

beforeAll(async () => {
  officer = await desk.actor('officer')
  head = await desk.actor('head')
})

const as = <T, R>(actor: Actor, work: (tx: Tx) => Promise<Result<T, R>>) =>
  transact(desk.db, actor, work)
const at = () => desk.clock.now
const aPerson = (name: string, over: Partial<NewPerson> = {}): NewPerson => ({
  ...{ name, contact: null, sex: null, minor: null, situation: 'unknown', joins: 'agreed' },
  claims: [{ kind: 'sought', minor: 25_000n, currency: 'USD' }],
  ...over,
})

async function aGroup(count: number): Promise<{ id: ComplaintId; number: string; secret: string }> {
  const receipt = await desk.aComplaint({ relation: 'group', people: count })
  await taken(desk, officer, { complaintId: receipt.id, action: 'register', at: at() })
  if (count > 1)
    await as(officer, (tx) =>
      addPersons(tx, officer, {
        ...{ vault: desk.vault, complaintId: receipt.id, version: null, at: at() },
        persons: Array.from({ length: count - 1 }, (_, n) => aPerson(`មនុស្ស ${n}`)),
      }),
    )
  return receipt
}
const personsOf = (id: string) => readAs(desk.db, officer, (tx) => listPersons(tx, id))
const statusOf = async (id: string) =>
  (await desk.owner`select status, owner_id, next_due_at from complaint where id = ${id}`)[0]

describe('the persons of a case', () => {
  it('begin with its registration and not before, and never twice', async () => {
    const { id } = await desk.aComplaint()
    expect(await personsOf(id)).toEqual([])

    await taken(desk, officer, { complaintId: id, action: 'register', at: at() })
    await taken(desk, complainantActor(id), { complaintId: id, action: 'ask-withdrawal', at: at() })
    await taken(desk, officer, { complaintId: id, action: 'continue', at: at() })

    expect(await personsOf(id)).toMatchObject([{ position: 1, joins: 'agreed', leftAt: null }])
    const [party] = await desk.owner`select kind, role from case_party where complaint_id = ${id}`
    expect(party).toEqual({ kind: 'unknown', role: 'respondent' })
  })

  it('are none of an anonymous complaint, and none are added to it or to an ended one', async () => {
    const anonymous = await desk.aComplaint({ openness: 'anonymous' })
    const add = (complaintId: string, persons = [aPerson('ដារា')]) =>
      as(officer, (tx) =>
        addPersons(tx, officer, {
          ...{ vault: desk.vault, complaintId, version: null, persons, at: at() },
        }),
      )

    expect(await add(anonymous.id)).toEqual({ ok: false, refusal: 'anonymous-stays-unknown' })
    await taken(desk, officer, { complaintId: anonymous.id, action: 'keep-as-warning', at: at() })
    expect(await add(anonymous.id)).toEqual({ ok: false, refusal: 'case-is-finished' })
    expect(await add((await aGroup(1)).id, [])).toEqual({ ok: false, refusal: 'nobody-to-add' })
    expect(await add(officer.id)).toEqual({ ok: false, refusal: 'not-found' })
  })

  it('are read by the hundred in one question, with their names in two more', async () => {
    const { id } = await aGroup(300)
    const persons = await personsOf(id)
    expect(persons).toHaveLength(300)

    const page = await readAs(desk.db, officer, async (tx) => {
      const filters = { situation: null, joins: null, left: false }
      const first = await listGroup(tx, id, { filters, after: 0, limit: 100 })
      const last = await listGroup(tx, id, { filters, after: 200, limit: 100 })
      const names = await openNames(
        tx,
        desk.vault,
        persons.map((one) => one.id),
      )
      return { first, last, names, counts: await countGroup(tx, id) }
    })
    expect(page.first).toHaveLength(100)
    expect(page.last.map(({ position }) => position).at(-1)).toBe(300)
    expect(page.last[0]?.claims).toMatchObject([{ kind: 'sought', minor: '25000' }])
    expect(page.names.size).toBe(300)
    expect(page.counts).toMatchObject({ all: 300, agreed: 300, left: 0 })
  })

  it('take no place twice, when two lists are entered at once', async () => {
    const { id } = await aGroup(1)
    const add = (name: string) =>
      as(officer, (tx) =>
        addPersons(tx, officer, {
          ...{ vault: desk.vault, complaintId: id, version: null, at: at() },
          persons: [aPerson(`${name} ១`), aPerson(`${name} ២`)],
        }),
      )

    await Promise.all([add('ក'), add('ខ')])

    expect((await personsOf(id)).map(({ position }) => position)).toEqual([1, 2, 3, 4, 5])
  })

  it('leave and come back, and stand in the history all the while', async () => {
    const { id } = await aGroup(3)
    const [, second, third] = await personsOf(id)
    const change = (
      change: Parameters<typeof changePersons>[2]['change'],
      ids = [second!.id, third!.id],
    ) =>
      as(officer, (tx) =>
        changePersons(tx, officer, {
          vault: desk.vault,
          complaintId: id,
          personIds: ids,
          change,
          at: at(),
        }),
      )

    expect(await change({ what: 'back' })).toEqual({ ok: false, refusal: 'nobody-chosen' })
    expect(await change({ what: 'left', why: 'settled-alone' })).toEqual(ok(2))
    expect((await personsOf(id)).filter(({ leftAt }) => leftAt === null)).toHaveLength(1)
    expect(await change({ what: 'situation', situation: 'abroad' })).toMatchObject({ ok: false })
    expect(await change({ what: 'back' }, [third!.id])).toEqual(ok(1))
    expect((await personsOf(id)).map(({ leftWhy }) => leftWhy)).toEqual([
      null,
      'settled-alone',
      null,
    ])
  })
})

describe('somebody of a group with a receipt of her own', () => {
  it('has a number in the order of the persons', async () => {
    const { id } = await aGroup(4)
    const personIds = (await personsOf(id)).map((one) => one.id)
    const given = await as(officer, (tx) =>
      giveReceipts(tx, officer, {
        ...{ vault: desk.vault, complaintId: id, personIds, at: at() },
      }),
    )
    if (!given.ok) throw new Error(given.refusal)
    expect(given.value.map(({ position }) => position)).toEqual([2, 3, 4])
    const numbers = given.value.map(({ number }) => number)
    expect(numbers).toEqual(numbers.toSorted())
  })

  it('sees her own part and nothing of the others or of what the first one wrote', async () => {
    const { id } = await aGroup(3)
    const [first, second] = await personsOf(id)
    const given = await as(officer, (tx) =>
      giveReceipts(tx, officer, {
        ...{ vault: desk.vault, complaintId: id, at: at() },
        personIds: [first!.id, second!.id],
      }),
    )
    if (!given.ok) throw new Error(given.refusal)
    expect(given.value).toHaveLength(1)
    const [receipt] = given.value

    const opened = await desk.db.begin((tx) =>
      openReceipt(tx as never, {
        ...{ vault: desk.vault, number: receipt!.number, secret: receipt!.secret, at: at() },
      }),
    )
    expect(opened.ok).toBe(true)
    const member = complainantActor(id, second!.id)
    const seen = await readAs(desk.db, member, async (tx) => ({
      persons: (await listPersons(tx, id)).map((one) => one.id),
      rows: (await ask(
        tx,
        sql`select (select count(*)::int from complaint) as cases,
          (select count(*)::int from complaint_contact) as contacts,
          (select count(*)::int from complaint_message) as messages,
          (select count(*)::int from case_claim) as claims,
          (select count(*)::int from case_party) as parties`,
      )) as unknown,
    }))
    expect(seen.persons).toEqual([second!.id])
    expect(seen.rows).toEqual([{ cases: 1, contacts: 0, messages: 0, claims: 1, parties: 0 }])
    // The receipt of the case is the first person's, and shows nobody else either.
    const representative = await readAs(desk.db, complainantActor(id), (tx) => listPersons(tx, id))
    expect(representative.map((one) => one.id)).toEqual([first!.id])
  })

  it('cannot move the case, which is not hers alone', async () => {
    const { id } = await aGroup(2)
    const [, second] = await personsOf(id)

    const asked = await taken(desk, complainantActor(id, second!.id), {
      ...{ complaintId: id, action: 'ask-withdrawal', at: at() },
    })

    expect(asked).toEqual({ ok: false, refusal: 'not-your-role' })
  })
})

describe('two cases of one matter', () => {
  const merge = (actor: Actor, into: string, from: string, version: number) =>
    as(actor, (tx) =>
      mergeCases(tx, actor, {
        ...{ vault: desk.vault, intoId: into, fromId: from, version, at: at() },
      }),
    )
  const versionOf = async (id: string): Promise<number> =>
    (await desk.owner`select version from complaint where id = ${id}`)[0]?.version

  it('are joined with their persons, and taken apart again', async () => {
    const [into, from] = [await aGroup(2), await aGroup(1)]
    await desk.owner`update case_person set name_index = '\\x01' where complaint_id = ${from.id}`

    expect(await merge(officer, into.id, from.id, await versionOf(into.id))).toEqual(ok(null))
    expect(await statusOf(from.id)).toMatchObject({ status: 'merged', next_due_at: null })
    expect(await personsOf(into.id)).toHaveLength(3)
    // Both receipts still open what they opened.
    const opened = await desk.db.begin((tx) =>
      openReceipt(tx as never, { vault: desk.vault, ...from, at: at() }),
    )
    expect(opened.ok).toBe(true)

    const apart = await as(head, (tx) =>
      unmergeCase(tx, head, { vault: desk.vault, fromId: from.id, at: at() }),
    )
    expect(apart).toEqual(ok(null))
    expect(await statusOf(from.id)).toMatchObject({ status: 'registered' })
    expect((await personsOf(into.id)).filter(({ leftAt }) => leftAt === null)).toHaveLength(2)
  })

  it('are not joined to themselves, to an ended one, nor when one is anonymous', async () => {
    const [one, other] = [await aGroup(1), await desk.aComplaint({ openness: 'anonymous' })]
    const version = await versionOf(one.id)

    expect(await merge(officer, one.id, one.id, version)).toMatchObject({
      refusal: 'the-same-case',
    })
    expect(await merge(officer, one.id, other.id, version)).toMatchObject({
      refusal: 'anonymous-stays-unknown',
    })
    expect(await merge(officer, one.id, officer.id, version)).toMatchObject({
      refusal: 'not-found',
    })
    expect(await merge(officer, one.id, (await aGroup(1)).id, version - 1)).toMatchObject({
      refusal: 'changed-meanwhile',
    })
  })

  it('are joined once, when two officers join them at once in both directions', async () => {
    const [one, other] = [await aGroup(1), await aGroup(1)]
    const [v1, v2] = [await versionOf(one.id), await versionOf(other.id)]

    const done = await Promise.all([
      merge(officer, one.id, other.id, v1),
      merge(head, other.id, one.id, v2),
    ])

    expect(done.filter((each) => each.ok)).toHaveLength(1)
    const open = [await statusOf(one.id), await statusOf(other.id)].filter(
      (row) => row?.status !== 'merged',
    )
    expect(open).toHaveLength(1)
    expect(open[0]?.next_due_at).not.toBeNull()
  })
})

describe('closing without confirmation', () => {
  it('is done once, when two officers close at once', async () => {
    const { id } = await aGroup(1)
    const close = (actor: Actor) =>
      taken(desk, actor, {
        ...{ complaintId: id, action: 'close-without-confirmation', reason: 'not-proven' },
        at: at(),
      })

    const done = await Promise.all([close(officer), close(head)])

    expect(done.filter((each) => each.ok)).toHaveLength(1)
    const events = await desk.owner`
      select 1 from event where record_id = ${id}
        and type = 'complaint.closed-without-confirmation'`
    expect(events).toHaveLength(1)
  })

  it('is not possible because somebody who is abroad cannot be reached', async () => {
    const { id } = await aGroup(1)
    const [first] = await personsOf(id)
    await as(officer, (tx) =>
      changePersons(tx, officer, {
        vault: desk.vault,
        ...{ complaintId: id, personIds: [first!.id], at: at() },
        change: { what: 'situation', situation: 'abroad' },
      }),
    )
    const close = (reason: 'cannot-be-reached' | 'not-proven' | null) =>
      taken(desk, officer, {
        ...{ complaintId: id, action: 'close-without-confirmation', reason, at: at() },
      })

    expect(await close(null)).toMatchObject({ refusal: 'close-reason-missing' })
    expect(await close('cannot-be-reached')).toMatchObject({
      refusal: 'absence-abroad-ends-nothing',
    })
    expect(await close('not-proven')).toEqual(ok('closed'))
  })
})

describe('an officer who declared a conflict of interest', () => {
  it('neither takes nor decides such a case, and gives back the ones that she has', async () => {
    const { id } = await desk.aComplaint({
      ...{ respondentKind: 'agency', agencyId: desk.agencies[1], province: '01' },
    })
    const local = await desk.actor('officer-bmc')
    await assignByLot({ db: desk.jobs, now: () => at() }, { recordId: id })
    expect(await statusOf(id)).toMatchObject({ owner_id: local.id })
    await taken(desk, local, { complaintId: id, action: 'register', at: at() })

    const declared = await as(local, (tx) =>
      declareConflict(tx, local, {
        ...{ vault: desk.vault, agencyId: desk.agencies[1], name: null, at: at() },
        ...{ reason: 'បងប្អូនធ្វើការនៅទីនោះ', since: '2026-01-01' as never },
      }),
    )

    expect(declared).toMatchObject({ ok: true })
    expect(await statusOf(id)).toMatchObject({ owner_id: null })
    expect(
      await taken(desk, local, { complaintId: id, action: 'propose-closure', at: at() }),
    ).toEqual({ ok: false, refusal: 'conflict-of-interest' })
    await assignByLot({ db: desk.jobs, now: () => at() }, { recordId: id })
    const row = await statusOf(id)
    expect(row?.owner_id).not.toBeNull()
    expect(row?.owner_id).not.toBe(local.id)
    const [draw] = await desk.owner<{ seed: string; candidates: string[]; chosen: string }[]>`
      select seed, candidates, chosen from case_draw where complaint_id = ${id}
      order by drawn_at desc, id desc limit 1`
    expect(drawOne(draw!.seed, draw!.candidates)).toBe(draw!.chosen)
    expect(draw!.candidates).not.toContain(local.id)
  })
})

describe('a matter that was solved before it was entered', () => {
  const record = (over: { receivedOn?: string; solvedOn?: string }) =>
    as(officer, (tx) =>
      recordLate(tx, officer, {
        ...{ vault: desk.vault, complaint: aNewComplaint({ way: 'none', contact: null }) },
        ...{ paperNumber: null, how: 'paid', knownFrom: 'register', at: at() },
        paid: { minor: 5000n, currency: 'USD' },
        receivedOn: (over.receivedOn ?? '2026-05-04') as never,
        solvedOn: (over.solvedOn ?? '2026-05-20') as never,
      }),
    )

  it('has its real days: its clock says that it was late', async () => {
    const done = await record({})
    if (!done.ok) throw new Error(done.refusal)

    const [row] = await desk.owner`
      select c.status, c.closed_how, c.closed_at::date::text as closed,
        (select outcome from clock where record_id = c.id and kind = 'resolve') as outcome
      from complaint c where id = ${done.value.id}`
    expect(row).toEqual({
      ...{ status: 'closed', closed_how: 'late-entry', closed: '2026-05-20', outcome: 'missed' },
    })
  })

  it('was not solved before it came, nor in the future', async () => {
    expect(await record({ solvedOn: '2026-05-03' })).toMatchObject({
      refusal: 'solved-before-received',
    })
    expect(await record({ solvedOn: '2027-01-01' })).toMatchObject({
      refusal: 'solved-in-the-future',
    })
  })
})
