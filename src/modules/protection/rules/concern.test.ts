import { expect, it } from 'vitest'
import type { Role } from '../../../kernel/actor.ts'
import { lifecycleFaults, offeredActions } from '../../../kernel/lifecycle.ts'
import { concernLifecycle, concernStatuses } from './concern.ts'

it('a concern has a life in which every state is reached and left', () => {
  expect(lifecycleFaults(concernLifecycle, concernStatuses)).toEqual([])
})

it('offers whoever watches exactly these actions in each state, and nobody else any', () => {
  const offered = (role: Role) =>
    Object.fromEntries(
      concernStatuses.map((status) => [status, offeredActions(concernLifecycle, status, [role])]),
    )
  const watching = [
    'watch',
    'offer-help',
    'look-again',
    'become-complaint',
    'is-safe',
    'stop-watching',
  ]
  const table = {
    new: ['watch'],
    watched: watching,
    complaint: [],
    safe: ['watch-again'],
    stopped: ['watch-again'],
  }
  for (const role of ['counsellor', 'complaints-officer', 'complaints-head', 'caseworker'] as const)
    expect(offered(role)).toEqual(table)
  for (const role of ['public', 'agency-clerk', 'oversight', 'administrator', 'system'] as const)
    expect(Object.values(offered(role)).flat()).toEqual([])
})
