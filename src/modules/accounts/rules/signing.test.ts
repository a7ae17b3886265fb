import { expect, it } from 'vitest'
import { sittingUntil } from './signing.ts'

const since = new Date('2026-11-23T02:00:00Z')
const at = (minutes: number) => new Date(since.getTime() + minutes * 60_000)

it.each([
  ['nobody gave a code', null, 15, at(1), null],
  ['no rule says how long', since, null, at(1), null],
  ['it ended this minute', since, 15, at(15), null],
  ['it ended long ago', since, 15, at(600), null],
  ['the code is of a later moment', since, 15, at(-1), null],
  ['it was opened now', since, 15, at(0), at(15)],
  ['a second is left', since, 15, new Date(at(15).getTime() - 1000), at(15)],
])('%s', (_what, from, minutes, now, until) => {
  expect(sittingUntil(from, { minutes, now })).toEqual(until)
})
