import { expect, it } from 'vitest'
import { complaintClockPlan, complaintClocks } from './clocks.ts'
import { complaintStatuses } from './complaint.ts'
import { isOpen } from './lifecycle.ts'

it('runs the clock of the law in every state but the last, so that every open case has a date', () => {
  const without = complaintStatuses.filter(
    (status) => !complaintClockPlan.running[status].includes('resolve'),
  )

  expect(without).toEqual(complaintStatuses.filter((status) => !isOpen(status)))
})

it('runs exactly these clocks in each state', () => {
  expect(complaintClockPlan.running).toEqual({
    received: ['first-answer', 'resolve'],
    registered: ['resolve'],
    'agency-asked': ['agency-answer', 'resolve'],
    'agency-answered': ['resolve'],
    'closure-proposed': ['resolve'],
    'withdrawal-asked': ['first-answer', 'resolve'],
    closed: [],
    withdrawn: [],
    'kept-as-warning': [],
  })
})

it('has a rule for each clock, and starts the first answer never again', () => {
  expect(Object.keys(complaintClockPlan.rules)).toEqual([...complaintClocks])
  expect(complaintClockPlan.once).toEqual(['first-answer'])
})
