import { describe, expect, it } from 'vitest'
import type { Role } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/days.ts'
import { lifecycleFaults, offeredActions } from '../../../kernel/lifecycle.ts'
import { anOfficer } from '../../complaints/testing/complaints.ts'
import { makeCalendar } from '../../places/index.ts'
import { checkMeeting, failsByHerAbsence, refuseHeld, refusePlan } from './conditions.ts'
import { type Meeting, meetingLifecycle, meetingStatuses, notHeldReasons } from './meeting.ts'
import { meetingDays, refuseDay } from './meeting-day.ts'

const officer = anOfficer()
const aMeeting = (over: Partial<Meeting> = {}): Meeting => ({
  ...{ id: 'm' as never, complaintId: 'c', attempt: 1, status: 'planned', version: 1 },
  ...{ way: 'phone', province: null, meetsAt: new Date('2026-11-26T02:00:00Z') },
  ...{ conductedBy: officer.id, agencyIds: [], plannedAt: new Date('2026-11-20T02:00:00Z') },
  ...{ invitedAt: null, heldAt: null, endedAt: null, notHeldWhy: null, failedWhy: null },
  ...{ readTo: [], outcomeId: null, ...over },
})
const facts = { actor: officer, isProtected: false, hasConflict: false }

describe('a meeting is refused', () => {
  const wish = { way: 'phone', province: null, reason: null } as const
  const plan = { isProtected: false, earlier: [], conductorInConflict: false, workerProvince: '01' }

  it.each([
    [
      'on a protected case, before everything else',
      wish,
      { isProtected: true },
      'protected-never-meets',
    ],
    [
      'while another is under way',
      wish,
      { earlier: [{ status: 'held' as const }] },
      'meeting-under-way',
    ],
    ['with an officer in conflict', wish, { conductorInConflict: true }, 'conductor-in-conflict'],
    [
      'elsewhere than where she is, without a reason',
      { way: 'in-person' as const, province: '12', reason: null },
      {},
      'place-needs-reason',
    ],
    ['not by telephone', wish, {}, null],
    ['not where she is', { way: 'in-person' as const, province: '01', reason: null }, {}, null],
    [
      'not elsewhere with a reason',
      { way: 'in-person' as const, province: '12', reason: 'r' },
      {},
      null,
    ],
    [
      'not after an earlier attempt ended',
      wish,
      { earlier: [{ status: 'not-held' as const }] },
      null,
    ],
  ])('%s', (_name, wanted, over, refusal) => {
    expect(refusePlan(wanted, { ...plan, ...over })).toBe(refusal)
  })

  it('in every step on a protected case, but may always end', () => {
    const protectedFacts = { ...facts, isProtected: true }
    const of = (status: Meeting['status'], action: Parameters<typeof checkMeeting>[1]) =>
      checkMeeting(aMeeting({ status, notHeldWhy: 'agency-absent' }), action, protectedFacts)

    expect(of('planned', 'invite')).toMatchObject({ refusal: 'protected-never-meets' })
    expect(of('invited', 'hold')).toMatchObject({ refusal: 'protected-never-meets' })
    expect(of('held', 'settle')).toMatchObject({ refusal: 'protected-never-meets' })
    expect(of('invited', 'not-held').ok && of('not-held', 'fail').ok).toBe(true)
  })

  it('to an officer with a conflict of interest, whatever the step', () => {
    const done = checkMeeting(aMeeting(), 'invite', { ...facts, hasConflict: true })

    expect(done).toMatchObject({ refusal: 'conflict-of-interest' })
  })

  it('as held, when one side was nobody', () => {
    expect(refuseHeld({ worker: 'absent', agency: 'in-person' })).toBe('nobody-of-one-side')
    expect(refuseHeld({ worker: 'represented', agency: 'by-phone' })).toBeNull()
  })
})

describe('the absence of the worker', () => {
  it('never ends conciliation: only that of the other side can', () => {
    const ends = notHeldReasons.filter(
      (notHeldWhy) => checkMeeting(aMeeting({ status: 'not-held', notHeldWhy }), 'fail', facts).ok,
    )

    expect(ends).toEqual(['agency-absent', 'both-absent', 'protected'])
    expect(failsByHerAbsence({ status: 'held', notHeldWhy: null })).toBe(false)
  })
})

describe('the steps of a meeting', () => {
  it('are sane: every status is reached and has a way out', () => {
    expect(lifecycleFaults(meetingLifecycle, meetingStatuses)).toEqual([])
  })

  it('are exactly these, for each role', () => {
    const of = (role: Role) =>
      Object.fromEntries(
        meetingStatuses.map((status) => [status, offeredActions(meetingLifecycle, status, [role])]),
      )
    const work = {
      planned: ['invite', 'postpone', 'not-held'],
      invited: ['postpone', 'hold', 'not-held'],
      held: ['settle', 'fail'],
      'not-held': ['fail'],
      ...{ settled: [], failed: [] },
    }
    const nothing = Object.fromEntries(meetingStatuses.map((status) => [status, []]))

    expect(of('complaints-officer')).toEqual(work)
    expect(of('complaints-head')).toEqual(work)
    for (const role of [
      'complainant',
      'agency-clerk',
      'counsellor',
      'caseworker',
      'administrator',
    ] as const)
      expect(of(role)).toEqual(nothing)
    expect(of('system')).toEqual({
      ...{ ...nothing, planned: ['call-off'], invited: ['call-off'], held: ['call-off'] },
    })
  })
})

describe('the day of a meeting', () => {
  const calendar = makeCalendar(
    [{ day: '2026-11-25' as Day, year: 2026, code: 'x' } as never],
    [1, 2, 3, 4, 5],
  )
  // A Friday.
  const today = '2026-11-20' as Day
  const now = new Date('2026-11-20T03:00:00Z')
  const days = meetingDays(today, { notice: 3, calendar })
  const at = (day: string) => new Date(`${day}T09:00:00+07:00`)

  it('is a working day after the notice, holidays and weekends not counted', () => {
    expect(days.earliest).toBe('2026-11-26')
    expect(refuseDay(at('2026-11-19'), { now, days, calendar })).toBe('meeting-in-the-past')
    expect(refuseDay(at('2026-11-24'), { now, days, calendar })).toBe('meeting-too-soon')
    expect(refuseDay(at('2026-11-25'), { now, days, calendar })).toBe('meeting-on-a-free-day')
    expect(refuseDay(at('2026-11-28'), { now, days, calendar })).toBe('meeting-on-a-free-day')
    expect(refuseDay(at('2026-11-26'), { now, days, calendar })).toBeNull()
  })

  it('is bound by no notice while nobody knows how long that is', () => {
    const unknown = meetingDays(today, { notice: null, calendar })

    expect(unknown.earliest).toBeNull()
    expect(refuseDay(at('2026-11-23'), { now, days: unknown, calendar })).toBeNull()
  })
})
