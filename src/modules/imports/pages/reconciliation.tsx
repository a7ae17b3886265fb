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
  const reader = useReader()
  const { t, link, number } = reader
  const { run } = props
  return (
    <section>
      <h2>{t('imports.reconciliation')}</h2>
      <p>{t('imports.reconciliation.text')}</p>
      <KeyValue
        facts={sumsOf(reader, props).map(([key, value]) => ({ key, value: number(value) }))}
      />
      <p>
        <a href={link(routes.importReconciliation.href({ id: run.id }))}>
          {t('imports.reconciliation.csv')}
        </a>
      </p>
    </section>
  )
}

type Sum = readonly [label: string, value: number]

const papers = ['brought', 'faulty', 'taken', 'there', 'waiting', 'checked', 'refused'] as const

function sumsOf({ t }: Reader, { run, documents }: ReconciliationProps): Sum[] {
  const isDone = run.status === 'done'
  const [added, changed] = [run.added ?? 0, run.changed ?? 0]
  const lines = [
    ['lines', run.lines ?? 0],
    ['taken', isDone ? added : 0],
    ['added-to', isDone ? changed : 0],
    ['there', run.unchanged ?? 0],
    ['problems', run.problems ?? 0],
    ['not-taken', isDone ? 0 : added + changed],
  ] as const
  return [
    ...lines.map(([key, value]): Sum => [t(`imports.sum.${key}`), value]),
    ...(documents
      ? papers.map((key): Sum => [t(`imports.sum.documents.${key}`), documents[key]])
      : []),
  ]
}

/** As a table: every line of the file, and the sums below it. */
export const reconciliationTable = (
  reader: Reader,
  lines: readonly Reconciled[],
  props: ReconciliationProps,
): string[][] => [
  ['line', 'subject', 'outcome', 'here', 'documents', 'why'].map((head) =>
    reader.t(`imports.reconciled.${head}`),
  ),
  ...lines.map(({ line, subject, outcome, here, documents, why }) => [
    ...[
      String(line),
      subject,
      reader.t(`imports.outcome.${outcome}`),
      here ?? '',
      String(documents),
    ],
    why.map(({ key, values }) => reader.t(key, values)).join(' '),
  ]),
  ...sumsOf(reader, props).map(([label, value]) => ['', label, String(value), '', '', '']),
]
