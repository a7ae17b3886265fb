import { describe, expect, it } from 'vitest'
import { type Actor, complainantActor } from '../../../kernel/actor.ts'
import { anOfficer } from '../testing/complaints.ts'
import type { Complaint, ComplaintId, ComplaintStatus } from './complaint.ts'
import { checkAction, offeredComplaintActions } from './conditions.ts'

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
  agencyId: '01900000-0000-7000-8000-0000000000bb',
  receivedAt: new Date('2026-11-20T03:00:00Z'),
  nextDueAt: new Date('2026-11-30T03:00:00Z'),
  ...over,
})

const refusalOf = (
  complaint: Complaint,
  action: Parameters<typeof checkAction>[1],
  actor: Actor,
) => {
  const checked = checkAction(complaint, action, actor)
  return checked.ok ? null : checked.refusal
}

describe('asking the agency', () => {
  it('is refused for an anonymous complaint: nothing is claimed in nobody’s name', () => {
    const anonymous = aComplaint({ openness: 'anonymous' })

    expect(refusalOf(anonymous, 'ask-agency', anOfficer())).toBe('anonymous-cannot-claim')
  })

  it('is refused where no agency of the register is known', () => {
    expect(refusalOf(aComplaint({ agencyId: null }), 'ask-agency', anOfficer())).toBe(
      'no-registered-agency',
    )
  })

  it.each(['named', 'confidential'] as const)('is allowed for a %s complaint', (openness) => {
    expect(refusalOf(aComplaint({ openness }), 'ask-agency', anOfficer())).toBeNull()
  })
})

describe('keeping as a warning', () => {
  it.each([
    ['named', 'only-anonymous-is-a-warning'],
    ['confidential', 'only-anonymous-is-a-warning'],
    ['anonymous', null],
  ] as const)('counts for %s: %s', (openness, refusal) => {
    expect(refusalOf(aComplaint({ openness }), 'keep-as-warning', anOfficer())).toBe(refusal)
  })
})

describe('confirming a withdrawal', () => {
  const asked = { status: 'withdrawal-asked' as ComplaintStatus }

  it('is refused to the officer who has the case', () => {
    const own = aComplaint({ ...asked, ownerId: anOfficer().id })

    expect(refusalOf(own, 'confirm-withdrawal', anOfficer())).toBe('another-officer-must-call')
  })

  it.each([
    ['nobody', null],
    ['another officer', '01900000-0000-7000-8000-0000000000cc'],
  ])('is allowed when %s has it', (_, ownerId) => {
    expect(
      refusalOf(aComplaint({ ...asked, ownerId }), 'confirm-withdrawal', anOfficer()),
    ).toBeNull()
  })
})

describe('the buttons', () => {
  it('are exactly what is accepted', () => {
    expect(offeredComplaintActions(aComplaint({ agencyId: null }), anOfficer())).toEqual([
      'propose-closure',
    ])
    expect(offeredComplaintActions(aComplaint({ openness: 'anonymous' }), anOfficer())).toEqual([
      'propose-closure',
      'keep-as-warning',
    ])
    const proposed = aComplaint({ status: 'closure-proposed' })
    expect(offeredComplaintActions(proposed, complainantActor(proposed.id))).toEqual([
      'agree-to-closure',
      'say-not-solved',
      'ask-withdrawal',
    ])
  })
})
