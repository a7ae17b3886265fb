import { describe, expect, it } from 'vitest'
import { backupName } from './keep.ts'
import { firstTime, nextTime } from './when.ts'

// 02:00 in Phnom Penh is 19:00 of the day before in UTC.
describe('the time of the nightly backup', () => {
  it.each([
    ['2026-11-20T12:00:00Z', '2026-11-20T19:00:00Z'],
    ['2026-11-20T18:59:59Z', '2026-11-20T19:00:00Z'],
    ['2026-11-20T19:00:00Z', '2026-11-21T19:00:00Z'],
    ['2026-12-31T20:00:00Z', '2027-01-01T19:00:00Z'],
  ])('after %s is %s', (now, next) => {
    expect(nextTime('02:00', new Date(now))).toEqual(new Date(next))
  })

  it('comes soon after a start that missed a night, or was the first', () => {
    const now = new Date('2026-11-20T12:00:00Z')
    const soon = new Date('2026-11-20T12:02:00Z')
    const night = new Date('2026-11-20T19:00:00Z')
    const made = (at: string) => [backupName(new Date(at)), 'a-letter.pdf']

    expect(firstTime('02:00', [], now)).toEqual(soon)
    expect(firstTime('02:00', made('2026-11-18T19:00:00Z'), now)).toEqual(soon)
    expect(firstTime('02:00', made('2026-11-19T19:00:00Z'), now)).toEqual(night)
    const late = new Date('2026-11-20T18:59:00Z')
    expect(firstTime('02:00', [], late)).toEqual(night)
  })
})
