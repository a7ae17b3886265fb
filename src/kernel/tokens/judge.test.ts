import { describe, expect, it } from 'vitest'
import type { Day } from '../days.ts'
import { judge, type Known } from './judge.ts'
import type { Status } from './status-list.ts'
import type { Token } from './token.ts'

const token: Token = {
  ...{ kind: 'licence', number: 'DEMO-001', names: { km: 'គំរូ', en: 'Sample' } },
  ...{ destination: 'TH', sector: 'general', from: '2025-01-01' as Day, to: '2027-12-31' as Day },
  ...{ issuedOn: '2026-11-10' as Day, place: 7 },
}
const at = (text: string): Date => new Date(`${text}Z`)
const listOf = (status: Status | null = 'valid') => ({
  issuedAt: at('2026-11-20T00:00'),
  endsAt: at('2026-11-21T02:00'),
  status,
})
const known: Known = {
  ...{ signature: 'right', keysAsOf: at('2026-11-20T00:10'), list: listOf() },
  ...{ now: at('2026-11-20T03:00'), clockIsSure: false },
}
const said = (change: Partial<Known>, changed: Partial<Token> | null = {}): string => {
  const verdict = judge(changed && { ...token, ...changed }, { ...known, ...change })
  return 'why' in verdict ? `${verdict.kind}: ${verdict.why}` : verdict.kind
}

describe('a code that is right, with a list of today', () => {
  it('is valid', () => {
    expect(judge(token, known)).toEqual({
      ...{ kind: 'valid', token, asOf: at('2026-11-20T00:00'), today: '2026-11-20' },
    })
  })

  it.each<Status>(['revoked', 'suspended', 'surrendered', 'ended', 'warned'])(
    'is not valid where the list says %s',
    (status) => expect(said({ list: listOf(status) })).toBe(`not-valid: ${status}`),
  )

  it.each<[string, Partial<Token>]>([
    ['run-out', { to: '2026-11-19' as Day }],
    ['not-begun', { from: '2026-11-21' as Day }],
  ])('is not valid where its own days say %s, whatever the list says', (why, changed) => {
    expect(said({}, changed)).toBe(`not-valid: ${why}`)
  })

  it('holds through its last day and from its first', () => {
    expect(said({}, { from: '2026-11-20' as Day, to: '2026-11-20' as Day })).toBe('valid')
  })
})

describe('a code that is not right', () => {
  it.each<[string, string, Partial<Known>, Partial<Token> | null]>([
    ['cut or made up', 'not-valid: not-ours', {}, null],
    ['changed after it was signed', 'not-valid: not-ours', { signature: 'wrong' }, {}],
    ['signed with a withdrawn key', 'not-valid: key-withdrawn', { signature: 'key-withdrawn' }, {}],
    ['of a key that nobody published', 'not-valid: not-ours', { signature: 'key-unknown' }, {}],
  ])('is not valid: %s', (_name, verdict, change, changed) => {
    expect(said(change, changed)).toBe(verdict)
  })

  it('tells nothing of what it claims', () => {
    const verdict = judge(token, { ...known, signature: 'wrong' })

    expect(verdict).toMatchObject({ token: null })
  })

  it('may be newer than keys of last week: then nothing is said', () => {
    const old = { signature: 'key-unknown', keysAsOf: at('2026-11-13T00:00') } as const

    expect(said(old)).toBe('cannot: key-unknown')
    expect(said({ keysAsOf: null, signature: 'key-unknown' })).toBe('cannot: no-keys')
  })
})

describe('without network', () => {
  it.each<[string, string, Partial<Known>]>([
    ['no list was ever fetched', 'unsure: no-list', { list: null }],
    [
      'the list is of the day before yesterday',
      'unsure: list-old',
      { now: at('2026-11-22T03:00') },
    ],
    ['the code is newer than the list', 'unsure: not-in-list', { list: listOf(null) }],
  ])('is never called valid where %s', (_name, verdict, change) => {
    expect(said(change)).toBe(verdict)
  })

  it('is not valid where an old list already said so', () => {
    const change = { list: listOf('revoked'), now: at('2027-03-01T03:00') }

    expect(said(change)).toBe('not-valid: revoked')
  })
})

describe('a telephone whose clock is wrong', () => {
  const lastYear = at('2025-11-20T03:00')

  it('is never told that a code is valid, and which day it must be at least', () => {
    expect(judge(token, { ...known, now: lastYear })).toMatchObject({
      ...{ kind: 'unsure', why: 'clock-wrong', today: '2026-11-20' },
    })
  })

  it.each<[string, Partial<Known>, Partial<Token>]>([
    ['not-valid: run-out', {}, { to: '2026-11-19' as Day }],
    ['not-valid: suspended', { list: listOf('suspended') }, {}],
    ['cannot: key-unknown', { signature: 'key-unknown' }, {}],
  ])('still learns what is sure: %s', (verdict, change, changed) => {
    expect(said({ ...change, now: lastYear }, changed)).toBe(verdict)
  })

  it('is believed neither forwards: a list seems old, a code seems to have run out', () => {
    expect(said({ now: at('2027-06-01T03:00') })).toBe('unsure: list-old')
    expect(said({ now: at('2030-01-01T03:00') })).toBe('not-valid: run-out')
  })

  it('learns a day from a code that was issued after all that it has seen', () => {
    const change = { list: null, keysAsOf: at('2026-11-01T00:00'), now: at('2026-11-02T00:00') }

    expect(judge(token, { ...known, ...change })).toMatchObject({ today: '2026-11-10' })
  })

  it('does no harm where we know the time', () => {
    expect(said({ clockIsSure: true })).toBe('valid')
  })
})
