import { describe, expect, it } from 'vitest'
import type { Day } from '../../kernel/days.ts'
import { drawn } from '../testing/fixtures.ts'
import { ClockBar } from './clock-bar.tsx'

const day = (text: string) => text as Day

function bar(today: string, doneOn?: string) {
  const html = drawn(
    <ClockBar
      title="Answer"
      from={day('2026-11-01')}
      due={day('2026-11-11')}
      today={day(today)}
      doneOn={doneOn ? day(doneOn) : null}
      tone="neutral"
      state="As it stands"
    />,
  )
  const at = (name: string, attribute: string) => {
    const tag = new RegExp(`<(?:rect|line) class="clock__${name}"[^>]*`).exec(html)?.[0]
    const value = tag && new RegExp(`${attribute}="([\\d.]+)"`).exec(tag)?.[1]
    return value === undefined ? null : Number(value)
  }
  const words = [...html.matchAll(/<dt>([^<]+)<\/dt>/g)].map(([, word]) => word)
  return { used: at('used', 'width'), late: at('late', 'width'), due: at('due', 'x1'), words }
}

describe('a clock', () => {
  it.each([
    ['begins empty', '2026-11-01', undefined, { used: 0, late: null, due: 100 }],
    ['is half used', '2026-11-06', undefined, { used: 50, late: null, due: 100 }],
    [
      'is full on the day that it is due',
      '2026-11-11',
      undefined,
      { used: 100, late: null, due: 100 },
    ],
    ['shows how late it is', '2026-11-21', undefined, { used: 50, late: 50, due: 50 }],
    ['stops when it was done', '2026-12-24', '2026-11-06', { used: 50, late: null, due: 100 }],
    ['stays empty before it starts', '2026-10-01', undefined, { used: 0, late: null, due: 100 }],
  ])('%s', (_what, today, doneOn, expected) => {
    expect(bar(today, doneOn)).toMatchObject(expected)
  })

  it('names its days in their order, so that the words say what the bar shows', () => {
    expect(bar('2026-11-06').words).toEqual(['Started', 'Today', 'Due'])
    expect(bar('2026-11-21').words).toEqual(['Started', 'Due', 'Today'])
    expect(bar('2026-12-24', '2026-11-06').words).toEqual(['Started', 'Done', 'Due'])
  })
})
