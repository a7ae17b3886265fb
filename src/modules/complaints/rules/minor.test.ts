import { expect, it } from 'vitest'
import { mayBeParty } from './minor.ts'
import { partyRoles } from './person.ts'

it('a minor is never a respondent; anybody may owe or pay', () => {
  const table = partyRoles.map((role) => [
    role,
    mayBeParty({ role, isMinor: true }),
    mayBeParty({ role, isMinor: false }),
  ])

  expect(table).toEqual([
    ['respondent', false, true],
    ['debtor', true, true],
    ['payer', true, true],
  ])
})
