import { expect, it } from 'vitest'
import { dueStanding, isLate, isSoon } from './due.ts'

const now = new Date('2026-11-20T03:00:00Z')

it.each([
  ['2026-11-17T16:59:59Z', { kind: 'late', days: 3 }, true, false],
  ['2026-11-19T16:59:59Z', { kind: 'late', days: 1 }, true, false],
  ['2026-11-20T02:59:59Z', { kind: 'late-today' }, true, false],
  ['2026-11-20T03:00:00Z', { kind: 'today' }, false, true],
  ['2026-11-20T16:59:59Z', { kind: 'today' }, false, true],
  ['2026-11-20T17:00:00Z', { kind: 'left', days: 1 }, false, true],
  ['2026-11-22T16:59:59Z', { kind: 'left', days: 2 }, false, true],
  ['2026-11-22T17:00:00Z', { kind: 'left', days: 3 }, false, false],
] as const)('counts days as a calendar in Phnom Penh does: %s', (due, standing, late, soon) => {
  const found = dueStanding(new Date(due), now)

  expect(found).toEqual(standing)
  expect([isLate(found), isSoon(found)]).toEqual([late, soon])
})
