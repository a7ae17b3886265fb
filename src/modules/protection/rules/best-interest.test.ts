import { describe, expect, it } from 'vitest'
import {
  type BestInterest,
  bestInterestSteps,
  refuseDecision,
  refuseProposal,
} from './best-interest.ts'

const procedure = (over: Partial<BestInterest> = {}): BestInterest => ({
  status: 'open',
  done: bestInterestSteps,
  guardian: 'relative',
  guardianInvolved: 'no',
  proposedBy: null,
  ...over,
})

describe('what is best for a child', () => {
  it.each(bestInterestSteps.map((missing) => [missing]))('is not proposed before %s', (missing) => {
    const done = bestInterestSteps.filter((step) => step !== missing)
    expect(refuseProposal(procedure({ done }))).toBe('steps-missing')
  })

  it.each([
    ['relative', 'yes', 'guardian-may-be-involved'],
    ['relative', 'not-known', 'guardian-may-be-involved'],
    ['parent', 'not-known', 'guardian-may-be-involved'],
    ['relative', 'no', null],
    ['social-worker', 'no', null],
    ['nobody', 'not-known', null],
  ] as const)('with a %s of whom it is %s', (guardian, guardianInvolved, refusal) => {
    expect(refuseProposal(procedure({ guardian, guardianInvolved }))).toBe(refusal)
  })

  it('is decided by a second person', () => {
    const proposed = procedure({ status: 'proposed', proposedBy: 'one' })
    expect([refuseDecision(proposed, 'one'), refuseDecision(proposed, 'two')]).toEqual([
      'the-same-person',
      null,
    ])
    expect(refuseDecision(procedure(), 'two')).toBe('not-in-this-status')
  })
})
