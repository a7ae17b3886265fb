import type { Day } from '../../../kernel/days.ts'
import type { Finding, RowDocument } from '../../imports/index.ts'
import type { NewComplaint } from './intake.ts'

/** An open case of the register that was kept before, as one line of its file says it. */
export type OldCase = {
  readonly line: number
  readonly oldNumber: string
  readonly receivedOn: Day
  readonly complaint: NewComplaint
  readonly documents: readonly RowDocument[]
}
export type OldCasesPlan = {
  readonly findings: readonly Finding[]
  readonly unchanged: number
  readonly added: readonly OldCase[]
  /** Cases that are here and get papers which they did not have. */
  readonly completed: readonly (OldCase & { readonly recordId: string })[]
}

/**
 * Those that are not here yet. A number that is here is left alone but for papers that it does not
 * have, whatever the file says of it now: the case goes on here. No name and no story is shown
 * among the findings.
 */
export function planOldCases(
  cases: readonly OldCase[],
  idOf: (oldNumber: string) => string | null,
  isTaken: (recordId: string, document: RowDocument) => boolean,
): OldCasesPlan {
  const first = new Map([...cases].reverse().map((one) => [one.oldNumber, one]))
  const twice = cases.filter((one) => first.get(one.oldNumber) !== one)
  const known = [...first.values()].flatMap((one) => {
    const recordId = idOf(one.oldNumber)
    if (recordId === null) return []
    return [
      { ...one, recordId, documents: one.documents.filter((each) => !isTaken(recordId, each)) },
    ]
  })
  const added = [...first.values()].filter((one) => idOf(one.oldNumber) === null)
  const completed = known.filter(({ documents }) => documents.length > 0)
  const same = known.filter(({ documents }) => documents.length === 0)
  return {
    ...{ added, completed, unchanged: same.length },
    findings: [
      ...twice.map(({ line, oldNumber }) => numberTwice(line, oldNumber)),
      ...added.map((one) => ({
        ...{ kind: 'new' as const, line: one.line, subject: one.oldNumber },
        changes: [
          { field: 'receivedOn', from: null, to: one.receivedOn },
          { field: 'categories', from: null, to: one.complaint.categories.join(' ') },
          { field: 'claims', from: null, to: claimsText(one.complaint) },
          ...papersOf(one),
        ],
      })),
      ...completed.map((one) => ({
        ...{ kind: 'changed' as const, line: one.line, subject: one.oldNumber },
        changes: papersOf(one),
      })),
      ...same.map(({ line, oldNumber }) => ({
        ...{ kind: 'same' as const, line, subject: oldNumber, changes: [] },
      })),
    ],
  }
}

const papersOf = ({ documents }: OldCase) =>
  documents.length === 0 ? [] : [{ field: 'documents', from: null, to: String(documents.length) }]

const numberTwice = (line: number, subject: string): Finding => ({
  ...{ kind: 'problem', line, subject, column: 'oldNumber' },
  message: { key: 'imports.problem.old-number-twice' },
})

/** Sums as the file says them, so that both registers can be added up and compared. */
const claimsText = ({ claims }: NewComplaint): string =>
  claims
    .map(({ kind, sum, currency }) => `${kind} ${sum ? String(sum.minor) : '?'} ${currency}`)
    .join(', ')
