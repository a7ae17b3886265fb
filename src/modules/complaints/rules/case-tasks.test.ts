import { describe, expect, it } from 'vitest'
import { roles } from '../../../kernel/actor.ts'
import { anOfficer } from '../testing/complaints.ts'
import { caseTasks, checkTask, offeredTasks, type TaskFacts } from './case-tasks.ts'
import { type Complaint, type ComplaintId, complaintStatuses, opennesses } from './complaint.ts'

const aComplaint = (over: Partial<Complaint> = {}): Complaint => ({
  id: '01900000-0000-7000-8000-00000000000a' as ComplaintId,
  number: '26-0000001-4',
  status: 'registered',
  version: 1,
  openness: 'named',
  door: 'web',
  area: '01',
  officeId: '01900000-0000-7000-8000-0000000000aa',
  ownerId: null,
  agencyId: null,
  receivedAt: new Date('2026-11-20T03:00:00Z'),
  nextDueAt: new Date('2026-11-30T03:00:00Z'),
  secretBy: null,
  isProtected: false,
  aboutOffice: false,
  outsideBody: null,
  ...over,
})
const facts: TaskFacts = { way: 'phone', unread: 1 }

describe('what goes with a case', () => {
  it('is done by officers for complaints and their heads, and by nobody else', () => {
    const able = roles.filter(
      (role) => offeredTasks(aComplaint(), anOfficer({ roles: [role] }), facts).length > 0,
    )

    expect(able).toEqual(['complaints-officer', 'complaints-head', 'caseworker'])
  })

  it('is all offered while the case is open', () => {
    expect(offeredTasks(aComplaint(), anOfficer(), facts)).toEqual([...caseTasks])
  })

  it.each(complaintStatuses)('neither moves nor changes hands once it has ended: %s', (status) => {
    const moving = offeredTasks(aComplaint({ status }), anOfficer(), facts).filter((task) =>
      ['take', 'assign', 'transfer'].includes(task),
    )

    const ended = ['closed', 'withdrawn', 'kept-as-warning', 'merged'].includes(status)
    expect(moving).toEqual(ended ? [] : ['take', 'assign', 'transfer'])
  })

  it('is not taken twice by the same officer', () => {
    const own = aComplaint({ ownerId: anOfficer().id })
    const taken = checkTask('take', { complaint: own, actor: anOfficer(), facts })

    expect(taken).toEqual({ ok: false, refusal: 'already-yours' })
  })

  it.each(opennesses)('reaches a person only where there is a safe way: %s', (openness) => {
    const reaching = (way: TaskFacts['way']) =>
      offeredTasks(aComplaint({ openness }), anOfficer(), { way, unread: 0 }).filter((task) =>
        ['reveal-contact', 'new-secret'].includes(task),
      )

    expect(reaching('none')).toEqual([])
    expect(reaching('phone')).toEqual(
      openness === 'anonymous' ? [] : ['reveal-contact', 'new-secret'],
    )
  })
})

describe('a hidden case', () => {
  const moving = (over: Partial<Complaint>) =>
    offeredTasks(aComplaint(over), anOfficer({ id: 'another' }), facts).filter((task) =>
      ['take', 'assign', 'transfer'].includes(task),
    )

  it('goes from hand to hand only through its head, where it is protected', () => {
    expect(moving({ isProtected: true })).toEqual([])
  })

  it('stays with its body, where it is about an office', () => {
    expect(moving({ aboutOffice: true })).toEqual(['take', 'assign'])
  })
})
