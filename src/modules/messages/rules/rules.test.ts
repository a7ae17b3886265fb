import { describe, expect, it } from 'vitest'
import { lifecycleFaults, offeredActions } from '../../../kernel/lifecycle.ts'
import { messageLifecycle } from './lifecycle.ts'
import { masked } from './mask.ts'
import { type MessageKind, mayBeCopied, messageKinds, messageStatuses } from './message.ts'
import { afterReceipts, afterTry, isDue, nextBlindTry, nextTry, type Tried } from './outcome.ts'
import { isSafe, nextSafe } from './safe-hours.ts'

/** In Phnom Penh; 2026-11-20 is a Friday. */
const at = (text: string) => new Date(`${text.replace(' ', 'T')}:00+07:00`)
const friday = at('2026-11-20 10:00')
const hour = 3_600_000

const aTried = (over: Partial<Tried> = {}): Tried => ({
  ...{ kind: 'received', queuedAt: friday, safeHours: [], attempts: 1 },
  ...over,
})

describe('the hours that a person named safe', () => {
  it.each([
    // Nobody is woken where any time is fine: the quiet hours go across midnight.
    [[], '2026-11-20 06:59', false],
    [[], '2026-11-20 07:00', true],
    [[], '2026-11-20 20:49', true],
    [[], '2026-11-20 20:55', false],
    [[], '2026-11-21 00:30', false],
    [['evening'], '2026-11-20 16:59', false],
    [['evening'], '2026-11-20 17:00', true],
    // The night of Friday goes on when it is Saturday.
    [['night'], '2026-11-20 20:59', false],
    [['night'], '2026-11-20 23:30', true],
    [['night'], '2026-11-21 00:45', true],
    [['night'], '2026-11-21 00:55', false],
    [['night'], '2026-11-21 01:00', false],
    [['sunday'], '2026-11-21 12:00', false],
    [['sunday'], '2026-11-22 12:00', true],
    // Sunday in Phnom Penh is still Saturday in Greenwich.
    [['sunday'], '2026-11-22 07:00', true],
    [['sunday', 'morning'], '2026-11-20 08:00', true],
  ] as const)('%j: at %s it is safe: %s', (safe, when, expected) => {
    expect(isSafe(at(when), safe)).toBe(expected)
  })

  it.each([
    [['evening'], '2026-11-20 10:00', '2026-11-20 17:00', '2026-11-20 21:00'],
    [['evening'], '2026-11-20 20:55', '2026-11-21 17:00', '2026-11-21 21:00'],
    [['evening', 'night'], '2026-11-20 18:00', '2026-11-20 18:00', '2026-11-21 01:00'],
    [['morning', 'midday'], '2026-11-20 10:00', '2026-11-20 10:00', '2026-11-20 14:00'],
    [['sunday'], '2026-11-22 20:55', '2026-11-29 07:00', '2026-11-29 21:00'],
    [[], '2026-11-20 23:00', '2026-11-21 07:00', '2026-11-21 21:00'],
  ] as const)('%j: what is ready at %s goes at %s, and not after %s', (safe, when, from, until) => {
    expect(nextSafe(at(when), safe)).toEqual({ from: at(from), until: at(until) })
  })
})

describe('a further try', () => {
  it('comes after one minute, two, four, and never more than four hours later', () => {
    const waits = [1, 2, 3, 4, 8, 9, 30].map((attempts) => {
      const next = nextTry(aTried({ attempts }), friday)
      return next && (next.getTime() - friday.getTime()) / 60_000
    })

    expect(waits).toEqual([1, 2, 4, 8, 128, 240, 240])
  })

  it('waits for the safe hours', () => {
    expect(nextTry(aTried({ safeHours: ['evening'] }), friday)).toEqual(at('2026-11-20 17:00'))
  })

  it('does not come when nobody would call it news any more', () => {
    const late = new Date(friday.getTime() + 8 * 24 * hour)

    expect(nextTry(aTried(), late)).toBeNull()
    expect(nextTry(aTried({ safeHours: ['sunday'] }), at('2026-11-22 20:58'))).toBeNull()
  })

  it('outlasts a week, so that whoever named Sunday has one', () => {
    const monday = at('2026-11-16 09:00')
    const tried = aTried({ queuedAt: monday, safeHours: ['sunday'] })

    expect(nextTry(tried, monday)).toEqual(at('2026-11-22 07:00'))
  })
})

describe('what a try makes of a message', () => {
  const table = (kind: MessageKind) =>
    (['handed-over', 'refused', 'not-now', 'unknown'] as const).map((outcome) => {
      const { step, nextAttemptAt } = afterTry(aTried({ kind }), outcome, friday)
      return [outcome, step, nextAttemptAt !== null]
    })

  it('is the same for every kind, but for what is not known', () => {
    const sure = [
      ['handed-over', 'hand-over', false],
      ['refused', 'give-up', false],
      ['not-now', 'put-off', true],
    ]
    for (const kind of messageKinds)
      expect(table(kind)).toEqual([...sure, ['unknown', null, mayBeCopied(kind)]])
  })

  it('is given up when it is too late', () => {
    const late = new Date(friday.getTime() + 9 * 24 * hour)

    expect(afterTry(aTried(), 'not-now', late)).toEqual({ step: 'give-up', nextAttemptAt: null })
  })

  it('is not repeated where a second copy would mislead, nor more than three times blindly', () => {
    expect(messageKinds.filter((kind) => !mayBeCopied(kind))).toEqual(['news', 'words'])
    expect(nextBlindTry(aTried({ kind: 'words' }), friday)).toBeNull()
    expect(nextBlindTry(aTried({ attempts: 2 }), friday)).toEqual(at('2026-11-20 10:15'))
    expect(nextBlindTry(aTried({ attempts: 3 }), friday)).toBeNull()
  })
})

describe('the receipts of its parts', () => {
  it.each([
    [[], null],
    [[null], null],
    [['delivered', null], null],
    [['delivered'], 'deliver'],
    [['delivered', 'delivered'], 'deliver'],
    [['delivered', 'failed'], 'report-failed'],
    [[null, 'failed'], 'report-failed'],
    [['delivered', 'expired'], 'report-expired'],
    [[null, 'expired'], null],
  ] as const)('%j make of it: %s', (parts, step) => {
    expect(afterReceipts(aTried(), parts, friday)?.step ?? null).toBe(step)
  })
})

describe('the states of a message', () => {
  it('are all reached, and all but the last can be left', () => {
    // Handed over stays so where the channel tells of no delivery.
    expect(lifecycleFaults(messageLifecycle, messageStatuses)).toEqual([])
  })

  it('are left by hand only where it failed or nobody knows', () => {
    const offered = messageStatuses.map((status) => [
      status,
      offeredActions(messageLifecycle, status, ['administrator']),
    ])

    expect(Object.fromEntries(offered)).toEqual({
      queued: [],
      'handed-over': [],
      delivered: [],
      failed: ['send-again'],
      unknown: ['send-again'],
    })
  })

  it.each([
    ['queued', friday, true],
    ['queued', new Date(friday.getTime() + 1), false],
    ['unknown', friday, true],
    ['unknown', null, false],
    ['handed-over', friday, false],
    ['delivered', friday, false],
    ['failed', friday, false],
  ] as const)('%s with a next try at %s is due: %s', (status, nextAttemptAt, due) => {
    expect(isDue({ status, nextAttemptAt }, friday)).toBe(due)
  })
})

it('shows of an address only what its owner recognises', () => {
  expect(masked('sms', '+85512345678')).toBe('+855 ••• 678')
  expect(masked('email', 'sokha.chan@example.org')).toBe('s•••@example.org')
  expect(masked('telegram', '123456789')).toBe('••• 89')
})
