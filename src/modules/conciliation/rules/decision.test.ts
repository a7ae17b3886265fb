import { describe, expect, it } from 'vitest'
import type { Role } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/days.ts'
import { lifecycleFaults, offeredActions } from '../../../kernel/lifecycle.ts'
import { anOfficer } from '../../complaints/testing/complaints.ts'
import {
  appealDays,
  checkDecision,
  type Decision,
  decisionLifecycle,
  decisionStatuses,
  kindFor,
  refuseDraft,
} from './decision.ts'

const second = anOfficer({ id: 'second' })
const facts = {
  ...{ actor: second, mediators: ['first'], ownerId: 'first', hasConflict: false },
  ...{ isProtected: false, hasFailed: true, taken: new Set<string>(), unsorted: 0 },
}

describe('a decision is refused', () => {
  it.each([
    ['to whoever mediated', { mediators: ['first', 'second'] }, 'mediator-does-not-decide'],
    ['to whoever declared a conflict', { hasConflict: true }, 'conflict-of-interest'],
    [
      'to a role that does not decide',
      { actor: anOfficer({ roles: ['counsellor'] }) },
      'not-your-role',
    ],
    ['before conciliation failed', { hasFailed: false }, 'conciliation-first'],
    [
      'to whoever handles a protected case, where nobody mediated',
      { mediators: [], ownerId: 'second', isProtected: true, hasFailed: false },
      'owner-does-not-decide',
    ],
    ['for somebody for whom one stands', { taken: new Set(['p1']) }, 'already-decided-for'],
    ['while evidence is not sorted', { unsorted: 1 }, 'evidence-not-sorted'],
    ['not to a second officer', {}, null],
    [
      'not on a protected case, without conciliation',
      { mediators: [], isProtected: true, hasFailed: false },
      null,
    ],
  ])('%s', (_name, over, refusal) => {
    expect(refuseDraft(['p1'], { ...facts, ...over })).toBe(refusal)
  })

  it('for nobody', () => {
    expect(refuseDraft([], facts)).toBe('nobody-decided-for')
  })
})

describe('the name of the paper', () => {
  it.each([
    [true, 'decision'],
    [false, 'proposal'],
    [null, 'proposal'],
  ])('where the ministry may order: %s', (may, kind) => {
    expect(kindFor(may)).toBe(kind)
  })
})

const today = '2026-11-23' as Day
const later = '2026-12-10' as Day
describe('the days of an appeal', () => {
  const none = { worker: null, agency: null, reason: null }

  it('are set by hand with a reason while no rule says them', () => {
    const of = (set: Parameters<typeof appealDays>[1]) => appealDays({ byRule: null, today }, set)

    expect(of(none)).toMatchObject({ refusal: 'appeal-day-missing' })
    expect(of({ worker: later, agency: null, reason: 'r' })).toMatchObject({
      refusal: 'appeal-day-missing',
    })
    expect(of({ worker: today, agency: later, reason: 'r' })).toMatchObject({
      refusal: 'appeal-day-passed',
    })
    expect(of({ worker: later, agency: later, reason: null })).toMatchObject({
      refusal: 'appeal-reason-missing',
    })
    expect(of({ worker: later, agency: later, reason: 'r' })).toMatchObject({
      value: { by: 'officer' },
    })
  })

  it('are those of the rule once it is known, unless somebody says why not', () => {
    expect(appealDays({ byRule: later, today }, none)).toMatchObject({
      value: { worker: later, agency: later, by: 'rule' },
    })
  })
})

const aDecision = (over: Partial<Decision> = {}): Decision => ({
  ...{ id: 'd' as never, complaintId: 'c', kind: 'proposal', status: 'issued', version: 2 },
  ...{ decidedBy: 'second', finding: 'partly', draftedAt: new Date(0), issuedAt: new Date(1) },
  ...{ workerUntil: later, agencyUntil: today, untilBy: 'officer', mayOrder: 'unknown' },
  ...{
    agencyIds: [],
    outcomeId: null,
    ruledBy: null,
    ruledAt: null,
    agencyAnswer: null,
    agencyAnsweredOn: null,
    ...over,
  },
})

describe('the steps of a decision', () => {
  it('are sane, and exactly these', () => {
    const of = (role: Role) =>
      Object.fromEntries(
        decisionStatuses.map((status) => [
          status,
          offeredActions(decisionLifecycle, status, [role]),
        ]),
      )
    const nothing = Object.fromEntries(decisionStatuses.map((status) => [status, []]))
    const side = { ...nothing, issued: ['appeal'], appealed: ['appeal'] }

    expect(lifecycleFaults(decisionLifecycle, decisionStatuses)).toEqual([])
    expect(of('complaints-officer')).toEqual({
      ...{ ...nothing, drafted: ['sign', 'drop'], issued: ['appeal'] },
      appealed: ['appeal', 'uphold', 'change', 'set-aside'],
    })
    expect(of('complainant')).toEqual(side)
    expect(of('agency-clerk')).toEqual(side)
    expect(of('counsellor')).toEqual(nothing)
  })

  const around = { mediators: ['first'], hasConflict: false, today, appealedBy: [] }
  it('are signed by whoever wrote it, and by nobody else', () => {
    const drafted = aDecision({ status: 'drafted' })

    expect(
      checkDecision(drafted, 'sign', { ...around, actor: anOfficer({ id: 'third' }) }),
    ).toMatchObject({
      refusal: 'only-who-decided',
    })
    expect(checkDecision(drafted, 'sign', { ...around, actor: second }).ok).toBe(true)
  })

  it('hear an appeal by another than decided, and than mediated', () => {
    const appealed = aDecision({ status: 'appealed' })
    const by = (id: string) =>
      checkDecision(appealed, 'uphold', { ...around, actor: anOfficer({ id }) })

    expect(by('second')).toMatchObject({ refusal: 'decider-hears-no-appeal' })
    expect(by('first')).toMatchObject({ refusal: 'mediator-does-not-decide' })
    expect(by('third').ok).toBe(true)
  })

  it('take an appeal of each side in its own time, once', () => {
    const of = (side: 'worker' | 'agency', day: string, appealedBy: ('worker' | 'agency')[] = []) =>
      checkDecision(aDecision(), 'appeal', {
        ...{ ...around, actor: second, side, appealedBy, today: day as Day },
      })

    expect(of('agency', '2026-11-24')).toMatchObject({ refusal: 'appeal-too-late' })
    expect(of('worker', '2026-11-24').ok).toBe(true)
    expect(of('agency', '2026-11-23').ok).toBe(true)
    expect(of('worker', '2026-11-24', ['worker'])).toMatchObject({ refusal: 'appealed-already' })
  })
})
