import type { Day } from '../../../kernel/days.ts'
import { dayInCell } from '../../../platform/sheets/cells.ts'
import type { Direction } from '../../letters/index.ts'
import type { Finding, ImportRow } from '../rules/importer.ts'
import type { OldLetterLine } from '../rules/old-letter.ts'

export type OldLetterFacts = {
  readonly today: Day
  /** The case of this old number, where it is here. */
  readonly caseOf: (oldNumber: string) => string | null
}
export type ReadOldLetter = {
  readonly found: OldLetterLine | null
  readonly problems: readonly Finding[]
}

const directionWords: Readonly<Record<string, Direction>> = {
  ...{ in: 'incoming', incoming: 'incoming', ចូល: 'incoming', លិខិតចូល: 'incoming' },
  ...{ out: 'outgoing', outgoing: 'outgoing', ចេញ: 'outgoing', លិខិតចេញ: 'outgoing' },
}
/** Words that an old register writes; an unknown one is asked about, never guessed. */
const directionInCell = (cell = ''): Direction | null => {
  const word = cell.trim().toLowerCase()
  return Object.hasOwn(directionWords, word) ? (directionWords[word] ?? null) : null
}

/** As long as a cell may be. */
const most = { oldNumber: 60, correspondent: 300, subject: 300 } as const

/** Reads one line; every cell that says nothing usable is named. */
export function readOldLetter(
  { line, cells, documents }: ImportRow,
  { today, caseOf }: OldLetterFacts,
): ReadOldLetter {
  const { oldNumber = '', correspondent = '', subject = '', caseNumber = '' } = cells
  const words = { oldNumber, correspondent, subject }
  const day = dayInCell(cells.on)
  const on = day !== null && day <= today ? day : null
  const direction = directionInCell(cells.direction)
  const about = caseNumber === '' ? null : (caseOf(caseNumber) ?? 'wrong')
  const wrong = [
    ...(['oldNumber', 'correspondent', 'subject'] as const)
      .filter((column) => words[column].length > most[column])
      .map((column) => [column, 'too-long'] as const),
    ...(direction === null ? [['direction', 'no-direction'] as const] : []),
    ...(on === null ? [['on', 'no-past-day'] as const] : []),
    ...(about === 'wrong' ? [['caseNumber', 'no-old-case'] as const] : []),
  ]
  const problems = wrong.map(
    ([column, key]): Finding => ({
      ...{ kind: 'problem', line, subject: oldNumber.slice(0, most.oldNumber), column },
      message: { key: `imports.problem.${key}` },
    }),
  )
  if (problems.length > 0 || !on || !direction) return { found: null, problems }
  const record = about === null ? null : { type: 'complaint', id: about }
  return { problems, found: { line, documents, letter: { ...words, direction, on, record } } }
}
