import { describe, expect, it } from 'vitest'
import { type Actor, complainantActor } from '../../../kernel/actor.ts'
import { anOfficer } from '../testing/complaints.ts'
import {
  type Complaint,
  type ComplaintId,
  type ComplaintStatus,
  complaintStatuses,
} from './complaint.ts'
import {
  type Circumstances,
  checkAction,
  noCircumstances,
  offeredComplaintActions,
} from './conditions.ts'

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
  secretBy: null,
  isProtected: false,
  aboutOffice: false,
  outsideBody: null,
  ...over,
})

const refusalOf = (
  complaint: Complaint,
  action: Parameters<typeof checkAction>[1],
  actor: Actor,
  circumstances: Circumstances = noCircumstances,
) => {
  const checked = checkAction(complaint, action, { actor, circumstances })
  return checked.ok ? null : checked.refusal
}

describe('a protected case', () => {
  const hidden = aComplaint({ isProtected: true })

  it.each(['ask-agency', 'begin-conciliation'] as const)(
    'never meets the other side: %s',
    (action) => {
      expect(refusalOf(hidden, action, anOfficer())).toBe('case-is-protected')
      expect(refusalOf(hidden, action, anOfficer({ roles: ['caseworker'] }))).toBe(
        'case-is-protected',
      )
    },
  )

  it('goes on with what is claimed in money', () => {
    const around = { actor: anOfficer({ roles: ['caseworker'] }), circumstances: noCircumstances }
    const actions = offeredComplaintActions(hidden, around)

    expect(actions).toContain('propose-closure')
    expect(checkAction(hidden, 'record-outcome', around).ok).toBe(true)
    expect(checkAction(hidden, 'decide', around).ok).toBe(true)
  })
})

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

describe('agreeing to a closure', () => {
  const officer = anOfficer().id
  const proposed = aComplaint({ status: 'closure-proposed', secretBy: officer })

  it('is not recorded by the officer who gave out the digits', () => {
    expect(refusalOf(proposed, 'close-with-consent', anOfficer())).toBe(
      'another-officer-must-record',
    )
    const head = anOfficer({ id: '01900000-0000-7000-8000-0000000000cc' })
    expect(refusalOf(proposed, 'close-with-consent', head)).toBeNull()
  })

  it.each([
    ['whoever proposed it gave out the digits', { proposedBy: officer }, 'digits-of-the-proposer'],
    ['somebody else proposed it', { proposedBy: 'somebody else' }, null],
  ] as const)('with digits counts by whose they are: %s', (_, over, refusal) => {
    const around = { ...noCircumstances, ...over }

    expect(refusalOf(proposed, 'agree-to-closure', complainantActor(proposed.id), around)).toBe(
      refusal,
    )
  })

  it('with digits of the officer in charge does not count either', () => {
    const own = aComplaint({ status: 'closure-proposed', secretBy: officer, ownerId: officer })

    expect(refusalOf(own, 'agree-to-closure', complainantActor(own.id))).toBe(
      'digits-of-the-proposer',
    )
  })
})

describe('an officer with a conflict of interest', () => {
  it('takes no action of the case, whatever it is', () => {
    const around = { ...noCircumstances, hasConflict: true }

    for (const status of complaintStatuses)
      expect(
        offeredComplaintActions(aComplaint({ status }), {
          actor: anOfficer({ roles: ['complaints-head'] }),
          circumstances: around,
        }),
      ).toEqual([])
    expect(refusalOf(aComplaint(), 'propose-closure', anOfficer(), around)).toBe(
      'conflict-of-interest',
    )
  })
})

describe('the buttons', () => {
  const offered = (complaint: Complaint, actor: Actor) =>
    offeredComplaintActions(complaint, { actor, circumstances: noCircumstances })

  it('are exactly what is accepted, and nothing that a module has to carry', () => {
    const always = ['wait-elsewhere', 'close-without-confirmation']
    expect(offered(aComplaint({ agencyId: null }), anOfficer())).toEqual([
      'propose-closure',
      ...always,
    ])
    expect(offered(aComplaint({ openness: 'anonymous' }), anOfficer())).toEqual([
      'propose-closure',
      'keep-as-warning',
      ...always,
    ])
    const proposed = aComplaint({ status: 'closure-proposed' })
    expect(offered(proposed, complainantActor(proposed.id))).toEqual([
      'agree-to-closure',
      'say-not-solved',
      'ask-withdrawal',
    ])
  })
})

describe('what a court still has', () => {
  it('is not closed by a word that everything came', () => {
    const paid = aComplaint({ status: 'performance' })
    const her = complainantActor(paid.id)
    const elsewhere = { ...noCircumstances, hasProceeding: true }

    expect(refusalOf(paid, 'close-by-confirmation', her, elsewhere)).toBe('proceeding-open')
    expect(refusalOf(paid, 'close-by-confirmation', anOfficer(), elsewhere)).toBe('proceeding-open')
    expect(refusalOf(paid, 'close-by-confirmation', her)).toBeNull()
  })
})
