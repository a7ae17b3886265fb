import type { Reader } from '../../../kernel/reader.ts'
import type { Finding } from '../rules/importer.ts'

export const findingHead = ({ t }: Reader): string[] =>
  ['line', 'what', 'subject', 'column', 'from', 'to'].map((head) => t(`imports.finding.${head}`))

/** One row of text for a problem, and one for every field that differs. */
export function findingCells(
  { t }: Reader,
  finding: Finding,
  papers: ReadonlyMap<number, string> = new Map(),
): string[][] {
  const { line, kind } = finding
  const begin = [
    line > 0 ? String(line) : '',
    t(`imports.kind.${kind}`),
    subjectOf(finding, papers),
  ]
  if (finding.kind === 'problem') {
    const { key, values } = finding.message
    return [[...begin, finding.column ?? '', t(key, values), '']]
  }
  if (finding.changes.length === 0) return [[...begin, '', '', '']]
  return finding.changes.map(({ field, from, to }) => [
    ...begin,
    t(`imports.field.${field}`),
    from ?? '',
    to ?? '',
  ])
}

/** The line's number; of a paper that no line names, its name while that is known. */
const subjectOf = (finding: Finding, papers: ReadonlyMap<number, string>): string => {
  const paper = finding.kind === 'problem' ? finding.document : undefined
  return paper === undefined ? finding.subject : (papers.get(paper) ?? `#${paper}`)
}
