import type { Reader } from '../../../kernel/reader.ts'
import { routes } from '../../../routes.ts'
import { KeyValue, useReader } from '../../../ui/index.ts'
import type { Reconciled, ReconciledDocuments } from '../rules/reconciliation.ts'
import type { ImportRun } from '../rules/run.ts'

export type ReconciliationProps = {
  readonly run: ImportRun
  /** Null for a register that brings no papers. */
  readonly documents: ReconciledDocuments | null
}

/** The file beside what stands here, in sums; line by line as a table to keep. */
export function Reconciliation(props: ReconciliationProps) {
  const { t, link, number } = useReader()
  const { run } = props
  return (
    <section>
      <h2>{t('imports.reconciliation')}</h2>
      <p>{t('imports.reconciliation.text')}</p>
      <KeyValue
        facts={sumsOf(props).map(([key, value]) => ({
          key: t(`imports.sum.${key}`),
          value: number(value),
        }))}
      />
      <p>
        <a href={link(routes.importReconciliation.href({ id: run.id }))}>
          {t('imports.reconciliation.csv')}
        </a>
      </p>
    </section>
  )
}

type Sum = readonly [key: string, value: number]

function sumsOf({ run, documents }: ReconciliationProps): Sum[] {
  const isDone = run.status === 'done'
  const [added, changed] = [run.added ?? 0, run.changed ?? 0]
  const lines: Sum[] = [
    ['lines', run.lines ?? 0],
    ['taken', isDone ? added : 0],
    ['added-to', isDone ? changed : 0],
    ['there', run.unchanged ?? 0],
    ['problems', run.problems ?? 0],
    ['not-taken', isDone ? 0 : added + changed],
  ]
  if (!documents) return lines
  return [
    ...lines,
    ...(['brought', 'faulty', 'taken', 'there', 'waiting', 'checked', 'refused'] as const).map(
      (key): Sum => [`documents.${key}`, documents[key]],
    ),
  ]
}

/** As a table: every line of the file, and the sums below it. */
export const reconciliationTable = (
  { t }: Reader,
  lines: readonly Reconciled[],
  props: ReconciliationProps,
): string[][] => [
  ['line', 'subject', 'outcome', 'here', 'documents', 'why'].map((head) =>
    t(`imports.reconciled.${head}`),
  ),
  ...lines.map(({ line, subject, outcome, here, documents, why }) => [
    ...[String(line), subject, t(`imports.outcome.${outcome}`), here ?? '', String(documents)],
    why.map(({ key, values }) => t(key, values)).join(' '),
  ]),
  ...sumsOf(props).map(([key, value]) => ['', t(`imports.sum.${key}`), String(value), '', '', '']),
]
