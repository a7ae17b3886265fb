import { expect, it } from 'vitest'
import { partsOfCell } from '../../../platform/sheets/cells.ts'
import { isLie, isLitter, matchDocuments, type RunDocument } from './documents.ts'

const paper = (position: number, name: string, over: Partial<RunDocument> = {}): RunDocument => ({
  ...{ position, name, fault: null, digest: `d${position}` },
  ...over,
})
const row = (line: number, scans: string) => ({ line, cells: { scans } })
const found = (rows: ReturnType<typeof row>[], papers: RunDocument[]) => {
  const { rows: given, problems } = matchDocuments(
    rows,
    { column: 'scans', partsOf: partsOfCell },
    papers,
  )
  return {
    given: given.map(({ documents }) => documents.map(({ position }) => position)),
    problems: problems.map((one) =>
      one.kind === 'problem'
        ? [
            one.line,
            one.column,
            one.document ?? null,
            one.message.key.replace('imports.problem.', ''),
          ]
        : one,
    ),
  }
}

it('names what a line asks for in vain, and what no line asks for', () => {
  expect(
    found([row(2, 'a.pdf; b.pdf'), row(3, '')], [paper(1, 'a.pdf'), paper(2, 'c.pdf')]),
  ).toEqual({
    given: [[1], []],
    problems: [
      [2, 'scans', null, 'document-missing'],
      [0, null, 2, 'document-unnamed'],
    ],
  })
})

it('names a paper that cannot be taken beside its line, and an archive that was not opened', () => {
  const bad = { fault: 'document-lies', digest: null }
  const bomb = { fault: 'archive-too-large', digest: null }
  expect(found([row(2, 'a.pdf')], [paper(1, 'a.pdf', bad), paper(2, 'all.zip', bomb)])).toEqual({
    given: [[]],
    problems: [
      [2, 'scans', null, 'document-lies'],
      [0, null, 2, 'archive-too-large'],
    ],
  })
})

it('names two papers of one name, and a line with too many', () => {
  const many = Array.from({ length: 21 }, (_, index) => paper(index + 1, `${index}.pdf`))
  const all = many.map(({ name }) => name).join(';')
  expect(found([row(2, all)], many).problems).toEqual([[2, 'scans', null, 'too-many-documents']])
  expect(found([row(2, 'a.pdf')], [paper(1, 'x/a.pdf'), paper(2, 'y/A.PDF')]).problems).toEqual([
    [0, null, 2, 'document-twice'],
  ])
})

it('finds a paper in any folder, in any case, and for several lines', () => {
  const khmer = paper(1, 'ឯកសារ/លិខិត-១.PDF')
  expect(found([row(2, 'លិខិត-១.pdf'), row(3, 'លិខិត-១.pdf')], [khmer])).toEqual({
    given: [[1], [1]],
    problems: [],
  })
})

it('leaves aside what programs leave in folders', () => {
  for (const name of ['__MACOSX/._a.pdf', 'scans/.DS_Store', 'Thumbs.db', 'x/._b.jpg'])
    expect(isLitter(name), name).toBe(true)
  expect(isLitter('scans/a.pdf')).toBe(false)
})

it('takes a name for a lie only where it promises something else', () => {
  expect(isLie('a.pdf', 'jpeg')).toBe(true)
  expect(isLie('a.JPG', 'jpeg')).toBe(false)
  expect(isLie('scan-12', 'pdf')).toBe(false)
})
