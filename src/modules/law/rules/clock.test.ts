import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf } from '../../../kernel/days.ts'
import { makeCalendar } from '../../places/index.ts'
import { clockUnits, dueAt } from './clock.ts'

const calendar = makeCalendar([], [1, 2, 3, 4, 5])
const at = (text: string) => new Date(`${text}+07:00`)

describe('when a term ends', () => {
  it.each([
    ['hours', 48, '2026-03-06T16:30:00', '2026-03-08T16:30:00.000', 'run on over the weekend'],
    ['calendar-days', 10, '2026-03-06T16:30:00', '2026-03-16T23:59:59.999', 'count Sundays too'],
    ['calendar-days', 10, '2026-03-06T00:00:00', '2026-03-16T23:59:59.999', 'from midnight on'],
    ['calendar-days', 10, '2026-03-06T23:59:59', '2026-03-16T23:59:59.999', 'to the last second'],
    ['calendar-days', 0, '2026-03-06T16:30:00', '2026-03-06T23:59:59.999', 'none: the same day'],
    ['working-days', 3, '2026-03-06T16:30:00', '2026-03-11T23:59:59.999', 'skip the weekend'],
    ['working-days', 0, '2026-03-07T10:00:00', '2026-03-09T23:59:59.999', 'none: the next Monday'],
  ] as const)('%s: %i from %s end at %s (%s)', (unit, value, start, end, _why) => {
    expect(dueAt(at(start), { value, unit }, calendar).dueAt).toEqual(at(end))
  })

  it('takes the day of Phnom Penh, not of Greenwich', () => {
    const lateInLondon = new Date('2026-03-05T18:00:00Z') // 6 March, one in the morning

    const due = dueAt(lateInLondon, { value: 1, unit: 'calendar-days' }, calendar)

    expect(dayOf(due.dueAt)).toBe('2026-03-07')
  })

  it('is uncertain only in working days of a year whose feasts are not all known', () => {
    const uncertain = clockUnits.filter(
      (unit) => dueAt(at('2026-03-06T10:00:00'), { value: 3, unit }, calendar).uncertain,
    )
    expect(uncertain).toEqual(['working-days'])
  })

  it('never runs backwards, whatever the unit', () => {
    const instants = fc.date({
      min: new Date('2022-01-01'),
      max: new Date('2030-12-31'),
      noInvalidDate: true,
    })
    const terms = fc.record({
      value: fc.integer({ min: 0, max: 90 }),
      unit: fc.constantFrom(...clockUnits),
    })
    fc.assert(
      fc.property(instants, instants, terms, (one, other, term) => {
        const [first, second] = one <= other ? [one, other] : [other, one]
        const due = dueAt(first, term, calendar).dueAt.getTime()
        expect(due).toBeGreaterThanOrEqual(first.getTime())
        expect(dueAt(second, term, calendar).dueAt.getTime()).toBeGreaterThanOrEqual(due)
        const longer = { ...term, value: term.value + 1 }
        expect(dueAt(first, longer, calendar).dueAt.getTime()).toBeGreaterThanOrEqual(due)
      }),
    )
  })
})
