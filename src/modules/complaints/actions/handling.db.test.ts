import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { useComplaintDesk } from '../../../../tests/support/complaint-desk.ts'
import { type Actor, complainantActor, systemActor } from '../../../kernel/actor.ts'
import { ok } from '../../../kernel/result.ts'
import { transact } from '../../../platform/db.ts'
import { legalTime } from '../../casework/actions/legal-time.ts'
import { escalateClock, queueEscalations, recomputeClocks } from '../../casework/index.ts'
import { complaintActions } from '../rules/lifecycle.ts'
import { findComplaint, moveComplaint } from '../store/complaint.ts'
import { inquiriesOf, taken } from '../testing/complaints.ts'
import { answerComplainant } from './answer-complainant.ts'
import { assignTo } from './assign-complaint.ts'
import { assignByLot } from './draw-officer.ts'
import { recordConsent } from './record-consent.ts'
import { sendMessage } from './send-message.ts'
import { transferComplaint } from './transfer-complaint.ts'

const desk = useComplaintDesk()
const jobs = () => ({ db: desk.jobs, vault: desk.vault, now: () => desk.clock.now })
const versionOf = async (id: string): Promise<number> => {
  const [row] = await desk.owner`select version from complaint where id = ${id}`
  return Number(row?.version)
}

const aMoment = () => new Promise((resolve) => setTimeout(resolve, 100))

describe('two officers at once', () => {
  it('do not overwrite each other: what was decided after the case was read stands', async () => {
    const { id } = await desk.aComplaint()
    const officer = await desk.actor('officer')

    const late = await transact(desk.db, officer, async (tx) => {
      const asRead = await findComplaint(tx, id)
      await taken(desk, await desk.actor('head'), { complaintId: id, action: 'register' })
      const move = { to: 'kept-as-warning', nextDueAt: null } as const
      return ok(
        await moveComplaint(tx, asRead!, {
          ...{ ...move, closedAt: new Date(), closedHow: 'kept-as-warning' },
        }),
      )
    })

    expect(late).toEqual(ok(false))
    const [row] = await desk.owner`select status, version from complaint where id = ${id}`
    expect(row).toEqual({ status: 'registered', version: 2 })
  })

  it('give one case to one of them, and tell the other', async () => {
    const { id } = await desk.aComplaint()
    const officer = await desk.actor('officer')
    const head = await desk.actor('head')
    const step = { complaintId: id, version: 1, at: desk.clock.now }

    const first = await transact(desk.db, head, (tx) =>
      assignTo(tx, head, { ...step, ownerId: head.id }),
    )
    const second = await transact(desk.db, officer, (tx) =>
      assignTo(tx, officer, { ...step, ownerId: officer.id }),
    )

    expect([first.ok, second]).toEqual([true, { ok: false, refusal: 'changed-meanwhile' }])
    const [row] = await desk.owner`select owner_id from complaint where id = ${id}`
    expect(row?.owner_id).toBe(head.id)
  })

  it('do not answer over each other: the second has to read the first answer', async () => {
    const { id } = await desk.aComplaint()
    const [officer, head] = await Promise.all([desk.actor('officer'), desk.actor('head')])
    const answer = (by: Actor, words: string, wait: Promise<unknown> | null = null) =>
      transact(desk.db, by, async (tx) => {
        const asRead = { version: 1, messages: 0 }
        const on = { vault: desk.vault, complaintId: id, at: desk.clock.now, words, ...asRead }
        const result = await answerComplainant(tx, by, on)
        await wait
        return result
      })

    // The first has written and not yet ended when the second presses.
    const opened = Promise.withResolvers<null>()
    const first = answer(officer, 'យើងបដិសេធ', opened.promise)
    await aMoment()
    const second = answer(head, 'យើងទទួល')
    await aMoment()
    opened.resolve(null)

    expect([(await first).ok, await second]).toEqual([
      true,
      { ok: false, refusal: 'changed-meanwhile' },
    ])
    const sent = await desk.owner`select from complaint_message where complaint_id = ${id}`
    expect(sent).toHaveLength(1)
  })

  it('answer nobody who wrote again meanwhile, before they have read it', async () => {
    const { id } = await desk.aComplaint()
    const officer = await desk.actor('officer')
    const complainant = complainantActor(id)
    const on = { vault: desk.vault, complaintId: id, at: desk.clock.now, version: 1, messages: 0 }
    await taken(desk, officer, { complaintId: id, action: 'register', words: null })
    await transact(desk.db, complainant, (tx) =>
      sendMessage(tx, complainant, { ...on, words: 'មិនទាន់ដោះស្រាយទេ' }),
    )

    const answer = await transact(desk.db, officer, (tx) =>
      answerComplainant(tx, officer, { ...on, version: 2, words: 'យើងឆ្លើយ' }),
    )
    const proposal = { complaintId: id, action: 'propose-closure', version: 2 } as const
    const closing = await taken(desk, officer, { ...proposal, messages: 0 })
    const afterReading = await taken(desk, officer, { ...proposal, messages: 1 })

    const refused = { ok: false, refusal: 'changed-meanwhile' }
    expect([answer, closing]).toEqual([refused, refused])
    expect(afterReading).toEqual(ok('closure-proposed'))
  })
})

describe('a received case', () => {
  it('goes by itself to an officer of its office', async () => {
    const busy = await desk.aComplaint({ province: '01' })
    await assignByLot(jobs(), { recordId: busy.id })
    const [row] = await desk.owner`select owner_id from complaint where id = ${busy.id}`

    expect(row?.owner_id).toBe(desk.personId('officer-bmc'))
  })

  it('goes to an officer of the whole country where its office has nobody', async () => {
    const { id } = await desk.aComplaint({ province: '25' })

    await assignByLot(jobs(), { recordId: id })

    const [row] = await desk.owner`
      select a.areas from complaint c join assignment a on a.person_id = c.owner_id
      where c.id = ${id}`
    expect(row).toEqual({ areas: null })
  })

  it('stays with whoever took it first', async () => {
    const { id } = await desk.aComplaint()
    const head = await desk.actor('head')
    await transact(desk.db, head, (tx) =>
      assignTo(tx, head, { complaintId: id, version: 1, ownerId: head.id, at: desk.clock.now }),
    )

    await assignByLot(jobs(), { recordId: id })

    const [row] = await desk.owner`select owner_id from complaint where id = ${id}`
    expect(row?.owner_id).toBe(head.id)
  })
})

describe('consent', () => {
  it('shows an open inquiry at once what she agreed to, and hides it again', async () => {
    const { id } = await desk.aComplaint({
      ...{ respondentKind: 'agency', agencyId: desk.agencies[0], openness: 'confidential' },
    })
    const officer = await desk.actor('officer')
    await taken(desk, officer, { complaintId: id, action: 'register' })
    await taken(desk, officer, { complaintId: id, action: 'ask-agency' })
    const shown = async () =>
      (await inquiriesOf(desk, id)).map(({ workerName, story }) => ({ workerName, story }))
    const say = (change: 'give' | 'withdraw') =>
      transact(desk.db, officer, (tx) =>
        recordConsent(tx, officer, {
          ...{ vault: desk.vault, complaintId: id, version: 3, at: desk.clock.now },
          ...{ item: 'name', change, how: 'phone' },
        }),
      )

    expect(await shown()).toEqual([{ workerName: null, story: null }])
    await say('give')
    expect(await shown()).toEqual([{ workerName: 'សុខ ដារា', story: null }])
    await say('withdraw')
    expect(await shown()).toEqual([{ workerName: null, story: null }])
  })

  it('is asked of nobody for an anonymous case, nor for what there is not', async () => {
    const officer = await desk.actor('officer')
    const anonymous = await desk.aComplaint({ openness: 'anonymous' })
    const wordless = await desk.aComplaint({
      ...{ respondentKind: 'agency', agencyId: desk.agencies[0], story: null },
    })
    const ask = (complaintId: string) =>
      transact(desk.db, officer, (tx) =>
        recordConsent(tx, officer, {
          ...{ vault: desk.vault, complaintId, version: 1, at: desk.clock.now },
          ...{ item: 'story', change: 'give', how: 'phone' },
        }),
      )

    expect(await ask(anonymous.id)).toEqual({ ok: false, refusal: 'anonymous-stays-unknown' })
    expect(await ask(wordless.id)).toEqual({ ok: false, refusal: 'nothing-to-show' })
  })
})

describe('a transfer in the middle', () => {
  it('counts the clocks again from the receipt, and moves none of them back', async () => {
    const { id } = await desk.aComplaint()
    const officer = await desk.actor('officer')
    await taken(desk, officer, { complaintId: id, action: 'register' })
    const clocks = () => desk.owner`
      select kind, started_at, due_at, outcome from clock where record_id = ${id} order by kind`
    const before = await clocks()
    const [office] = await desk.owner`select id from office where code = 'pdolvt-02'`

    const moved = await transact(desk.db, officer, async (tx) =>
      transferComplaint(tx, officer, {
        ...{ vault: desk.vault, complaintId: id, version: await versionOf(id) },
        ...{ officeId: String(office?.id), words: 'She lives there.', at: desk.clock.now },
      }),
    )

    expect(moved).toEqual(ok(null))
    expect([...(await clocks())]).toEqual([...before])
  })

  it('counts the same twice: nothing drifts', async () => {
    const { id } = await desk.aComplaint()
    const dues = () => desk.owner`select due_at from clock where record_id = ${id} order by kind`
    const before = await dues()

    for (let times = 0; times < 3; times += 1)
      await transact(desk.db, systemActor('test'), async (tx) => {
        await recomputeClocks(tx, id, await legalTime(tx, '2026-11-20' as never))
        return ok(null)
      })

    expect([...(await dues())]).toEqual([...before])
  })
})

describe('escalations', () => {
  it('stop for none that fails: each clock is a job of its own', async () => {
    const first = await desk.aComplaint()
    const second = await desk.aComplaint()
    const later = new Date('2026-12-24T03:00:00Z')
    await queueEscalations(desk.jobs, later)
    const queued = await desk.owner`
      select payload->>'clockId' as id from graphile_worker._private_jobs j
      join clock c on c.id::text = j.payload->>'clockId'
      where c.record_id in (${first.id}, ${second.id})`
    expect(queued).toHaveLength(4)
    // One of them cannot be written: its timeline refuses it.
    await desk.owner`
      create function refuse_one() returns trigger language plpgsql as $$ begin
        if new.record_id = (select min(id::text)::uuid from complaint) then raise 'broken'; end if;
        return new; end $$`
    await desk.owner`create trigger refuse_one before insert on event
      for each row execute function refuse_one()`

    const outcomes = await Promise.allSettled(
      queued.map(({ id }) => escalateClock(desk.jobs, id, later)),
    )
    await desk.owner`drop trigger refuse_one on event`

    const written = await desk.owner`
      select from event where type = 'complaint.clock-ran-out' and record_id = ${second.id}`
    expect(written).toHaveLength(2)
    expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(1)
  })
})

describe('every open case', () => {
  type Step = { readonly who: 'officer' | 'head' | 'complainant' | 'job'; readonly what: string }
  const steps = fc.record<Step>({
    who: fc.constantFrom('officer', 'head', 'complainant', 'job'),
    what: fc.constantFrom(...complaintActions, 'answer', 'take', 'transfer', 'least-busy', 'night'),
  })

  const actorOf = (id: string, who: Step['who']): Actor | Promise<Actor> => {
    if (who === 'complainant') return complainantActor(id)
    return who === 'job' ? systemActor('test') : desk.actor(who)
  }

  type Doing = {
    readonly actor: Actor
    readonly common: Common
    readonly offices: readonly string[]
  }
  type Common = {
    readonly vault: typeof desk.vault
    readonly complaintId: string
    readonly version: number
    readonly at: Date
    readonly words: string
  }
  const others: Readonly<Record<string, (doing: Doing) => Promise<unknown>>> = {
    night: async ({ common }) => {
      desk.clock.now = new Date(common.at.getTime() + 20 * 3_600_000)
    },
    'least-busy': ({ common }) => assignByLot(jobs(), { recordId: common.complaintId }),
    take: ({ actor, common }) =>
      transact(desk.db, actor, (tx) => assignTo(tx, actor, { ...common, ownerId: actor.id })),
    answer: ({ actor, common }) =>
      transact(desk.db, actor, (tx) => answerComplainant(tx, actor, { ...common, messages: null })),
    transfer: async ({ actor, common, offices }) => {
      const officeId = offices[common.version % offices.length] ?? ''
      await transact(desk.db, actor, (tx) => transferComplaint(tx, actor, { ...common, officeId }))
      await assignByLot(jobs(), { recordId: common.complaintId })
    },
  }

  async function act(id: string, { who, what }: Step, offices: readonly string[]): Promise<void> {
    const actor = await actorOf(id, who)
    const at = desk.clock.now
    const version = await versionOf(id)
    const common = { vault: desk.vault, complaintId: id, version, at, words: 'ពាក្យ' }
    const action = complaintActions.find((each) => each === what)
    if (action) await taken(desk, actor, { complaintId: id, action, at })
    else await others[what]?.({ actor, common, offices })
  }

  it('has an owning office, an owner once the jobs ran, and a next date, whatever happened', async () => {
    const offices = (
      await desk.owner`select id from office where kind in ('ministry', 'provincial')`
    ).map(({ id }) => String(id))
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { maxLength: 14 }), async (sequence) => {
        const { id } = await desk.aComplaint(
          { respondentKind: 'agency', agencyId: desk.agencies[0] },
          { receivedAt: desk.clock.now },
        )
        await assignByLot(jobs(), { recordId: id })
        const dues = new Map<string, Date>()
        for (const step of sequence) {
          await act(id, step, offices)
          await checkCase(id, dues)
        }
      }),
      { numRuns: 25 },
    )
  }, 120_000)

  async function checkCase(id: string, dues: Map<string, Date>): Promise<void> {
    const [row] = await desk.owner`
      select c.status, c.office_id, c.owner_id, c.next_due_at, c.closed_at, c.area,
        coalesce(o.province, '00') as office_area
      from complaint c join office o on o.id = c.office_id where c.id = ${id}`
    const open = !['closed', 'withdrawn', 'kept-as-warning', 'merged'].includes(row?.status)
    expect(row?.area).toBe(row?.office_area)
    expect(row?.owner_id).not.toBeNull()
    expect(row?.next_due_at === null).toBe(!open)
    expect(row?.closed_at === null).toBe(open)
    const clocks = await desk.owner<
      { id: string; due: Date; started: Date; stopped: Date | null; paused: Date | null }[]
    >`
      select id, due_at as due, started_at as started, stopped_at as stopped,
        paused_at as paused
      from clock where record_id = ${id}`
    const running = clocks.filter(({ stopped, paused }) => stopped === null && paused === null)
    const nearest = running.map(({ due }) => due.getTime()).sort((a, b) => a - b)[0]
    expect(row?.next_due_at?.getTime() ?? null).toBe(open ? nearest : null)
    for (const clock of clocks) {
      // A clock never ends before it began, and its date never moves back.
      expect(clock.due.getTime()).toBeGreaterThanOrEqual(clock.started.getTime())
      expect(clock.due.getTime()).toBeGreaterThanOrEqual(dues.get(clock.id)?.getTime() ?? 0)
      dues.set(clock.id, clock.due)
    }
  }
})
