import { expect, it } from 'vitest'
import { complaintClockPlan, complaintClocks } from './clocks.ts'
import { complaintStatuses } from './complaint.ts'
import { isOpen } from './lifecycle.ts'

it('runs a clock in every open state and in no other, so that every open case has a date', () => {
  const without = complaintStatuses.filter(
    (status) => complaintClockPlan.running[status].length === 0,
  )

  expect(without).toEqual(complaintStatuses.filter((status) => !isOpen(status)))
})

it('stops the clock of the law by an outcome, and lets it stand still while others decide', () => {
  const without = complaintStatuses.filter(
    (status) => isOpen(status) && !complaintClockPlan.running[status].includes('resolve'),
  )

  expect(without).toEqual(['performance', 'waiting-elsewhere'])
  expect(complaintClockPlan.paused).toEqual({ 'waiting-elsewhere': ['resolve'] })
})

it('runs exactly these clocks in each state', () => {
  expect(complaintClockPlan.running).toEqual({
    received: ['first-answer', 'resolve'],
    registered: ['resolve'],
    'agency-asked': ['agency-answer', 'resolve'],
    'agency-answered': ['resolve'],
    'in-conciliation': ['resolve'],
    'not-settled': ['resolve'],
    performance: ['performance'],
    'waiting-elsewhere': ['elsewhere'],
    'closure-proposed': ['resolve'],
    'withdrawal-asked': ['first-answer', 'resolve'],
    closed: [],
    withdrawn: [],
    'kept-as-warning': [],
    merged: [],
  })
})

it('has a rule for each clock, and starts the first answer never again', () => {
  expect(Object.keys(complaintClockPlan.rules)).toEqual([...complaintClocks])
  expect(complaintClockPlan.once).toEqual(['first-answer'])
})
