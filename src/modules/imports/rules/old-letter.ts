import { type OldLetter, oldLetterKey } from '../../letters/index.ts'
import type { Finding, RowDocument } from './importer.ts'

/** One line of the old register of letters. */
export type OldLetterLine = {
  readonly line: number
  readonly letter: OldLetter
  readonly documents: readonly RowDocument[]
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
