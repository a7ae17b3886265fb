import { expect, it } from 'vitest'
import { waitFor } from './attempts.ts'

const now = new Date('2026-11-23T08:00:00+07:00')
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000)

it('doubles the wait with each failure after the free ones, up to a quarter of an hour', () => {
  const waits = [0, 1, 4, 5, 6, 7, 8, 9, 10, 11, 12, 50].map((failures) =>
    waitFor({ failures, lastAt: now }, { free: 5 }, now),
  )

  expect(waits).toEqual([0, 0, 0, 10, 20, 40, 80, 160, 320, 640, 900, 900])
})

it('counts the wait from the last failure and lets the next attempt through when it is over', () => {
  const at = (seconds: number) => waitFor({ failures: 6, lastAt: ago(seconds) }, { free: 5 }, now)

  expect([0, 1, 19, 20, 21].map(at)).toEqual([20, 19, 1, 0, 0])
})

it('forgets failures after a day without one', () => {
  const found = { failures: 50, lastAt: ago(24 * 3600) }

  expect(waitFor(found, { free: 5 }, now)).toBe(0)
})
