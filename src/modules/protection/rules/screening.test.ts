import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { protectionPack } from '../store/pack.ts'
import {
  type Answers,
  decideTrack,
  hintsFor,
  type ScreeningAnswer,
  screeningAnswers,
} from './screening.ts'

const { indicators, hints } = protectionPack()
const codes = indicators.map(({ code }) => code)
const answered = (over: Readonly<Record<string, ScreeningAnswer>>, rest: ScreeningAnswer = 'no') =>
  Object.fromEntries(
    codes.map((code) => [code, { answer: over[code] ?? rest, person: 'worker' as const }]),
  ) satisfies Answers

const outcomeOf = (over: Readonly<Record<string, ScreeningAnswer>>, rest?: ScreeningAnswer) => {
  const { outcome, reasons } = decideTrack(indicators, answered(over, rest))
  return [outcome, ...reasons].join(' ')
}

describe('screening', () => {
  it('of which nothing was asked is never taken for ordinary', () => {
    expect(decideTrack(indicators, {}).outcome).toBe('ask-again')
    expect(outcomeOf({}, 'not-known')).toBe(
      'ask-again danger sexual-violence minor retaliation trafficking',
    )
  })

  it('with a no to everything is ordinary', () => {
    expect(outcomeOf({})).toBe('ordinary')
  })

  it('leads from each single answer, the others being no, exactly here', () => {
    const table = codes.map((code) => [
      code,
      outcomeOf({ [code]: 'yes' }),
      outcomeOf({ [code]: 'not-known' }),
    ])

    expect(table).toEqual([
      ['immediate_danger', 'protected danger', 'ask-again danger'],
      ['sexual_violence', 'protected sexual-violence', 'ask-again sexual-violence'],
      ['under_eighteen', 'protected minor', 'ask-again minor'],
      ['retaliation', 'protected retaliation', 'ask-again retaliation'],
      ['abuse_of_vulnerability', 'ask-again trafficking', 'ordinary'],
      ['deception', 'ask-again trafficking', 'ordinary'],
      ['restriction_of_movement', 'protected trafficking', 'ask-again trafficking'],
      ['isolation', 'ask-again trafficking', 'ordinary'],
      ['physical_and_sexual_violence', 'protected trafficking', 'ask-again trafficking'],
      ['intimidation_and_threats', 'ask-again trafficking', 'ordinary'],
      ['retention_of_identity_documents', 'ask-again trafficking', 'ordinary'],
      ['withholding_of_wages', 'ask-again trafficking', 'ordinary'],
      ['debt_bondage', 'protected trafficking', 'ask-again trafficking'],
      ['abusive_conditions', 'ask-again trafficking', 'ordinary'],
      ['excessive_overtime', 'ask-again trafficking', 'ordinary'],
    ])
  })

  it('protects by any two signs of trafficking', () => {
    const signs = indicators.filter(({ group }) => group === 'trafficking').map(({ code }) => code)
    const pairs = signs.flatMap((one, at) => signs.slice(at + 1).map((other) => [one, other]))
    const unprotected = pairs.filter(
      ([one = '', other = '']) =>
        outcomeOf({ [one]: 'yes', [other]: 'yes' }) !== 'protected trafficking',
    )

    expect(pairs).toHaveLength(55)
    expect(unprotected).toEqual([])
  })

  it('names every reason, in the order of the form', () => {
    expect(outcomeOf({}, 'yes')).toBe(
      'protected danger sexual-violence minor retaliation trafficking',
    )
  })

  it('never protects less because one more thing is known to be so', () => {
    const rank = { ordinary: 0, 'ask-again': 1, protected: 2 } as const
    const some = fc.array(fc.constantFrom(...screeningAnswers), {
      minLength: codes.length,
      maxLength: codes.length,
    })
    fc.assert(
      fc.property(some, fc.constantFrom(...codes), (given, code) => {
        const before = Object.fromEntries(codes.map((each, at) => [each, given[at] ?? 'no']))
        const was = decideTrack(indicators, answered(before)).outcome
        const is = decideTrack(indicators, answered({ ...before, [code]: 'yes' })).outcome
        return rank[is] >= rank[was]
      }),
    )
  })
})

describe('hints', () => {
  it('propose only what the form asks', () => {
    expect(
      Object.values(hints)
        .flat()
        .filter((code) => !codes.includes(code)),
    ).toEqual([])
  })

  it('come from the kinds of the complaint, each once', () => {
    expect(
      hintsFor(hints, ['trafficking_indicator', 'job_not_existing', 'training_quality']),
    ).toEqual(['deception', 'intimidation_and_threats'])
  })
})
