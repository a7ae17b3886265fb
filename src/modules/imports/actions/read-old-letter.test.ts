import { expect, it } from 'vitest'
import type { Day } from '../../../kernel/days.ts'
import { planOldLetters } from '../rules/old-letter.ts'
import { reconcile } from '../rules/reconciliation.ts'
import { readOldLetter } from './read-old-letter.ts'

const facts = {
  today: '2026-06-15' as Day,
  caseOf: (number: string) => (number === 'C-1' ? 'case-1' : null),
}
const row = (line: number, over: Record<string, string> = {}, papers: string[] = []) => ({
  ...{ line, documents: papers.map((digest, index) => ({ position: index + 1, digest })) },
  cells: {
    ...{
      oldNumber: `${line}/25`,
      direction: 'in',
      on: '2/3/2025',
      correspondent: 'X',
      subject: 'Y',
    },
    ...over,
  },
})
const read = (...rows: ReturnType<typeof row>[]) =>
  rows.flatMap((one) => readOldLetter(one, facts).found ?? [])

it('names every cell that says nothing usable', () => {
  const wrong = row(2, {
    ...{ oldNumber: 'x'.repeat(61), direction: 'both', on: '16/6/2026' },
    ...{ caseNumber: 'C-2', subject: 'x'.repeat(301) },
  })
  const { found, problems } = readOldLetter(wrong, facts)

  expect(found).toBeNull()
  expect(
    problems.map((one) => (one.kind === 'problem' ? [one.column, one.message.key] : one)),
  ).toEqual([
    ['oldNumber', 'imports.problem.too-long'],
    ['subject', 'imports.problem.too-long'],
    ['direction', 'imports.problem.no-direction'],
    ['on', 'imports.problem.no-past-day'],
    ['caseNumber', 'imports.problem.no-old-case'],
  ])
})

it('takes the same number of another year or direction for another letter', () => {
  const lines = read(
    row(2, { oldNumber: '7' }),
    row(3, { oldNumber: '7', on: '2/3/2024' }),
    row(4, { oldNumber: '7', direction: 'ចេញ' }),
    row(5, { oldNumber: '7', on: '9/9/2025' }),
  )
  const { added, findings } = planOldLetters(
    lines,
    () => null,
    () => false,
  )

  expect(added.map(({ line }) => line)).toEqual([3, 2, 4])
  expect(findings.filter(({ kind }) => kind === 'problem').map(({ line }) => line)).toEqual([5])
})

it('leaves alone what is here, but for papers that it does not have', () => {
  const lines = read(row(2, {}, ['a']), row(3, {}, ['a', 'b']), row(4), row(5))
  const here = (key: string) => (key.endsWith(' 5/25') ? null : key)
  const plan = planOldLetters(lines, here, (_record, { digest }) => digest === 'a')

  expect(plan.added.map(({ line }) => line)).toEqual([5])
  expect(plan.completed.map(({ line, documents }) => [line, documents.length])).toEqual([[3, 1]])
  expect(plan.unchanged).toBe(2)
  expect(JSON.stringify(plan.findings)).not.toMatch(/"X"|"Y"/)
})

it('tells of each line what became of it, and of none before the end', () => {
  const lines = read(row(2, {}, ['b']), row(3), row(4))
  const here = (key: string) => (key.endsWith(' 2/25') ? null : key)
  const { findings } = planOldLetters(lines, here, () => false)
  const numbers = new Map([['2/25', 'CMP-1']])
  const outcomes = (isDone: boolean) =>
    reconcile(findings, { isDone, numbers }).map((one) => [one.line, one.outcome, one.here])

  expect(outcomes(true)).toEqual([
    [2, 'taken', 'CMP-1'],
    [3, 'there', null],
    [4, 'there', null],
  ])
  expect(outcomes(false)[0]).toEqual([2, 'not-taken', null])
  const { problems } = readOldLetter(row(6, { direction: '' }), facts)
  expect(reconcile(problems, { isDone: false, numbers })).toMatchObject([
    { line: 6, outcome: 'refused', why: [{ key: 'imports.problem.no-direction' }] },
  ])
})
