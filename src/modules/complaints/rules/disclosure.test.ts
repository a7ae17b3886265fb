import { describe, expect, it } from 'vitest'
import { type Openness, opennesses } from './complaint.ts'
import { type DisclosableItem, type DisclosablePerson, discloseToAgency } from './disclosure.ts'
import { whoSees } from './who-sees.ts'

const facts = (openness: Openness) => ({
  openness,
  categories: ['wage_unpaid'],
  happenedMonth: '2026-03',
  claims: [{ kind: 'paid', sum: { minor: 1n, currency: 'USD' }, currency: 'USD' }] as const,
  workerName: 'her name',
  story: 'her story',
  recordings: ['what her voice says'],
  persons: [] as readonly DisclosablePerson[],
})

/** Openness, what she agreed to, and what the agency then sees beyond kind, month and sums. */
const table: readonly (readonly [Openness, readonly DisclosableItem[], readonly string[]])[] = [
  ['named', [], ['name']],
  ['named', ['name'], ['name']],
  ['named', ['story'], ['name', 'story']],
  ['named', ['name', 'story'], ['name', 'story']],
  ['confidential', [], []],
  ['confidential', ['name'], ['name']],
  ['confidential', ['story'], ['story']],
  ['confidential', ['name', 'story'], ['name', 'story']],
  ['confidential', ['recording'], ['recording']],
  ['named', ['story', 'recording'], ['name', 'story', 'recording']],
  ['anonymous', [], []],
]

describe('what an agency sees', () => {
  it.each(table)('%s, agreed to %j: %j', (openness, consents, shown) => {
    const seen = discloseToAgency(facts(openness), consents)

    const recording = seen.recordings.length > 0 && 'recording'
    expect([seen.workerName && 'name', seen.story && 'story', recording].filter(Boolean)).toEqual(
      shown,
    )
    expect(seen).toMatchObject({ categories: ['wage_unpaid'], happenedMonth: '2026-03' })
    expect(seen.claims).toHaveLength(1)
  })

  it('has no field for how to reach her, whatever she agreed to', () => {
    const seen = discloseToAgency(facts('named'), ['name', 'story'])

    expect(Object.keys(seen).sort()).toEqual([
      'categories',
      'claims',
      'happenedMonth',
      'personNames',
      'personsAgreed',
      'recordings',
      'story',
      'workerName',
    ])
  })
})

describe('what an agency sees of a group', () => {
  const aPerson = (position: number, over: Partial<DisclosablePerson>): DisclosablePerson => ({
    ...{ position, joins: 'agreed', nameShown: false, leftAt: null, name: `person ${position}` },
    ...over,
  })
  const group = [
    aPerson(1, { nameShown: true }),
    aPerson(2, {}),
    aPerson(3, { nameShown: true }),
    aPerson(4, { joins: 'not-asked', nameShown: true }),
    aPerson(5, { joins: 'refused', nameShown: true }),
    aPerson(6, { joins: 'not-reached', nameShown: true }),
    aPerson(7, { nameShown: true, leftAt: new Date('2026-11-20T03:00:00Z') }),
  ]

  it('counts those who agreed and names those of them who let their name be shown', () => {
    const seen = discloseToAgency({ ...facts('confidential'), persons: group }, [])

    expect([seen.personsAgreed, seen.personNames]).toEqual([3, ['person 3']])
  })

  it('is nothing where nobody agreed, nobody else was ever listed, or nobody may be known', () => {
    const nobody = group.map((one) => ({ ...one, joins: 'not-asked' as const }))
    const cases = [
      { ...facts('named'), persons: nobody },
      { ...facts('named'), persons: group.slice(0, 1) },
      { ...facts('anonymous'), persons: group },
    ]

    for (const one of cases)
      expect(discloseToAgency(one, [])).toMatchObject({ personsAgreed: null, personNames: [] })
  })
})

describe('the list of who sees what', () => {
  const has = { name: true, story: true, recording: true, contact: true }
  const hidden = { isProtected: false, aboutOffice: false, outsideBody: null, ownerId: 'somebody' }
  const facts = { openness: 'named', consents: ['name', 'story'], hasAgency: true } as const
  const all = { ...facts, wasHelped: true, has } as const

  it('names nobody for what was never given: no name and no contact of an anonymous case', () => {
    const given = { name: false, story: true, recording: false, contact: false }
    const sees = whoSees({
      ...{
        hidden,
        openness: 'anonymous',
        consents: [],
        hasAgency: true,
        wasHelped: true,
        has: given,
      },
    })

    expect([sees.name, sees.recording, sees.contact]).toEqual([[], [], []])
    expect(sees.story).toEqual(['complainant', 'office', 'helper'])
  })

  it.each(table)('says the same of the agency: %s, %j', (openness, consents, shown) => {
    const sees = whoSees({ hidden, openness, consents, hasAgency: true, wasHelped: false, has })

    const toAgency = (['name', 'story', 'recording'] as const).filter((item) =>
      sees[item].includes('agency'),
    )
    expect(toAgency).toEqual(shown)
  })

  it.each(opennesses)('never counts the agency among those who reach her: %s', (openness) => {
    const sees = whoSees({
      ...{ hidden, openness, consents: ['name', 'story'], hasAgency: true, wasHelped: true, has },
    })

    expect(sees.contact).toEqual(['office-with-reason'])
    expect(sees.messages).not.toContain('agency')
    expect(sees.notes).toEqual(['office'])
  })

  it('leaves out an agency where there is none, and names whoever helped', () => {
    const sees = whoSees({
      ...{ hidden, openness: 'named', consents: [], hasAgency: false, wasHelped: true, has },
    })

    expect(Object.values(sees).flat()).not.toContain('agency')
    expect(sees.story).toContain('helper')
  })

  it('names neither officers of the area nor the agency nor a helper for a protected case', () => {
    const waiting = whoSees({ ...all, hidden: { ...hidden, isProtected: true, ownerId: null } })
    const inCare = whoSees({ ...all, hidden: { ...hidden, isProtected: true } })

    expect(waiting).toMatchObject({
      name: ['complainant', 'track-heads', 'let-in'],
      contact: ['these-with-reason'],
      notes: ['track-heads', 'let-in'],
    })
    for (const item of ['sums', 'name', 'story', 'recording', 'messages'] as const)
      expect(inCare[item]).toEqual(['complainant', 'track', 'let-in'])
    expect([inCare.contact, inCare.notes]).toEqual([['these-with-reason'], ['track', 'let-in']])
  })

  it('names only the body for what is about an office, and nobody inside once it went outside', () => {
    const inside = whoSees({ ...all, hidden: { ...hidden, aboutOffice: true } })
    const gone = { ...hidden, aboutOffice: true, outsideBody: 'acu', ownerId: null }
    const outside = whoSees({ ...all, hidden: gone })

    expect(inside.story).toEqual(['complainant', 'body', 'let-in', 'helper', 'agency'])
    expect([inside.contact, inside.notes]).toEqual([['these-with-reason'], ['body', 'let-in']])
    expect([outside.contact, outside.notes]).toEqual([[], ['outside']])
  })
})
