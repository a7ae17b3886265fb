import type { Message } from '../../../kernel/reader.ts'
import type { Finding } from './importer.ts'

export const outcomes = ['taken', 'added-to', 'there', 'refused', 'not-taken'] as const
/** `refused`: it has a problem; `not-taken`: nothing of the file was brought in. */
export type Outcome = (typeof outcomes)[number]

/** One line of the file beside what stands here. */
export type Reconciled = {
  readonly line: number
  readonly subject: string
  readonly outcome: Outcome
  /** Our number, where the record has one. */
  readonly here: string | null
  readonly documents: number
  readonly why: readonly Message[]
}

/** In sums; the last three are those of `taken` as they stand now. */
export type ReconciledDocuments = Readonly<
  Record<'brought' | 'faulty' | 'taken' | 'there' | 'waiting' | 'checked' | 'refused', number>
>

export type Standing = {
  readonly isDone: boolean
  readonly numbers: ReadonlyMap<string, string>
}

/** Every line of the file once, in its order; what the file leaves out is no line of it. */
export function reconcile(
  findings: readonly Finding[],
  { isDone, numbers }: Standing,
): Reconciled[] {
  const byLine = new Map<number, Finding[]>()
  for (const finding of findings)
    if (finding.line > 0 && finding.kind !== 'absent')
      byLine.set(finding.line, [...(byLine.get(finding.line) ?? []), finding])
  return [...byLine]
    .sort(([a], [b]) => a - b)
    .map(([line, all]) => {
      const why = all.flatMap((one) => (one.kind === 'problem' ? [one.message] : []))
      const subject = all.find((one) => one.subject !== '')?.subject ?? ''
      const outcome = outcomeOf(all, isDone)
      return {
        ...{ line, subject, outcome, why },
        here: isDone ? (numbers.get(subject) ?? null) : null,
        documents: all.reduce((sum, one) => sum + documentsOf(one), 0),
      }
    })
}

function outcomeOf(all: readonly Finding[], isDone: boolean): Outcome {
  const has = (kind: Finding['kind']) => all.some((one) => one.kind === kind)
  if (has('problem')) return 'refused'
  if (has('same')) return 'there'
  if (!isDone) return 'not-taken'
  return has('new') ? 'taken' : 'added-to'
}

const documentsOf = (finding: Finding): number =>
  finding.kind === 'problem'
    ? 0
    : Number(finding.changes.find(({ field }) => field === 'documents')?.to ?? 0)
