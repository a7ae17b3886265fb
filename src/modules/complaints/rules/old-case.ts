import type { Day } from '../../../kernel/days.ts'
import type { Finding } from '../../imports/index.ts'
import type { NewComplaint } from './intake.ts'

/** An open case of the register that was kept before, as one line of its file says it. */
export type OldCase = {
  readonly line: number
  readonly oldNumber: string
  readonly receivedOn: Day
  readonly complaint: NewComplaint
}
export type OldCasesPlan = {
  readonly findings: readonly Finding[]
  readonly unchanged: number
  readonly added: readonly OldCase[]
}

/**
 * Those that are not here yet. A number that is here is left alone, whatever the file says of it
 * now: the case goes on here. No name and no story is shown among the findings.
 */
export function planOldCases(
  cases: readonly OldCase[],
  isHere: (oldNumber: string) => boolean,
): OldCasesPlan {
  const first = new Map([...cases].reverse().map((one) => [one.oldNumber, one]))
  const twice = cases.filter((one) => first.get(one.oldNumber) !== one)
  const known = cases.filter((one) => isHere(one.oldNumber))
  const added = cases.filter((one) => !twice.includes(one) && !isHere(one.oldNumber))
  return {
    added,
    unchanged: known.length,
    findings: [
      ...twice.map(({ line, oldNumber }) => numberTwice(line, oldNumber)),
      ...added.map(({ line, oldNumber, receivedOn, complaint }) => ({
        ...{ kind: 'new' as const, line, subject: oldNumber },
        changes: [
          { field: 'receivedOn', from: null, to: receivedOn },
          { field: 'categories', from: null, to: complaint.categories.join(' ') },
          { field: 'claims', from: null, to: claimsText(complaint) },
        ],
      })),
    ],
  }
}

const numberTwice = (line: number, subject: string): Finding => ({
  ...{ kind: 'problem', line, subject, column: 'oldNumber' },
  message: { key: 'imports.problem.old-number-twice' },
})

/** Sums as the file says them, so that both registers can be added up and compared. */
const claimsText = ({ claims }: NewComplaint): string =>
  claims
    .map(({ kind, sum, currency }) => `${kind} ${sum ? String(sum.minor) : '?'} ${currency}`)
    .join(', ')
