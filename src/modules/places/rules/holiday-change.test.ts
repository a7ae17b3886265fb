import { describe, expect, it } from 'vitest'
import type { Day } from '../../../kernel/days.ts'
import { ok, refuse } from '../../../kernel/result.ts'
import { checkHoliday, type HolidayContent, touchedDays } from './holiday-change.ts'

const days = (...texts: string[]) => texts as Day[]
const aFeast = (over: Partial<HolidayContent> = {}): HolidayContent => ({
  ...{ year: 2027, code: 'feast', names: { km: 'បុណ្យ', en: 'Feast' }, standing: 'verified' },
  ...{ days: days('2027-04-14'), was: [], source: 'gazette' },
  ...over,
})
const unset = { days: [], standing: 'unknown', source: 'to be entered' }

describe('the days of a feast', () => {
  it.each([
    ['struck, of a feast that is not there', null, { days: [] }, 'no-such-holiday'],
    [
      'that somebody has set meanwhile',
      { ...unset, days: days('2027-04-13') },
      {},
      'changed-meanwhile',
    ],
    ['of another year', unset, { days: days('2028-01-01') }, 'day-of-another-year'],
    [
      'as they are',
      { days: days('2027-04-14'), standing: 'verified', source: 'gazette' },
      { was: days('2027-04-14') },
      'nothing-changes',
    ],
  ] as const)('%s are refused', (_what, known, over, refusal) => {
    expect(checkHoliday(known, aFeast(over))).toEqual(refuse(refusal))
  })

  it('are set, added and struck', () => {
    expect(checkHoliday(unset, aFeast())).toEqual(ok(null))
    expect(checkHoliday(null, aFeast())).toEqual(ok(null))
    const known = { days: days('2027-04-14'), standing: 'verified', source: 'gazette' }
    expect(checkHoliday(known, aFeast({ days: [], was: known.days }))).toEqual(ok(null))
  })

  it('touch what runs across the days that begin or stop to count', () => {
    const moved = aFeast({
      was: days('2027-04-12', '2027-04-14'),
      days: days('2027-04-14', '2027-04-16'),
    })
    expect(touchedDays(moved)).toEqual({ first: '2027-04-12', last: '2027-04-16' })
    expect(touchedDays(aFeast({ was: days('2027-04-14') }))).toBeNull()
  })
})
