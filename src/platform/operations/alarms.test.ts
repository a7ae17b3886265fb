import { describe, expect, it } from 'vitest'
import { afterLook, type OpenAlarm } from './alarms.ts'
import type { CheckState } from './checks.ts'

const start = new Date('2026-11-20T03:00:00Z')
const minute = 60_000

type Seen = CheckState | 'gone'
const letters: Readonly<Record<string, Seen>> = {
  g: 'good',
  a: 'attention',
  d: 'danger',
  u: 'unknown',
  x: 'gone',
}

/** One look a minute, a letter each; what was told, with the number of the look. */
function toldIn(looks: string, apart = minute): string[] {
  let open: OpenAlarm | null = null
  return [...looks].flatMap((letter, index) => {
    const state = letters[letter] ?? 'gone'
    const now = new Date(start.getTime() + index * apart)
    const check = { name: 'seal', value: 1, problem: null } as const
    const move = afterLook(open, state === 'gone' ? null : { ...check, state }, now)
    if (move.to === 'none') return []
    open = move.to === 'open' ? move.alarm : null
    if (move.to === 'forgotten' || !move.notice) return []
    return [`${index} ${move.notice} ${move.notice === 'ended' ? '' : move.alarm.state}`.trim()]
  })
}
const well = 'g'.repeat(11)
const day = 24 * 60

describe('who keeps the house alive is told', () => {
  it.each<[string, string, string[]]>([
    ['nothing while all is well', 'gggg', []],
    ['nothing of what was seen once', 'gagdg', []],
    ['nothing of what comes and goes with every look', 'agagagagagagagag', []],
    ['nothing of what nobody knows', 'uuuu', []],
    ['what two looks saw, once', 'gaaaaaa', ['2 begun attention']],
    ['what turned between the two looks as it is now', 'add', ['1 begun danger']],
    ['that it became worse, when two looks saw that', 'aadad', ['1 begun attention']],
    ['and then once', 'aaddd', ['1 begun attention', '3 worse danger']],
    ['nothing when it is only less bad', 'ddaaa', ['1 begun danger']],
    ['nothing more when it is bad again soon', 'ddaadd', ['1 begun danger']],
    ['that it is well after ten minutes of it', `aa${well}`, ['1 begun attention', '12 ended']],
    ['not before', `aa${'g'.repeat(10)}`, ['1 begun attention']],
    ['once of what flaps', `${'aagg'.repeat(9)}${well}`, ['1 begun attention', '44 ended']],
    ['nothing of an end that nobody knows', 'aauuuuuuuuuuuuuu', ['1 begun attention']],
    [
      'of the end where the check applies no longer',
      `aa${'x'.repeat(11)}`,
      ['1 begun attention', '12 ended'],
    ],
    [
      'of a second time as of the first',
      `aa${well}aa`,
      ['1 begun attention', '12 ended', '14 begun attention'],
    ],
  ])('%s', (_what, looks, expected) => {
    expect(toldIn(looks)).toEqual(expected)
  })

  it('once a day while it lasts', () => {
    expect(toldIn('a'.repeat(2 * day + 2))).toEqual([
      '1 begun attention',
      `${day + 1} lasts attention`,
      `${2 * day + 1} lasts attention`,
    ])
  })

  it('nothing by two looks of the same moment, which are one', () => {
    expect(toldIn('aa', 1_000)).toEqual([])
    expect(toldIn('aad', 20_000)).toEqual([])
  })
})
