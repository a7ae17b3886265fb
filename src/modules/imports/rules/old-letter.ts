import type { Day } from '../../../kernel/days.ts'
import { dayInCell } from '../../../platform/sheets/cells.ts'
import { type Direction, type OldLetter, oldLetterKey } from '../../letters/index.ts'
import type { Finding, ImportRow, RowDocument } from './importer.ts'

/** One line of the old register of letters. */
export type OldLetterLine = {
  readonly line: number
  readonly letter: OldLetter
  readonly documents: readonly RowDocument[]
}
export type OldLetterFacts = {
  readonly today: Day
  /** The case of this old number, where it is here. */
  readonly caseOf: (oldNumber: string) => string | null
}
export type ReadOldLetter = {
  readonly found: OldLetterLine | null
  readonly problems: readonly Finding[]
}

const words: Readonly<Record<string, Direction>> = {
  ...{ in: 'incoming', incoming: 'incoming', ចូល: 'incoming', លិខិតចូល: 'incoming' },
  ...{ out: 'outgoing', outgoing: 'outgoing', ចេញ: 'outgoing', លិខិតចេញ: 'outgoing' },
}
/** Words that an old register writes; an unknown one is asked about, never guessed. */
export const directionInCell = (cell = ''): Direction | null => {
  const word = cell.trim().toLowerCase()
  return Object.hasOwn(words, word) ? (words[word] ?? null) : null
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

export type OldLettersPlan = {
  readonly findings: readonly Finding[]
  readonly unchanged: number
  readonly added: readonly OldLetterLine[]
  /** Letters that are here and get papers which they did not have. */
  readonly completed: readonly (OldLetterLine & { readonly recordId: string })[]
}

/**
 * Those that are not here yet, the oldest first. One that is here is left alone but for papers that it
 * does not have. No name and no subject is shown among the findings.
 */
export function planOldLetters(
  lines: readonly OldLetterLine[],
  idOf: (key: string) => string | null,
  isTaken: (recordId: string, document: RowDocument) => boolean,
): OldLettersPlan {
  const first = new Map([...lines].reverse().map((one) => [oldLetterKey(one.letter), one]))
  const twice = lines.filter((one) => first.get(oldLetterKey(one.letter)) !== one)
  const added: OldLetterLine[] = []
  const completed: (OldLetterLine & { recordId: string })[] = []
  const same: OldLetterLine[] = []
  for (const one of first.values()) {
    const recordId = idOf(oldLetterKey(one.letter))
    if (recordId === null) {
      added.push(one)
      continue
    }
    const documents = one.documents.filter((document) => !isTaken(recordId, document))
    if (documents.length > 0) completed.push({ ...one, documents, recordId })
    else same.push(one)
  }
  added.sort((a, b) => a.letter.on.localeCompare(b.letter.on) || a.line - b.line)
  return {
    ...{ added, completed, unchanged: same.length },
    findings: [
      ...twice.map(
        ({ line, letter }): Finding => ({
          ...{ kind: 'problem', line, subject: letter.oldNumber, column: 'oldNumber' },
          message: { key: 'imports.problem.old-number-twice' },
        }),
      ),
      ...added.map((one) => finding('new', one)),
      ...completed.map((one) => finding('changed', one)),
      ...same.map((one) => finding('same', one)),
    ],
  }
}

function finding(
  kind: 'new' | 'changed' | 'same',
  { line, letter, documents }: OldLetterLine,
): Finding {
  const is = (field: string, to: string) => ({ field, from: null, to })
  const papers = documents.length === 0 ? [] : [is('documents', String(documents.length))]
  return {
    ...{ kind, line, subject: letter.oldNumber },
    changes:
      kind === 'new' ? [is('direction', letter.direction), is('on', letter.on), ...papers] : papers,
  }
}
