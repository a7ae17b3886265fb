import { expect, it } from 'vitest'
import type { Role } from '../../../kernel/actor.ts'
import { lifecycleFaults, offeredActions } from '../../../kernel/lifecycle.ts'
import { licenceLifecycle, licenceStatuses } from './lifecycle.ts'

const offered = (role: Role) =>
  Object.fromEntries(
    licenceStatuses.map((status) => [status, offeredActions(licenceLifecycle, status, [role])]),
  )
const nothing = Object.fromEntries(licenceStatuses.map((status) => [status, []]))

it('reaches every status, and leaves every status that is not the end', () => {
  expect(lifecycleFaults(licenceLifecycle, licenceStatuses)).toEqual([])
})

it('offers each role exactly these actions in each status', () => {
  expect(offered('licensing-head')).toEqual({
    ...nothing,
    applied: ['grant', 'refuse'],
    granted: ['suspend', 'revoke', 'surrender'],
    suspended: ['reinstate', 'revoke', 'surrender'],
  })
  expect(offered('licensing-officer')).toEqual({
    ...nothing,
    granted: ['suspend', 'surrender'],
    suspended: ['surrender'],
  })
  expect(offered('system')).toEqual({
    ...nothing,
    granted: ['expire'],
    suspended: ['reinstate', 'expire'],
  })
  for (const role of [
    'public',
    'complainant',
    'agency-clerk',
    'counsellor',
    'complaints-officer',
    'complaints-head',
    'signatory',
    'administrator',
  ] as const)
    expect(offered(role)).toEqual(nothing)
})
