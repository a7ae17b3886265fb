import { expect, it } from 'vitest'
import { type Assignment, noStanding, standingOf } from './assignment.ts'

const anAssignment = (more: Partial<Assignment> = {}): Assignment => ({
  role: 'complaints-officer',
  officeId: 'bmc',
  areas: ['01'],
  agencyId: null,
  ...more,
})

it('gives nothing to somebody without an assignment', () => {
  expect(standingOf([])).toEqual(noStanding)
  expect(noStanding).toEqual({ roles: [], officeId: null, areas: [], agencyId: null })
})

it('does not carry a role of one province into the whole country', () => {
  const standing = standingOf([
    anAssignment(),
    anAssignment({ role: 'licensing-head', areas: null, officeId: 'ministry' }),
  ])

  expect(standing).toEqual({
    roles: ['complaints-officer'],
    officeId: 'bmc',
    areas: ['01'],
    agencyId: null,
  })
})

it('does not let an agency’s clerk keep an older office', () => {
  const clerk = anAssignment({ role: 'agency-clerk', officeId: null, areas: null, agencyId: 'a' })

  expect(standingOf([clerk, anAssignment({ areas: null })])).toEqual({
    roles: ['agency-clerk'],
    officeId: null,
    areas: [],
    agencyId: 'a',
  })
})

it('adds the roles that somebody has at the same place, each once', () => {
  const standing = standingOf([
    anAssignment({ areas: ['01', '02'] }),
    anAssignment({ role: 'complaints-head', areas: ['02', '01'] }),
    anAssignment({ areas: ['01', '02'] }),
  ])

  expect(standing.roles).toEqual(['complaints-officer', 'complaints-head'])
})
