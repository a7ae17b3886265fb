import { describe, expect, it } from 'vitest'
import type { Actor, Role } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/days.ts'
import { lifecycleFaults } from '../../../kernel/lifecycle.ts'
import { checkClimb, lineAbove, offeredLetterActions } from './climb.ts'
import { codeFrom, groupCode, parseCode } from './code.ts'
import { type Letter, letterNumber, letterStatuses, partsOf } from './letter.ts'
import { incomingLifecycle, type letterActions, outgoingLifecycle } from './lifecycle.ts'
import { type IssuedDocument, standingOf } from './verification.ts'

const offices = [
  { id: 'desk', superiorId: 'bureau' },
  { id: 'bureau', superiorId: 'department' },
  { id: 'department', superiorId: 'minister' },
  { id: 'minister', superiorId: null },
]
const aLetter = (over: Partial<Letter> = {}): Letter =>
  ({
    ...{ direction: 'outgoing', status: 'drafted', officeId: 'desk', holderOfficeId: 'desk' },
    ...over,
  }) as Letter
const somebody = (officeId: string, ...roles: Role[]) => ({ officeId, roles }) as unknown as Actor
const officer = somebody('desk', 'complaints-officer')
const at = (office: string) => somebody(office, 'signatory')
const take = (letter: Letter, action: (typeof letterActions)[number], actor: Actor) => {
  const step = checkClimb(letter, action, { actor, offices })
  return step.ok ? `${step.value.to} ${step.value.holderOfficeId ?? '-'}` : step.refusal
}

describe('a letter on its way', () => {
  it('is moved by nobody but the office on whose desk it lies', () => {
    const climbing = aLetter({ status: 'climbing', holderOfficeId: 'bureau' })

    for (const action of ['pass-up', 'send-back'] as const)
      for (const actor of [officer, at('department'), at('minister')])
        expect(take(climbing, action, actor)).toBe('not-on-your-desk')
  })

  it('is signed by no officer, whatever desk it lies on', () => {
    expect(take(aLetter(), 'sign', officer)).toBe('not-your-role')
  })

  it('climbs no further than the top, and not below where it was written', () => {
    const top = aLetter({ status: 'climbing', holderOfficeId: 'minister' })

    expect(take(top, 'pass-up', at('minister'))).toBe('nobody-above')
    expect(
      take(aLetter({ status: 'climbing', holderOfficeId: 'bureau' }), 'send-down', at('bureau')),
    ).toBe('nobody-below')
    expect(take(aLetter(), 'send-back', officer)).toBe('not-in-this-status')
  })

  it('goes desk by desk', () => {
    expect(take(aLetter(), 'pass-up', officer)).toBe('climbing bureau')
    const high = aLetter({ status: 'climbing', holderOfficeId: 'department' })
    expect(take(high, 'pass-up', at('department'))).toBe('climbing minister')
    expect(take(high, 'send-down', at('department'))).toBe('climbing bureau')
    expect(take(high, 'send-back', at('department'))).toBe('drafted desk')
    expect(take(high, 'sign', at('department'))).toBe('signed -')
  })

  it('offers each desk what it may do, in every status', () => {
    const offered = (letter: Letter, actor: Actor) =>
      offeredLetterActions(letter, { actor, offices })
    const done = (status: Letter['status']) => aLetter({ status, holderOfficeId: null })
    const high = aLetter({ status: 'climbing', holderOfficeId: 'department' })

    expect([
      offered(aLetter(), officer),
      offered(aLetter(), at('desk')),
      offered(aLetter(), at('bureau')),
      offered(high, officer),
      offered(high, at('department')),
      offered(done('signed'), officer),
      offered(done('signed'), at('minister')),
      offered(done('sent'), officer),
      offered(done('sent'), at('bureau')),
      offered(done('withdrawn'), at('bureau')),
      offered(aLetter({ ...done('received'), direction: 'incoming' }), officer),
      offered(aLetter({ ...done('received'), direction: 'incoming' }), at('bureau')),
    ]).toEqual([
      ['pass-up', 'drop'],
      ['pass-up', 'sign', 'drop'],
      [],
      [],
      ['pass-up', 'send-down', 'send-back', 'sign'],
      ['send'],
      ['withdraw'],
      [],
      ['withdraw'],
      [],
      ['withdraw'],
      [],
    ])
  })

  it('goes round no circle of offices', () => {
    const circle = [
      { id: 'a', superiorId: 'b' },
      { id: 'b', superiorId: 'a' },
    ]

    expect(lineAbove('a', circle)).toEqual(['a', 'b'])
  })
})

describe('the lifecycles', () => {
  const faults = (statuses: string[]) =>
    letterStatuses.filter((status) => statuses.includes(status))
  it('reach every status and leave none without a way out', () => {
    const outgoing = letterStatuses.filter((status) => !['received', 'filed'].includes(status))
    expect(lifecycleFaults(outgoingLifecycle, outgoing)).toEqual([])
    expect(lifecycleFaults(incomingLifecycle, faults(['received', 'withdrawn']))).toEqual([])
  })
})

describe('a code', () => {
  it.each(['', 'ABCD', 'ABCD-EFGH-JKLM-NPQ0', 'ABCD-EFGH-JKLM-NPQRS'])('%s is none', (typed) => {
    expect(parseCode(typed)).toBeNull()
  })
  it('is read however it was typed', () => {
    const code = codeFrom(Buffer.alloc(16, 7))

    expect(parseCode(` ${groupCode(code).toLowerCase()} `)).toBe(code)
  })
})

it('writes the number of a register with its year', () => {
  expect(letterNumber(12, 2026)).toBe('0012/26')
  expect(letterNumber(12_345, 2030)).toBe('12345/30')
})

describe('a document', () => {
  const issued = (over: Partial<IssuedDocument>): IssuedDocument => ({
    ...{ kind: 'letter', number: '0001/26', officeKm: 'ក', officeEn: 'O', pdfHash: null },
    ...{ dated: '2026-01-01' as Day, inForceFrom: '2026-01-10' as Day },
    ...{ inForceUntil: null, replacedByNumber: null, ...over },
  })
  const on = (day: string, over: Partial<IssuedDocument> = {}) =>
    standingOf(issued(over), day as Day)

  it('is in force from its day to the day on which it was withdrawn', () => {
    const ended = { inForceUntil: '2026-02-01' as Day }
    expect([
      on('2026-01-09'),
      on('2026-01-10'),
      on('2026-01-31', ended),
      on('2026-02-01', ended),
    ]).toEqual(['not-yet', 'in-force', 'in-force', 'withdrawn'])
    expect(on('2026-03-01', { ...ended, replacedByNumber: '0002/26' })).toBe('replaced')
  })
  it('that is a receipt proves a day and has no force to lose', () => {
    expect(on('2020-01-01', { kind: 'receipt' })).toBe('only-received')
  })
})

describe('the text of a letter', () => {
  it('is parted into paragraphs, and the places for thumbprints that it asks for', () => {
    expect(partsOf('One\n\nTwo ▢\nThree\n  \n▢ Thumbprint of the worker\n\n ▢Witness')).toEqual({
      paragraphs: ['One', 'Two ▢', 'Three'],
      thumbprints: ['Thumbprint of the worker', 'Witness'],
    })
    expect(partsOf('')).toEqual({ paragraphs: [], thumbprints: [] })
  })
})
