import type { Actor, Role } from '../../../kernel/actor.ts'
import type { Message } from '../../../kernel/reader.ts'

export type Column = {
  readonly key: string
  /** Heads under which the column is known, in any language; the first is that of the template. */
  readonly heads: readonly string[]
  readonly required: boolean
}

/** One line of the file, by the keys of the columns; an empty cell is ''. */
export type ImportRow = { readonly line: number; readonly cells: Readonly<Record<string, string>> }

export type FieldChange = {
  readonly field: string
  readonly from: string | null
  readonly to: string | null
}

/** What a dry run says of a line. It is kept and shown: no personal content. */
export type Finding =
  | {
      readonly kind: 'problem'
      readonly line: number
      /** Of the row: its number, or ''. */
      readonly subject: string
      /** Its key while the file is judged, its head once that is shown. */
      readonly column: string | null
      readonly message: Message
    }
  | {
      /** `absent`: it stands on our register and not in the file; nothing is done about it. */
      readonly kind: 'new' | 'changed' | 'absent'
      readonly line: number
      readonly subject: string
      readonly changes: readonly FieldChange[]
    }

export type CarryOut<Deps> = {
  readonly runId: string
  readonly now: Date
  readonly deps: Deps
  /** Called now and then with how many lines are done. */
  progressed(done: number): Promise<void>
}

/** What the lines of a file would change, and how: `carryOut` writes all of it in one transaction. */
export type Plan<Tx, Deps> = {
  readonly findings: readonly Finding[]
  readonly unchanged: number
  carryOut(tx: Tx, actor: Actor, work: CarryOut<Deps>): Promise<void>
}

/** One kind of register that can be brought in. Planning writes nothing. */
export type Importer<Tx, Deps> = {
  readonly kind: string
  /** Who may bring it in. */
  readonly readers: readonly Role[]
  readonly columns: readonly Column[]
  plan(tx: Tx, rows: readonly ImportRow[], now: Date): Promise<Plan<Tx, Deps>>
}
