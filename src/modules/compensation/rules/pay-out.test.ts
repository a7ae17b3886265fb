import { describe, expect, it } from 'vitest'
import { type Day, daysBetween } from '../../../kernel/days.ts'
import { lifecycleFaults, takeStep } from '../../../kernel/lifecycle.ts'
import {
  entryStatuses,
  moneyHandlers,
  payOutFault,
  payOutLifecycle,
  payOutMarks,
  payOutNumber,
  stepOf,
} from './pay-out.ts'
import { sumsByCurrency } from './sums.ts'

const today = '2026-11-20' as Day

describe('what became of somebody on the list', () => {
  it('is one of these, each mark from each state', () => {
    const table = Object.fromEntries(
      entryStatuses.map((status) => [
        status,
        payOutMarks.map((mark) => {
          const step = takeStep(payOutLifecycle, status, {
            action: stepOf(mark).action,
            roles: moneyHandlers,
          })
          return step.ok ? step.value : '—'
        }),
      ]),
    )

    const came = Array(5).fill('received')
    const nothing = Array(payOutMarks.length).fill('—')
    expect(table).toEqual({
      listed: [...came, 'refused', 'absent', 'taken-off'],
      absent: [...came, 'refused', '—', '—'],
      received: nothing,
      refused: nothing,
      'taken-off': nothing,
    })
    expect(lifecycleFaults(payOutLifecycle, entryStatuses)).toEqual([])
  })

  it('names who took the money only where somebody did', () => {
    for (const mark of payOutMarks) {
      const { action, receivedBy } = stepOf(mark)
      expect(receivedBy).toBe(action === 'receive' ? mark : null)
    }
  })

  it('is entered by whoever handles cases and nobody else', () => {
    const asked = { action: 'receive', roles: ['licensing-head', 'agency-clerk'] } as const

    expect(takeStep(payOutLifecycle, 'listed', asked)).toMatchObject({ refusal: 'not-your-role' })
  })
})

describe('a day of paying out', () => {
  const dues = [{ owed: 1n }]
  const fault = (heldOn: string, place = 'x', of = dues) =>
    payOutFault({ heldOn: heldOn as Day, place }, { dues: of, today })

  it('lies within a year of today, has a place, and sums that are owed', () => {
    expect(daysBetween(today, '2027-11-20' as Day)).toBe(365)
    expect(fault('2027-11-20')).toBeNull()
    expect(fault('2027-11-21')).toBe('pay-out-too-far')
    expect(fault('2025-11-20')).toBeNull()
    expect(fault('2025-11-19')).toBe('pay-out-too-far')
    expect(fault('2026-11-20', '  ')).toBe('place-missing')
    expect(fault('2026-11-20', 'x', [])).toBe('nothing-chosen')
    expect(fault('2026-11-20', 'x', [...dues, { owed: 0n }])).toBe('nothing-owed')
  })

  it('has a number with its year, which sorts', () => {
    expect(payOutNumber('2026-12-03' as Day, 7n)).toBe('P26-00007')
    expect(payOutNumber('2026-12-03' as Day, 123_456n)).toBe('P26-123456')
  })
})

describe('sums', () => {
  it('are added within a currency and never across', () => {
    expect(
      sumsByCurrency([
        { minor: 1n, currency: 'USD' },
        { minor: 5n, currency: 'KHR' },
        { minor: 2n, currency: 'USD' },
      ]),
    ).toEqual([
      { minor: 3n, currency: 'USD' },
      { minor: 5n, currency: 'KHR' },
    ])
    expect(sumsByCurrency([])).toEqual([])
  })
})
