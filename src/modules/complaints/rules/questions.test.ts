import { describe, expect, it } from 'vitest'
import { readPackFile } from '../../places/store/pack-file.ts'
import { opennesses, respondentKinds } from './complaint.ts'
import {
  type Bearing,
  isQuestionId,
  type QuestionId,
  questionAfter,
  questionBefore,
  questionIds,
  questionsFor,
} from './questions.ts'

/** Everything on which the way through the questions can depend. */
const bearings: Bearing[] = [null, ...opennesses].flatMap((openness) =>
  [null, ...respondentKinds].flatMap((respondentKind) =>
    [0, 1, 8].map((matches) => ({ openness, respondentKind, matches })),
  ),
)

function walk(bearing: Bearing): QuestionId[] {
  const seen: QuestionId[] = []
  let at: QuestionId | 'check' = 'who'
  while (at !== 'check' && seen.length < 100) {
    seen.push(at)
    at = questionAfter(at, bearing)
  }
  return seen
}

describe('the way through the questions', () => {
  it.each(bearings)('ends, and asks each question once: %o', (bearing) => {
    const seen = walk(bearing)

    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toEqual(questionsFor(bearing))
  })

  it('never asks more than the rule allows', () => {
    const { rules } = JSON.parse(readPackFile('rules/complaints.json').text)
    const rule = rules.find(({ key }: { key: string }) => key === 'complaint.max_first_questions')

    const most = Math.max(...bearings.map((bearing) => questionsFor(bearing).length))

    expect(most).toBe(12)
    expect(most).toBeLessThanOrEqual(rule.value)
  })

  it('reaches every question for somebody', () => {
    const reached = new Set(bearings.flatMap(walk))

    expect([...reached].toSorted()).toEqual([...questionIds].toSorted())
  })

  it.each(bearings)('leads back over the same questions: %o', (bearing) => {
    const back: string[] = []
    let at: QuestionId | 'start' = questionBefore('check', bearing)
    while (at !== 'start' && back.length < 100) {
      back.unshift(at)
      at = questionBefore(at, bearing)
    }

    expect(back).toEqual(questionsFor(bearing))
  })

  it('leaves out name and contact for an anonymous complaint, and for nobody else', () => {
    const of = (openness: Bearing['openness']) =>
      questionsFor({ openness, respondentKind: 'broker', matches: 0 })

    expect(of('anonymous')).toEqual(
      questionIds.filter((id) => !['name', 'contact', 'agency'].includes(id)),
    )
    for (const openness of ['named', 'confidential', null] as const)
      expect(of(openness)).toEqual(questionIds.filter((id) => id !== 'agency'))
  })

  it('offers agencies only when the words may mean one', () => {
    const asks = (respondentKind: Bearing['respondentKind'], matches: number) =>
      questionsFor({ openness: 'named', respondentKind, matches }).includes('agency')

    expect(asks('agency', 0)).toBe(false)
    expect(asks('agency', 1)).toBe(true)
    for (const kind of ['broker', 'employer', 'unknown'] as const) expect(asks(kind, 3)).toBe(false)
  })

  it('asks whatever a question depends on before that question', () => {
    for (const [id, earlier] of [
      ['name', 'openness'],
      ['contact', 'openness'],
      ['agency', 'respondent'],
    ] as const)
      expect(questionIds.indexOf(earlier)).toBeLessThan(questionIds.indexOf(id))
  })

  it('knows its questions by name', () => {
    expect(questionIds.every(isQuestionId)).toBe(true)
    for (const other of ['check', 'send', '', 'constructor', 'WHO'])
      expect(isQuestionId(other)).toBe(false)
  })
})
