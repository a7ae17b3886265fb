import { describe, expect, it } from 'vitest'
import type { Day } from '../../../kernel/days.ts'
import { type Answer, answers, remedyKinds } from './outcome.ts'
import { type CommonTerms, readRows, sumUp } from './outcome-rows.ts'
import { type EntryRow, readSheet, sheetColumns } from './outcome-sheet.ts'

const persons = Array.from({ length: 1000 }, (_, at) => ({ id: `p${at + 1}`, position: at + 1 }))
const common: CommonTerms = {
  ...{ madeOn: '2026-11-19' as Day, answer: 'accepted', how: 'thumbprint' },
  ...{ debtor: { kind: 'party', id: 'x' }, payer: null, currency: 'USD' },
  ...{ dueOn: '2026-12-10' as Day, plan: { kind: 'once' }, collector: null },
  ...{ remedyDueOn: null, remedyWords: null },
}
const words = {
  answers: new Map<string, Answer>(answers.map((one) => [one, one])),
  remedies: new Map(remedyKinds.map((one) => [one, one])),
}
const head = {
  words: new Map(sheetColumns.map((one) => [one as string, one])),
  unnamed: ['number', 'sum'] as const,
}
const sheet = (text: string) => {
  const read = readSheet(text, head)
  if (!read.ok) throw new Error(`${read.refusal.code} in line ${read.refusal.line}`)
  return read.value
}
const read = (rows: readonly EntryRow[], over: Partial<CommonTerms> = {}) =>
  readRows(rows, { persons, words, common: { ...common, ...over } })
const faults = (text: string, over: Partial<CommonTerms> = {}) => {
  const done = read(sheet(text), over)
  return done.ok ? [] : done.refusal.map(({ row, column, code }) => [row.line, column, code])
}

describe('a sheet', () => {
  it.each([
    ['', 'sheet-empty', 1],
    ['number\tsum', 'sheet-empty', 1],
    ['name\tsum\nA\t5', 'number-column-missing', 1],
    ['1\t250\tmore', 'columns-unnamed', 1],
    ['number,sum\n1,250\n2,1,250.00', 'too-many-cells', 3],
  ])('%j is refused', (text, code, line) => {
    expect(readSheet(text, head)).toEqual({ ok: false, refusal: { code, line } })
  })

  it.each([
    ['tabs', '1\t1,250.50\n2\t3'],
    ['commas and quotes', '1,"1,250.50"\n2,3'],
    ['semicolons', '1;1,250.50\n2;3'],
    ['spaces', '1 1,250.50\n 2   3'],
    ['named columns', 'Name\tNumber\tSum\nSok\t1\t1,250.50\n\nDara\t2\t3\n'],
  ])('is read with %s', (_, text) => {
    const done = read(sheet(text))

    expect(done.ok && sumUp(done.value).totals).toEqual([{ currency: 'USD', minor: 125_350n }])
  })
})

describe('what is wrong is said of whom and in which column, all at once', () => {
  it('of many rows', () => {
    const text = [
      'number\tanswer\tsum\tcurrency\tday\theirs\tremedy',
      '1\t\t-5\t\t\t\t',
      '2\tmaybe\t5\t\t\t\t',
      '3\t\t1.234\t\t\t\t',
      '4\t\t5\tXXX\t\t\t',
      '5\t\t5\t\t31/2/2026\t\t',
      '6\t\t5\t\t\t9999:1\t',
      '7\t\t\t\t\t\tcake',
      '8\t\t\t\t\t\tother',
      '4000\t\t5\t\t\t\t',
      '9\t\t0\t\t\t\t',
      '10\taccepted\t5\t\t\t\t',
      '10\trefused\t5\t\t\t\t',
    ].join('\n')

    expect(faults(text).sort((a, b) => Number(a[0]) - Number(b[0]))).toEqual([
      [2, 'sum', 'negative'],
      [3, 'answer', 'answer-unknown'],
      [4, 'sum', 'too-many-decimals'],
      [5, 'currency', 'currency-unknown'],
      [6, 'day', 'day-wrong'],
      [7, 'heirs', 'heirs-wrong'],
      [8, 'remedy', 'remedy-unknown'],
      [9, 'remedy', 'remedy-day-missing'],
      [10, 'number', 'no-such-person'],
      [11, 'sum', 'zero'],
      [13, 'answer', 'answer-differs'],
    ])
  })

  it('no answer is taken for granted, and no day', () => {
    expect(faults('1\t5', { answer: null })).toEqual([[1, 'answer', 'answer-missing']])
    expect(faults('1\t5', { dueOn: null })).toEqual([[1, 'day', 'day-missing']])
    const parts = { kind: 'parts', parts: 3, everyMonths: 1 } as const
    expect(faults('1\t5\n1\t6', { plan: parts })).toEqual([
      [1, 'sum', 'plan-and-parts-by-hand'],
      [2, 'sum', 'plan-and-parts-by-hand'],
    ])
  })
})

describe('what a sheet may say', () => {
  it('instalments by hand, heirs who share, a collector, and nobody who only stands in it', () => {
    const done = read(
      sheet(
        [
          'number\tname\tanswer\tsum\tday\tcollector\theirs',
          '1\tA\taccepted\t500\t1/12/2026\tHer sister\t',
          '1\tA\t\t300\t2027-01-01\t\t',
          '2\tB\tnot-reached\t90.01\t\t\t3:2 4:1',
          '5\tE\t\t\t\t\t',
        ].join('\n'),
      ),
    )

    if (!done.ok) throw new Error('read')
    expect(done.value.persons).toMatchObject([
      { personId: 'p1', answer: 'accepted', how: 'thumbprint' },
      { personId: 'p2', answer: 'not-reached', how: null, on: null },
    ])
    expect(done.value.terms).toMatchObject([
      { personId: 'p1', dueOn: '2026-12-01', collector: 'Her sister' },
      { personId: 'p1', dueOn: '2027-01-01', collector: null },
      {
        personId: 'p2',
        shares: [
          { personId: 'p3', parts: 2 },
          { personId: 'p4', parts: 1 },
        ],
      },
    ])
    expect(sumUp(done.value)).toMatchObject({
      ...{ totals: [{ currency: 'USD', minor: 89_001n }], dues: 4 },
      ...{
        firstOn: '2026-12-01',
        lastOn: '2027-01-01',
        answers: { accepted: 1, 'not-reached': 1 },
      },
    })
  })

  it('a thousand persons with unequal sums in parts, to the last unit', () => {
    const text = persons.map(({ position }) => `${position}\t${100 + position}.01`).join('\n')
    const done = read(sheet(text), { plan: { kind: 'parts', parts: 7, everyMonths: 1 } })

    if (!done.ok) throw new Error('read')
    expect(sumUp(done.value)).toMatchObject({
      ...{ totals: [{ currency: 'USD', minor: 60_051_000n }], dues: 7_000, lastOn: '2027-06-10' },
    })
  })
})
