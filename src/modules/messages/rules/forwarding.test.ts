import { describe, expect, it } from 'vitest'
import { forwardStep, namedUntil } from './forwarding.ts'
import { codeIn, groupCode } from './link-code.ts'

const now = new Date('2026-11-20T03:00:00Z')
const nothingNamed = { recordNumber: null, recordUntil: null }
const named = { recordNumber: '26-0000001-1', recordUntil: namedUntil(now) }
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

describe('what an officer sends to the bot', () => {
  it.each([
    ['a photo with the number under it', nothingNamed, ['26-0000042-7', '', true], 'keep'],
    [
      'words with a number among them',
      nothingNamed,
      ['26-0000042-7', 'the aunt called', false],
      'keep',
    ],
    ['a number alone', nothingNamed, ['26-0000042-7', '', false], 'name'],
    ['a photo before any number', nothingNamed, [null, '', true], 'wait'],
    ['words before any number', nothingNamed, [null, 'the aunt called', false], 'wait'],
    ['a photo after a number', named, [null, '', true], 'keep'],
    ['a sticker', nothingNamed, [null, '', false], 'nothing'],
  ] as const)('%s', (_, standing, [number, rest, hasFile], kind) => {
    expect(forwardStep(standing, { number, rest, hasFile }, now).kind).toBe(kind)
  })

  it('goes to the number in it, and not to the one named before', () => {
    const given = { number: '26-0000042-7', rest: 'x', hasFile: false }

    expect(forwardStep(named, given, now)).toEqual({ kind: 'keep', number: '26-0000042-7' })
  })

  it('waits for a number again when ten minutes are over', () => {
    const photo = { number: null, rest: '', hasFile: true }

    expect(forwardStep(named, photo, later(10)).kind).toBe('keep')
    expect(forwardStep(named, photo, later(11)).kind).toBe('wait')
  })
})

it.each([
  ['/start ABCD2345', 'ABCD2345'],
  ['abcd-2345', 'ABCD2345'],
  [' abcd 2345 ', 'ABCD2345'],
  ['/start', null],
  ['ABCD2341', null],
  ['hello bot', null],
  ['26-0000042-7', null],
])('reads the code in %j as %s', (text, code) => {
  expect(codeIn(text)).toBe(code)
  if (code) expect(codeIn(groupCode(code))).toBe(code)
})
