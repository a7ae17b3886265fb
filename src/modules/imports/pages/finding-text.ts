import type { Reader } from '../../../kernel/reader.ts'
import type { Finding } from '../rules/importer.ts'

export const findingHead = ({ t }: Reader): string[] =>
  ['line', 'what', 'subject', 'column', 'from', 'to'].map((head) => t(`imports.finding.${head}`))

/** One row of text for a problem, and one for every field that differs. */
export function findingCells({ t }: Reader, finding: Finding): string[][] {
  const { line, kind, subject } = finding
  const begin = [line > 0 ? String(line) : '', t(`imports.kind.${kind}`), subject]
  if (finding.kind === 'problem') {
    const { key, values } = finding.message
    return [[...begin, finding.column ?? '', t(key, values), '']]
  }
  return finding.changes.map(({ field, from, to }) => [
    ...begin,
    t(`imports.field.${field}`),
    from ?? '',
    to ?? '',
  ])
}
