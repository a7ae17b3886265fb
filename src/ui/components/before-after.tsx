import type { Content } from '../content.ts'
import { Worklist } from './worklist.tsx'

export type BeforeAfterRow = {
  readonly label: string
  readonly before: Content
  readonly after: Content
}

export type BeforeAfterProps = {
  readonly caption: string
  /** Heads of the three columns. */
  readonly what: string
  readonly before: string
  readonly after: string
  readonly rows: readonly BeforeAfterRow[]
}

/** What is and what would be, side by side; below each other on a phone. */
export function BeforeAfter({ caption, what, before, after, rows }: BeforeAfterProps) {
  return (
    <Worklist
      stacks
      caption={caption}
      columns={[{ label: what }, { label: before }, { label: after }]}
      rows={rows.map((row) => ({
        id: row.label,
        cells: [<strong>{row.label}</strong>, row.before, row.after],
      }))}
    />
  )
}
